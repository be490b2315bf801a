"""What if: the two courses of a session side by side."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll

from simulator.errors import PodiumError
from simulator.language.catalogue import template
from simulator.reports.what_if import Comparison
from simulator.session.events import IllegalEvent
from simulator.tui.screens.base import PodiumScreen
from simulator.tui.widgets.key_footer import KeyFooter
from simulator.tui.widgets.masthead import Masthead
from simulator.tui.widgets.page import TWO_MEASURES, Sheet
from simulator.tui.widgets.reading import SCROLLING
from simulator.tui.widgets.what_if import WHAT_IF, what_if_blocks


class WhatIfScreen(PodiumScreen[None]):
    """Lies over the choice of the other line, so that Esc leads to trying yet another."""

    AUTO_FOCUS = ""
    CSS_PATH = "../styles/reading.tcss"
    HELP_TEXT = template(
        "On the left what happened, on the right the same session run on from another answer: the same chances, and "
        "your later answers wherever the same question comes. An illustrative model. {go_back} goes back."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,enter", "go_back", template("Another answer"), key_display="Esc"),
        *SCROLLING,
    ]

    def __init__(self, compared: Comparison) -> None:
        super().__init__()
        self._compared = compared

    def compose(self) -> ComposeResult:
        yield Masthead()
        yield VerticalScroll(Sheet(), id="page", can_focus=False)
        yield KeyFooter()

    def fill(self) -> None:
        self.query_one(Masthead).show(self.say(WHAT_IF))
        self.query_one(Sheet).show(what_if_blocks(self._compared, self.podium.catalogue), measure=TWO_MEASURES)
        super().fill()

    def action_scroll(self, lines: int) -> None:
        self.query_one("#page").scroll_relative(y=lines, animate=False)

    def action_go_back(self) -> None:
        self.dismiss()


def _nothing() -> None:
    pass


async def show_what_if(
    screen: PodiumScreen[Any], run_on: Callable[[], Comparison], done: Callable[[], None] = _nothing
) -> None:
    """Run a session on in a thread and show both courses over `screen`; what is refused or fails is told there.

    `done` is called before either.
    """

    def tried() -> Comparison | IllegalEvent:
        try:
            return run_on()
        except IllegalEvent as refusal:
            return refusal

    async def show(found: Comparison | IllegalEvent) -> None:
        done()
        if isinstance(found, IllegalEvent):
            screen.podium.tell(screen.say(found.message, **found.params))
        elif screen.is_current:
            await screen.app.push_screen(WhatIfScreen(found))

    async def failed(error: PodiumError) -> None:
        done()
        screen.podium.say_error(error)

    await screen.podium.off_the_loop(tried, show, failed)
