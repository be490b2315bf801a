"""The ending: the headline, what became of it, and the lesson."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from simulator.language.catalogue import template
from simulator.language.words import OUTCOME_NAMES
from simulator.scenario.scenes import Ending
from simulator.session.view import View, view
from simulator.tui.screens.base import PodiumScreen
from simulator.tui.widgets.blocks import Block, heading, prose
from simulator.tui.widgets.key_footer import KeyFooter
from simulator.tui.widgets.masthead import Masthead
from simulator.tui.widgets.page import Sheet
from simulator.tui.widgets.plain import plain

if TYPE_CHECKING:
    from simulator.exercise.exercise import Exercise
    from simulator.reports.debrief import Debrief
    from simulator.reports.front_page import FrontPage
    from simulator.scenario.model import Scenario

_SIGNS = {"good": ("●", "$success"), "mixed": ("◐", "$warning"), "poor": ("○", "$error")}


class EndingScreen(PodiumScreen[None]):
    """Where the session ended. Enter leads to the debrief."""

    CSS_PATH = "../styles/reading.tcss"
    AUTO_FOCUS = "#ending"
    HELP_TEXT = template(
        "The session has ended here, by what was said. {open_debrief} opens the debrief, {open_front_page} tomorrow's "
        "front page, {to_library} the library."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "open_debrief", template("Debrief"), key_display="Enter"),
        Binding("t,T", "open_front_page", template("Tomorrow's front page"), key_display="T"),
        Binding("escape", "to_library", template("Library"), key_display="Esc"),
        Binding("escape", "to_home", template("Back"), key_display="Esc", id="to_library"),
    ]

    def __init__(self, exercise: Exercise) -> None:
        super().__init__()
        self.exercise = exercise
        self._table = view(exercise.scenario, exercise.state)

    @property
    def story(self) -> Scenario:
        return self.exercise.scenario

    def retell(self, story: Scenario) -> None:
        self.exercise.retell(story)
        self._table = view(self.exercise.scenario, self.exercise.state)

    def compose(self) -> ComposeResult:
        yield Masthead()
        with VerticalScroll(id="ending"):
            yield Static(id="front-page")
            yield Sheet(id="what-became")
        yield KeyFooter()

    def fill(self) -> None:
        scene = self._table.scene
        assert isinstance(scene, Ending)
        sign, tone = _SIGNS[scene.outcome]
        outcome = (f"{sign} {self.say(OUTCOME_NAMES[scene.outcome])}", f"bold {tone}")
        self.query_one(Masthead).show(self.exercise.scenario.title, self._table.time)
        self.query_one("#front-page", Static).update(Content.assemble((plain(scene.headline), "bold"), "\n\n", outcome))
        self.query_one("#what-became", Sheet).show(self._blocks(scene, self._table))
        super().fill()

    def _blocks(self, scene: Ending, table: View) -> Iterator[Block]:
        yield prose(scene.text)
        figures = template("Public trust {trust}, media heat {heat} (illustrative)")
        yield prose(Content.styled(self.say(figures, trust=table.trust, heat=table.heat), "$quiet"), above=1)
        yield heading(self.say(template("What to take away")))
        yield prose(scene.lesson)

    async def action_open_debrief(self) -> None:
        from simulator.tui.screens.debrief import open_debrief

        await open_debrief(self.podium, lambda: self.exercise, instead=True)

    async def action_open_front_page(self) -> None:
        from simulator.tui.screens.debrief import read_back
        from simulator.tui.screens.front_page import FrontPageScreen

        async def show(read: tuple[Debrief, FrontPage]) -> None:
            await self.app.push_screen(FrontPageScreen(read[1]))

        await self.podium.off_the_loop(lambda: read_back(self.podium.house, self.exercise), show)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Esc leads to where one came from, which is not always the library."""
        return action not in ("to_library", "to_home") or self.podium.at_library == (action == "to_library")

    def action_to_library(self) -> None:
        self.podium.to_library()

    def action_to_home(self) -> None:
        self.podium.to_home()
