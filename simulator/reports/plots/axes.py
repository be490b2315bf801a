"""The ground of a plot with two axes: 0 to 100 upwards, and what lies along the bottom."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from simulator.reports.plots.svg import WIDTH, element, text

LEFT, RIGHT, TOP, BOTTOM = 30.0, 96.0, 10.0, 190.0
"""Where the ground lies: from LEFT to WIDTH less RIGHT, from TOP down to BOTTOM."""

FULL = 100
APART = 15.0
"""Units that labels at the right are apart at least."""


def up(value: float) -> float:
    """Where a value of 0 to 100 stands upwards."""
    return BOTTOM - value / FULL * (BOTTOM - TOP)


def along(share: float, right: float = RIGHT) -> float:
    """Where a share, 0 to 1, of the way along the bottom stands."""
    return LEFT + share * (WIDTH - right - LEFT)


def ground(right: float = RIGHT) -> Iterator[str]:
    """Lines at 0, 50 and 100, with their figures."""
    for value in (0, 50, FULL):
        y = up(value)
        yield element("line", x1=LEFT, x2=along(1, right), y1=y, y2=y, class_="grid" if value else "axis")
        yield text(str(value), LEFT - 6, y + 4, "tick", text_anchor="end")


def spread_out(places: Sequence[float]) -> list[float]:
    """The places moved as little as need be, so that neighbours are APART, none lies below the bottom."""
    order = sorted(range(len(places)), key=lambda place: places[place])
    moved = list(places)
    lowest = BOTTOM
    for place in reversed(order):
        moved[place] = min(moved[place], lowest)
        lowest = moved[place] - APART
    return moved
