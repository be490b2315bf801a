"""Plots as SVG: what the terminal draws with blocks and dots, from the same data, with a table that says the same."""
