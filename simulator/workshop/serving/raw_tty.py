"""The terminal of whoever joins by `podium join`: raw while they are in the room, and always put back as it was."""

from __future__ import annotations

import asyncio
import codecs
import os
import signal
import sys
from collections.abc import Callable
from contextlib import suppress
from types import TracebackType

from simulator.errors import MachineError
from simulator.language.catalogue import template
from simulator.workshop.serving.frames import COLUMNS, ROWS
from simulator.workshop.serving.lobby import LEAVE

if sys.platform != "win32":
    import termios
    import tty

READ_AT_ONCE = 4096


class RawTerminal:
    """A terminal by its file descriptors; `with` makes it raw. Raises MachineError where that cannot be."""

    def __init__(self, reads: int = 0, writes: int = 1) -> None:
        self._reads = reads
        self._writes = writes
        self._decode = codecs.getincrementaldecoder("utf-8")("replace").decode

    def __enter__(self) -> RawTerminal:
        if sys.platform == "win32" or not (os.isatty(self._reads) and os.isatty(self._writes)):
            raise MachineError(
                template("the room cannot be shown in this terminal"),
                template("open the room's address in a browser"),
            )
        self._before = termios.tcgetattr(self._reads)
        tty.setraw(self._reads)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        with suppress(OSError):
            self.write(LEAVE.encode())
        if sys.platform != "win32":
            with suppress(OSError, termios.error):
                termios.tcsetattr(self._reads, termios.TCSAFLUSH, self._before)

    @property
    def size(self) -> tuple[int, int]:
        """Columns and rows, within what a room takes."""
        try:
            columns, rows = os.get_terminal_size(self._writes)
        except OSError:
            columns, rows = 80, 24
        return _within(columns, COLUMNS), _within(rows, ROWS)

    def write(self, data: bytes) -> None:
        """Write all of it."""
        while data:
            data = data[os.write(self._writes, data) :]

    def listen(self, typed: Callable[[str], None], resized: Callable[[], None], gone: Callable[[], None]) -> None:
        """Call back, on the running loop, for what is typed, for a new size, and when the terminal or we shall go."""
        loop = asyncio.get_running_loop()

        def read() -> None:
            try:
                data = os.read(self._reads, READ_AT_ONCE)
            except OSError:
                data = b""
            if not data:
                loop.remove_reader(self._reads)
                gone()
            elif text := self._decode(data):
                typed(text)

        loop.add_reader(self._reads, read)
        if sys.platform != "win32":
            with suppress(ValueError, RuntimeError):  # Signals come to the main thread alone.
                loop.add_signal_handler(signal.SIGWINCH, resized)
                loop.add_signal_handler(signal.SIGTERM, gone)
                loop.add_signal_handler(signal.SIGHUP, gone)

    def deafen(self) -> None:
        """Listen no more."""
        loop = asyncio.get_running_loop()
        loop.remove_reader(self._reads)
        if sys.platform != "win32":
            for each in (signal.SIGWINCH, signal.SIGTERM, signal.SIGHUP):
                with suppress(ValueError, RuntimeError):
                    loop.remove_signal_handler(each)


def _within(number: int, allowed: range) -> int:
    return min(max(number, allowed[0]), allowed[-1])
