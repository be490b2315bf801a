"""News through PostgreSQL: one connection of its own listens, in a thread, to what all programs write."""

from __future__ import annotations

import time
from collections.abc import Mapping
from typing import Any

import psycopg

from simulator.journal.feed import ANYTHING, ListeningFeed
from simulator.journal.transactions import CHANNEL
from simulator.language.catalogue import template

LOOK_UP_S = 0.25
"""How often the listening thread looks up to see whether it is to end, in seconds."""

ANSWER_S = 3.0
"""How long the server may take to answer the listening thread, in seconds, before it counts as out of reach."""

PAUSES = (0.2, 0.4, 0.8, 1.6, 2.0)
"""Seconds before the first, second, … try to connect again; the last of these from then on."""

_TROUBLE = template("the database cannot be reached: what others do comes late")


class PostgresFeed(ListeningFeed):
    """The feed of a server; `parameters` are what psycopg connects with.

    After each new connection `*` is published, for news may have been missed while there was none.
    """

    def __init__(self, parameters: Mapping[str, Any]) -> None:
        super().__init__()
        self._parameters = dict(parameters)
        self._tries = 0
        self._refused = ""
        self._asked_at: float | None = None

    @property
    def trouble(self) -> str:
        # A server that is frozen breaks no connection: that it owes us an answer is all there is to see of it.
        asked_at = self._asked_at
        silent = asked_at is not None and time.monotonic() > asked_at + ANSWER_S
        return _TROUBLE if silent else self._refused

    def _listen(self) -> None:
        while not self._closed.is_set():
            try:
                with psycopg.connect(**self._parameters, autocommit=True) as connection:
                    self._hear(connection)
            except (psycopg.Error, OSError):
                self._refused, self._asked_at = _TROUBLE, None
                self._closed.wait(PAUSES[min(self._tries, len(PAUSES) - 1)])
                self._tries += 1

    def _hear(self, connection: psycopg.Connection[Any]) -> None:
        connection.execute(f"LISTEN {CHANNEL}")
        self._refused, self._tries = "", 0
        self.publish(ANYTHING)
        while not self._closed.is_set():
            heard = connection.notifies(timeout=LOOK_UP_S)
            for news in heard:
                self.publish(news.payload)
            # It holds the connection's lock until then, and the connection could not be closed.
            heard.close()
            self._asked_at = time.monotonic()
            connection.execute("SELECT 1")
            self._asked_at = None
