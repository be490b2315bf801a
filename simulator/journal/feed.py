"""News of the record, told as topics: writers publish what has grown, subscribers read what they need of it.

A topic says where to look and never what is there, so that one told twice, or out of turn, does no harm.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from threading import Event as Flag
from threading import Lock, Thread

ANYTHING = "*"
"""The topic that says: something may be new anywhere, look at everything you follow."""

Told = Callable[[str], None]
"""What a subscriber is told by: it is called with the topic, in whatever thread has the news, and must not block."""

_log = logging.getLogger(__name__)


def of_room(room: str) -> str:
    """The topic of a room's log."""
    return f"r/{room}"


def of_session(session: str) -> str:
    """The topic of a session's entries."""
    return f"s/{session}"


def of_remarks(about: str) -> str:
    """The topic of the remarks about something."""
    return f"m/{about}"


def of_drafts(session: str) -> str:
    """The topic of the drafts in a session."""
    return f"d/{session}"


class Feed:
    """The feed within one program; `feed_postgres` and `feed_sqlite` bring in what other programs write."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._subscribers: tuple[Told, ...] = ()

    @property
    def trouble(self) -> str:
        """Empty when all is well, else a template that says why news may be late."""
        return ""

    def publish(self, topic: str) -> None:
        """Tell every subscriber of this program, in the present thread."""
        for told in self._subscribers:
            try:
                told(topic)
            except Exception:  # One subscriber's fault shall not keep the news from the others.
                _log.exception("a subscriber failed upon %s", topic)

    def subscribe(self, told: Told) -> Callable[[], None]:
        """Have `told` called with each topic from now on; returns what ends that."""
        # A wrapper of our own, so that the same function can be subscribed twice and each ends for itself.
        mine: Told = lambda topic: told(topic)  # noqa: E731
        with self._lock:
            self._subscribers += (mine,)

        def end() -> None:
            with self._lock:
                self._subscribers = tuple(other for other in self._subscribers if other is not mine)

        return end

    def start(self) -> None:
        """Begin to listen to other programs, in a thread. `*` is published once that is under way."""

    def close(self) -> None:
        """Stop listening. Whoever is subscribed is told nothing more from other programs."""


class ListeningFeed(Feed):
    """A feed that hears of other programs in a thread of its own: `_listen` is called there once, and stays."""

    def __init__(self) -> None:
        super().__init__()
        self._closed = Flag()
        self._thread = Thread(target=self._listen, name="podium-feed", daemon=True)

    def start(self) -> None:
        self._thread.start()

    def close(self) -> None:
        self._closed.set()
        if self._thread.is_alive():
            self._thread.join(timeout=1)

    def _listen(self) -> None:
        """Publish what comes in, until `_closed` is set."""
        raise NotImplementedError
