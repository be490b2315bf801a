"""A workshop under load: `podium host` in processes of its own, and a hall of bots over real WebSockets.

    python -m tests.benchmarks.workshop [SEATS …] [--seconds 150] [--to-the-end 2] [--serve 1 10 25 50]

For each number of seats all join, all connect in the same instant, play a shipped scenario by free-text answers for a
while, and then see an inject of the facilitator's. What the bots were told graded is looked up in the journal. Beside
it, in the same run: textual-serve, one process a seat, with the same press room (only if it is installed; it is no part
of Podium). The bars are for the largest number of seats.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from simulator.journal.connect import open_workshop
from simulator.loading.loader import load
from simulator.loading.shelf import find
from simulator.workshop.bots import BRISK, HUMAN, Answers, answers_of
from simulator.workshop.room.codec import encode
from simulator.workshop.room.events import Injected
from tests.benchmarks import beside_serve
from tests.benchmarks.crowd import Summed, crowd
from tests.benchmarks.hosted import HostedRoom
from tests.benchmarks.journal_check import Found, check
from tests.benchmarks.processes import Use

SCENARIO = "lu-quet-na-lai"
SEATS = (1, 50, 100, 200)
ANSWER_MOST = 72
"""Characters of an answer: at the bots' pace, with all else that they do, a hall of 200 sends about 200 a minute."""

INJECT_SECONDS = 20.0
QUIET_SECONDS = 3.0

NEWS = "Tin khẩn của người điều hành: đường vào Co Lằng vừa sạt lần nữa"


@dataclass(frozen=True, slots=True)
class Row:
    """What one number of seats came to. Processor times in cores; `joined` is the slowest join in seconds."""

    seats: int
    seconds: float
    joined: float
    summed: Summed
    host_cores: float
    grader_cores: float
    client_cores: float
    host_mib: tuple[float, float, float]
    """Memory of the host: with nobody there, with all in the press room, at the end."""
    grader_mib: float
    inject: float
    inject_seen: int
    found: Found
    said: tuple[str, ...]

    @property
    def seat_mib(self) -> float:
        """By how much the host grew for a seat, until the end."""
        return (self.host_mib[2] - self.host_mib[0]) / self.seats

    @property
    def keys_per_s(self) -> float:
        """All bots together."""
        return self.summed.sent_keys / self.seconds


async def measured(seats: int, seconds: float, answers: Answers, cache: Path, *, to_the_end: bool = False) -> Row:
    """Host a room for so many, and let them in."""
    with tempfile.TemporaryDirectory(prefix="podium-load-", ignore_cleanup_errors=True) as folder:
        options = (SCENARIO, "--port", "0", "--seats", str(seats), "--shared")
        room = HostedRoom(Path(folder), options, {"PODIUM_CACHE_DIR": str(cache)})
        await asyncio.to_thread(room.start)
        try:
            return await _played(room, seats, seconds, answers, to_the_end)
        finally:
            await asyncio.to_thread(room.stop)


async def _played(room: HostedRoom, seats: int, seconds: float, answers: Answers, to_the_end: bool) -> Row:
    await asyncio.sleep(QUIET_SECONDS)
    empty = room.use().rss_mib
    async with crowd(answers, BRISK if to_the_end else HUMAN) as bots:
        joined = await bots.join([room.base], room.code, seats)
        await bots.connect()
        _progress(f"{bots.summed().in_room} of {seats} in the press room")
        await asyncio.sleep(QUIET_SECONDS)
        full, began = room.use().rss_mib, _Moment(room)
        bots.play()
        await bots.until_played(seconds)
        cores, graders, client = began.cores(room)
        _progress(f"played {seconds:.0f} s, {len(bots.summed().accepted)} answers graded")
        bots.sit_still()
        inject, seen = 0.0, 0
        if not to_the_end:
            await asyncio.sleep(QUIET_SECONDS)
            inject, seen = await bots.last_sees(NEWS, lambda: asyncio.to_thread(_inject, room), INJECT_SECONDS)
        end, grader = room.use().rss_mib, room.use_of_graders().rss_mib
        took = began.seconds
    summed = bots.summed()
    found = await asyncio.to_thread(check, room.database, [one.text for one in summed.accepted], summed.unsure)
    said = tuple(line for line in room.said if "Traceback" in line or "crashed" in line or "Error" in line)
    mib = (empty, full, end)
    return Row(seats, took, joined, summed, cores, graders, client, mib, grader, inject, seen, found, said)


def _progress(text: str) -> None:
    print(f"  {time.strftime('%H:%M:%S')} {text}; load {os.getloadavg()[0]:.1f}", file=sys.stderr, flush=True)


class _Moment:
    """A moment from which processor time is counted."""

    def __init__(self, room: HostedRoom) -> None:
        self._at, self._own = time.perf_counter(), time.process_time()
        self._host, self._graders = room.use(), room.use_of_graders()
        self.seconds = 0.0

    def cores(self, room: HostedRoom) -> tuple[float, float, float]:
        """Cores used since then by the host, by what it started, and by this process."""
        self.seconds = time.perf_counter() - self._at

        def cores(before: Use, now: Use) -> float:
            return (now.cpu_s - before.cpu_s) / self.seconds

        own = (time.process_time() - self._own) / self.seconds
        return cores(self._host, room.use()), cores(self._graders, room.use_of_graders()), own


def _inject(room: HostedRoom) -> None:
    """As a facilitator at another node would: a new entry in the room's log."""
    opened = open_workshop(room.database, shared=True)
    try:
        header = opened.rooms.by_code(room.code)
        assert header is not None
        number = max(entry.number for entry in opened.rooms.since(header.id, 0))
        opened.rooms.append(header.id, number + 1, encode(Injected(text=NEWS, headline=NEWS, source="Podium")))
    finally:
        opened.close()


def told(rows: Sequence[Row]) -> None:
    """The table, a column for each number of seats."""
    lines: list[tuple[str, list[str]]] = [
        ("seats", [str(row.seats) for row in rows]),
        ("in the press room", [str(row.summed.in_room) for row in rows]),
        ("slowest join request, s", [f"{row.joined:.2f}" for row in rows]),
        ("connect to lobby p50/p95/max, ms", [row.summed.lobby.ms(0.5, 0.95, 1) for row in rows]),
        ("connect to press room p50/p95/max, s", [row.summed.room.seconds(0.5, 0.95, 1) for row in rows]),
        ("played, s", [f"{row.seconds:.0f}" for row in rows]),
        ("keys a second, all together", [f"{row.keys_per_s:.0f}" for row in rows]),
        ("key to paint p50/p95/p99, ms", [row.summed.keys.ms(0.5, 0.95, 0.99) for row in rows]),
        ("keys timed", [f"{len(row.summed.keys):,}" for row in rows]),
        ("mark to paint p50/p95/p99, ms", [row.summed.marks.ms(0.5, 0.95, 0.99) for row in rows]),
        ("answer to graded p50/p95/max, s", [row.summed.graded.seconds(0.5, 0.95, 1) for row in rows]),
        ("answers graded (busiest minute)", [f"{len(row.summed.accepted)} ({row.summed.busiest})" for row in rows]),
        ("inject on the last screen, s (on)", [f"{row.inject:.2f} ({row.inject_seen})" for row in rows]),
        ("host, MiB: empty/full/end", ["/".join(f"{mib:.0f}" for mib in row.host_mib) for row in rows]),
        ("host, MiB a seat", [f"{row.seat_mib:.1f}" for row in rows]),
        ("grading process, MiB", [f"{row.grader_mib:.0f}" for row in rows]),
        ("cores: host/grading/bots", [_cores(row) for row in rows]),
        ("KB painted a second a seat", [_painted(row) for row in rows]),
        ("steps, endings, lines lost", [f"{row.summed.steps}, {row.summed.ended}, {row.summed.lost}" for row in rows]),
        ("keys unpainted", [str(row.summed.unpainted) for row in rows]),
        (
            "answers missing/twice in journal",
            [f"{len(row.found.missing)} / {len(row.found.doubled)}" for row in rows],
        ),
        ("errors", [str(len(row.summed.errors) + len(row.said)) for row in rows]),
    ]
    for name, cells in lines:
        print(f"  {name:38}" + "".join(f"{cell:>24}" for cell in cells))
    for row in rows:
        for error in [*dict.fromkeys(row.summed.errors), *dict.fromkeys(row.said)][:5]:
            print(f"  {row.seats} seats: {error}")


def _cores(row: Row) -> str:
    return f"{row.host_cores:.2f}/{row.grader_cores:.2f}/{row.client_cores:.2f}"


def _painted(row: Row) -> str:
    return f"{row.summed.painted_bytes / 1024 / row.seats / max(1.0, row.seconds):.1f}"


def bars(row: Row) -> int:
    """Print each bar for a row with what was measured; how many are not met."""
    summed = row.summed
    nothing_lost = row.found.well and summed.in_room == row.seats and not summed.unpainted
    told_all = 0 < row.inject <= 2 and row.inject_seen == row.seats
    judged = [
        ("p95 key to paint at most 150 ms", summed.keys.at(0.95) <= 0.150, f"{summed.keys.ms(0.95)} ms"),
        ("p95 answer to graded at most 2 s", summed.graded.at(0.95) <= 2, f"{summed.graded.seconds(0.95)} s"),
        ("as many answers in a minute as seats", summed.busiest >= row.seats * 0.95, f"{summed.busiest}"),
        ("at most 8 MiB a seat", row.seat_mib <= 8, f"{row.seat_mib:.1f} MiB"),
        ("p95 of the lobby at most 3 s", summed.lobby.at(0.95) <= 3, f"{summed.lobby.seconds(0.95)} s"),
        ("every press room within 30 s", summed.room.at(1) <= 30, f"{summed.room.seconds(1)} s"),
        (
            "inject on the last screen within 2 s",
            told_all,
            f"{row.inject:.2f} s",
        ),
        ("no error", not (summed.errors or row.said), f"{len(summed.errors) + len(row.said)}"),
        ("nothing lost", nothing_lost, f"{len(row.found.missing)} answers, {summed.unpainted} keys"),
    ]
    print(f"\nBars at {row.seats} seats on {os.cpu_count()} cores")
    for name, met, figure in judged:
        print(f"  {name:40}{figure:>22}   {'met' if met else 'NOT MET'}")
    return sum(not met for _, met, _ in judged)


async def _main(options: argparse.Namespace) -> int:
    answers = answers_of(load(find(SCENARIO)).scenario, ANSWER_MOST)
    print(f"{SCENARIO}; load average {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores; bots share the machine")
    print(f"bots: {HUMAN.told()}; answers of at most {ANSWER_MOST} characters")
    rows = []
    with tempfile.TemporaryDirectory(prefix="podium-load-cache-") as cache:
        if options.to_the_end:
            end = await measured(options.to_the_end, 600, answers, Path(cache), to_the_end=True)
            print(f"\n{options.to_the_end} seats to the ending, {BRISK.told()}")
            told([end])
        for seats in options.seats:
            rows.append(await measured(seats, options.seconds, answers, Path(cache)))
            print(f"\n{seats} seats done, {rows[-1].seconds:.0f} s", flush=True)
        if rows:
            told(rows)
        if options.serve:
            await beside_serve.told(options.serve, options.serve_seconds, SCENARIO, answers, Path(cache))
    return bars(rows[-1]) if rows else 0


def main() -> int:
    """Measure and print; the exit code says whether all bars are met."""
    parser = argparse.ArgumentParser()
    parser.add_argument("seats", type=int, nargs="*", default=list(SEATS))
    parser.add_argument("--seconds", type=float, default=150)
    parser.add_argument("--serve", type=int, nargs="*", default=[1, 10, 25, 50], help="seats on textual-serve")
    parser.add_argument("--serve-seconds", type=float, default=60)
    parser.add_argument("--to-the-end", type=int, default=2, help="seats that play to the ending; 0: none")
    return 1 if asyncio.run(_main(parser.parse_args())) else 0


if __name__ == "__main__":
    sys.exit(main())
