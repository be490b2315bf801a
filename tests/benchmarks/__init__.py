"""Benchmarks: run by name, never by a plain `pytest`."""
