"""`podium host --dry-run`: everything that a workshop rests on is tried here and now, and bots play the scenario.

Nothing stays behind: the bots' room is deleted. Each check says what was found and, where it is not well, what to do.
"""

from __future__ import annotations

import asyncio
import sys
from collections.abc import AsyncIterator, Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Literal

import click

from simulator.commands.host_node import Serving, serving
from simulator.commands.hosting import Hosting, hosting_of
from simulator.commands.rooms import recorded_room
from simulator.errors import ExitCode, PodiumError, UsageError
from simulator.language.catalogue import Catalogue, template
from simulator.language.signs import plain
from simulator.workshop.addresses import LOOPBACK

Standing = Literal["well", "note", "wrong"]
SIGNS: dict[Standing, str] = {"well": "✓", "note": "!", "wrong": "✗"}

SHOWN = "Đặng Thị Ánh Nguyệt ữ ặ ỗ ─│╭╮█▌▁▃⣿→✓●"
"""What the interface draws with; to be compared by eye with how it should look."""

SEAT_MB = 8
OWN_MB = 600
"""Memory of the node and its grading process, and of each seat beside it."""

PLAYED_WITHIN_S = 300.0


@dataclass(frozen=True, slots=True)
class Check:
    """What one check found: a template with its parameters."""

    standing: Standing
    told: str
    params: dict[str, object]


def run(catalogue: Catalogue, given: dict[str, Any]) -> int:
    """Try everything out and say what was found. The exit code is 0 if the workshop can be held."""
    bots = int(given["bots"])
    if given["room"]:
        raise UsageError(template("a dry run opens a room of its own; leave out --room"))
    hosting = replace(hosting_of(given | {"no_console": True, "wait": False}, catalogue), console=False)
    standings = asyncio.run(_all(hosting, catalogue, bots))
    wrong = standings.count("wrong")
    if wrong:
        told = catalogue.count(
            "One thing is to be mended before the workshop.", "To be mended before the workshop: {n}.", wrong
        )
    else:
        told = catalogue.say(template("The workshop can be held."))
    click.echo(told)
    return ExitCode.ENVIRONMENT if wrong else ExitCode.OK


async def _all(hosting: Hosting, catalogue: Catalogue, bots: int) -> list[Standing]:
    standings: list[Standing] = []

    def tell(check: Check) -> None:
        standings.append(check.standing)
        click.echo(plain(f"{SIGNS[check.standing]} {catalogue.say(check.told, **check.params)}"))

    for check in (*_terminal(), *_memory(hosting.seats)):
        tell(check)
    try:
        async with serving(_for_bots(hosting), catalogue) as node:
            async for check in _served(node, hosting, catalogue, bots):
                tell(check)
    except PodiumError as error:
        tell(Check("wrong", error.message, dict(error.params)))
    return standings


def _for_bots(hosting: Hosting) -> Hosting:
    """The same room, open at once and at everyone's own pace, for bots are nobody's table."""
    return replace(hosting, waits=False, pace="own_pace", tables=False, console=False, processes=1)


def _terminal() -> Iterator[Check]:
    encoding = (sys.stdout.encoding or "").lower().replace("-", "")
    if encoding == "utf8":
        yield Check("well", template("letters and lines; compare by eye: {shown}"), {"shown": SHOWN})
    else:
        told = template("this terminal's encoding is {encoding}: the console needs UTF-8, browsers do not care")
        yield Check("note", told, {"encoding": encoding or "?"})


def _memory(seats: int) -> Iterator[Check]:
    needed, free = OWN_MB + SEAT_MB * seats, free_megabytes()
    counts: dict[str, object] = {"needed": needed, "free": free, "seats": seats}
    if free is None:
        yield Check("note", template("memory: how much is free cannot be seen here; {needed} MB are needed"), counts)
    elif free < needed:
        yield Check(
            "wrong", template("memory: {free} MB are free, {seats} seats need {needed}; close programs"), counts
        )
    else:
        yield Check("well", template("memory: {free} MB are free, {seats} seats need {needed}"), counts)


def free_megabytes(table: Path = Path("/proc/meminfo")) -> int | None:
    """Memory that is to be had, in MB; None where the system does not say."""
    with suppress(OSError, ValueError, IndexError):
        lines = table.read_text(encoding="ascii").splitlines()
        kilobytes = next(line.split()[1] for line in lines if line.startswith("MemAvailable:"))
        return int(kilobytes) // 1024
    return None


async def _served(node: Serving, hosting: Hosting, catalogue: Catalogue, bots: int) -> AsyncIterator[Check]:
    state = node.live.state
    yield Check("well", template("port {port} is ours"), {"port": node.server.port})
    yield _network(node, hosting)
    yield Check("well", template("database: a room was opened in it ({kind})"), {"kind": _kind(hosting)})
    try:
        for number in range(len(state.programme)):
            scenario = await asyncio.to_thread(node.facilitator("").house.scenario, state.programme[number])
            told = template("scenario “{title}”: scenes {count}")
            yield Check("well", told, {"title": scenario.title, "count": len(scenario.scenes)})
        yield await _played(node, catalogue, bots)
    finally:
        await asyncio.to_thread(_delete, node)


def _network(node: Serving, hosting: Hosting) -> Check:
    if hosting.address == LOOPBACK:
        return Check("note", template("only this machine can join: give --lan to let the network in"), {})
    others = [url for url in node.urls if LOOPBACK not in url]
    if not others:
        return Check("wrong", template("this machine has no network address: join the hall's network first"), {})
    return Check("well", template("trainees join at {url}"), {"url": others[0]})


def _kind(hosting: Hosting) -> str:
    import os

    url = hosting.database or os.environ.get("PODIUM_DATABASE_URL", "")
    return "PostgreSQL" if url.startswith("postgres") else "SQLite"


async def _played(node: Serving, catalogue: Catalogue, count: int) -> Check:
    """Bots join by the page's own request, and play to an ending over real WebSockets."""
    import aiohttp

    from simulator.workshop.bots import BRISK, Bot, Sight, answers_of, join

    base = f"{node.urls[-1]}"
    scenario = await asyncio.to_thread(node.facilitator("").house.scenario, node.live.state.scenario)
    async with aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=0, ssl=False)) as http:
        bots: list[Bot] = []
        for number in range(1, count + 1):
            ticket = await join(http, base, node.live.header.code, f"bot {number}")
            bots.append(
                Bot(http, [ticket.base], ticket.token, f"b{number}", Sight(catalogue), answers_of(scenario), BRISK)
            )
        for bot in bots:
            bot.sit_down()
        try:
            await asyncio.wait_for(asyncio.gather(*(bot.play() for bot in bots)), PLAYED_WITHIN_S)
        except TimeoutError:
            pass
        finally:
            await asyncio.gather(*(bot.leave() for bot in bots))
    return _summed_up([bot.figures for bot in bots], node.server.lag.p99)


def _summed_up(figures: list[Any], lag: float) -> Check:
    ended, answers = sum(one.ended for one in figures), [given.took for one in figures for given in one.accepted]
    rooms = [one.room for one in figures if one.room is not None]
    found: dict[str, object] = {
        "bots": len(figures),
        "ended": ended,
        "answers": len(answers),
        "slowest": f"{max(answers, default=0.0):.1f}",
        "room": f"{max(rooms, default=0.0):.1f}",
        "lag": f"{lag:.0f}",
    }
    if ended < len(figures) or any(one.errors for one in figures):
        return Check(
            "wrong", template("bots: only {ended} of {bots} came to an ending (answers graded: {answers})"), found
        )
    told = template(
        "bots: {bots} played to an ending; in the press room after {room} s at most, answers graded {answers},"
        " the slowest in {slowest} s; p99 of the loop's delay {lag} ms"
    )
    return Check("well", told, found)


def _delete(node: Serving) -> None:
    with suppress(PodiumError):
        room = recorded_room(node.opened.rooms, node.live.header)
        node.opened.rooms.delete(room.header.id, room.sessions)
