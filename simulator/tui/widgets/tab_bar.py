"""A row of tabs, drawn by one widget: titles, and under them a line that is heavy below the open one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from textual import events
from textual.content import Content
from textual.message import Message
from textual.widget import Widget

from simulator.tui.spots import Spot

GAP = 2


class TabBar(Widget, can_focus=False):
    """`active` is the open tab, from 0. Where not all titles fit, those before the open one make room for it."""

    ALLOW_SELECT = False

    class Turned(Message):
        """Another tab is open."""

    def __init__(self) -> None:
        super().__init__()
        self.active = 0
        self._titles: Sequence[str] = ()

    def show(self, titles: Sequence[str]) -> None:
        """Name the tabs in the present language."""
        self._titles = titles
        self.refresh()

    def turn(self, step: int) -> None:
        """Open the next tab, or the one before; the first comes after the last."""
        self.open((self.active + step) % len(self._titles))

    def open(self, tab: int) -> None:
        """Open a tab."""
        if tab != self.active:
            self.active = tab
            self.refresh()
            self.post_message(self.Turned())

    def render(self) -> Content:
        width = self.content_size.width
        titles, rule = Content(""), Content("")
        for tab, start in self._placed():
            title, gap = self._titles[tab], start - titles.cell_length
            style, heavy = ("bold $foreground", "$primary") if tab == self.active else ("$quiet", "")
            titles = titles.pad_right(gap) + Content.styled(title, style)
            line = "━" if heavy else "─"
            rule += Content.assemble(("─" * gap, "$rule"), (line * len(title), heavy or "$rule"))
        rest = Content.styled("─" * max(0, width - rule.cell_length), "$rule")
        return Content("\n").join([titles.truncate(width), (rule + rest).truncate(width)])

    def on_click(self, event: events.Click) -> None:
        offset = event.get_content_offset(self)
        for tab, start in self._placed():
            if offset is not None and start <= offset.x < start + len(self._titles[tab]):
                self.open(tab)

    def spots(self) -> Iterator[Spot]:
        """Each tab in sight."""
        for tab, start in self._placed():
            if start < self.content_size.width:
                yield Spot(start, 0, partial(self.open, tab))

    def _placed(self) -> list[tuple[int, int]]:
        """Each tab in sight with the column that it begins at."""
        first = 0
        while first < self.active and self._end(first, self.active) > self.content_size.width:
            first += 1
        return [(tab, self._end(first, tab) - len(self._titles[tab])) for tab in range(first, len(self._titles))]

    def _end(self, first: int, tab: int) -> int:
        """The column at which a tab ends if `first` is the first in sight."""
        return sum(len(title) + GAP for title in self._titles[first : tab + 1]) - GAP
