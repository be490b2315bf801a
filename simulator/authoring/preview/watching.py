"""Watching a file: it is looked at a few times a second, and read when what is in it has changed.

Editors save in many ways: they write into the file, or put another in its place; for a moment it may be half written,
empty, or not there. So it is read once it has stood still for a moment, and its absence counts only if it lasts.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from simulator.authoring.preview.linting import with_lint
from simulator.authoring.preview.reading import Reading, Translated, read
from simulator.errors import PodiumError
from simulator.loading.files import bytes_of
from simulator.loading.translation.files import translation_file
from simulator.scenario.model import Language

LOOKS_EVERY = 0.05
"""Seconds between two looks; a look costs some microseconds."""

STANDS_STILL = 0.04
"""Seconds for which a file that has changed must not change again before it is read."""

LINTS_AFTER = 0.15
"""Seconds from a reading to its lint, so that the reading is painted first."""

ABSENT_LOOKS = 16
"""After so many looks in a row, a file that is missing or empty is no longer taken for one that is being saved."""


class _Mark(NamedTuple):
    """By what a change is noticed without reading."""

    modified_ns: int
    size: int
    inode: int


class Watching:
    """Of one scenario's file, and of its translation into a language if one is wanted.

    `changed` is called in the watching thread with each new reading, and `failed` with a fault of our own.
    """

    def __init__(
        self,
        file: Path,
        changed: Callable[[Reading], None],
        failed: Callable[[Exception], None],
        language: Language | None = None,
    ) -> None:
        self._file = file
        self._language = language
        self._translation = translation_file(file, language) if language else None
        self._changed = changed
        self._failed = failed
        self._stopped = threading.Event()
        self._marks: tuple[_Mark | None, ...] = ()
        self._hash = b""
        self._absent = 0
        self.reading = self._first()
        """What was read last."""

    def start(self) -> None:
        """Look again and again, in a thread of its own, until `stop`."""
        threading.Thread(target=self._look_on, name="watching", daemon=True).start()

    def stop(self) -> None:
        """Look no more; the thread ends by itself."""
        self._stopped.set()

    def look(self) -> Reading | None:
        """Look once; the reading if there is a new one."""
        marks = self._present_marks()
        mine = marks[0]
        if mine is None or (mine.size == 0 and marks != self._marks):
            return self._not_there(empty=mine is not None)
        if marks == self._marks or not self._stand_still(marks):
            return None  # If it still changes, the next look comes soon.
        return self._read_if_other(marks)

    def _first(self) -> Reading:
        """Read for the first time. Raises PodiumError if the file cannot be read."""
        self._marks = self._present_marks()
        data, told = bytes_of(self._file), self._told()
        self._hash = _hash(data, told)
        return read(data, self._file, 1, told)

    def _look_on(self) -> None:
        try:
            self._lint(self.reading)
            while not self._stopped.wait(LOOKS_EVERY):
                reading = self.look()
                if reading is not None:
                    self._changed(reading)
                    self._lint(reading)
        except Exception as error:
            self._failed(error)

    def _lint(self, reading: Reading) -> None:
        if self._stopped.wait(LINTS_AFTER):
            return
        more = with_lint(reading)
        if more is not reading:
            self.reading = more
            self._changed(more)

    def _stand_still(self, marks: tuple[_Mark | None, ...]) -> bool:
        return not self._stopped.wait(STANDS_STILL) and self._present_marks() == marks

    def _read_if_other(self, marks: tuple[_Mark | None, ...]) -> Reading | None:
        try:
            data, told = bytes_of(self._file), self._told()
        except PodiumError:
            return self._not_there(empty=False)
        self._marks, self._absent = marks, 0
        if _hash(data, told) == self._hash and not self.reading.gone:
            return None  # Saved as it was.
        return self._read(data, told)

    def _read(self, data: bytes, told: Translated | None) -> Reading:
        self._hash = _hash(data, told)
        self.reading = read(data, self._file, self.reading.version + 1, told)
        return self.reading

    def _not_there(self, *, empty: bool) -> Reading | None:
        """Wait for it to come back; if it stays away, say so once."""
        self._absent += 1
        if self._absent != ABSENT_LOOKS:
            return None
        self._marks = self._present_marks()
        if empty:
            return self._read(b"", self._told())
        self.reading = replace(self.reading, gone=True)
        return self.reading

    def _told(self) -> Translated | None:
        """The translation; None if there is none that can be read, or none is wanted."""
        if self._language is None or self._translation is None:
            return None
        with suppress(PodiumError):
            return Translated(self._language, self._translation, bytes_of(self._translation))
        return None

    def _present_marks(self) -> tuple[_Mark | None, ...]:
        return _mark(self._file), _mark(self._translation) if self._translation else None


def _mark(file: Path) -> _Mark | None:
    try:
        found = file.stat()
    except (OSError, ValueError):
        return None
    return _Mark(found.st_mtime_ns, found.st_size, found.st_ino)


def _hash(data: bytes, told: Translated | None) -> bytes:
    return sha256(sha256(data).digest() + (told.data if told else b"")).digest()
