"""The ending: the headline, what became of it, and the lesson."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from simulator.language.catalogue import template
from simulator.language.words import OUTCOME_NAMES
from simulator.scenario.scenes import Ending
from simulator.session.view import view
from simulator.tui.screens.base import PodiumScreen
from simulator.tui.widgets.assessment import Block, heading
from simulator.tui.widgets.key_footer import KeyFooter
from simulator.tui.widgets.masthead import Masthead

if TYPE_CHECKING:
    from simulator.exercise.exercise import Exercise

_SIGNS = {"good": ("●", "$success"), "mixed": ("◐", "$warning"), "poor": ("○", "$error")}


class EndingScreen(PodiumScreen[None]):
    """Where the session ended. Enter leads to the debrief."""

    CSS_PATH = "../styles/reading.tcss"
    HELP_TEXT = template("The session has ended here, by what was said. Enter opens the debrief, Esc the library.")
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "open_debrief", template("Debrief"), key_display="Enter", priority=True),
        Binding("escape", "to_library", template("Library"), key_display="Esc"),
    ]

    def __init__(self, exercise: Exercise) -> None:
        super().__init__()
        self.exercise = exercise

    def compose(self) -> ComposeResult:
        table = view(self.exercise.scenario, self.exercise.state)
        assert isinstance(table.scene, Ending)
        sign, tone = _SIGNS[table.scene.outcome]
        yield Masthead(self.exercise.scenario.title, table.time)
        with VerticalScroll(id="ending"):
            yield Static(Content.styled(f"{sign} {self.say(OUTCOME_NAMES[table.scene.outcome])}", f"bold {tone}"), classes="block outcome")
            yield Static(Content.styled(table.scene.headline, "bold"), id="front-page")
            yield Block(Content(table.scene.text), "block-prose").drawn()
            figures = template("Public trust {trust}, media heat {heat} (illustrative)")
            yield Block(Content.styled(self.say(figures, trust=table.trust, heat=table.heat), "$quiet"), "block-prose").drawn()
            yield heading(self.say(template("What to take away"))).drawn()
            yield Block(Content(table.scene.lesson), "block-prose").drawn()
        yield KeyFooter()

    def fill(self) -> None:
        self.query_one("#ending").focus()

    def action_open_debrief(self) -> None:
        from simulator.tui.screens.debrief import DebriefScreen

        self.app.switch_screen(DebriefScreen(self.podium.house.debrief(self.exercise)))

    def action_to_library(self) -> None:
        self.podium.to_library()
