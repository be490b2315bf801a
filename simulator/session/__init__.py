"""One play-through as a pure state machine: state + event -> state.

No clock, no chance, no file and no screen is known here: time, chance and people enter as events.
"""
