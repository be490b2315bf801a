"""Being told to end, by SIGTERM or by a terminal that hangs up: what is being written is kept, the terminal restored.

Windows has no SIGHUP. A second signal ends the program at once, as it would any other.
"""

from __future__ import annotations

import asyncio
import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from types import FrameType
from typing import TYPE_CHECKING, Any

from simulator.errors import ExitCode

if TYPE_CHECKING:
    from simulator.tui.app import PodiumApp

KEPT_WITHIN = 2.0
"""Seconds for which what is being written may take to be kept."""

_ENDING = tuple(getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name))


class Terminated(KeyboardInterrupt):
    """The program was told to end. Like Ctrl-C, it is no failure of whatever it interrupts."""

    def __init__(self, number: int) -> None:
        super().__init__()
        self.exit_code = 128 + number
        """As a shell gives it for a program that a signal has ended."""


def exit_code(interruption: KeyboardInterrupt) -> int:
    """130 for Ctrl-C, 128 and the signal's number for a signal."""
    return getattr(interruption, "exit_code", ExitCode.INTERRUPTED)


@contextmanager
def interrupted_when_ended() -> Iterator[None]:
    """Within, a signal to end raises Terminated."""

    def interrupt(number: int) -> None:
        raise Terminated(number)

    with _handled(interrupt):
        yield


@contextmanager
def closed_when_ended(app: PodiumApp) -> Iterator[None]:
    """Within, a signal to end closes the App; Terminated is raised once it has restored the terminal."""
    numbers: list[int] = []

    def close(number: int) -> None:
        numbers.append(number)
        # Runs between two steps of the loop's own thread; the loop itself may be asleep and must be woken.
        loop = asyncio.get_running_loop()
        loop.call_soon_threadsafe(lambda: _tasks.add(loop.create_task(_close(app))))

    _tasks: set[asyncio.Task[None]] = set()  # Else a task might be collected before it is done.
    with _handled(close):
        yield
    if numbers:
        raise Terminated(numbers[0])


async def _close(app: PodiumApp) -> None:
    from textual.events import ScreenSuspend

    # A screen keeps what is being written whenever another one lies over it.
    app.screen.post_message(ScreenSuspend())
    with suppress(Exception):
        await asyncio.wait_for(_kept(app), KEPT_WITHIN)
    app.exit()


async def _kept(app: PodiumApp) -> None:
    await asyncio.sleep(0.05)  # For the message to come to its screen.
    while any(worker.group == "draft" and not worker.is_finished for worker in app.workers):
        await asyncio.sleep(0.01)


@contextmanager
def _handled(handle: Callable[[int], None]) -> Iterator[None]:
    """Have the first signal handled; whatever was in force before is so again afterwards."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return

    def first(number: int, _: FrameType | None) -> None:
        signal.signal(number, signal.SIG_DFL)
        try:
            handle(number)
        except RuntimeError:  # No loop runs yet, or none any more.
            raise Terminated(number) from None

    before: dict[int, Any] = {number: signal.signal(number, first) for number in _ENDING}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
