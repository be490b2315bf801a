"""Further nodes of a room on this machine: the same program again, each in a process and on a port of its own."""

from __future__ import annotations

import asyncio
import os
import sys
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass

from simulator.errors import MachineError
from simulator.language.catalogue import Catalogue, template

ENDS_WITH_INPUT = "PODIUM_ENDS_WITH_INPUT"
"""Set for a node that was started by another: it ends when its standard input does, for then the other is gone."""

UNTIL_READY_S = 60.0
ENDED_WITHIN_S = 15.0


@dataclass(frozen=True, slots=True)
class Siblings:
    """What further nodes are started with: the room's code, and the words of the command line that they share."""

    code: str
    words: tuple[str, ...]
    count: int
    port: int
    """The port of the first node; the others take those after it, or free ones if it was given as 0."""
    database: str = ""
    """Its URL, which may hold a password and is handed over where no list of processes shows it."""


@asynccontextmanager
async def siblings(wanted: Siblings, catalogue: Catalogue) -> AsyncIterator[Sequence[asyncio.subprocess.Process]]:
    """Nodes that serve from when they say so until the end. Raises MachineError if one does not start."""
    ports = [wanted.port + number if wanted.port else 0 for number in range(1, wanted.count + 1)]
    started = await asyncio.gather(*(_started(wanted, port, catalogue) for port in ports))
    try:
        await asyncio.gather(*(_ready(process) for process in started))
        reading = [asyncio.create_task(_read_on(process)) for process in started]
        yield started
        for task in reading:
            task.cancel()
    finally:
        await asyncio.gather(*(_ended(process) for process in started))


async def _started(wanted: Siblings, port: int, catalogue: Catalogue) -> asyncio.subprocess.Process:
    database = {"PODIUM_DATABASE_URL": wanted.database} if wanted.database else {}
    words = ["--language", catalogue.tongue, "host", "--room", wanted.code, "--port", str(port), *wanted.words]
    return await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "simulator", *words, "--no-console", "--shared", "--processes", "1"),
        stdin=asyncio.subprocess.PIPE,  # It ends with us: see `ENDS_WITH_INPUT`.
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.STDOUT,
        # Not told by the terminal's Ctrl-C: whoever started them ends them.
        start_new_session=os.name != "nt",
        env={**os.environ, "PYTHONUNBUFFERED": "1", ENDS_WITH_INPUT: "1", **database},
    )


async def _ready(process: asyncio.subprocess.Process) -> None:
    """Wait until a node has told how to join it, which is the last that it does before it serves."""
    assert process.stdout is not None
    said: list[str] = []
    try:
        async with asyncio.timeout(UNTIL_READY_S):
            while line := await process.stdout.readline():
                said.append(line.decode(errors="replace").strip())
                if "/r/" in said[-1]:
                    return
    except TimeoutError:
        pass
    told = template("a further process of the room did not start: {said}")
    raise MachineError(told, template("--processes 1 does without"), said=" ".join(said[-2:])[:300])


async def _read_on(process: asyncio.subprocess.Process) -> None:
    """Let nothing that it says hold it up."""
    assert process.stdout is not None
    while await process.stdout.read(4096):
        pass


async def _ended(process: asyncio.subprocess.Process) -> None:
    with suppress(ProcessLookupError):
        process.terminate()
    try:
        await asyncio.wait_for(process.wait(), ENDED_WITHIN_S)
    except TimeoutError:
        with suppress(ProcessLookupError):
            process.kill()
