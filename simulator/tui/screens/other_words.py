"""Writing another answer to a question that was answered, to see what would have come of it."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import TextArea

from simulator.language.catalogue import template
from simulator.reports.debrief import AnsweredQuestion
from simulator.session.advance import ANSWER_MAX
from simulator.tui.house import Draft
from simulator.tui.key_map import shown_keys
from simulator.tui.screens.base import PodiumScreen
from simulator.tui.screens.what_if import show_what_if
from simulator.tui.widgets.blocks import Paragraph, heading
from simulator.tui.widgets.key_footer import KeyFooter
from simulator.tui.widgets.masthead import Masthead
from simulator.tui.widgets.ordered_area import OrderedArea
from simulator.tui.widgets.page import Sheet
from simulator.tui.widgets.spoken_length import SpokenLength, full_told
from simulator.tui.widgets.what_if import WHAT_IF

if TYPE_CHECKING:
    from simulator.exercise.exercise import Exercise
    from simulator.reports.what_if import Comparison

KEPT_EVERY = 2.0
"""Seconds between two times that the draft is kept."""


def draft_place(session_id: str, step: int) -> str:
    """Where what is written instead of answer `step` is kept, in place of a session's id."""
    return f"what-if-{session_id}-{step}"


class OtherWordsScreen(PodiumScreen[Draft]):
    """Writes another answer to question number `step` and tries it; gives back the draft. No clock runs here."""

    CSS_PATH = "../styles/own_words.tcss"
    AUTO_FOCUS = "#words"
    TYPING = True
    HELP_TEXT = template(
        "Write what you would say today. {try_line} has it graded as your answer was, by what was known then, and runs "
        "your session on from there, with the same chances. {go_back} goes back and keeps what you have written. "
        "Nothing of your session is changed."
    )
    # No key has priority, or it would overtake letters that were typed before it.
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f9,ctrl+s", "try_line", template("Show what if"), key_display="F9"),
        Binding("escape", "go_back", template("Prepared lines"), key_display="Esc"),
        Binding("ctrl+down", "scroll(1)", template("Scroll the question"), key_display="Ctrl+↑↓", show=False),
        Binding("ctrl+up", "scroll(-1)", "", show=False),
    ]

    def __init__(self, exercise: Exercise, step: int, asked: AnsweredQuestion, draft: Draft, window: str) -> None:
        super().__init__()
        self._exercise = exercise
        self._step = step
        self._asked = asked
        self._draft = self._kept = draft._replace(beside=0)
        self._window = window
        self._keeping = asyncio.Lock()
        self._reading = self._nothing_yet = False

    def compose(self) -> ComposeResult:
        yield Masthead()
        yield VerticalScroll(Sheet(id="question"), id="asked-of", can_focus=False)
        yield OrderedArea(self._draft.text, most=ANSWER_MAX, id="words")
        yield SpokenLength(id="length")
        yield KeyFooter()

    def on_mount(self) -> None:
        super().on_mount()
        self._area.move_cursor(self._area.document.end)
        self.set_interval(KEPT_EVERY, self._keep_soon)
        # Should it fail, trying will tell.
        self.run_worker(asyncio.to_thread(self.podium.house.warm_up), group="warm-up", exit_on_error=False)

    @property
    def _area(self) -> OrderedArea:
        return self.query_one(OrderedArea)

    def fill(self) -> None:
        self.query_one(Masthead).show(f"{self.say(WHAT_IF)}: {self._asked.title}")
        title = heading(self.say(template("What if you had said something else?")), above=0)
        said = Paragraph(Content.styled(self._asked.given.text, "$quiet"), Content(" "), bar="$rule", indent=0, above=1)
        asked = Paragraph(Content(self._asked.question), Content(" "), bar="$primary", indent=0)
        self.query_one("#question", Sheet).show([title, asked, said])
        self._area.placeholder = self.say(template("Your answer, as you would say it…"))
        hint = self.say(template("Enter: new line · {key}: show what if"), key=shown_keys(self)["try_line"])
        self._area.border_subtitle = Content(hint)
        self._show_state()
        super().fill()

    def _show_state(self) -> None:
        self._area.read_only = self._reading
        self._show_length()
        self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """While the answer is graded there is nothing to do but to wait."""
        return action not in ("try_line", "go_back") or not self._reading

    @on(TextArea.Changed)
    def _written(self) -> None:
        self._nothing_yet = False
        self._draft = self._draft._replace(scene=self._asked.scene, text=self._area.text)
        self._show_length()

    @on(OrderedArea.Full)
    def _tell_full(self) -> None:
        self.podium.tell(full_told(self.podium.catalogue))

    def _show_length(self) -> None:
        length = self.query_one(SpokenLength)
        length.show(self._area.text, self.podium.catalogue, reading=self._reading, nothing_yet=self._nothing_yet)

    def on_screen_suspend(self) -> None:
        """Something lies over it, or it goes away."""
        self._keep_soon()

    def _keep_soon(self) -> None:
        if self._draft != self._kept:
            self._kept = self._draft
            self.app.run_worker(self._keep(self._draft), group="draft")

    async def _keep(self, draft: Draft) -> None:
        house, place = self.podium.house, draft_place(self._exercise.session_id, self._step)
        async with self._keeping:  # One after the other, so that the last is what stays.
            await asyncio.to_thread(house.keep_draft, place, draft, self._window)

    async def action_try_line(self) -> None:
        """Have it graded and run the session on from it, in a thread; the text stays, to be mended and tried again."""
        house, text = self.podium.house, self._area.text
        self._nothing_yet = not text.strip()
        if self._nothing_yet or self.podium.busy:
            self._show_length()
            return
        self._keep_soon()
        self._reading = True
        self._show_state()

        def run_on() -> Comparison:
            return house.what_if_said(self._exercise, self._step, text)

        await show_what_if(self, run_on, self._done)

    def _done(self) -> None:
        self._reading = False
        if self.is_mounted:
            self._show_state()

    def action_go_back(self) -> None:
        self.dismiss(self._draft)

    def action_scroll(self, lines: int) -> None:
        self.query_one("#asked-of").scroll_relative(y=lines, animate=False)
