"""The console as an App: in the facilitator's own terminal as it is, in a browser behind the served driver."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from simulator.language.catalogue import Catalogue, template
from simulator.tui import app as tui_app
from simulator.tui.app import PodiumApp
from simulator.tui.preferences import Preferences

if TYPE_CHECKING:
    from simulator.workshop.console.base import RoomScreen
    from simulator.workshop.console.desk import ConsoleDesk

STYLES = Path(tui_app.__file__).parent / "styles" / "app.tcss"


class ConsoleApp(PodiumApp):
    """Begins with the room itself. `serves` tells that the room is served by this very process."""

    CSS_PATH = str(STYLES)
    CURTAIN = template("Opening the room…")

    def __init__(
        self,
        desk: ConsoleDesk,
        catalogue: Catalogue,
        *,
        name: str = "",
        serves: bool = False,
        preferences: Preferences | None = None,
    ) -> None:
        super().__init__(desk.house, catalogue, preferences=preferences or Preferences(None))
        self.desk = desk
        self.rater = name
        """In whose name objectives are rated; empty for the facilitator's."""
        self.unsent: dict[str, dict[str, str]] = {}
        """What was written in forms and not sent, by their names."""
        self._serves = serves

    @property
    def at_library(self) -> bool:
        """There is none here: Esc leads back to the room."""
        return False

    @property
    def what_leaving_does(self) -> str:
        """What leaving the console means for the room, as a template."""
        if self._serves:
            return template("The room is no longer served from here. Every answer is kept, and it can be hosted again.")
        return template("The room goes on without this console; you can open it again.")

    def first_screen(self) -> RoomScreen:
        """What it begins with."""
        from simulator.workshop.console.screen import ConsoleScreen

        return ConsoleScreen(rater=self.rater)

    async def _raise_curtain(self) -> None:
        await self._lay_keys()
        await self.push_screen(self.first_screen())


class ObserverApp(ConsoleApp):
    """For an observer: the seats, the wall and the spread to read, and the sheet under the observer's name."""

    def first_screen(self) -> RoomScreen:
        from simulator.workshop.console.screen import ConsoleScreen
        from simulator.workshop.console.tabs.seats import SeatsTab
        from simulator.workshop.console.tabs.sheet import SheetTab
        from simulator.workshop.console.tabs.spread import SpreadTab
        from simulator.workshop.console.tabs.wall import WallTab

        rater = self.rater or self.say(template("Observer"))
        return ConsoleScreen((SeatsTab, SheetTab, WallTab, SpreadTab), acts=False, rater=rater)


class ProjectorApp(ConsoleApp):
    """For the wall of the hall: names nobody, needs no keys."""

    def first_screen(self) -> RoomScreen:
        from simulator.workshop.console.projector import ProjectorScreen

        return ProjectorScreen()
