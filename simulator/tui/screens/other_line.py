"""Choosing another line for a question that was answered, to see what would have come of it."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content

from simulator.language.catalogue import template
from simulator.reports.debrief import AnsweredQuestion, GradedLine
from simulator.scenario.scenes import OWN_WORDS, SILENCE, Question
from simulator.session.asked import ready_of
from simulator.session.view import Offer
from simulator.tui.house import Draft
from simulator.tui.screens.base import PodiumScreen
from simulator.tui.screens.other_words import OtherWordsScreen, draft_place
from simulator.tui.screens.what_if import show_what_if
from simulator.tui.widgets.blocks import Block, Paragraph, heading
from simulator.tui.widgets.key_footer import KeyFooter
from simulator.tui.widgets.masthead import Masthead
from simulator.tui.widgets.offers import own_words_offer
from simulator.tui.widgets.stage import Stage
from simulator.tui.widgets.what_if import WHAT_IF

if TYPE_CHECKING:
    from simulator.exercise.exercise import Exercise


class OtherLineScreen(PodiumScreen[None]):
    """The lines of question number `step`, in the order of their grades; the one that was given is closed."""

    CSS_PATH = "../styles/press_room.tcss"
    AUTO_FOCUS = ""
    HELP_TEXT = template(
        "Choose what should have been said instead: the session is run on from there, with the same chances. Lines "
        "that were closed then, and what you said, are marked ✕. {own_words} lets you write another answer, which is "
        "graded as yours was. Nothing of your session is changed."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "try_line", template("Show what if"), key_display="Enter"),
        Binding("down", "choose(1)", template("Choose"), key_display="↑↓"),
        Binding("up", "choose(-1)", "", show=False),
        Binding("f5,w,W", "own_words", template("Own words"), key_display="F5"),
        Binding("escape", "go_back", template("Back"), key_display="Esc"),
        Binding("pagedown,space", "page(1)", "", show=False),
        Binding("pageup", "page(-1)", "", show=False),
        *(Binding(str(number), f"mark({number})", "", show=False) for number in range(1, 10)),
    ]

    def __init__(self, exercise: Exercise, step: int, asked: AnsweredQuestion) -> None:
        super().__init__()
        self._exercise = exercise
        self._step = step
        self._asked = asked
        self._draft = Draft()
        self._window = secrets.token_hex(4)

    def compose(self) -> ComposeResult:
        yield Masthead()
        yield Stage("stage")
        yield KeyFooter()

    def on_mount(self) -> None:
        self.query_one(Stage).begin(self._blocks(), self._offers())
        super().on_mount()

    def fill(self) -> None:
        self.query_one(Masthead).show(f"{self.say(WHAT_IF)}: {self._asked.title}")
        self.query_one(Stage).show(self._blocks(), self._offers())
        super().fill()

    def _blocks(self) -> list[Block]:
        title = self.say(template("What if you had said something else?"))
        asked = Paragraph(Content(self._asked.question), Content(" "), bar="$primary", indent=0)
        blocks = [heading(title, above=0), asked]
        if not any(line.given for line in self._asked.lines):
            blocks.append(Paragraph(Content(self._asked.given.text), Content(" "), bar="$secondary", indent=0, above=1))
        return [*blocks]

    def _offers(self) -> list[Offer]:
        offers = [self._offer(line) for line in self._asked.lines]
        if self._may_be_silent and not self._asked.silent:
            offers.append(Offer(SILENCE, self.say(template("Keep silent")), open=True))
        if self._takes_words:
            offers.append(own_words_offer(self._draft.text, self.podium.catalogue))
        return offers

    @property
    def _may_be_silent(self) -> bool:
        """Whether the time for the question could have run out."""
        scene = self._exercise.scenario.scene_by_id.get(self._asked.scene)  # None: a press
        return self._exercise.state.clocked or (isinstance(scene, Question) and scene.silence is not None)

    @property
    def _takes_words(self) -> bool:
        """Whether the question can be answered in one's own words."""
        return ready_of(self._exercise.scenario, self._exercise.state, self._asked.scene).own_words is not None

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        return action != "own_words" or self._takes_words

    def _offer(self, line: GradedLine) -> Offer:
        closed = self.say(template("You said this.") if line.given else template("Not open at this point."))
        return Offer(line.id, f"{line.text} ({line.assessment.overall})", line.open and not line.given, closed=closed)

    async def action_try_line(self) -> None:
        """Run the session on from the marked line, in a thread."""
        marked, house = self.query_one(Stage).marked, self.podium.house
        if marked is None:
            self.app.bell()
        elif marked.id == OWN_WORDS:
            await self.action_own_words()
        else:
            await show_what_if(self, lambda: house.what_if(self._exercise, self._step, marked.id))

    async def action_own_words(self) -> None:
        """Write another answer; what was written before is read in first."""

        async def open_field(draft: Draft) -> None:
            self._draft = draft if draft.scene == self._asked.scene else Draft(self._asked.scene)
            screen = OtherWordsScreen(self._exercise, self._step, self._asked, self._draft, self._window)
            await self.app.push_screen(screen, kept)

        def kept(draft: Draft | None) -> None:
            self._draft = draft or self._draft
            self.fill()

        house, place = self.podium.house, draft_place(self._exercise.session_id, self._step)
        await self.podium.off_the_loop(lambda: house.draft(place, self._window), open_field)

    @on(Stage.Taken)
    def _clicked(self) -> None:
        """The marked line was clicked again."""
        self.app.call_later(self.run_action, "try_line")

    def action_mark(self, number: int) -> None:
        if not self.query_one(Stage).mark(number - 1):
            self.app.bell()

    def action_choose(self, step: int) -> None:
        self.query_one(Stage).mark_next(step)

    def action_page(self, step: int) -> None:
        stage = self.query_one(Stage)
        stage.scroll(step * stage.page_lines)

    def action_go_back(self) -> None:
        self.dismiss()
