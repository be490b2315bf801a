"""How much is read of a file that may be hostile. A real scenario stays far below."""

SIZE_MAX = 2 * 1024 * 1024
"""Bytes of a file."""

DEPTH_MAX = 24
"""Lists and mappings within each other; the format needs eight."""

NODES_MAX = 250_000
"""Keys and values."""
