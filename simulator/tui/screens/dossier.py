"""The dossier during the press conference, one key away. The clock of a timed question goes on meanwhile, in sight."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from simulator.language.catalogue import template
from simulator.session.view import Desk
from simulator.tui.screens.base import PodiumScreen
from simulator.tui.widgets.countdown import Countdown
from simulator.tui.widgets.dossier import dossier_tabs
from simulator.tui.widgets.key_footer import KeyFooter
from simulator.tui.widgets.masthead import Masthead
from simulator.tui.widgets.reading import SCROLLING, TURNING, Reading

TICK = 0.25


class DossierScreen(PodiumScreen[None]):
    """What is on the desk at this moment; `left_ms` tells what is left of the time to answer in.

    `own` are the messages that one prepared; `reread` gives the desk again, in whichever language it is told by then.
    """

    AUTO_FOCUS = ""
    CSS_PATH = "../styles/reading.tcss"
    HELP_TEXT = template(
        "The arrow keys left and right turn the tabs, up and down scroll. {go_back} goes back to where you were."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,f2,d,D,enter", "go_back", template("Back"), key_display="Esc"),
        *TURNING,
        *SCROLLING,
    ]

    def __init__(
        self,
        desk: Desk,
        time: str,
        left_ms: Callable[[], int | None],
        own: Sequence[str] = (),
        reread: Callable[[], Desk] | None = None,
    ) -> None:
        super().__init__()
        self._reread = reread
        self._desk = desk
        self._time = time
        self._left_ms = left_ms
        self._own = own

    def compose(self) -> ComposeResult:
        yield Masthead()
        yield Reading()
        yield Countdown()
        yield KeyFooter()

    def on_mount(self) -> None:
        super().on_mount()
        self.set_interval(TICK, self._show_countdown)

    def fill(self) -> None:
        self._desk = self._reread() if self._reread else self._desk
        self.query_one(Masthead).show(self.say(template("Dossier")), self._time)
        self.query_one(Reading).show([*dossier_tabs(self._desk, self.podium.catalogue, self._own)])
        self._show_countdown()
        super().fill()

    def _show_countdown(self) -> None:
        self.query_one(Countdown).show_if_limited(self._left_ms())

    def action_turn(self, step: int) -> None:
        self.query_one(Reading).turn(step)

    def action_scroll(self, lines: int) -> None:
        self.query_one(Reading).scroll_page(lines)

    def action_go_back(self) -> None:
        self.dismiss()
