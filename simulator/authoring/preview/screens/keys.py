"""The keys of the preview, and when each of them works."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType

from simulator.authoring.preview.reading import Reading
from simulator.authoring.preview.widgets.rows import Rows
from simulator.language.catalogue import template
from simulator.scenario.scenes import Decision, Inject, Question
from simulator.session.advance import deadline
from simulator.session.compiled import compiled
from simulator.tui.screens.base import PodiumScreen
from simulator.tui.widgets.page_view import PageView
from simulator.tui.widgets.stage import Stage

if TYPE_CHECKING:
    from simulator.authoring.preview.run import Run


class KeyedPreview(PodiumScreen[None]):
    """What can be done now. The stage has the keys unless a list has the focus; Tab goes from one to the next."""

    HELP_TEXT = template(
        "Your scenario as it will be played, read again whenever you save it; the place is kept. {toggle_outline} "
        "shows the outline, and Enter starts at a scene of it; {find_scene} finds one. {toggle_inspector} shows what "
        "every line would do and why a line is closed; {set_value} sets trust, heat, the time or a variable. "
        "{take_back} goes one step back, {restart} to where you began. {next_problem} goes through the problems, and "
        "{edit} opens your editor ($VISUAL or $EDITOR) at the place. No clock runs here, and nothing is recorded."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "say_line", template("Say it"), key_display="Enter"),
        Binding("enter", "take_option", template("Decide"), key_display="Enter"),
        Binding("enter", "go_on", template("Continue"), key_display="Enter"),
        Binding("down", "choose(1)", template("Choose"), key_display="↑↓", show=False),
        Binding("up", "choose(-1)", "", show=False),
        Binding("down", "scroll(1)", template("Scroll"), key_display="↑↓", show=False),
        Binding("up", "scroll(-1)", "", show=False),
        Binding("u,U,backspace", "take_back", template("Back"), key_display="U"),
        Binding("r,R", "restart", template("Restart"), key_display="R"),
        Binding("slash,f,F", "find_scene", template("Find scene"), key_display="/"),
        Binding("o,O", "toggle_outline", template("Outline"), key_display="O"),
        Binding("i,I", "toggle_inspector", template("Inspector"), key_display="I"),
        Binding("v,V", "set_value", template("Set a value"), key_display="V"),
        Binding("n,N", "next_problem", template("Next problem"), key_display="N"),
        Binding("p,P", "toggle_problems", template("Problems"), key_display="P", show=False),
        Binding("e,E", "edit", template("Editor"), key_display="E"),
        Binding("s,S", "keep_silent", template("Keep silent"), key_display="S"),
        Binding("f5,w,W", "own_words", template("Own words"), key_display="F5", show=False),
        Binding("a,A", "start_anew", template("From the very start"), key_display="A", show=False),
        Binding("f2,d,D", "open_dossier", template("Dossier"), key_display="F2", show=False),
        Binding("f6", "open_public", template("Public"), key_display="F6", show=False),
        Binding("escape", "leave", template("Leave"), key_display="Esc", show=False),
        Binding("pagedown,space", "page(1)", "", show=False),
        Binding("pageup", "page(-1)", "", show=False),
        Binding("shift+down,ctrl+down", "scroll_inspector(3)", "", show=False),
        Binding("shift+up,ctrl+up", "scroll_inspector(-3)", "", show=False),
        *(Binding(str(number), f"mark({number})", "", show=False) for number in range(1, 10)),
    ]

    run_: Run | None
    """None until the file has been read without errors for the first time."""
    reading: Reading

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        open_now = _OPEN.get(action)
        return open_now is None or open_now(self)

    @property
    def playing(self) -> bool:
        """Whether a scene is on the table, and not the aftermath of the last step."""
        return self.run_ is not None and not self.run_.looking_back

    @property
    def answering(self) -> bool:
        """Whether a question waits for its answer."""
        return self.playing and isinstance(self.scene, Question)

    @property
    def deciding(self) -> bool:
        """Whether a decision waits to be made."""
        return self.playing and isinstance(self.scene, Decision)

    @property
    def timed(self) -> bool:
        """Whether one may keep silent until the time is over."""
        run = self.run_
        if run is None or not self.answering:
            return False
        return deadline(compiled(run.scenario).scene(run.state.scene), run.state) is not None

    @property
    def scene(self) -> object:
        """The scene on the table."""
        run = self.run_
        return run.scenario.scene_by_id[run.state.scene] if run else None

    @property
    def reading_on(self) -> bool:
        """Whether there is nothing to do but to read and to go on."""
        run = self.run_
        return run is not None and (run.looking_back or isinstance(self.scene, Inject))

    @property
    def marked(self) -> str:
        """The id of the marked line or option."""
        offer = self.query_one(Stage).marked
        return offer.id if offer else ""

    @property
    def problems(self) -> Rows:
        return self.query_one("#problems", Rows)

    @property
    def details(self) -> PageView:
        return self.query_one("#details", PageView)


_OPEN: Mapping[str, Callable[[KeyedPreview], bool]] = {
    "say_line": lambda screen: screen.answering,
    "take_option": lambda screen: screen.deciding,
    "go_on": lambda screen: screen.reading_on,
    "mark": lambda screen: screen.answering or screen.deciding,
    "choose": lambda screen: screen.answering or screen.deciding,
    "scroll": lambda screen: not (screen.answering or screen.deciding),
    "own_words": lambda screen: screen.answering and screen.run_ is not None and screen.run_.table.own_words,
    "keep_silent": lambda screen: screen.timed,
    "take_back": lambda screen: screen.run_ is not None and screen.run_.can_go_back,
    "restart": lambda screen: screen.run_ is not None and screen.run_.can_go_back,
    "start_anew": lambda screen: screen.run_ is not None and not screen.run_.course.beginning.own,
    "find_scene": lambda screen: screen.run_ is not None,
    "set_value": lambda screen: screen.run_ is not None,
    "toggle_outline": lambda screen: screen.run_ is not None,
    "toggle_inspector": lambda screen: screen.run_ is not None,
    "open_dossier": lambda screen: screen.run_ is not None,
    "open_public": lambda screen: screen.run_ is not None,
    "next_problem": lambda screen: bool(screen.reading.problems),
    "toggle_problems": lambda screen: bool(screen.reading.problems),
}
"""When each action is open; those not named always are."""
