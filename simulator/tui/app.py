"""The App: wires themes, language and screens, and keeps what every screen shares."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any, ClassVar

from textual import work
from textual.app import App, ComposeResult, SystemCommand
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Label

from simulator.errors import PodiumError
from simulator.language.catalogue import Catalogue, template
from simulator.tui.themes import DARK, THEMES

if TYPE_CHECKING:
    from simulator.exercise.exercise import Exercise
    from simulator.scenario.model import Scenario
    from simulator.tui.house import House


class PodiumApp(App[None]):
    """Podium in a terminal.

    Begins at the library; on top of it at once in the press room if an exercise is given, or at the
    briefing of a scenario (with the session of it that could be resumed).
    """

    TITLE = "Podium"
    CSS_PATH = "styles/app.tcss"
    ENABLE_COMMAND_PALETTE = True
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (110, "-wide")]
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f1,question_mark", "show_help", template("Help"), key_display="F1"),
        Binding("f3", "switch_language", template("Tiếng Việt"), show=False),
        Binding("f4", "switch_theme", template("Light or dark"), show=False),
        Binding("ctrl+q", "quit", template("Quit"), show=False, priority=True),
    ]

    def __init__(
        self,
        house: House,
        catalogue: Catalogue,
        *,
        scenario: Scenario | None = None,
        open_session: str = "",
        exercise: Exercise | None = None,
    ) -> None:
        super().__init__()
        self.house = house
        self.catalogue = catalogue
        self.bug: BaseException | None = None
        """An error of our own that ended the App, for the caller to report."""
        self._scenario = scenario
        self._open_session = open_session
        self._exercise = exercise
        self._entering = False
        for theme in THEMES:
            self.register_theme(theme)
        self.theme = DARK.name

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """The colours that are ours alone, so that any of Textual's own themes can be used too."""
        return DARK.variables

    def say(self, text: str, **params: object) -> str:
        """A text of the interface in the player's language."""
        return self.catalogue.say(text, **params)

    def say_error(self, error: PodiumError) -> None:
        """Tell an expected failure without leaving the screen."""
        hint = self.say(error.hint, **error.params) if error.hint else ""
        message = self.say(error.message, **error.params)
        self.notify(f"{message}\n{hint}".strip(), severity="error", timeout=12, markup=False)

    def compose(self) -> ComposeResult:
        # A light first paint: the screens, and all that they import, come after it.
        yield Label("PODIUM", id="curtain-name")
        yield Label(Content(self.say(template("Opening the library…"))), id="curtain-text")

    def on_mount(self) -> None:
        self.call_after_refresh(self._raise_curtain)

    def _raise_curtain(self) -> None:
        from simulator.tui.screens.library import LibraryScreen

        self.push_screen(LibraryScreen())
        if self._exercise is not None:
            self._show_press_room(self._exercise)
        elif self._scenario is not None:
            from simulator.tui.screens.briefing import BriefingScreen

            self.push_screen(BriefingScreen(self._scenario, self._open_session))

    def _fatal_error(self) -> None:
        """Keep a bug for the caller, who writes it into a log file: nobody is shown a traceback."""
        self.bug = sys.exc_info()[1]
        self._close_messages_no_wait()

    def get_system_commands(self, screen: Screen[Any]) -> Iterable[SystemCommand]:
        """What the command palette offers, beside the bindings of the screen."""
        yield SystemCommand(self.say("Help"), self.say("The keys of this screen, and how grading works"), self.action_show_help)
        yield SystemCommand(
            self.say("Switch language"), self.say("Vietnamese or English interface"), self.action_switch_language
        )
        yield SystemCommand(self.say("Light or dark"), self.say("Switch the theme"), self.action_switch_theme)
        yield SystemCommand(self.say("Quit"), self.say("Leave Podium; every answer is kept"), self.action_quit)
        for active in screen.active_bindings.values():
            binding = active.binding
            if active.node is not self and binding.description and active.enabled and not binding.system:
                title = self.say(binding.description)
                yield SystemCommand(title, self.get_key_display(binding), lambda key=binding.key: self.simulate_key(key))

    def enter_press_room(self, opened: Callable[[], Exercise]) -> None:
        """Open an exercise off the event loop and go to its press room; `opened` may raise PodiumError.

        While one is being opened, further wishes are passed over: a key pressed twice begins one session.
        """
        if not self._entering:
            self._entering = True
            self._open_exercise(opened)

    @work(thread=True, group="enter")
    def _open_exercise(self, opened: Callable[[], Exercise]) -> None:
        try:
            exercise = opened()
        except PodiumError as error:
            self.call_from_thread(self._cannot_enter, error)
        else:
            self.call_from_thread(self._show_press_room, exercise)

    def _cannot_enter(self, error: PodiumError) -> None:
        self._entering = False
        self.say_error(error)

    def _show_press_room(self, exercise: Exercise) -> None:
        self._entering = False
        from simulator.tui.screens.library import LibraryScreen
        from simulator.tui.screens.press_room import PressRoomScreen

        if isinstance(self.screen, LibraryScreen):
            self.push_screen(PressRoomScreen(exercise))
        else:
            self.switch_screen(PressRoomScreen(exercise))

    def to_library(self) -> None:
        """Back to the library, wherever one is."""
        from simulator.tui.screens.library import LibraryScreen

        while len(self.screen_stack) > 2:
            self.pop_screen()
        if not isinstance(self.screen, LibraryScreen):
            self.switch_screen(LibraryScreen())

    def action_show_help(self) -> None:
        from simulator.tui.screens.help import HelpScreen

        if not isinstance(self.screen, HelpScreen):
            self.push_screen(HelpScreen())

    async def action_switch_language(self) -> None:
        self.catalogue = self.catalogue.other
        for screen in self.screen_stack:
            await screen.recompose()

    def action_switch_theme(self) -> None:
        names = [theme.name for theme in THEMES]
        self.theme = names[(names.index(self.theme) + 1) % len(names)] if self.theme in names else names[0]
