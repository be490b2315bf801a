"""How often each figure came, drawn in one line of text."""

from __future__ import annotations

from collections import Counter

BINS = 20
FIGURE_MOST = 100
_BLOCKS = "▁▂▃▄▅▆▇█"


def plot(figures: Counter[int]) -> str:
    """A block for every five points from 0 to 100, as high as they came often; blank where none did."""
    bins = [0] * BINS
    for figure, times in figures.items():
        bins[min(figure * BINS // FIGURE_MOST, BINS - 1)] += times
    most = max(bins)
    return "".join(_BLOCKS[-(-count * len(_BLOCKS) // most) - 1] if count else " " for count in bins)


def median(figures: Counter[int]) -> int:
    """The figure in the middle of all of them; of two, the lower."""
    half = (figures.total() + 1) // 2
    for figure in sorted(figures):
        half -= figures[figure]
        if half <= 0:
            return figure
    raise ValueError("there is no figure")
