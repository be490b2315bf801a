"""One transaction of the record's database, and the news of what it wrote."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

from sqlalchemy import Connection, Engine, func, select
from sqlalchemy.exc import IntegrityError, SQLAlchemyError

from simulator.journal.reasons import told

CHANNEL = "podium"
"""The channel on which PostgreSQL carries topics from program to program."""


class Transactions:
    """Opens transactions on an engine. `place` is how messages name the database.

    What a transaction wrote is told as topics of the feed: by PostgreSQL itself, in the very commit, to all programs;
    of SQLite by calling `published` after it.
    """

    def __init__(self, engine: Engine, place: str, published: Callable[[str], None] | None = None) -> None:
        self.engine = engine
        self._place = place
        self._published = published
        self._by_server = engine.dialect.name == "postgresql"

    @contextmanager
    def open(self, topics: Sequence[str] = ()) -> Iterator[Connection]:
        """Commits at the end. Lets IntegrityError through, for only the caller knows what it means."""
        try:
            with self.engine.begin() as connection:
                yield connection
                if self._by_server:
                    for topic in topics:
                        connection.execute(select(func.pg_notify(CHANNEL, topic)))
        except IntegrityError:
            raise
        except SQLAlchemyError as error:
            raise told(error, self._place) from error
        if self._published is not None and not self._by_server:
            for topic in topics:
                self._published(topic)
