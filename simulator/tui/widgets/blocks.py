"""Blocks that a page is made of: paragraphs that hang under a sign or stand behind a bar, and cells side by side."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import zip_longest
from typing import Protocol

from textual.content import Content

from simulator.tui.widgets.plain import shown

NOTHING = Content("")
_GUTTER = "  │ "
"""As far from the words on its left as from those on its right, which are indented by one."""
LEAST_ROOM = 8
"""A paragraph is not squeezed narrower than this many cells."""


class Block(Protocol):
    """Something that can be laid out in a width."""

    def lines(self, width: int) -> list[Content]:
        """Its lines, none wider than `width` cells."""
        ...


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Text, wrapped.

    `sign` stands before the first line, and the others hang under its text; `bar` is the style of a bar along
    the left; `above` counts empty lines before it; of more than `most` lines the rest is cut (0: never).
    """

    content: Content
    sign: Content = NOTHING
    bar: str = ""
    indent: int = 1
    above: int = 0
    most: int = 0

    def lines(self, width: int) -> list[Content]:
        edge = Content.styled("▌", self.bar) if self.bar else NOTHING
        first = Content.assemble(" " * self.indent, edge, shown(self.sign))
        rest = Content.assemble(" " * self.indent, edge, " " * self.sign.cell_length)
        room = max(width - first.cell_length, LEAST_ROOM)
        wrapped = _cut(shown(self.content).wrap(room), self.most, room)
        return [NOTHING] * self.above + [(rest if number else first) + line for number, line in enumerate(wrapped)]


@dataclass(frozen=True, slots=True)
class Cells:
    """Short texts side by side, in as many equal columns as the width has room for."""

    cells: tuple[Content, ...]
    indent: int = 1
    above: int = 0
    gap: int = 3

    def lines(self, width: int) -> list[Content]:
        widest = max((cell.cell_length for cell in self.cells), default=0)
        fit = max(1, (width - self.indent + self.gap) // (widest + self.gap))
        rows = -(-len(self.cells) // fit)
        columns = -(-len(self.cells) // max(rows, 1))
        drawn = [NOTHING] * self.above
        for start in range(0, len(self.cells), max(columns, 1)):
            row = [cell.pad_right(widest - cell.cell_length) for cell in self.cells[start : start + columns]]
            drawn.append(Content(" " * self.indent) + Content(" " * self.gap).join(row).rstrip())
        return drawn


@dataclass(frozen=True, slots=True)
class Columns:
    """Two stacks of blocks side by side with a rule between them; in less than `least` cells one under the other.

    Then `apart` counts the empty lines between them.
    """

    left: tuple[Block, ...]
    right: tuple[Block, ...]
    least: int
    above: int = 0
    apart: int = 1

    def lines(self, width: int) -> list[Content]:
        if width < self.least:
            stacked = [*laid_out(self.left, width), *[NOTHING] * self.apart, *laid_out(self.right, width)]
            return [NOTHING] * self.above + stacked
        each = (width - len(_GUTTER)) // 2
        columns = laid_out(self.left, each), laid_out(self.right, each)
        rows = zip_longest(*columns, fillvalue=NOTHING)
        gutter = Content.styled(_GUTTER, "$rule")
        drawn = [left.pad_right(each - left.cell_length) + gutter + right for left, right in rows]
        return [NOTHING] * self.above + drawn


def heading(text: str, above: int = 1) -> Paragraph:
    """A heading between blocks."""
    return Paragraph(Content.styled(text, "bold $primary"), indent=0, above=above)


def item(sign: str, tone: str, text: Content | str, above: int = 0) -> Paragraph:
    """One of a list, hanging under its sign."""
    content = Content(text) if isinstance(text, str) else text
    return Paragraph(content, Content.styled(f"{sign} ", tone), above=above)


def prose(text: Content | str, above: int = 0) -> Paragraph:
    """Sentences."""
    return Paragraph(Content(text) if isinstance(text, str) else text, above=above)


def laid_out(blocks: Iterable[Block], width: int) -> list[Content]:
    """All lines of the blocks, one under the other."""
    return [line for block in blocks for line in block.lines(width)]


def _cut(lines: list[Content], most: int, room: int) -> list[Content]:
    if not most or len(lines) <= most:
        return lines
    return [*lines[: most - 1], lines[most - 1].truncate(room - 1) + Content("…")]
