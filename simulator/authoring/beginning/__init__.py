"""A new scenario to begin with: playable, commented, and without a single problem."""
