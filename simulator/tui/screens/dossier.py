"""The dossier during the press conference, one key away. The clock of a timed question goes on meanwhile."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from simulator.language.catalogue import template
from simulator.session.view import Desk
from simulator.tui.screens.base import PodiumScreen
from simulator.tui.widgets.dossier import DossierTabs
from simulator.tui.widgets.key_footer import KeyFooter
from simulator.tui.widgets.masthead import Masthead


class DossierScreen(PodiumScreen[None]):
    """What is on the desk at this moment."""

    CSS_PATH = "../styles/reading.tcss"
    HELP_TEXT = template("The arrow keys left and right turn the tabs, up and down scroll. Esc goes back to the press room.")
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,f2,d", "app.pop_screen", template("Back to the press room"), key_display="Esc"),
        Binding("left", "turn(-1)", "", show=False, priority=True),
        Binding("right", "turn(1)", template("Tabs"), key_display="←→", priority=True),
        Binding("down", "scroll(1)", template("Scroll"), key_display="↑↓", priority=True),
        Binding("up", "scroll(-1)", "", show=False, priority=True),
        Binding("pagedown,space", "scroll(10)", "", show=False, priority=True),
        Binding("pageup", "scroll(-10)", "", show=False, priority=True),
    ]

    def __init__(self, desk: Desk, time: str) -> None:
        super().__init__()
        self._desk = desk
        self._time = time

    def compose(self) -> ComposeResult:
        yield Masthead(self.say(template("Dossier")), self._time)
        yield DossierTabs(self._desk, self.podium.catalogue)
        yield KeyFooter()

    def action_turn(self, step: int) -> None:
        self.query_one(DossierTabs).turn(step)

    def action_scroll(self, lines: int) -> None:
        self.query_one(DossierTabs).scroll_pane(lines)
