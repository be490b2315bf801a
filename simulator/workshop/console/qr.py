"""A QR code as text: two rows of modules in one of half blocks, dark on light, as every camera wants it."""

from __future__ import annotations

from functools import lru_cache

QUIET = 2
"""Light modules around the code: fewer than the norm's four, so that it fits a window of 24 rows."""

_BLOCKS = {(True, True): "█", (True, False): "▀", (False, True): "▄", (False, False): " "}


@lru_cache(maxsize=8)
def qr_lines(text: str) -> tuple[str, ...]:
    """The code of a text, to be drawn in black on white; empty where no code can hold it."""
    import segno

    try:
        code = segno.make(text, error="l", micro=False, boost_error=False)
    except ValueError:  # segno's DataOverflowError is one
        return ()
    modules = [[bool(cell) for cell in row] for row in code.matrix]
    width = len(modules) + 2 * QUIET
    blank = [[False] * width for _ in range(QUIET)]
    rows = [*blank, *([False] * QUIET + row + [False] * QUIET for row in modules), *blank]
    rows += [[False] * width] * (len(rows) % 2)
    pairs = zip(rows[::2], rows[1::2], strict=True)
    return tuple("".join(_BLOCKS[above, below] for above, below in zip(*pair, strict=True)) for pair in pairs)
