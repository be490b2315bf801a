"""Tabs of pages to read: turned with the arrow keys left and right, scrolled with up and down."""

from __future__ import annotations

from collections.abc import Sequence

from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import TabbedContent, TabPane, Tabs

from simulator.language.catalogue import template
from simulator.tui.widgets.blocks import Block
from simulator.tui.widgets.page import Sheet

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
"""For screens that hand the steps on to their `Reading`, in which nothing takes the focus unless it is clicked."""


class Reading(TabbedContent):
    """So many tabs, each a page; `show` fills them, again after a change of language."""

    def __init__(self, count: int) -> None:
        super().__init__()
        for number in range(count):
            scroll = VerticalScroll(Sheet(), can_focus=False)
            self.compose_add_child(TabPane(Content(" "), scroll, id=f"tab-{number}"))

    def show(self, tabs: Sequence[tuple[str, list[Block]]]) -> None:
        """Put titles and pages into the tabs."""
        for number, (title, blocks) in enumerate(tabs):
            self.get_tab(f"tab-{number}").label = Content(title)
            self.get_pane(f"tab-{number}").query_one(Sheet).show(blocks)

    def turn(self, step: int) -> None:
        """Open the next tab, or the one before."""
        turn(self, step)

    def scroll_page(self, lines: int) -> None:
        """Scroll the open tab by so many lines."""
        if self.active_pane is not None:
            self.active_pane.query_one(VerticalScroll).scroll_relative(y=lines, animate=False)


def turn(tabbed: TabbedContent, step: int) -> None:
    """Open the next tab of any tabbed content, or the one before."""
    tabs = tabbed.query_one(Tabs)
    if step > 0:
        tabs.action_next_tab()
    else:
        tabs.action_previous_tab()
