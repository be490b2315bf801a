"""News of an SQLite file that several programs share: the file is asked ten times a second whether it has changed."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from simulator.journal.feed import ANYTHING, ListeningFeed
from simulator.language.catalogue import template

EVERY_S = 0.1
"""How long it is from one look at the file to the next, in seconds."""

_TROUBLE = template("the record's file cannot be read at the moment: what others do comes late")


class PollingFeed(ListeningFeed):
    """The feed of a file at `path`; whatever is written to it, by whomever, is told as `*`."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self._path = path
        self._trouble = ""

    @property
    def trouble(self) -> str:
        return self._trouble

    def _listen(self) -> None:
        while not self._closed.is_set():
            try:
                with closing(sqlite3.connect(f"{self._path.absolute().as_uri()}?mode=ro", uri=True)) as file:
                    self._watch(file)
            except sqlite3.Error:
                self._trouble = _TROUBLE
                self._closed.wait(EVERY_S * 10)

    def _watch(self, file: sqlite3.Connection) -> None:
        before = None
        while not self._closed.is_set():
            # Differs from what it was when another connection, of this program or of another, has committed.
            (now,) = file.execute("PRAGMA data_version").fetchone()
            self._trouble = ""
            if now != before:
                self.publish(ANYTHING)
            before = now
            self._closed.wait(EVERY_S)
