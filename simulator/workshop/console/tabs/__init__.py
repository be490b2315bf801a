"""The tabs of the console, one a module: each has rows, what is told of the marked one, and actions of its own."""
