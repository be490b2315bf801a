"""What a scenario is: frozen values, their conditions and effects, and the graph of scenes.

No file, no YAML, no clock and no chance is known here. `model` is the whole of format 1.
"""
