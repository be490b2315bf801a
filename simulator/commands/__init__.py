"""One verb a file: `run(...)` wires the rooms it needs and returns an exit code."""
