"""The notes: what seats wrote to the facilitator alone, the latest first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING

from textual.content import Content

from simulator.language.catalogue import template
from simulator.tui.widgets.blocks import Block, heading, prose
from simulator.tui.widgets.plain import plain
from simulator.workshop.console.drawing import cell, one_line
from simulator.workshop.console.row_list import Row
from simulator.workshop.console.tabs.tab import Tab
from simulator.workshop.room.events import Hinted, Noted

if TYPE_CHECKING:
    from simulator.workshop.console.screen import ConsoleScreen


class NotesTab(Tab):
    """Enter replies, with a hint to that seat alone."""

    NAME = "notes"
    TITLE = template("Notes")
    ACTIONS = frozenset(("reply",))

    def __init__(self, screen: ConsoleScreen) -> None:
        super().__init__(screen)
        self._seen = 0

    def note(self, key: str) -> Noted | None:
        """The note of a row."""
        event = next((one.event for one in self.state.notes if str(one.number) == key), None)
        return event if isinstance(event, Noted) else None

    def news(self) -> int:
        return len(self.state.notes) - self._seen

    def opened(self) -> None:
        self._seen = len(self.state.notes)

    def head(self) -> Content:
        told = self.catalogue.count("one note", "{n} notes", len(self.state.notes))
        return Content.styled(told if self.state.notes else self.say(template("No note has come in yet.")), "$quiet")

    def rows(self, width: int) -> Sequence[Row]:
        self._seen = max(self._seen, len(self.state.notes)) if self.screen.tab is self else self._seen
        rows = []
        for one in reversed(self.state.notes):
            assert isinstance(one.event, Noted)
            rows.append(Row(str(one.number), partial(self._lines, one.event, width - 22)))
        return rows

    def _lines(self, note: Noted, room: int) -> tuple[Content, ...]:
        name = cell(self.screen.seat_name(note.seat), 18, "bold")
        return (Content.assemble(name, " ", cell(note.text, max(8, room))),)

    def page(self, key: str) -> Iterator[Block]:
        note = self.note(key)
        if note is None:
            return
        yield prose(Content.styled(one_line(self.screen.seat_name(note.seat)), "bold $primary"))
        yield prose(plain(note.text))
        seat = self.state.seats.get(note.seat)
        hints = [one.event for one in self.state.hints_for(seat) if isinstance(one.event, Hinted)] if seat else []
        if hints:
            yield heading(self.say(template("Hints to this seat")))
        for hint in reversed(hints):
            yield prose(plain(hint.text))
