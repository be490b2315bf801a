"""What every screen over a room has: the desk, the room's state and sessions, and drawing no oftener than needed."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from textual import work

from simulator.errors import PodiumError
from simulator.scenario.model import Scenario
from simulator.tui.screens.base import PodiumScreen

if TYPE_CHECKING:
    from simulator.workshop.console.app import ConsoleApp
    from simulator.workshop.console.desk import ConsoleDesk
    from simulator.workshop.followed import Followed
    from simulator.workshop.room.events import RoomEvent
    from simulator.workshop.room.state import RoomState

DRAWN_EVERY = 0.2
"""Seconds: however much comes in, the screen is drawn five times a second at most."""


class RoomScreen(PodiumScreen[None]):
    """Follows the room from when it is mounted; `draw` is called soon after anything has changed."""

    def __init__(self) -> None:
        super().__init__()
        self._ends: list[Callable[[], None]] = []
        self._news = asyncio.Event()
        self._following: asyncio.Task[None] | None = None
        self._scenarios: dict[tuple[int, str], Scenario] = {}
        self._asked_for: tuple[int, str] | None = None

    @property
    def console(self) -> ConsoleApp:
        """The App, by its own type."""
        from simulator.workshop.console.app import ConsoleApp

        assert isinstance(self.app, ConsoleApp)
        return self.app

    @property
    def desk(self) -> ConsoleDesk:
        """What is known of the room and done in it."""
        return self.console.desk

    @property
    def state(self) -> RoomState:
        """The room as it is now."""
        return self.desk.room.state

    @property
    def sessions(self) -> Mapping[str, Followed]:
        """All sessions by id, as they were read last."""
        return self.desk.watch.sessions

    @property
    def scenario(self) -> Scenario | None:
        """The scenario of the present run in the present language; None until it has been read."""
        return self._scenarios.get((self.state.run, self.podium.catalogue.tongue))

    def on_mount(self) -> None:
        self._ends = [self.desk.room.subscribe(self._room_told), self.desk.watch.subscribe(self._watch_told)]
        self._following = asyncio.create_task(self._follow())
        super().on_mount()

    def on_unmount(self) -> None:
        if self._following is not None:
            self._following.cancel()
        for end in self._ends:
            end()

    # Whoever tells is on this loop, but in the context of another App, or of none: what is done there must not ask for
    # the present App, as all of Textual does. So only a bell is rung, and the drawing is done in a task of our own.

    def _room_told(self, _: RoomState, __: int, ___: RoomEvent) -> None:
        self._news.set()

    def _watch_told(self, _: frozenset[str]) -> None:
        self._news.set()

    async def _follow(self) -> None:
        """Draw what has come in, all that comes within a while together."""
        while True:
            await self._news.wait()
            self._news.clear()
            self.call_later(self.draw)
            await asyncio.sleep(DRAWN_EVERY)

    def draw(self) -> None:
        """Show the room as it is now."""

    def fill(self) -> None:
        super().fill()
        self.draw()

    def need_scenario(self) -> None:
        """Read the scenario of the present run off the loop, unless that has been done; `draw` follows."""
        key = (self.state.run, self.podium.catalogue.tongue)
        if key not in self._scenarios and key != self._asked_for:
            self._asked_for = key
            self._read_scenario(key)

    @work(exclusive=True, group="scenario")
    async def _read_scenario(self, key: tuple[int, str]) -> None:
        try:
            self._scenarios[key] = await asyncio.to_thread(self.desk.scenario, key[0])
        except PodiumError as error:
            self.podium.say_error(error)
        self.draw()
