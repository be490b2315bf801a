"""After a single question: the answer in short, beside an earlier one or the best line, and the way to the next."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content

from simulator.errors import PodiumError
from simulator.language.catalogue import template
from simulator.scenario.single import parted
from simulator.tui.screens.base import PodiumScreen
from simulator.tui.widgets.blocks import Block, Paragraph, prose
from simulator.tui.widgets.due import comes_again_block
from simulator.tui.widgets.key_footer import KeyFooter
from simulator.tui.widgets.masthead import Masthead
from simulator.tui.widgets.page import TWO_MEASURES, Sheet
from simulator.tui.widgets.reading import SCROLLING
from simulator.tui.widgets.two_answers import side_by_side

if TYPE_CHECKING:
    from simulator.exercise.exercise import Exercise
    from simulator.practice.desk import PracticeDesk
    from simulator.reports.debrief import AnsweredQuestion
    from simulator.scenario.model import Scenario


class AnsweredScreen(PodiumScreen[None]):
    """Instead of an ending: nothing has happened but one answer. Enter puts the next question, if there is one."""

    AUTO_FOCUS = ""
    CSS_PATH = "../styles/reading.tcss"
    HELP_TEXT = template(
        "Your answer beside the best of the prepared lines, or beside the one that you gave before. {next_question} "
        "puts the next question of this round, {open_debrief} opens the whole debrief with its reasons."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "next_question", template("Next question"), key_display="Enter"),
        Binding("enter", "to_home", template("Finish"), key_display="Enter", id="next_question"),
        Binding("d,D", "open_debrief", template("Debrief"), key_display="D"),
        Binding("l,L", "to_library", template("Library"), key_display="L"),
        *SCROLLING,
        Binding("escape", "go_back", template("Back"), key_display="Esc"),
    ]

    def __init__(self, exercise: Exercise) -> None:
        super().__init__()
        self.exercise = exercise
        self._asked: AnsweredQuestion | None = None
        self._earlier: AnsweredQuestion | None = None
        self._desk: PracticeDesk | None = None
        self._more = False

    @property
    def story(self) -> Scenario:
        return self.exercise.scenario

    def retell(self, story: Scenario) -> None:
        self.exercise.retell(story)
        self._read()

    def compose(self) -> ComposeResult:
        yield Masthead()
        yield VerticalScroll(Sheet(), id="page", can_focus=False)
        yield KeyFooter()

    def on_mount(self) -> None:
        super().on_mount()
        self._read()

    @work(exclusive=True)
    async def _read(self) -> None:
        """What there is to show, read off the loop."""
        try:
            await asyncio.to_thread(self._look_up)
        except PodiumError as error:
            self.podium.say_error(error)
        self.fill()
        self.refresh_bindings()

    def _look_up(self) -> None:
        house, round_ = self.podium.house, self.podium.round
        questions = house.debrief(self.exercise).questions
        self._asked = questions[-1] if questions else None
        earlier = round_.earlier if round_ else None
        if earlier is not None and self._earlier is None:
            before = house.debrief(house.look_back(earlier.session)).questions
            self._earlier = before[earlier.number - 1] if earlier.number <= len(before) else None
        self._more = bool(round_ and round_.upcoming())
        self._desk = house.learning.practice()

    def fill(self) -> None:
        self.query_one(Masthead).show(self.exercise.scenario.title)
        self.query_one(Sheet).show(self._page(), measure=TWO_MEASURES)
        super().fill()

    def _page(self) -> Iterator[Block]:
        asked, say, catalogue = self._asked, self.say, self.podium.catalogue
        if asked is None:
            return
        yield Paragraph(Content.styled(asked.title, "bold"), indent=0)
        yield Paragraph(Content(asked.question), Content(" "), bar="$primary", indent=0)
        yield prose("")
        title = say(template("You kept silent") if asked.silent else template("Your answer"))
        if self._earlier is not None:
            before = say(template("Your earlier answer")), self._earlier.given
            yield side_by_side(before, (say(template("Your new answer")), asked.given), catalogue)
        else:
            best = say(template("The best line")), asked.best
            yield side_by_side((title, asked.given), best, catalogue)
        if self._desk is not None:
            yield from comes_again_block(self._desk, asked.given.assessment, catalogue)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Enter puts the next question while there is one, and then leads back."""
        if action in ("next_question", "to_home"):
            return self._more == (action == "next_question")
        return True

    def action_scroll(self, lines: int) -> None:
        self.query_one("#page").scroll_relative(y=lines, animate=False)

    async def action_next_question(self) -> None:
        """The case of the next question, instead of this screen."""
        from simulator.tui.screens.case import next_of_round

        if self.podium.round is not None:
            await next_of_round(self.podium, self.podium.round, instead=True)

    async def action_open_debrief(self) -> None:
        """The whole debrief, with every reason."""
        from simulator.tui.screens.debrief import open_debrief

        await open_debrief(self.podium, lambda: self.exercise)

    def action_to_home(self) -> None:
        self.podium.to_home()

    def action_go_back(self) -> None:
        self.podium.to_home()

    def action_to_library(self) -> None:
        self.podium.to_library()


def after_the_end(exercise: Exercise) -> PodiumScreen[Any]:
    """The screen of a session that has ended."""
    from simulator.tui.screens.ending import EndingScreen

    return AnsweredScreen(exercise) if parted(exercise.scenario.id)[1] else EndingScreen(exercise)
