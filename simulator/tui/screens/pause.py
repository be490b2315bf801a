"""Time stands still: the question is out of sight meanwhile, for a pause is for the telephone and not for thinking."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll

from simulator.language.catalogue import template
from simulator.tui.screens.base import PodiumScreen
from simulator.tui.widgets.blocks import heading, prose
from simulator.tui.widgets.key_footer import KeyFooter
from simulator.tui.widgets.masthead import Masthead
from simulator.tui.widgets.page import Sheet

PAUSED = template("Paused")


class PauseScreen(PodiumScreen[None]):
    """Shown while the clock stands; going back lets it run."""

    AUTO_FOCUS = ""
    CSS_PATH = "../styles/reading.tcss"
    HELP_TEXT = template("The clock stands, and the question is covered. {go_back} lets the clock run again.")
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,escape,f8", "go_back", template("Go on"), key_display="Enter"),
    ]

    def __init__(self, time: str) -> None:
        super().__init__()
        self._time = time

    def compose(self) -> ComposeResult:
        yield Masthead()
        yield VerticalScroll(Sheet(), id="page", can_focus=False)
        yield KeyFooter()

    def fill(self) -> None:
        self.query_one(Masthead).show(self.say(PAUSED), self._time)
        told = self.say(
            template("The clock stands. Press Enter when you are ready: the question comes back as it was.")
        )
        self.query_one(Sheet).show([heading(self.say(PAUSED), above=1), prose(told, above=1)])
        super().fill()

    def action_go_back(self) -> None:
        self.dismiss()
