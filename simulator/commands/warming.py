"""An App that nobody sees, run before anybody comes: whoever comes first finds imports, styles and caches ready."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.exercise.clock import RunningClock
from simulator.exercise.exercise import Exercise
from simulator.journal.memory import MemoryJournal
from simulator.tui.app import PodiumApp
from simulator.tui.preferences import Preferences
from simulator.workshop.serving.served import Served

if TYPE_CHECKING:
    from simulator.language.catalogue import Catalogue
    from simulator.loading.loader import Loaded
    from simulator.tui.house import House
    from simulator.workshop.serving.channel import Channel


class UnseenApp(Served, PodiumApp):
    """Goes straight to the press room, over a record in memory."""

    ARRIVES_BY_HAND = True

    async def _raise_curtain(self) -> None:
        from simulator.tui.screens.press_room import PressRoomScreen

        assert self._exercise is not None
        await self.push_screen(PressRoomScreen(self._exercise))
        self.call_after_refresh(self.arrive)


def unseen_app(channel: Channel, house: House, loaded: Loaded, catalogue: Catalogue) -> UnseenApp:
    """An App in the press room of a scenario."""
    exercise = Exercise.begin(loaded.scenario, loaded.source_hash, MemoryJournal(), RunningClock(), presses=True)
    return UnseenApp(channel, house, catalogue, exercise=exercise, preferences=Preferences(None))
