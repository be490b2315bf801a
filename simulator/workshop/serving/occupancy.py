"""A place that is being served: its channel, its App, and the device that holds it. It outlives sockets."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextvars import Context

from simulator.errors import PodiumError
from simulator.language.catalogue import Catalogue
from simulator.workshop.serving import collector, words
from simulator.workshop.serving.admission import Admission
from simulator.workshop.serving.channel import Channel
from simulator.workshop.serving.door import Door, Place
from simulator.workshop.serving.frames import Hello
from simulator.workshop.serving.outlet import GOING_AWAY, Outlet

IDLE = 15 * 60.0
"""Seconds for which an App waits for its browser to come back."""

BOOT_PATIENCE = 10.0
"""Seconds after which an App that is not on the screen yet no longer keeps others from booting."""

Troubled = Callable[[Place, BaseException], None]
"""Told of an App's crash."""


class Occupancy:
    """Begins with the first socket of a place; is over when its App has ended."""

    def __init__(
        self,
        place: Place,
        door: Door,
        admission: Admission,
        *,
        troubled: Troubled,
        over: Callable[[Occupancy], None],
        idle: float = IDLE,
    ) -> None:
        self.place = place
        self.channel = Channel()
        self._device = ""
        self._door = door
        self._admission = admission
        self._troubled = troubled
        self._over = over
        self._idle = idle
        self._catalogue = Catalogue("vi")
        self._playing: asyncio.Task[None] | None = None
        self._leaving: asyncio.TimerHandle | None = None

    def serves(self, place: Place) -> bool:
        """Whether this is still a place's occupancy: neither has it ended, nor was the place given away anew."""
        return self.channel.ended is None and self.place.generation == place.generation

    def is_held_from(self, device: str) -> bool:
        """Whether another device than this one has the place open."""
        return self.channel.outlet is not None and not (device and device == self._device)

    def attach(self, outlet: Outlet, hello: Hello, catalogue: Catalogue) -> None:
        """Give the place to a device, whose socket replaces any other; boot the App if there is none."""
        self._stay()
        self.channel.supersede()
        self._device, self._catalogue = hello.device, catalogue
        self.channel.slow_text = catalogue.say(words.SLOW)
        self.channel.attach(outlet, hello.size, hello.reader)
        if self.channel.driver is None:
            self._wait(len(self._admission))
        if self._playing is None:
            # In a context of its own: what runs here may itself have been begun by an App, the facilitator's console.
            self._playing = asyncio.get_running_loop().create_task(self._play(), context=Context())

    def detach(self, outlet: Outlet) -> None:
        """A socket is gone. If it was the place's, the App waits a while for another."""
        if self.channel.detach(outlet):
            self._await_another()

    def give_up(self) -> None:
        """Another device has taken the place over at another node: it is told here, and the App waits a while."""
        self.channel.supersede()
        self._await_another()

    def _await_another(self) -> None:
        if self.channel.ended is None:
            self._stay()
            self._leaving = asyncio.get_running_loop().call_later(self._idle, self._drop)

    async def close(self, code: int = GOING_AWAY, patience: float = 5.0) -> None:
        """End the App without a word, because the node goes away."""
        self._stay()
        self.channel.leave(code)
        if self._playing is not None:
            _, late = await asyncio.wait([self._playing], timeout=patience)
            for task in late:
                task.cancel()
            if late:
                await asyncio.wait(late, timeout=patience)

    def _stay(self) -> None:
        if self._leaving is not None:
            self._leaving.cancel()
            self._leaving = None

    def _drop(self) -> None:
        self.channel.end(self._catalogue.say(words.IDLE))

    def _wait(self, before: int) -> None:
        self.channel.show_lobby(self._door.lobby(self.place, before))

    async def _play(self) -> None:
        reason = words.LEFT
        try:
            await self._run()
        except PodiumError as error:
            reason = self._catalogue.say(error.message, **error.params)
        except Exception as error:
            self._troubled(self.place, error)
            reason = words.CRASHED
        finally:
            self._stay()
            self._over(self)
            self.channel.end(self._catalogue.say(reason))

    async def _run(self) -> None:
        running: asyncio.Task[None] | None = None
        try:
            async with self._admission.turn(self._wait):
                if self.channel.ended is not None:
                    return
                running = asyncio.get_running_loop().create_task(self._run_app())
                await first_of(running, self.channel.arrived, BOOT_PATIENCE)
            await running
        finally:
            if running is not None and not running.done():
                running.cancel()
                await asyncio.wait([running])

    async def _run_app(self) -> None:
        app = await self._door.open(self.place, self.channel)
        if self.channel.ended is not None:
            return
        await app.run_async()
        if (crash := getattr(app, "crash", None)) is not None:
            raise crash


async def first_of(running: asyncio.Task[None], event: asyncio.Event, seconds: float) -> None:
    """Wait until an event is set, a task has ended, or some seconds are over."""
    waiting = asyncio.get_running_loop().create_task(event.wait())
    await asyncio.wait([running, waiting], timeout=seconds, return_when=asyncio.FIRST_COMPLETED)
    waiting.cancel()


TIDY_AFTER = 50
"""Apps that have ended, after which their memory is taken back: each holds some megabytes."""


class Occupancies:
    """All places of the room that are served by this process."""

    def __init__(self, door: Door, *, troubled: Troubled, idle: float = IDLE) -> None:
        self._door = door
        self._troubled = troubled
        self._idle = idle
        self._admission = Admission(drained=collector.keep)
        self._left = 0
        """Apps that have ended since the collector last looked at everything."""
        self._is_closing = False
        self._by_place: dict[tuple[str, str], Occupancy] = {}
        self._replaced: set[Occupancy] = set()
        """Those that another one came after, until their Apps have ended."""

    def __len__(self) -> int:
        return len(self._by_place)

    @property
    def waiting(self) -> int:
        """How many wait for their App to be booted."""
        return len(self._admission)

    @property
    def held(self) -> int:
        """How many places have a browser now."""
        return sum(each.channel.outlet is not None for each in self._by_place.values())

    def is_held(self, place: Place, device: str) -> bool:
        """Whether another device than this one has the place open."""
        known = self._by_place.get((place.kind, place.id))
        return known is not None and known.serves(place) and known.is_held_from(device)

    def give_up(self, place: Place, device: str) -> bool:
        """Give a place up that another device than this one has open here; whether one had."""
        if not self.is_held(place, device):
            return False
        self._by_place[place.kind, place.id].give_up()
        return True

    def of(self, place: Place, catalogue: Catalogue) -> Occupancy:
        """The occupancy of a place, to be attached to: a new one, if none was or the place was given away anew."""
        key = (place.kind, place.id)
        known = self._by_place.get(key)
        if known is not None:
            if known.serves(place):
                return known
            known.channel.end(catalogue.say(words.MOVED))
            self._replaced.add(known)
        self._by_place[key] = Occupancy(
            place, self._door, self._admission, troubled=self._troubled, over=self._forget, idle=self._idle
        )
        return self._by_place[key]

    def channel(self, kind: str, id: str) -> Channel | None:
        """The channel of a place that is served here; None if it is not."""
        occupancy = self._by_place.get((kind, id))
        return None if occupancy is None else occupancy.channel

    async def close(self) -> None:
        """End all Apps, because the node goes away; their browsers look for another."""
        self._is_closing = True
        await asyncio.gather(*(occupancy.close() for occupancy in [*self._by_place.values(), *self._replaced]))

    def _forget(self, occupancy: Occupancy) -> None:
        self._replaced.discard(occupancy)
        key = (occupancy.place.kind, occupancy.place.id)
        if self._by_place.get(key) is occupancy:
            del self._by_place[key]
        self._tidy()

    def _tidy(self) -> None:
        """Take their memory back when many Apps have ended; not when all do, for then the process ends as well."""
        self._left += 1
        if self._left >= TIDY_AFTER and not self._is_closing:
            self._left = 0
            collector.take_away()
