"""What Podium's screens have in common: they can be filled again, after a change of language or of state."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.screen import Screen, ScreenResultType

from simulator.tui.speaking import podium, say

if TYPE_CHECKING:
    from simulator.tui.app import PodiumApp


class PodiumScreen(Screen[ScreenResultType]):
    """A screen whose `compose` yields empty widgets and whose `fill` puts the present state into them."""

    HELP_TEXT = ""
    """What the help overlay says of this screen, as a template."""

    _filled = False
    """Keys may come before the widgets are there, or while they are made anew: nothing is done then."""

    def on_mount(self) -> None:
        self.fill()
        self._filled = True

    async def recompose(self) -> None:
        self._filled = False
        await super().recompose()
        self.fill()
        self._filled = True

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        return self._filled and self.offers(action)

    def offers(self, action: str) -> bool:
        """Whether an action of the screen makes sense at this moment."""
        return True

    def fill(self) -> None:
        """Put the present state into the widgets."""

    @property
    def podium(self) -> PodiumApp:
        """The App, by its own type."""
        return podium(self)

    def say(self, text: str, **params: object) -> str:
        """A text of the interface in the player's language."""
        return say(self, text, **params)
