"""The JSON Schema of format 1: shape from the model, words from here."""
