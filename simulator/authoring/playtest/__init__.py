"""Bots of seven characters play a scenario over the pure engine, many times: what they come to, and never do."""
