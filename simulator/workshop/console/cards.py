"""Answers side by side: as many columns as the width has room for, each a heading with its text below."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import zip_longest

from textual.content import Content

from simulator.tui.widgets.blocks import NOTHING
from simulator.tui.widgets.plain import shown

LEAST = 34
"""Cells of the narrowest column."""

GAP = 3


@dataclass(frozen=True, slots=True)
class Cards:
    """Cards in rows, from left to right; of a text longer than `most` lines the rest is cut."""

    cards: tuple[tuple[Content, Content], ...]
    above: int = 0
    most: int = 8

    def lines(self, width: int) -> list[Content]:
        """Its lines, none wider than `width` cells."""
        columns = max(1, min((width + GAP) // (LEAST + GAP), len(self.cards)))
        each = max(1, (width - GAP * (columns - 1)) // columns)
        drawn = [NOTHING] * self.above
        for start in range(0, len(self.cards), columns):
            row = [self._card(*card, each) for card in self.cards[start : start + columns]]
            for line in zip_longest(*row, fillvalue=NOTHING):
                cells = [part.pad_right(each - part.cell_length) for part in line]
                drawn.append(Content(" " * GAP).join(cells))
            drawn.append(NOTHING)
        return drawn

    def _card(self, name: Content, text: Content, width: int) -> list[Content]:
        wrapped = shown(text).wrap(width)
        if len(wrapped) > self.most:
            wrapped = [*wrapped[: self.most - 1], wrapped[self.most - 1].truncate(width - 1) + Content("…")]
        return [shown(name).truncate(width, ellipsis=True), *wrapped]
