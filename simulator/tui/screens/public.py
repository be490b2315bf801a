"""The public at large, one key away in the press room. The clock of a timed question goes on meanwhile, in sight."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll

from simulator.language.catalogue import template
from simulator.tui.screens.base import PodiumScreen
from simulator.tui.widgets.countdown import Countdown
from simulator.tui.widgets.key_footer import KeyFooter
from simulator.tui.widgets.masthead import Masthead
from simulator.tui.widgets.page import Sheet
from simulator.tui.widgets.public import TITLE, public_blocks
from simulator.tui.widgets.public_now import PublicNow
from simulator.tui.widgets.reading import SCROLLING

TICK = 0.25


class PublicScreen(PodiumScreen[None]):
    """Trust by group and the rumour's spread at this moment; `left_ms` tells what is left to answer in."""

    AUTO_FOCUS = ""
    CSS_PATH = "../styles/reading.tcss"
    HELP_TEXT = template(
        "How each part of the public trusts you, and how far the rumour has got: an illustrative model. ▲ and ▼ tell "
        "what has changed since the last answer. {go_back} goes back to where you were."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,f6,enter", "go_back", template("Back"), key_display="Esc"),
        *SCROLLING,
    ]

    def __init__(self, now: PublicNow, time: str, left_ms: Callable[[], int | None]) -> None:
        super().__init__()
        self._now = now
        self._time = time
        self._left_ms = left_ms

    def compose(self) -> ComposeResult:
        yield Masthead()
        yield VerticalScroll(Sheet(), id="page", can_focus=False)
        yield Countdown()
        yield KeyFooter()

    def on_mount(self) -> None:
        super().on_mount()
        self.set_interval(TICK, self._show_countdown)

    def fill(self) -> None:
        self.query_one(Masthead).show(self.say(TITLE), self._time)
        self.query_one(Sheet).show(public_blocks(self._now, self.podium.catalogue))
        self._show_countdown()
        super().fill()

    def _show_countdown(self) -> None:
        self.query_one(Countdown).show_if_limited(self._left_ms())

    def action_scroll(self, lines: int) -> None:
        self.query_one("#page").scroll_relative(y=lines, animate=False)

    def action_go_back(self) -> None:
        self.dismiss()
