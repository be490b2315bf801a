"""The preview: an author's press room beside the outline of the scenario, read again whenever the file is saved."""
