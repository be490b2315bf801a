"""The App: wires themes, language and screens, and keeps what every screen shares."""

from __future__ import annotations

import asyncio
import gc
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar

from textual import events, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Label

from simulator.errors import PodiumError
from simulator.language.catalogue import Catalogue, template
from simulator.tui.key_map import KeyMap, bindings_of, name_of
from simulator.tui.preferences import Preferences
from simulator.tui.themes import DARK, THEMES
from simulator.tui.windows import TALL, WIDE, too_small
from simulator.tui.working import WorkingApp

if TYPE_CHECKING:
    from simulator.exercise.exercise import Exercise
    from simulator.scenario.model import Scenario
    from simulator.session.modes import Mode
    from simulator.tui.house import House
    from simulator.tui.rounds import Round
    from simulator.tui.screens.base import Filled

T = TypeVar("T")

OBEYED_UNSEEN = frozenset(("quit", "switch_language", "show_help"))
"""What can be done in a window in which nothing can be read."""


class PodiumApp(WorkingApp):
    """Podium in a terminal.

    Begins at the library; on top of it at once in the press room if an exercise is given, or at the
    briefing of a scenario (with the session of it that could be resumed), or at whatever `opens` opens.
    """

    TITLE = "Podium"
    CURTAIN = template("Opening the library…")
    """What is told until the first screen is there, as a template."""

    CSS_PATH = "styles/app.tcss"
    ENABLE_COMMAND_PALETTE = False
    HORIZONTAL_BREAKPOINTS = [  # noqa: RUF012  # declared so by Textual
        (0, "-narrow"),
        (WIDE, "-wide"),
    ]
    VERTICAL_BREAKPOINTS = [  # noqa: RUF012
        (0, "-low"),
        (TALL, "-tall"),
    ]
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f3", "switch_language", template("Language"), key_display="F3", priority=True),
        Binding("f4", "switch_theme", template("Colours"), key_display="F4", priority=True),
        # Not a letter first: where answers are typed, `g` is one.
        Binding("ctrl+g,g,G", "jump", template("Jump"), key_display="Ctrl+G"),
        Binding("ctrl+p", "show_commands", template("All commands"), key_display="Ctrl+P", priority=True),
        Binding("ctrl+q", "quit", template("Quit"), key_display="Ctrl+Q", priority=True),
        Binding("f1,question_mark", "show_help", template("Help"), key_display="F1"),
    ]

    def __init__(
        self,
        house: House,
        catalogue: Catalogue,
        *,
        scenario: Scenario | None = None,
        open_session: str = "",
        exercise: Exercise | None = None,
        preferences: Preferences | None = None,
        mode: Mode = "practice",
        opens: Callable[[PodiumApp], Awaitable[None]] | None = None,
    ) -> None:
        super().__init__(catalogue)
        self.preferences = preferences or Preferences.of_user()
        self.key_map = KeyMap()
        self.house = house
        house.speak(catalogue.tongue)
        self.mode = mode
        """The mode that sessions are begun in; chosen in the briefing, and kept until Podium is left."""
        self.bug: BaseException | None = None
        """An error of our own that ended the App, for the caller to report."""
        self._scenario = scenario
        self._open_session = open_session
        self._exercise = exercise
        self._opens = opens
        self.round: Round | None = None
        """The round of single questions that is being practised."""
        self._owns_process = False
        # Calm, the same in every test, and cheap where many seats are served by one process.
        self.animation_level = "none"
        for theme in THEMES:
            self.register_theme(theme)
        kept = self.preferences.theme
        self.theme = kept if kept in {theme.name for theme in THEMES} else DARK.name

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """The colours that are ours alone, so that any of Textual's own themes can be used too."""
        return DARK.variables

    async def on_event(self, event: events.Event) -> None:
        """Where nothing can be read, keys do nothing but to quit, to change the language and to help."""
        if isinstance(event, events.Key | events.Paste) and self._is_covered:
            obeyed = {binding.key for binding in bindings_of(self) if name_of(binding) in OBEYED_UNSEEN}
            if not isinstance(event, events.Key) or event.key not in obeyed:
                return
        await super().on_event(event)

    @property
    def _is_covered(self) -> bool:
        """Whether the plea for a larger window is all that is seen."""
        if not too_small(*self.size):
            return False
        from simulator.tui.screens.base import PodiumScreen

        return isinstance(self.screen, PodiumScreen)

    def compose(self) -> ComposeResult:
        # A light first paint: the screens, and all that they import, come after it.
        yield Label("PODIUM", id="curtain-name")
        yield Label(Content(self.say(self.CURTAIN)), id="curtain-text")

    def on_mount(self) -> None:
        self.call_after_refresh(self._raise_curtain)

    def run(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401  # whatever Textual takes
        """Run in a terminal, as the only App of this process: its collector is then set for us."""
        self._owns_process = not kwargs.get("headless")
        return super().run(*args, **kwargs)

    async def _raise_curtain(self) -> None:
        from simulator.tui.screens.library import LibraryScreen

        await self._lay_keys()
        await self.push_screen(LibraryScreen())
        if self._exercise is not None:
            await self._show_press_room(self._exercise)
        elif self._scenario is not None:
            await self.show_briefing(self._scenario, self._open_session)
        elif self._opens is not None:
            await self._opens(self)
        if self._owns_process:
            self.call_after_refresh(_calm_collector)

    async def _lay_keys(self) -> None:
        """Take over the keys that the user has redefined; what is wrong with them is told, and defaults stand."""
        try:
            written = await asyncio.to_thread(self.preferences.keys)
        except (OSError, ValueError) as error:
            self.tell(self.say(template("keys.toml cannot be read: {reason}"), reason=error))
            return
        if written:
            from simulator.tui.key_file import read_keys
            from simulator.tui.sites import sites

            self.key_map, notices = read_keys(written, sites(type(self)))
            self.key_map.lay_over(self)
            for notice in notices:
                self.tell(self.say(notice.message, **notice.params), seconds=15)

    def _handle_exception(self, error: Exception) -> None:
        """Keep a bug for the caller, who writes it into a log file."""
        self.bug = self.bug or getattr(error, "error", error)  # A worker's failure wraps the error itself.
        super()._handle_exception(error)

    def _fatal_error(self) -> None:
        """Close without Textual's traceback, which is for nobody who plays."""
        self._close_messages_no_wait()

    async def show_briefing(self, scenario: Scenario, open_session: str) -> None:
        """The briefing of a scenario, with the session of it that could be resumed."""
        from simulator.tui.screens.briefing import BriefingScreen

        await self.push_screen(BriefingScreen(scenario, open_session))

    async def enter_press_room(
        self, opened: Callable[[], Exercise], otherwise: Callable[[PodiumError], Awaitable[None]] | None = None
    ) -> None:
        """Open an exercise and go to its press room; `opened` may block and may raise PodiumError."""
        await self.off_the_loop(opened, self._show_press_room, otherwise)

    async def _show_press_room(self, exercise: Exercise) -> None:
        from simulator.tui.screens.answered import after_the_end
        from simulator.tui.screens.press_room import PressRoomScreen

        screen = after_the_end(exercise) if exercise.ended else PressRoomScreen(exercise)
        if self.screen is self.home:
            await self.push_screen(screen)
        else:
            await self.switch_screen(screen)

    @property
    def home(self) -> Screen[Any]:
        """The screen that one comes back to: the library, or the course, practice or history over it."""
        from simulator.tui.screens.base import PodiumScreen

        homes = [screen for screen in self.screen_stack if isinstance(screen, PodiumScreen) and screen.IS_HOME]
        return homes[-1] if homes else self.screen

    @property
    def at_library(self) -> bool:
        """Whether it is the library that one comes back to."""
        return len(self.screen_stack) < 2 or self.home is self.screen_stack[1]

    def to_home(self) -> None:
        """Back to where one came from into a session."""
        self.round = None
        self.uncover(self.home)

    def to_library(self) -> None:
        """Back to the library, wherever one is."""
        self.round = None
        while len(self.screen_stack) > 2:
            self.pop_screen()

    def uncover(self, screen: Screen[Any]) -> None:
        """Take away whatever lies over a screen."""
        while screen in self.screen_stack and self.screen is not screen:
            self.pop_screen()

    async def action_show_help(self) -> None:
        from simulator.tui.screens.help import HelpScreen

        if not isinstance(self.screen, HelpScreen):
            await self.push_screen(HelpScreen(self.screen))

    async def action_jump(self) -> None:
        """Put a letter on everything that can be acted upon, or take the letters away."""
        from simulator.tui.screens.jump import JumpScreen

        if isinstance(self.screen, JumpScreen):
            self.screen.dismiss()
        else:
            await self.push_screen(JumpScreen(self.screen), self._act)

    def _act(self, act: Callable[[], object] | None) -> None:
        if act is not None:
            self.call_later(act)

    async def action_show_commands(self) -> None:
        from simulator.tui.screens.commands import CommandsScreen, commands

        if isinstance(self.screen, CommandsScreen):
            self.screen.dismiss()
        else:
            await self.push_screen(CommandsScreen(commands(self.screen)), self._press)

    def _press(self, key: str | None) -> None:
        if key:
            self.simulate_key(key)

    async def action_quit(self) -> None:
        """Leave Podium; from a press room only after a question, which a second Ctrl+Q answers."""
        from simulator.tui.screens.base import PodiumScreen
        from simulator.tui.screens.confirm import ConfirmScreen

        stack = [screen for screen in self.screen_stack if isinstance(screen, PodiumScreen)]
        asking = next((screen for screen in stack if screen.ASKS_BEFORE_LEAVING), None)
        if asking is None or (isinstance(self.screen, ConfirmScreen) and self.screen.leaving):
            self.exit()
            return
        await self.push_screen(ConfirmScreen(template("Leave Podium?"), asking.what_is_kept), self._quit_if)

    def _quit_if(self, leave: bool | None) -> None:
        if leave:
            self.exit()

    def action_help_quit(self) -> None:
        """Ctrl+C copies; whoever wanted to quit by it is told how."""
        self.tell(self.say(template("Ctrl+Q leaves Podium; Ctrl+C copies what is selected with the mouse.")))

    def action_switch_language(self) -> None:
        self.catalogue = self.catalogue.other
        self.house.speak(self.catalogue.tongue)
        for screen in self._filled:
            screen.fill()
        if any(screen.story for screen in self._filled):
            self._retell()

    @property
    def _filled(self) -> list[Filled]:
        from simulator.tui.screens.base import Filled

        # One that is being laid out, or taken down, has no widgets; it fills itself once they are there.
        stack = [screen for screen in self.screen_stack if isinstance(screen, Filled)]
        return [screen for screen in stack if screen.is_mounted and screen.is_attached]

    @work(exclusive=True, group="retell")
    async def _retell(self) -> None:
        """Tell the scenario in the present language, too, wherever it is on a screen; a step being made is awaited."""
        stories = {story.id: story for screen in self._filled if (story := screen.story)}
        try:
            told = await asyncio.to_thread(lambda: {id_: self.house.retold(story) for id_, story in stories.items()})
        except PodiumError as error:
            self.say_error(error)
            return
        while self.busy:
            await asyncio.sleep(0.02)
        for screen in self._filled:
            story = screen.story
            if story is not None and told.get(story.id, story) is not story:
                screen.retell(told[story.id])
        for screen in self._filled:  # What lies over a screen may show something of it.
            screen.fill()

    def action_switch_theme(self) -> None:
        names = [theme.name for theme in THEMES]
        self.theme = names[(names.index(self.theme) + 1) % len(names)] if self.theme in names else names[0]
        self._keep_theme()

    @work(exclusive=True, group="theme")
    async def _keep_theme(self) -> None:
        await asyncio.to_thread(self.preferences.keep_theme, self.theme)


def _calm_collector() -> None:
    """Keep the garbage collector from pausing a key: what is loaded by now stays, and need not be looked at again."""
    gc.freeze()
    gc.set_threshold(20_000, 25, 25)
