"""One past answer with the words that its grade rests on, and the others that were given to the same question."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content

from simulator.errors import UsageError
from simulator.language.catalogue import template
from simulator.tui.rounds import PracticeRound
from simulator.tui.screens.base import PodiumScreen
from simulator.tui.widgets.blocks import Block, heading, prose
from simulator.tui.widgets.debrief import question_blocks
from simulator.tui.widgets.key_footer import KeyFooter
from simulator.tui.widgets.masthead import Masthead
from simulator.tui.widgets.page import Sheet
from simulator.tui.widgets.past import past_blocks
from simulator.tui.widgets.reading import SCROLLING

if TYPE_CHECKING:
    from simulator.practice.answered import Answered
    from simulator.reports.debrief import AnsweredQuestion
    from simulator.tui.app import PodiumApp


class PastAnswerScreen(PodiumScreen[None]):
    """As in the debrief of its session; below, the other answers in short."""

    AUTO_FOCUS = ""
    CSS_PATH = "../styles/reading.tcss"
    HELP_TEXT = template(
        "The answer as its debrief has it, with the words that each level rests on. {try_again} puts the question "
        "again; {go_back} goes back to the list."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("r,R", "try_again", template("Try again"), key_display="R"),
        *SCROLLING,
        Binding("escape,enter", "go_back", template("Back"), key_display="Esc"),
    ]

    def __init__(self, answer: Answered, asked: AnsweredQuestion, others: Sequence[Answered]) -> None:
        super().__init__()
        self._answer = answer
        self._asked = asked
        self._others = others

    def compose(self) -> ComposeResult:
        yield Masthead()
        yield VerticalScroll(Sheet(), id="page", can_focus=False)
        yield KeyFooter()

    def fill(self) -> None:
        self.query_one(Masthead).show(self._asked.title)
        self.query_one(Sheet).show(self._page())
        super().fill()

    def _page(self) -> Iterator[Block]:
        yield from question_blocks(self._asked, self.podium.catalogue)
        if self._others:
            yield heading(self.say(template("Your other answers to this question")))
        for number, other in enumerate(self._others):
            if number:
                yield prose(Content(""))
            yield from past_blocks(other, 0, self.podium.catalogue)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        return action != "try_again" or self._answer.can_be_asked_again

    async def action_try_again(self) -> None:
        """Put the question again, alone; the list lies beneath it."""
        await put_again(self.podium, self._answer)

    def action_scroll(self, lines: int) -> None:
        self.query_one("#page").scroll_relative(y=lines, animate=False)

    def action_go_back(self) -> None:
        self.dismiss()


async def open_past(podium: PodiumApp, of_question: Sequence[Answered], answer: Answered) -> None:
    """Open one answer over the present screen; it is read from its session's record."""
    house = podium.house

    def read() -> AnsweredQuestion:
        questions = house.debrief(house.look_back(answer.session)).questions
        if answer.number > len(questions):
            raise UsageError(template("the scenario has changed since; this answer does not fit any more"))
        return questions[answer.number - 1]

    async def show(asked: AnsweredQuestion) -> None:
        others = [one for one in of_question if one is not answer]
        await podium.push_screen(PastAnswerScreen(answer, asked, others))

    await podium.off_the_loop(read, show)


async def put_again(podium: PodiumApp, answer: Answered) -> None:
    """Put an answer's question again, alone: also one of a whole scenario."""
    from simulator.tui.screens.case import next_of_round

    podium.uncover(podium.home)
    await next_of_round(podium, PracticeRound(podium.house, [answer.question_id], answer))
