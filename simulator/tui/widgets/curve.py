"""Trust and heat over the story's time, drawn with braille dots on a small canvas."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from textual.content import Content

from simulator.reports.debrief import Moment

_DOTS = ((0x01, 0x08), (0x02, 0x10), (0x04, 0x20), (0x40, 0x80))
"""The bit of each dot in a braille cell, by row and column."""

ROWS = 4
WIDEST = 70
FULL = 100
SCALE = "100 ┤"


class Canvas:
    """A canvas of braille cells; a point is set by dot, two to a cell's width and four to its height."""

    def __init__(self, cells: int, rows: int) -> None:
        self.cells = cells
        self.rows = rows
        self._bits = [[0] * cells for _ in range(rows)]

    def line(self, x0: int, y0: int, x1: int, y1: int) -> None:
        """A straight line between two dots, both on the canvas; y grows upwards."""
        steps = max(abs(x1 - x0), abs(y1 - y0), 1)
        for step in range(steps + 1):
            x = x0 + round((x1 - x0) * step / steps)
            y = y0 + round((y1 - y0) * step / steps)
            row, dot = divmod(self.rows * 4 - 1 - y, 4)
            self._bits[row][x // 2] |= _DOTS[dot][x % 2]

    def text(self) -> list[str]:
        """The rows from the top."""
        return ["".join(chr(0x2800 + bits) if bits else " " for bits in row) for row in self._bits]


def curve(moments: Sequence[Moment], measure: str, cells: int, rows: int) -> list[str]:
    """One measure (`trust` or `heat`) over time, as rows of braille; the time axis fills the width."""
    return braille([(moment.minutes, getattr(moment, measure)) for moment in moments], cells, rows)


def braille(points: Sequence[tuple[int, float]], cells: int, rows: int, *, span: int = 0, top: int = FULL) -> list[str]:
    """Points of (minute, 0-`top`), joined; the axis begins at minute 0 and ends at `span`, else at the last point."""
    canvas = Canvas(cells, rows)
    span = max(span or points[-1][0], 1) if points else 1
    dots = [(round(x * (cells * 2 - 1) / span), round(y * (rows * 4 - 1) / top)) for x, y in points]
    for (x0, y0), (x1, y1) in pairwise(dots * 2 if len(dots) == 1 else dots):
        canvas.line(x0, y0, x1, y1)
    return canvas.text()


def top_of(*curves: Sequence[tuple[int, float]]) -> int:
    """Where the scale of some curves ends, so that small shares are seen to move."""
    highest = max((share for points in curves for _, share in points), default=0)
    return next(top for top in (10, 25, 50, FULL) if highest <= top or top == FULL)


def scaled(rows: Sequence[str], tone: str, top: int = FULL) -> Iterator[Content]:
    """Rows of a curve behind their scale."""
    for number, row in enumerate(rows):
        scale = f"{top:>3}" if number == 0 else "  0" if number == len(rows) - 1 else "   "
        yield Content.assemble((f" {scale} ┤", "$quiet"), (row, tone))


@dataclass(frozen=True, slots=True)
class Plot:
    """Curves with their scales: each a measure, its name and its colour; side by side if there is room for it."""

    moments: Sequence[Moment]
    curves: tuple[tuple[str, str, str], ...]
    beside: bool

    def lines(self, width: int) -> list[Content]:
        gap = 3
        each = (width - gap * (len(self.curves) - 1)) // len(self.curves) if self.beside else width
        drawn = [self._curve(*curve, max(4, min(each, WIDEST) - len(SCALE) - 1)) for curve in self.curves]
        if not self.beside:
            return [line for lines in drawn for line in lines]
        padded = [[line.pad_right(each - line.cell_length) for line in lines] for lines in drawn]
        return [Content(" " * gap).join(row) for row in zip(*padded, strict=True)]

    def _curve(self, measure: str, name: str, tone: str, cells: int) -> list[Content]:
        rows = curve(self.moments, measure, cells, ROWS)
        return [Content.styled(f" {name}", f"bold {tone}"), *scaled(rows, tone)]
