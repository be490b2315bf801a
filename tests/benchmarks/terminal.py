"""A program in a pseudo-terminal: start it, wait for what it paints, press keys, and time both. POSIX only."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import signal
import struct
import termios
import time
from collections.abc import Mapping, Sequence

_ESCAPES = re.compile(rb"\x1b\[[0-9;:?<>=]*[A-Za-z]")


class Terminal:
    """One program in a terminal of `columns` x `rows`."""

    def __init__(
        self, command: Sequence[str], environment: Mapping[str, str], columns: int = 120, rows: int = 40
    ) -> None:
        self.started = time.perf_counter()
        self.pid, self._fd = pty.fork()
        if self.pid == 0:
            changed = {"TERM": "xterm-256color", "COLORTERM": "truecolor", **environment}
            os.execvpe(command[0], list(command), {**os.environ, **changed})
        fcntl.ioctl(self._fd, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def press(self, keys: str) -> None:
        """Send keys as bytes."""
        os.write(self._fd, keys.encode())

    def wait_for(self, text: str, seconds: float = 30.0) -> float:
        """Seconds until the text has been painted, escape sequences aside. Raises TimeoutError."""
        begun = time.perf_counter()
        painted = b""
        while time.perf_counter() - begun < seconds:
            painted += self._read(0.2)
            if text.encode() in _ESCAPES.sub(b"", painted):
                return time.perf_counter() - begun
        raise TimeoutError(f"{text!r} was not painted; the last of what was: {painted[-1500:]!r}")

    def first_output(self, seconds: float = 2.0) -> float | None:
        """Seconds until anything is painted, or None if nothing is."""
        begun = time.perf_counter()
        while time.perf_counter() - begun < seconds:
            if self._read(0.01):
                return time.perf_counter() - begun
        return None

    def settle(self, seconds: float) -> float:
        """Read what is painted until nothing has come for so long; returns when the last of it came."""
        last = time.perf_counter()
        while self._read(seconds):
            last = time.perf_counter()
        return last

    def close(self) -> None:
        """End the program at once."""
        os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)
        os.close(self._fd)

    def _read(self, seconds: float) -> bytes:
        if not select.select([self._fd], [], [], seconds)[0]:
            return b""
        try:
            return os.read(self._fd, 65_536)
        except OSError:
            return b""
