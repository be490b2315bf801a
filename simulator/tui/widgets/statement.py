"""A statement about oneself, and a scale from 1 to 5 under it, which can be clicked."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from textual import events
from textual.content import Content
from textual.message import Message
from textual.visual import Visual
from textual.widgets import ListItem

from simulator.scenario.course import RATING_MAX, Statement
from simulator.tui.speaking import catalogue
from simulator.tui.spots import Spot
from simulator.tui.widgets.blocks import Paragraph
from simulator.tui.widgets.page import Page

INDENT = 3
CELLS = 4
"""Cells of a number on the scale with what stands around it."""


class StatementItem(ListItem):
    """One statement; `rating` is 0 until something is said to it."""

    class Rated(Message):
        """A number on the scale was clicked."""

        def __init__(self, item: StatementItem, rating: int) -> None:
            super().__init__()
            self.item = item
            self.rating = rating

    def __init__(self, number: int, statement: Statement) -> None:
        super().__init__(classes="statement")
        self.statement = statement
        self.rating = 0
        self._number = number

    def rate(self, rating: int) -> None:
        """Say how far it is true."""
        self.rating = rating
        self.refresh()

    def render(self) -> Visual:
        return Page([self._text(), Paragraph(self._scale(), indent=INDENT)])

    def _text(self) -> Paragraph:
        sign = Content.styled(f"{self._number}  ", "bold $primary")
        return Paragraph(Content(self.statement.text.in_(catalogue(self).tongue)), sign, indent=0)

    def _scale(self) -> Content:
        return Content("").join([self._cell(number) for number in range(1, RATING_MAX + 1)])

    def _cell(self, number: int) -> Content:
        if number == self.rating:
            return Content.styled(f"▸{number}  ", "bold $primary")
        return Content.styled(f" {number}  ", "" if number < self.rating else "$quiet")

    @property
    def _row(self) -> int:
        """The row that the scale stands in."""
        return len(self._text().lines(max(1, self.content_size.width)))

    def spots(self) -> Iterator[Spot]:
        """Each number of the scale."""
        for number in range(1, RATING_MAX + 1):
            yield Spot(INDENT + (number - 1) * CELLS + 1, self._row, partial(self._post, number))

    def _post(self, number: int) -> None:
        self.post_message(self.Rated(self, number))

    def on_click(self, event: events.Click) -> None:
        offset = event.get_content_offset(self)
        if offset is None or offset.y != self._row:
            return
        number = (offset.x - INDENT) // CELLS + 1
        if 1 <= number <= RATING_MAX:
            self._post(number)
