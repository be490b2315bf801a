"""Tabs of pages to read: turned with the arrow keys left and right, scrolled with up and down."""

from __future__ import annotations

from collections.abc import Sequence

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll

from simulator.language.catalogue import template
from simulator.tui.widgets.blocks import Block
from simulator.tui.widgets.page import Sheet
from simulator.tui.widgets.tab_bar import TabBar

TURNING: tuple[BindingType, ...] = (
    Binding("left", "turn(-1)", "", show=False),
    Binding("right", "turn(1)", template("Tabs"), key_display="←→"),
)
SCROLLING: tuple[BindingType, ...] = (
    Binding("down", "scroll(1)", template("Scroll"), key_display="↑↓"),
    Binding("up", "scroll(-1)", "", show=False),
    Binding("pagedown,space", "scroll(10)", "", show=False),
    Binding("pageup", "scroll(-10)", "", show=False),
    Binding("home", "scroll(-10000)", "", show=False),
    Binding("end", "scroll(10000)", "", show=False),
)
"""For screens that hand the steps on to their `Reading`; nothing in it takes the focus."""


class Reading(Vertical):
    """One page for all tabs, which remembers how far each was scrolled; `show` again after a change of language."""

    def __init__(self) -> None:
        super().__init__()
        self._pages: Sequence[list[Block]] = ()
        self._open = 0
        self._tops: dict[int, float] = {}

    def compose(self) -> ComposeResult:
        yield TabBar()
        yield VerticalScroll(Sheet(), can_focus=False)

    @property
    def active(self) -> int:
        """The open tab, from 0."""
        return self.query_one(TabBar).active

    def show(self, tabs: Sequence[tuple[str, list[Block]]]) -> None:
        """Put titles and pages into the tabs."""
        self._pages = [blocks for _, blocks in tabs]
        self.query_one(TabBar).show([title for title, _ in tabs])
        self.query_one(Sheet).show(self._pages[self.active])

    def turn(self, step: int) -> None:
        """Open the next tab, or the one before."""
        self.query_one(TabBar).turn(step)

    def scroll_page(self, lines: int) -> None:
        """Scroll the open tab by so many lines."""
        self.query_one(VerticalScroll).scroll_relative(y=lines, animate=False)

    @on(TabBar.Turned)
    def _turned(self) -> None:
        scroll = self.query_one(VerticalScroll)
        self._tops[self._open] = scroll.scroll_y
        self._open = self.active
        self.query_one(Sheet).show(self._pages[self._open])
        scroll.scroll_to(y=self._tops.get(self._open, 0), animate=False)
