"""A subscriber for tests: takes down the topics it is told, and can wait for one."""

from __future__ import annotations

import time
from threading import Condition

from simulator.journal.feed import Feed

GIVE_UP_S = 20


class News:
    """Subscribed to a feed from the beginning."""

    def __init__(self, feed: Feed) -> None:
        self.topics: list[str] = []
        self._changed = Condition()
        self.end = feed.subscribe(self._told)

    def wait_for(self, topic: str, times: int = 1) -> None:
        """Wait until the topic has been told so often; fails if it never is."""
        with self._changed:
            assert self._changed.wait_for(lambda: self.topics.count(topic) >= times, GIVE_UP_S), self.topics

    def forget(self) -> None:
        with self._changed:
            self.topics.clear()

    def _told(self, topic: str) -> None:
        with self._changed:
            self.topics.append(topic)
            self._changed.notify_all()


def wait_until_well(feed: Feed, well: bool) -> None:
    give_up_at = time.monotonic() + GIVE_UP_S
    while (feed.trouble == "") != well:
        assert time.monotonic() < give_up_at, feed.trouble
        time.sleep(0.01)
