"""Lines typed on standard input. Those of a terminal come from a thread, so that a clock can be looked at meanwhile."""

from __future__ import annotations

import queue
import sys
import threading
import time
import unicodedata
from collections.abc import Iterator
from contextlib import suppress
from typing import Any, Protocol

from simulator.language.signs import OBEYED

CHUNK = 4096
LINE_MAX = 100_000
"""Bytes after which a line is taken to end."""

TICK = 0.1
"""Seconds between two looks at whether something has been typed."""


class Ended(Exception):
    """Nothing more will be typed."""


class Source(Protocol):
    """Where bytes come from: none at the end, None if there are none yet."""

    def read(self, size: int, /) -> bytes | None: ...


class Lines:
    """Lines in NFC, without anything that a terminal would obey. `live` says that a person types at a terminal."""

    def __init__(self, source: Source, encoding: str = "utf-8", *, live: bool = False) -> None:
        self.live = live
        self._lines = (_cleaned(line, encoding) for line in _split(source))
        self._typed: queue.SimpleQueue[str | None] = queue.SimpleQueue()
        if live:
            threading.Thread(target=self._listen, daemon=True).start()

    def next(self) -> str | None:
        """The next line; None if a terminal has none yet. Raises Ended."""
        try:
            line = self._typed.get(timeout=TICK) if self.live else next(self._lines, None)
        except queue.Empty:
            return None
        if line is None:
            self._typed.put(None)  # Whoever asks again is told the same.
            raise Ended
        return line

    def drop(self) -> None:
        """Forget what has been typed ahead: it was meant for a question that is gone."""
        if not self.live:
            return
        with suppress(ImportError, OSError, ValueError):
            import termios

            termios.tcflush(sys.stdin.fileno(), termios.TCIFLUSH)
        with suppress(queue.Empty):
            while self._typed.get_nowait() is not None:
                pass
            self._typed.put(None)

    def _listen(self) -> None:
        for line in self._lines:
            self._typed.put(line)
        self._typed.put(None)


def standard_lines() -> Lines:
    """The lines of standard input."""
    stdin: Any = sys.stdin
    if stdin is None:
        return Lines(_Nothing())
    buffer = getattr(stdin, "buffer", None)
    if buffer is None:
        return Lines(_Nothing())
    # Unbuffered: a thread that waits in a buffered read would keep the interpreter from ending.
    return Lines(getattr(buffer, "raw", buffer), stdin.encoding or "utf-8", live=stdin.isatty())


class _Nothing:
    """A closed standard input."""

    def read(self, size: int, /) -> bytes:
        return b""


def _split(source: Source) -> Iterator[bytes]:
    pending = b""
    for data in _chunks(source):
        *whole, pending = (pending + data).split(b"\n")
        yield from whole
        if len(pending) > LINE_MAX:
            yield pending
            pending = b""
    if pending:
        yield pending


def _chunks(source: Source) -> Iterator[bytes]:
    with suppress(OSError):  # The terminal has gone.
        while (data := source.read(CHUNK)) != b"":
            if data is None:
                time.sleep(TICK)
            else:
                yield data


def _cleaned(line: bytes, encoding: str) -> str:
    text = line.decode(encoding, "replace").removesuffix("\r").removeprefix("\ufeff")
    return unicodedata.normalize("NFC", OBEYED.sub(" ", text))
