"""How a workshop is to be hosted: what was given on the command line, checked, and the room that comes of it."""

from __future__ import annotations

import os
import secrets
import ssl
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, cast

from simulator.errors import UsageError
from simulator.journal.errors import JournalConflict
from simulator.journal.rooms import RoomHeader
from simulator.language.catalogue import Catalogue, template
from simulator.loading.course import find_course
from simulator.loading.shelf import courses
from simulator.scenario.course import ExamStep, ScenarioStep
from simulator.workshop.addresses import EVERY, LOOPBACK
from simulator.workshop.identity import room_code, secret
from simulator.workshop.room.codec import encode
from simulator.workshop.room.events import Opened, Pace

if TYPE_CHECKING:
    from simulator.journal.connect import OpenedWorkshop
    from simulator.session.modes import Mode


SEATS_OF_ONE = 80
"""Seats that one process carries with ease, as `tests.benchmarks.workshop` shows: all of them writing at once."""


@dataclass(frozen=True, slots=True)
class Hosting:
    """What was given on the command line, checked."""

    programme: tuple[str, ...]
    modes: tuple[Mode, ...]
    title: str
    room: str
    pace: Pace
    tables: bool
    seats: int
    waits: bool
    time_scale: int
    database: str
    shared: bool
    port: int
    address: str
    public_url: str
    tls: ssl.SSLContext | None
    console: bool
    processes: int = 1
    """Nodes on this machine, this one included; all of them serve the room, each on a port of its own."""
    shared_words: tuple[str, ...] = ()
    """What of the command line holds for all of them."""


def hosting_of(given: dict[str, Any], catalogue: Catalogue) -> Hosting:
    """The command line, checked. Raises UsageError and MachineError."""
    asked, room = str(given["programme"]), str(given["room"])
    if not asked and not room:
        raise UsageError(
            template("name the scenario or the course to be played"),
            template("`podium list` shows the scenarios there are"),
        )
    programme, modes, title = _programme(asked, given["play"], catalogue) if asked else ((), (), "")
    pace = cast(Pace, str(given["mode"]).replace("-", "_"))
    if pace == "hot_seat" and given["tables"]:
        raise UsageError(template("in the hot seat one speaks for all: there are no tables"))
    one = bool(room or given["public_url"]) or ":memory:" in str(given["database"])
    processes = _processes(int(given["processes"]), int(given["seats"]), one=one)
    address = str(given["address"]) or (EVERY[0] if given["lan"] else LOOPBACK)
    papers = [word for name in ("certificate", "key") if given[name] for word in (f"--{name}", str(given[name]))]
    return Hosting(
        programme=programme,
        modes=modes,
        title=" ".join(str(given["title"]).split())[:120] or title,
        room=room.strip().upper(),
        pace=pace,
        tables=bool(given["tables"]),
        seats=int(given["seats"]),
        waits=bool(given["wait"]) or pace != "own_pace",
        time_scale=int(given["time_scale"]),
        database=str(given["database"]),
        shared=bool(given["shared"]) or processes > 1,
        port=int(given["port"]),
        address=address,
        public_url=str(given["public_url"]),
        tls=_tls(str(given["certificate"]), str(given["key"])),
        console=not given["no_console"],
        processes=processes,
        shared_words=("--address", address, *papers),
    )


def _processes(asked: int, seats: int, *, one: bool) -> int:
    """How many nodes to start; asked for as 0, as many as the seats need and the machine has cores.

    `one`: a room that is served already, or a name that leads to one port, has one node unless told otherwise.
    """
    if asked:
        return asked
    return 1 if one else min(os.cpu_count() or 1, -(-seats // SEATS_OF_ONE))


def _programme(asked: str, play: Mode, catalogue: Catalogue) -> tuple[tuple[str, ...], tuple[Mode, ...], str]:
    """The scenarios of a course in their order, or the one that was named, with their modes and a title."""
    if asked in courses():
        course = find_course(asked)
        steps = [step for step in course.steps if isinstance(step, ScenarioStep | ExamStep)]
        modes = tuple("exam" if isinstance(step, ExamStep) else step.mode for step in steps)
        return (
            tuple(step.scenario for step in steps),
            cast("tuple[Mode, ...]", modes),
            course.title.in_(catalogue.tongue),
        )
    from simulator.commands.house import LocalHouse

    house = LocalHouse()
    house.speak(catalogue.tongue)
    loaded = house.loaded(asked)
    # By its id where the shelf has it, so that another machine finds it too; else by its path.
    name = asked if asked == loaded.scenario.id else str(loaded.path.resolve())
    return (name,), (play,), loaded.scenario.title


def _tls(certificate: str, key: str) -> ssl.SSLContext | None:
    if not certificate and not key:
        return None
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    try:
        context.load_cert_chain(certificate, key or None)
    except (OSError, ssl.SSLError) as error:
        raise UsageError(template("the certificate cannot be used ({reason})"), reason=str(error)) from error
    return context


def opened_room(hosting: Hosting, opened: OpenedWorkshop) -> RoomHeader:
    """The room to be served: the one that was named, or a new one. Raises PodiumError."""
    if hosting.room:
        header = opened.rooms.by_code(hosting.room)
        if header is None:
            hint = template("`podium room` lists the rooms on record")
            raise UsageError(template("there is no room {code} on record"), hint, code=hosting.room[:20])
        return header
    first = Opened(
        programme=hosting.programme,
        modes=hosting.modes,
        pace=hosting.pace,
        mode=hosting.modes[0],
        tables=hosting.tables,
        seats=hosting.seats,
        time_scale=hosting.time_scale,
        waits=hosting.waits,
    )
    while True:
        now = opened.journal.now()
        header = RoomHeader(f"room-{secrets.token_hex(6)}", room_code(), secret(), hosting.title, now)
        with suppress(JournalConflict):  # Another room has this code.
            opened.rooms.open_room(header, [encode(first)])
            return header
