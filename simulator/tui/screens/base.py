"""What Podium's screens have in common: they can be filled again, and stand aside where the window is too small."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.dom import DOMNode
from textual.geometry import Size
from textual.screen import ModalScreen, Screen, ScreenResultType
from textual.widgets import Static

from simulator.language.catalogue import template
from simulator.tui.compositor import RowCompositor
from simulator.tui.speaking import podium, say
from simulator.tui.widgets.key_footer import KeyFooter
from simulator.tui.windows import LEAST_COLUMNS, LEAST_ROWS, too_small

if TYPE_CHECKING:
    from simulator.scenario.model import Scenario
    from simulator.tui.app import PodiumApp

    _Node = DOMNode
else:
    # Textual follows the first base that is a node to the styles of its kind: it must find Screen.
    _Node = object


OF_WIDGETS = (events.Mount, events.ScreenResume, events.ScreenSuspend)
"""Events at which screens turn to their widgets."""


class Filled(_Node):
    """Mixin of screens: `compose` yields empty widgets, and `fill` puts texts and the present state into them."""

    HELP_TEXT = ""
    """What the help overlay says of this screen, as a template."""

    _never_mounted = False

    async def on_event(self, event: events.Event) -> None:
        """Leave out the mounting of a screen that was taken away before it was laid out: it never gets its widgets."""
        self._never_mounted |= isinstance(event, events.Mount) and self._pruning
        if not (self._never_mounted and isinstance(event, OF_WIDGETS)):
            await super().on_event(event)

    def fill(self) -> None:
        """Put texts and the present state into the widgets, and leave the place (focus, scroll, marks) as it is."""

    @property
    def story(self) -> Scenario | None:
        """The scenario whose texts are on this screen, None where there is none."""
        return None

    def retell(self, story: Scenario) -> None:
        """Go on with the same scenario told in another language; `fill` follows."""

    @property
    def podium(self) -> PodiumApp:
        """The App, by its own type."""
        return podium(self)

    def say(self, text: str, **params: object) -> str:
        """A text of the interface in the player's language."""
        return say(self, text, **params)


class PodiumScreen(Filled, Screen[ScreenResultType]):
    """A screen of its own, with a footer."""

    ASKS_BEFORE_LEAVING = False
    """Whether to quit from here is worth a question."""

    IS_HOME = False
    """Whether one comes back to it from a session."""

    TYPING = False
    """Whether letters are typed here, so that no letter can be a key."""

    def __init__(self, name: str | None = None, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(name, id, classes)
        self._compositor = RowCompositor()

    @property
    def what_is_kept(self) -> str:
        """What one is told who is asked whether to leave, as a template."""
        return template("Every answer so far is kept. You can resume at this very place from the library.")

    def on_mount(self) -> None:
        self.podium.key_map.lay_over(self, typing=self.TYPING)
        self.fill()

    def fill(self) -> None:
        for footer in self.query(KeyFooter):
            footer.show()
        for curtain in self.query(TooSmall):
            curtain.fill()

    def lay_out_unseen(self, size: Size) -> None:
        """Place everything for a window of this size ahead, so that little but a paint is left for when it is seen."""
        if self.is_running and self.is_attached:
            self._refresh_layout(size)
            self._layout_required = False

    async def on_resize(self, event: events.Resize) -> None:
        """Draw a plain line over everything in a window where nothing could be read."""
        small = too_small(*event.size)
        if small and not self.query(TooSmall):
            await self.mount(TooSmall())
        for curtain in self.query(TooSmall):
            curtain.display = small


class PodiumOverlay(Filled, ModalScreen[ScreenResultType]):
    """A screen over another, which is seen dimly beneath."""

    # The keys of the App end at an overlay; a bare letter is left to those who believe that they type.
    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+g", "app.jump", "", show=False)]

    def on_mount(self) -> None:
        self.podium.key_map.lay_over(self, typing=True)
        self.fill()


class TooSmall(Static):
    """Covers a screen."""

    def on_mount(self) -> None:
        self.fill()

    def fill(self) -> None:
        text = template("This window is too small. Please enlarge it to {columns} × {rows} or more.")
        self.update(Content(say(self, text, columns=LEAST_COLUMNS, rows=LEAST_ROWS)))
