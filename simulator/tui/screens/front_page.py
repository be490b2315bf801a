"""Tomorrow's front page: the session as two newspapers would print it."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll

from simulator.language.catalogue import template
from simulator.reports.front_page import FrontPage
from simulator.tui.screens.base import PodiumScreen
from simulator.tui.widgets.front_page import TITLE, front_page_blocks
from simulator.tui.widgets.key_footer import KeyFooter
from simulator.tui.widgets.masthead import Masthead
from simulator.tui.widgets.page import TWO_MEASURES, Sheet
from simulator.tui.widgets.reading import SCROLLING


class FrontPageScreen(PodiumScreen[None]):
    """Lies over the ending; the debrief has the same page as a tab."""

    AUTO_FOCUS = ""
    CSS_PATH = "../styles/reading.tcss"
    HELP_TEXT = template(
        "Two newspapers of tomorrow: one prints what was said, the other what sells. Under each stand your own words, "
        "what was printed of them underlined, and what would have prevented the story. {go_back} goes back."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,t,T,enter", "go_back", template("Back"), key_display="Esc"),
        *SCROLLING,
    ]

    def __init__(self, page: FrontPage) -> None:
        super().__init__()
        self._page = page

    def compose(self) -> ComposeResult:
        yield Masthead()
        yield VerticalScroll(Sheet(), id="page", can_focus=False)
        yield KeyFooter()

    def fill(self) -> None:
        self.query_one(Masthead).show(self.say(TITLE))
        self.query_one(Sheet).show(front_page_blocks(self._page, self.podium.catalogue), measure=TWO_MEASURES)
        super().fill()

    def action_scroll(self, lines: int) -> None:
        self.query_one("#page").scroll_relative(y=lines, animate=False)

    def action_go_back(self) -> None:
        self.dismiss()
