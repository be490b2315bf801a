"""Starts a program in a terminal, presses keys, kills it with SIGKILL at some instant, and keeps what it had said.

Any program will do: a command, its keys, and a way to read from its output what it claims to have accepted.
"""

from __future__ import annotations

import fcntl
import os
import select
import signal
import struct
import subprocess
import termios
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass

KEY_EVERY_SECONDS = 0.001
WAKING_SECONDS = 60


@dataclass(frozen=True, slots=True)
class Running:
    """A program in a terminal: its process, and our end of the terminal. `reap` waits for the process once killed."""

    pid: int
    terminal: int
    reap: Callable[[], object]


@dataclass(frozen=True, slots=True)
class Claim:
    """What a program told the outside: `count` events are recorded, and (unless empty) the digest of the state then."""

    count: int
    state: str = ""


@dataclass(frozen=True, slots=True)
class Life:
    """How long a program lives: so many seconds from when its output contains `awake`; from its start if empty."""

    seconds: float
    awake: bytes = b""


@dataclass(frozen=True, slots=True)
class Program:
    """How to start it, what to press (drawn from again and again), and how to read its claims from its output."""

    start: Callable[[], Running]
    keys: Iterator[bytes]
    claims: Callable[[bytes], Sequence[Claim]]


def in_terminal(
    command: Sequence[str], environment: Mapping[str, str] | None = None, size: tuple[int, int] = (40, 120)
) -> Running:
    """Start a command in a new terminal of so many rows and columns."""
    ours, theirs = new_terminal(size)
    process = subprocess.Popen(
        command, stdin=theirs, stdout=theirs, stderr=theirs, env=environment, start_new_session=True
    )
    os.close(theirs)
    return Running(process.pid, ours, process.wait)


def new_terminal(size: tuple[int, int] = (40, 120)) -> tuple[int, int]:
    """Our end and the program's end of a new terminal."""
    ours, theirs = os.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", *size, 0, 0))
    os.set_blocking(ours, False)
    return ours, theirs


def live_until_killed(program: Program, life: Life) -> list[Claim]:
    """Start the program, press keys for as long as it lives, kill it; all that it had claimed by then."""
    running = program.start()
    output = bytearray()
    try:
        _wait_until_awake(running.terminal, output, life.awake)
        kill_at = time.monotonic() + life.seconds
        while (left := kill_at - time.monotonic()) > 0:
            _press(running.terminal, next(program.keys))
            _hear(running.terminal, output, min(left, KEY_EVERY_SECONDS))
    finally:
        os.kill(running.pid, signal.SIGKILL)
        running.reap()
        while _hear(running.terminal, output, 5):
            pass
        os.close(running.terminal)
    return list(program.claims(bytes(output)))


def _wait_until_awake(terminal: int, output: bytearray, awake: bytes) -> None:
    give_up_at = time.monotonic() + WAKING_SECONDS
    while awake not in output:
        if not _hear(terminal, output, 1) or time.monotonic() > give_up_at:
            raise AssertionError(f"the program did not wake up: {output.decode(errors='replace')}")


def _press(terminal: int, key: bytes) -> None:
    with suppress(BlockingIOError):  # The program may not be reading yet.
        os.write(terminal, key)


def _hear(terminal: int, output: bytearray, seconds: float) -> bool:
    """Read what comes within so many seconds; False once the program's end is closed."""
    readable, _, _ = select.select([terminal], [], [], seconds)
    if not readable:
        return True
    try:
        heard = os.read(terminal, 65_536)
    except OSError:
        return False
    output += heard
    return bool(heard)
