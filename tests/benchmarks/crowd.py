"""A crowd of bots before one room: all connect in the same instant and play, and what they measured is added up."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass

import aiohttp

from simulator.language.catalogue import Catalogue
from simulator.workshop.bots import Accepted, Answers, Bot, Manner, Sight, Wire, join

JOINING_AT_ONCE = 20
IN_SECONDS = 150.0
"""How long a crowd is waited for."""

WINDOW_S = 60.0


class Spread:
    """Percentiles of some figures, told in milliseconds or, with `unit=1`, in seconds."""

    def __init__(self, figures: Sequence[float]) -> None:
        self._sorted = sorted(figures)

    def __len__(self) -> int:
        return len(self._sorted)

    def at(self, share: float) -> float:
        """The figure below which so large a share lies, in seconds; infinite if there are none."""
        if not self._sorted:
            return float("inf")
        return self._sorted[min(len(self._sorted) - 1, int(len(self._sorted) * share))]

    def ms(self, *shares: float) -> str:
        """Some of them in milliseconds, parted by strokes; a stroke alone if there are none."""
        return " / ".join(f"{self.at(share) * 1000:,.0f}" for share in shares) if self._sorted else "-"

    def seconds(self, *shares: float) -> str:
        """Some of them in seconds."""
        return " / ".join(f"{self.at(share):.2f}" for share in shares) if self._sorted else "-"


@dataclass(frozen=True, slots=True)
class Summed:
    """What a crowd measured. Times in seconds; `busiest` is the most answers graded that were sent within a minute."""

    lobby: Spread
    room: Spread
    keys: Spread
    marks: Spread
    graded: Spread
    returns: Spread
    in_room: int
    sent_keys: int
    unpainted: int
    busiest: int
    accepted: tuple[Accepted, ...]
    unsure: tuple[str, ...]
    ended: int
    lost: int
    steps: int
    errors: tuple[str, ...]
    painted_bytes: int


class Crowd:
    """Bots of one room. `join` first, then `connect`, then `play`."""

    def __init__(self, http: aiohttp.ClientSession, answers: Answers, manner: Manner, wired: type[Wire] = Wire) -> None:
        self.bots: list[Bot] = []
        self.refused: list[str] = []
        self._http, self._answers, self._manner, self._wired = http, answers, manner, wired
        self._playing: list[asyncio.Task[object]] = []
        self._sight = Sight(Catalogue("vi"))

    def add(self, nodes: Sequence[str], token: str, name: str) -> None:
        """One more bot, whose seat is known by its token."""
        bot = Bot(self._http, nodes, token, name, self._sight, self._answers, self._manner, wired=self._wired)
        self.bots.append(bot)

    async def join(self, nodes: Sequence[str], code: str, seats: int) -> float:
        """Take seats as the join page does, some at a time, at the nodes in turn; how many seconds the slowest took."""
        turns, slowest = asyncio.Semaphore(JOINING_AT_ONCE), 0.0

        async def one(number: int) -> None:
            nonlocal slowest
            home = nodes[number % len(nodes)]
            async with turns:
                begun = time.perf_counter()
                try:
                    ticket = await join(self._http, home, code, f"Bot {number}")
                except Exception as error:  # Whatever it is, it is told in the table.
                    self.refused.append(str(error))
                    return
                slowest = max(slowest, time.perf_counter() - begun)
                others = (node for node in nodes if node != ticket.base)
                self.add([ticket.base, *others], ticket.token, f"B{number}")

        await asyncio.gather(*(one(number) for number in range(1, seats + 1)))
        return slowest

    async def connect(self) -> None:
        """All at once; returns when all are in the press room, or it is waited for no longer."""
        for bot in self.bots:
            bot.sit_down()
        await asyncio.gather(*(bot.in_press_room(IN_SECONDS) for bot in self.bots))

    def play(self) -> None:
        """Begin to play, or go on."""
        for bot in self.bots:
            bot.may_act.set()
        if not self._playing:
            self._playing = [asyncio.create_task(bot.play()) for bot in self.bots]

    def sit_still(self) -> None:
        """Whoever is not in the midst of something does nothing more."""
        for bot in self.bots:
            bot.may_act.clear()

    async def until_played(self, seconds: float) -> None:
        """Until all have come to the ending, or so long."""
        await asyncio.wait(self._playing, timeout=seconds)

    async def leave(self) -> None:
        """Stop playing, and hang up."""
        for playing in self._playing:
            playing.cancel()
        await asyncio.gather(*self._playing, return_exceptions=True)
        await asyncio.gather(*(bot.leave() for bot in self.bots), return_exceptions=True)

    async def last_sees(self, text: str, act: Callable[[], Awaitable[object]], seconds: float) -> tuple[float, int]:
        """Do something, and wait until its text is on all screens: the seconds until the last, and how many had it."""
        seen = [bot.sees(text) for bot in self.bots if bot.wire.up]
        begun = time.perf_counter()
        await act()
        await asyncio.wait(seen, timeout=seconds)
        times = [one.result() for one in seen if one.done()]
        return max(times, default=begun) - begun, len(times)

    def summed(self) -> Summed:
        """All that was measured so far."""
        all_ = [bot.figures for bot in self.bots]
        broken = [repr(task.exception()) for task in self._playing if task.done() and _error(task)]
        turned_away = [bot.wire.ended for bot in self.bots if bot.figures.room is None and bot.wire.ended]
        accepted = tuple(one for figures in all_ for one in figures.accepted)
        return Summed(
            lobby=Spread([one.lobby for one in all_ if one.lobby is not None]),
            room=Spread([one.room for one in all_ if one.room is not None]),
            keys=Spread([key for one in all_ for key in one.keys]),
            marks=Spread([mark for one in all_ for mark in one.marks]),
            graded=Spread([one.took for one in accepted]),
            returns=Spread([one for figures in all_ for one in figures.returns]),
            in_room=sum(one.room is not None for one in all_),
            sent_keys=sum(one.sent_keys for one in all_),
            unpainted=sum(one.unpainted for one in all_),
            busiest=_busiest(sorted(one.sent_at for one in accepted)),
            accepted=accepted,
            unsure=tuple(text for one in all_ for text in one.unsure),
            ended=sum(one.ended for one in all_),
            lost=sum(one.lost for one in all_),
            steps=sum(one.steps for one in all_),
            errors=(*self.refused, *(error for one in all_ for error in one.errors), *turned_away, *broken),
            painted_bytes=sum(one.bytes_painted for one in all_),
        )


def _error(task: asyncio.Task[object]) -> bool:
    return not task.cancelled() and task.exception() is not None


def _busiest(times: Sequence[float]) -> int:
    most = first = 0
    for place, time_ in enumerate(times):
        while times[first] < time_ - WINDOW_S:
            first += 1
        most = max(most, place - first + 1)
    return most


@asynccontextmanager
async def crowd(answers: Answers, manner: Manner, wired: type[Wire] = Wire) -> AsyncIterator[Crowd]:
    """A crowd with nobody in it yet; it leaves at the end."""
    async with aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=0)) as http:
        gathered = Crowd(http, answers, manner, wired)
        try:
            yield gathered
        finally:
            await gathered.leave()
