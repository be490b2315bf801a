"""A list that is walked with the arrow keys: the outline, the watches, the problems, what a search has found."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from typing import ClassVar, NamedTuple

from textual import events
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.strip import Strip

from simulator.language.catalogue import template
from simulator.tui.spots import Spot
from simulator.tui.widgets.blocks import Block
from simulator.tui.widgets.drawn import Drawn, Pane

WHEEL_LINES = 3


class Row(NamedTuple):
    """An entry, known by its key, which the mark follows when the list is filled anew."""

    key: str
    blocks: tuple[Block, ...]


class Rows(Drawn, can_focus=True):
    """A click marks a row, a second click or Enter chooses it."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"rows--marked"}
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "pick", template("Choose"), key_display="Enter"),
        Binding("down", "walk(1)", "", show=False),
        Binding("up", "walk(-1)", "", show=False),
        Binding("pagedown", "walk_page(1)", "", show=False),
        Binding("pageup", "walk_page(-1)", "", show=False),
        Binding("home", "walk_far(-1)", "", show=False),
        Binding("end", "walk_far(1)", "", show=False),
    ]

    class Picked(Message):
        """A row was chosen."""

        def __init__(self, rows: Rows, key: str) -> None:
            super().__init__()
            self.rows = rows
            self.key = key

        @property
        def control(self) -> Rows:
            return self.rows

    class Marked(Message):
        """Another row was marked."""

        def __init__(self, rows: Rows, key: str) -> None:
            super().__init__()
            self.rows = rows
            self.key = key

        @property
        def control(self) -> Rows:
            return self.rows

    def __init__(self, id: str, lead: str = "", *, airy: bool = False, always_marked: bool = False) -> None:
        super().__init__(id, lead, airy=airy)
        self.rows: Sequence[Row] = ()
        self.place = 0
        self._always_marked = always_marked
        self._pane = Pane()
        self._owners: list[int] = []

    @property
    def marked(self) -> str:
        """The key of the marked row; empty if there is none."""
        return self.rows[self.place].key if self.rows else ""

    def show(self, rows: Sequence[Row]) -> None:
        """Show other rows; the mark stays on its key if that is there, else near its place."""
        if rows == self.rows:
            return
        marked = self.marked
        self.rows = rows
        found = next((place for place, row in enumerate(rows) if row.key == marked), self.place)
        self.place = max(0, min(found, len(rows) - 1))
        self.look_changed()
        self.redraw()

    def mark(self, key: str) -> None:
        """Mark a row by its key, and bring it into sight."""
        place = next((place for place, row in enumerate(self.rows) if row.key == key), None)
        if place is not None:
            self._go_to(place)

    def look_changed(self) -> None:
        self._lay_out()

    def draw(self) -> Sequence[Strip]:
        return self._pane.rows(self.get_visual_style("drawn--scrollbar"))

    def spots(self) -> Iterator[Spot]:
        """The first line of each row in sight."""
        for y, owner in enumerate(self._owners[self._pane.top : self._pane.top + self._pane.height]):
            line = self._pane.top + y
            if line == 0 or self._owners[line - 1] != owner:
                yield Spot(len(self._lead), self.top_rows + y, partial(self._pick, owner))

    def watch_has_focus(self, value: bool) -> None:
        """The mark is seen where the keys are."""
        super().watch_has_focus(value)
        self._draw_marks()

    def on_click(self, event: events.Click) -> None:
        offset = event.get_content_offset(self)
        line = offset.y - self.top_rows + self._pane.top if offset is not None else -1
        if not 0 <= line < len(self._owners):
            return
        if self._owners[line] == self.place and self.has_focus:
            self.action_pick()
        else:
            self.focus()
            self._go_to(self._owners[line])

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        self._scroll(WHEEL_LINES)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        self._scroll(-WHEEL_LINES)

    def action_walk(self, step: int) -> None:
        """To the next row, or the one before."""
        self._go_to(self.place + step)

    def action_walk_page(self, step: int) -> None:
        """By as many rows as are in sight."""
        self._go_to(self.place + step * max(1, len({*self._owners[: self._pane.height]}) - 1))

    def action_walk_far(self, step: int) -> None:
        """To the first row or the last."""
        self._go_to(0 if step < 0 else len(self.rows) - 1)

    def action_pick(self) -> None:
        """Choose the marked row."""
        if self.rows:
            self.post_message(self.Picked(self, self.marked))

    def _pick(self, place: int) -> None:
        self.focus()
        self._go_to(place)
        self.action_pick()

    def _go_to(self, place: int) -> None:
        place = max(0, min(place, len(self.rows) - 1))
        if place != self.place:
            self.place = place
            self.post_message(self.Marked(self, self.marked))
        self._draw_marks()
        self._reveal()
        self.redraw()

    def _scroll(self, lines: int) -> None:
        if self._pane.scroll(lines):
            self.redraw()

    def _draw_marks(self) -> None:
        self._lay_out()
        self.redraw()

    def _lay_out(self) -> None:
        strips: list[Strip] = []
        self._owners = []
        shows_mark = self.has_focus or self._always_marked
        marked_style = self.get_visual_style("rows--marked")
        for place, row in enumerate(self.rows):
            style = marked_style if shows_mark and place == self.place else self.visual_style
            drawn = self.strips(row.blocks, style)
            strips += drawn
            self._owners += [place] * len(drawn)
        self._pane.fit(strips, self.height_left)

    def _reveal(self) -> None:
        if self.place in self._owners:
            start = self._owners.index(self.place)
            self._pane.reveal(start, start + self._owners.count(self.place))
