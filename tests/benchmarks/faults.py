"""A room on two nodes and a real PostgreSQL: nodes are killed and the database is stopped while bots play in it."""

from __future__ import annotations

import asyncio
import socket
import time
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from simulator.loading.loader import load
from simulator.loading.shelf import find
from simulator.workshop.bots import Manner, answers_of
from tests.benchmarks.crowd import Crowd, Summed, crowd
from tests.benchmarks.hosted import HostedRoom
from tests.benchmarks.journal_check import Found, check
from tests.postgres import Server

SCENARIO = "lu-quet-na-lai"
NODES = 2

BUSY = Manner(reads=(0.5, 2.0), glances=(0.3, 1.0), checks=(0.1, 0.5), pastes=True)
"""Answers about every four seconds, so that a kill finds many of them under way."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What is to happen, in seconds from when all are in the press room.

    Nodes are killed in turn, each begun again at once; the database is stopped at `outage_at` for `outage_s`. After
    `seconds` nothing is broken any more, and within `settling` all lines must be back.
    """

    seats: int
    seconds: float
    kills_at: Sequence[float]
    outage_at: float
    outage_s: float
    settling: float = 20.0


@dataclass(slots=True)
class Outcome:
    """What came of it."""

    summed: Summed
    found: Found
    kills: int
    starts: list[float] = field(default_factory=list)
    """Seconds until a killed node let browsers in again."""
    up_at_end: int = 0
    graded_after: int = 0
    """Answers that were told graded after the last fault."""
    said: list[str] = field(default_factory=list)
    """Tracebacks of nodes."""


class Nodes:
    """Two nodes of one room, each on a port that it comes back to."""

    def __init__(self, folder: Path, database: str, seats: int) -> None:
        self._folder, self._database, self._seats = folder, database, seats
        self._ports = [_free_port() for _ in range(NODES)]
        self.rooms: list[HostedRoom] = []
        self.starts: list[float] = []
        self.said: list[str] = []
        self.kills = 0
        self._restarting: set[int] = set()

    @property
    def bases(self) -> list[str]:
        return [room.base for room in self.rooms]

    @property
    def code(self) -> str:
        return self.rooms[0].code

    async def open(self) -> None:
        """The first opens the room, the others serve it too."""
        for number, port in enumerate(self._ports):
            what = [SCENARIO, "--seats", str(self._seats)] if not number else ["--room", self.code]
            self.rooms.append(await self._started(number, port, what))

    async def kill(self, number: int) -> None:
        """End a node without a word, and begin it anew until it serves; one that does not serve yet is left alone."""
        room = self.rooms[number]
        if number in self._restarting:
            return
        self._restarting.add(number)
        room.kill()
        self.kills += 1
        self._listen(room)
        begun = time.perf_counter()
        while True:
            with suppress(RuntimeError):  # While the database is away, no node can begin.
                self.rooms[number] = await self._started(number, self._ports[number], ["--room", self.code])
                self.starts.append(time.perf_counter() - begun)
                self._restarting.discard(number)
                return
            await asyncio.sleep(0.5)

    async def close(self) -> None:
        """End all."""
        for room in self.rooms:
            await asyncio.to_thread(room.stop)
            self._listen(room)

    async def _started(self, number: int, port: int, what: Sequence[str]) -> HostedRoom:
        folder = self._folder / f"node{number}"
        folder.mkdir(exist_ok=True)
        options = (*what, "--port", str(port), "--database", self._database, "--processes", "1")
        room = HostedRoom(folder, options, {"PODIUM_CACHE_DIR": str(self._folder / "cache")})
        await asyncio.to_thread(room.start)
        return room

    def _listen(self, room: HostedRoom) -> None:
        traces = [place for place, line in enumerate(room.said) if line.startswith("Traceback")]
        self.said += ["\n".join(room.said[max(0, place - 2) : place + 40]) for place in traces]


async def played_through(plan: Plan, postgres: Server, folder: Path) -> Outcome:
    """Play while things break, and compare what bots were told with what stands in the journal."""
    database = postgres.new_database()
    nodes = Nodes(folder, database, plan.seats)
    await nodes.open()
    try:
        async with crowd(answers_of(load(find(SCENARIO)).scenario), BUSY) as bots:
            await bots.join(nodes.bases, nodes.code, plan.seats)
            await bots.connect()
            bots.play()
            await _break(plan, postgres, nodes)
            well_again = time.perf_counter()
            await asyncio.sleep(plan.settling)
            bots.sit_still()
            await asyncio.sleep(3)
            up = sum(bot.wire.up for bot in bots.bots)
    finally:
        await nodes.close()
    return await asyncio.to_thread(_outcome, bots, nodes, database, up, well_again)


async def _break(plan: Plan, postgres: Server, nodes: Nodes) -> None:
    begun = time.perf_counter()

    async def at(seconds: float) -> None:
        await asyncio.sleep(max(0.0, begun + seconds - time.perf_counter()))

    async def outage() -> None:
        await at(plan.outage_at)
        await asyncio.to_thread(postgres.stop)
        await at(plan.outage_at + plan.outage_s)
        await asyncio.to_thread(postgres.start)

    async def kill(place: int, seconds: float) -> None:
        await at(seconds)
        await nodes.kill(place % NODES)

    await asyncio.gather(outage(), at(plan.seconds), *(kill(*one) for one in enumerate(plan.kills_at)))


def _outcome(bots: Crowd, nodes: Nodes, database: str, up: int, well_again: float) -> Outcome:
    summed = bots.summed()
    found = check(database, [one.text for one in summed.accepted], summed.unsure)
    after = sum(one.sent_at > well_again for one in summed.accepted)
    return Outcome(summed, found, nodes.kills, nodes.starts, up, after, nodes.said)


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])
