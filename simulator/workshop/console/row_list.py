"""A list of rows that it draws itself: two hundred seats cost what is in sight of them. One is marked, any chosen."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.strip import Strip

from simulator.language.catalogue import template
from simulator.tui.spots import Spot
from simulator.tui.widgets.blocks import Paragraph
from simulator.tui.widgets.drawn import Drawn

WHEEL_ROWS = 3
CHOSEN_SIGN = "✓"
MARK_SIGN = "▌"


@dataclass(frozen=True, slots=True)
class Row:
    """A row of `height` lines, none of which is wrapped. `key` tells it from all others.

    `draw` makes the lines; it is asked only while the row is in sight, and not again as long as `told` is equal: all
    that the lines are made of. Without it, they are made each time.
    """

    key: str
    draw: Callable[[], Sequence[Content]]
    height: int = 1
    told: object = None


def row(key: str, line: Content) -> Row:
    """A row of one line that is at hand."""
    return Row(key, lambda: (line,))


class RowList(Drawn, can_focus=True):
    """The marked row stays marked wherever it moves to; where it has gone, the one at its place is."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"rows--marked", "rows--sign"}
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "step(1)", template("Choose"), key_display="↑↓"),
        Binding("up", "step(-1)", "", show=False),
        Binding("home", "step(-100000)", "", show=False),
        Binding("end", "step(100000)", "", show=False),
    ]

    class Marked(Message):
        """Another row is marked."""

    class Opened(Message):
        """The marked row was clicked."""

    def __init__(self, id: str) -> None:
        super().__init__(id)
        self._rows_shown: Sequence[Row] = ()
        self._chosen: Collection[str] = ()
        self._place = 0
        self._top = 0
        self._kept: dict[str, tuple[object, list[Strip]]] = {}

    @property
    def marked(self) -> str:
        """The key of the marked row; empty where there is none."""
        return self._rows_shown[self._place].key if self._rows_shown else ""

    def show(self, rows: Sequence[Row], chosen: Collection[str] = ()) -> None:
        """Show these rows, some of them as chosen; only what looks otherwise than before is painted."""
        before = self.marked
        keys = {row.key: place for place, row in enumerate(rows)}
        self._rows_shown, self._chosen = rows, chosen
        self._place = keys.get(before, max(0, min(self._place, len(rows) - 1)))
        self.redraw()

    def mark(self, key: str) -> None:
        """Mark a row."""
        places = [place for place, row in enumerate(self._rows_shown) if row.key == key]
        if places:
            self._go(places[0])

    def begin(self) -> None:
        """Mark the first row."""
        self._place = self._top = 0
        self.redraw()

    def action_step(self, rows: int) -> None:
        self._go(self._place + rows)

    def _go(self, place: int) -> None:
        place = max(0, min(place, len(self._rows_shown) - 1))
        if place != self._place:
            self._place = place
            self.redraw()
            self.post_message(self.Marked())

    def draw(self) -> Sequence[Strip]:
        if not self._rows_shown:
            return ()
        self._reveal()
        drawn: list[Strip] = []
        for place in range(self._top, len(self._rows_shown)):
            if len(drawn) >= self.height_left:
                break
            drawn += self._strips_of(place)
        return drawn[: self.height_left]

    def _reveal(self) -> None:
        """Bring the marked row into sight, by as little as will do."""
        room = self.height_left
        self._top = max(0, min(self._top, self._place))
        lowest, used = self._place, self._rows_shown[self._place].height
        while lowest > self._top and used + self._rows_shown[lowest - 1].height <= room:
            lowest -= 1
            used += self._rows_shown[lowest].height
        self._top = max(self._top, lowest)
        # Nothing stays empty below while there is something above.
        while self._top and self._lines(self._top - 1, self._top + room) <= room:
            self._top -= 1

    def _lines(self, start: int, end: int) -> int:
        return sum(row.height for row in self._rows_shown[start:end])

    def look_changed(self) -> None:
        self._kept.clear()

    def _strips_of(self, place: int) -> list[Strip]:
        row, marked = self._rows_shown[place], place == self._place
        told = (row.told, marked, marked and self.has_focus, row.key in self._chosen)
        kept = self._kept.get(row.key)
        if row.told is None or kept is None or kept[0] != told:
            kept = self._kept[row.key] = (told, self._drawn(place))
        return kept[1]

    def _drawn(self, place: int) -> list[Strip]:
        row, room = self._rows_shown[place], max(1, self.content_size.width - 3)
        sign = Content.styled(MARK_SIGN, "$primary") if place == self._place else Content(" ")
        chosen = Content.styled(CHOSEN_SIGN, "bold $success") if row.key in self._chosen else Content(" ")
        lines = [
            Paragraph(
                Content.assemble(sign, Content(" ") if number else chosen, line.truncate(room, ellipsis=True)), indent=0
            )
            for number, line in enumerate(row.draw())
        ]
        marked = place == self._place and self.has_focus
        return self.strips(lines, self.get_visual_style("rows--marked") if marked else self.visual_style)

    def on_focus(self) -> None:
        self.redraw()

    def on_blur(self) -> None:
        self.redraw()

    def on_click(self, event: events.Click) -> None:
        offset = event.get_content_offset(self)
        place = self._place_at(offset.y - self.top_rows) if offset is not None else None
        if place is not None:
            self._press(place)

    def _press(self, place: int) -> None:
        if place == self._place:
            self.post_message(self.Opened())
        self._go(place)

    def _place_at(self, y: int) -> int | None:
        for place, start in self._placed():
            if start <= y < start + self._rows_shown[place].height:
                return place
        return None

    def _placed(self) -> Iterator[tuple[int, int]]:
        """Each row in sight, with the line that it begins at."""
        start = 0
        for place in range(self._top, len(self._rows_shown)):
            if start >= self.height_left:
                return
            yield place, start
            start += self._rows_shown[place].height

    def spots(self) -> Iterator[Spot]:
        """Each row in sight."""
        for place, start in self._placed():
            yield Spot(0, start + self.top_rows, partial(self._press, place))

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        self.action_step(WHEEL_ROWS)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        self.action_step(-WHEEL_ROWS)
