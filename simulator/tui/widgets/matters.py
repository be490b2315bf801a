"""The restricted matters of a dossier, each of which can be marked as not to be said."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.widget import Widget

from simulator.scenario.dossier import Restricted
from simulator.tui.spots import Spot
from simulator.tui.widgets.plain import plain

CARET_CELLS = 2


class Matters(Widget, can_focus=True):
    """A line for each; the arrow keys walk, space or a click marks."""

    ALLOW_SELECT = False
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "walk(1)", "", show=False),
        Binding("up", "walk(-1)", "", show=False),
        Binding("space,enter", "mark", "", show=False),
    ]

    class Changed(Message):
        """Something was marked, or is no longer."""

    def __init__(self, matters: Sequence[Restricted], marked: Sequence[str]) -> None:
        super().__init__(id="matters")
        self._matters = matters
        self._marked = set(marked)
        self._place = 0
        self.styles.height = len(matters)

    @property
    def marked(self) -> tuple[str, ...]:
        """The ids of those marked, in the order of the dossier."""
        return tuple(matter.id for matter in self._matters if matter.id in self._marked)

    def render(self) -> Content:
        rows = (self._row(place, matter) for place, matter in enumerate(self._matters))
        return Content("\n").join(list(rows))

    def _row(self, place: int, matter: Restricted) -> Content:
        marked = matter.id in self._marked
        box = Content.styled("[✕] " if marked else "[ ] ", "bold $error" if marked else "$quiet")
        here = self.has_focus and place == self._place
        caret = Content.styled("▸ ", "bold $primary") if here else Content(" " * CARET_CELLS)
        row = (caret + box + Content(plain(matter.text))).truncate(self.content_size.width, ellipsis=True, pad=True)
        return row.stylize("on $chosen bold") if here else row

    def action_walk(self, step: int) -> None:
        """To the next, or beyond the last to the next field."""
        place = self._place + step
        if 0 <= place < len(self._matters):
            self._place = place
            self.refresh()
        elif step > 0:
            self.screen.focus_next()
        else:
            self.screen.focus_previous()

    def action_mark(self) -> None:
        """Mark what one stands at, or unmark it."""
        self._marked ^= {self._matters[self._place].id}
        self.refresh()
        self.post_message(self.Changed())

    def on_click(self, event: events.Click) -> None:
        offset = event.get_content_offset(self)
        if offset is not None and offset.y < len(self._matters):
            self._touch(offset.y)

    def spots(self) -> Iterator[Spot]:
        """Each matter."""
        for place in range(len(self._matters)):
            yield Spot(CARET_CELLS, place, partial(self._touch, place))

    def _touch(self, place: int) -> None:
        self.focus()
        self._place = place
        self.action_mark()
