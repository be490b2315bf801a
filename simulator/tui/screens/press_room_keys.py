"""The keys of the press room: which there are, and when each of them works."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType

from simulator.language.catalogue import template
from simulator.scenario.scenes import Decision, Inject, Question
from simulator.session.under_press import answered_last
from simulator.session.view import View, view
from simulator.tui.screens.base import PodiumScreen
from simulator.tui.widgets.page_view import PageView
from simulator.tui.widgets.stage import Stage
from simulator.tui.widgets.told import has_model

if TYPE_CHECKING:
    from simulator.exercise.exercise import Exercise
    from simulator.scenario.model import Scenario
    from simulator.session.state import SessionState


class KeyedRoom(PodiumScreen[None]):
    """What is on the table, what can be done there now, and the keys that only move about."""

    HELP_TEXT = template(
        "Mark a line with the arrow keys or its number and say it with {say_line}: none is marked beforehand. With the "
        "mouse, a first click marks and a second says it. Lines marked ✕ are closed and say why.\n"
        "{own_words} lets you answer in your own words. {open_dossier} opens the dossier, {open_public} shows how the "
        "public stands; in guided mode {hint} gives a hint.\n"
        "After each answer you see its levels, the words they rest on (a, b, …) and what changed, and 1, 2 or 3 says "
        "how sure you were; {model_answer} shows a model answer, {take_back} takes yours back, once you confirm it, "
        "for another try.\n"
        "Every answer is kept at once: leave when you like and resume later."
    )
    # No key has priority, so that all are obeyed in the order of typing: `2` and Enter in one burst, as over a slow
    # line, must not say line 1.
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "say_line", template("Say it"), key_display="Enter"),
        Binding("enter", "take_option", template("Decide"), key_display="Enter"),
        Binding("enter", "go_on", template("Continue"), key_display="Enter"),
        Binding("f5,w,W", "own_words", template("Own words"), key_display="F5"),
        Binding("f5,w,W", "own_words_closed", "", show=False, id="own_words"),
        Binding("f2,d,D", "open_dossier", template("Dossier"), key_display="F2"),
        Binding("f6", "open_public", template("Public"), key_display="F6"),
        Binding("f8", "pause", template("Pause"), key_display="F8"),
        Binding("h,H", "hint", template("Hint"), key_display="H"),
        Binding("m,M", "model_answer", template("Model answer"), key_display="M"),
        Binding("u,U", "take_back", template("Take back"), key_display="U"),
        Binding("escape", "leave", template("Leave"), key_display="Esc"),
        Binding("down", "scroll(1)", template("Scroll"), key_display="↑↓"),
        Binding("up", "scroll(-1)", "", show=False),
        Binding("down", "choose(1)", template("Choose"), key_display="↑↓"),
        Binding("up", "choose(-1)", "", show=False),
        Binding("pagedown,space", "page(1)", "", show=False),
        Binding("pageup", "page(-1)", "", show=False),
        Binding("1", "rate(1)", template("Not sure")),
        Binding("2", "rate(2)", template("Fairly sure")),
        Binding("3", "rate(3)", template("Sure")),
        *(Binding(str(number), f"mark({number})", "", show=False) for number in range(1, 10)),
    ]

    def __init__(self, exercise: Exercise) -> None:
        super().__init__()
        self.exercise = exercise
        self.looking_back = False
        """Whether the aftermath of the last step is on show."""
        self._viewed: tuple[SessionState, View] | None = None

    @property
    def story(self) -> Scenario:
        return self.exercise.scenario

    def retell(self, story: Scenario) -> None:
        self.exercise.retell(story)

    @property
    def table(self) -> View:
        """What is on the table now."""
        state = self.exercise.state
        if self._viewed is None or self._viewed[0] is not state:
            self._viewed = (state, view(self.exercise.scenario, state))
        return self._viewed[1]

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Asked of each key by the footer, so that it looks at no more than it needs."""
        open_now = _OPEN.get(action)
        return open_now is None or open_now(self)

    @property
    def answering(self) -> bool:
        """Whether a question waits for its answer."""
        return not self.looking_back and isinstance(self.table.scene, Question)

    @property
    def timed(self) -> bool:
        """Whether time runs out for the answer."""
        return self.answering and self.exercise.time_left_ms is not None

    @property
    def may_write(self) -> bool:
        """Whether a question waits that can be answered in one's own words."""
        return not self.looking_back and self.table.own_words

    @property
    def stepped(self) -> bool:
        """Whether what a step did is on show."""
        return self.looking_back and bool(self.exercise.state.path)

    @property
    def graded(self) -> bool:
        """Whether the aftermath of an answer is on show."""
        state = self.exercise.state
        return self.stepped and answered_last(state)

    @property
    def deciding(self) -> bool:
        """Whether a decision waits to be made."""
        return not self.looking_back and isinstance(self.table.scene, Decision)

    @property
    def reading(self) -> bool:
        """Whether there is nothing to do but to read and to go on."""
        return self.looking_back or isinstance(self.table.scene, Inject)

    @property
    def more_to_see(self) -> bool:
        """Whether something is out of sight."""
        return self.query_one(Stage).more or self.query_one("#side", PageView).more

    @property
    def marked(self) -> str:
        offer = self.query_one(Stage).marked
        return offer.id if offer else ""

    def action_mark(self, number: int) -> None:
        if not self.query_one(Stage).mark(number - 1):
            self.app.bell()

    def action_choose(self, step: int) -> None:
        """Mark the next open line, or the one before."""
        self.query_one(Stage).mark_next(step)

    def action_scroll(self, lines: int) -> None:
        """Through the stage first, then through what stands beside it."""
        if not self.query_one(Stage).scroll(lines):
            self.query_one("#side", PageView).scroll(lines)

    def action_page(self, step: int) -> None:
        self.action_scroll(step * self.query_one(Stage).page_lines)


_OPEN: Mapping[str, Callable[[KeyedRoom], bool]] = {
    "say_line": lambda screen: screen.answering,
    "take_option": lambda screen: screen.deciding,
    "go_on": lambda screen: screen.reading,
    "mark": lambda screen: not screen.reading,
    "choose": lambda screen: not screen.reading,
    "scroll": lambda screen: screen.reading and screen.more_to_see,
    "own_words": lambda screen: screen.may_write,
    "own_words_closed": lambda screen: not screen.may_write,
    "open_public": lambda screen: screen.exercise.rules.figures,
    "pause": lambda screen: screen.timed and screen.exercise.rules.pause,
    "hint": lambda screen: screen.answering and screen.exercise.rules.hint,
    "rate": lambda screen: screen.graded,
    "model_answer": lambda screen: screen.graded and screen.exercise.rules.model_answer and has_model(screen.exercise),
    "take_back": lambda screen: screen.stepped and screen.exercise.can_take_back,
}
"""When each action is open; those not named always are."""
