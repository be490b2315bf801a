"""What is known of the case, before a single question is put: one page, then the question."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll

from simulator.language.catalogue import template
from simulator.session.advance import before_start
from simulator.session.view import desk
from simulator.tui.screens.base import PodiumScreen
from simulator.tui.widgets.blocks import Block, heading, prose
from simulator.tui.widgets.dossier import dossier_page
from simulator.tui.widgets.key_footer import KeyFooter
from simulator.tui.widgets.masthead import Masthead
from simulator.tui.widgets.page import Sheet
from simulator.tui.widgets.reading import SCROLLING

if TYPE_CHECKING:
    from simulator.exercise.exercise import Exercise
    from simulator.scenario.model import Scenario
    from simulator.tui.app import PodiumApp
    from simulator.tui.rounds import Round


class CaseScreen(PodiumScreen[None]):
    """The role and the dossier of a question's case. Nothing has begun until Enter puts the question."""

    AUTO_FOCUS = ""
    CSS_PATH = "../styles/reading.tcss"
    HELP_TEXT = template(
        "What is known of the case. {put_question} puts the question: you answer it in your own words, and the "
        "prepared lines are one key away. The dossier stays at hand there, too."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "put_question", template("To the question"), key_display="Enter"),
        *SCROLLING,
        Binding("escape", "go_back", template("Back"), key_display="Esc"),
    ]

    def __init__(self, round_: Round, scenario: Scenario) -> None:
        super().__init__()
        self._round = round_
        self._scenario = scenario

    @property
    def story(self) -> Scenario:
        return self._scenario

    def retell(self, story: Scenario) -> None:
        self._scenario = story

    def compose(self) -> ComposeResult:
        yield Masthead()
        yield VerticalScroll(Sheet(), id="page", can_focus=False)
        yield KeyFooter()

    def fill(self) -> None:
        self.query_one(Masthead).show(self._scenario.title, self._scenario.clock.start)
        self.query_one(Sheet).show(self._page())
        super().fill()

    def _page(self) -> Iterator[Block]:
        yield heading(self.say(template("Your role")), above=0)
        yield prose(self._scenario.role)
        yield prose("")
        yield from dossier_page(desk(self._scenario, before_start(self._scenario)), self.podium.catalogue)

    def action_scroll(self, lines: int) -> None:
        self.query_one("#page").scroll_relative(y=lines, animate=False)

    async def action_put_question(self) -> None:
        """Begin the session; the press room opens the field for one's own words."""
        round_, question = self._round, self._scenario.id
        self.podium.round = round_

        def begin() -> Exercise:
            return round_.begin(question)

        await self.podium.enter_press_room(begin)

    def action_go_back(self) -> None:
        self.podium.to_home()


async def next_of_round(podium: PodiumApp, round_: Round, *, instead: bool = False) -> None:
    """The case of a round's next question, over the present screen or `instead` of it; home again if there is none."""

    def read() -> Scenario | None:
        question = round_.upcoming()
        return podium.house.scenario(question) if question else None

    async def show(scenario: Scenario | None) -> None:
        if scenario is None:
            podium.to_home()
        else:
            await (podium.switch_screen if instead else podium.push_screen)(CaseScreen(round_, scenario))

    await podium.off_the_loop(read, show)
