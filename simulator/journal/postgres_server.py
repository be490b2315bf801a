"""All that is particular to the record being on a PostgreSQL server: how long we wait for it, and how we take turns."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import URL, Connection, Engine, event, func, select

WORKSHOP_S = 5.0
"""How long one statement may take in a workshop, in seconds: whoever waits is a seat in the room."""

ALONE_S = 30.0
"""The same for whoever reads a whole record at their desk."""

_PATIENCE: Mapping[str, int] = {
    "connect_timeout": 5,
    # A machine that has vanished says nothing; these have the system find out within five seconds.
    "keepalives": 1,
    "keepalives_idle": 2,
    "keepalives_interval": 1,
    "keepalives_count": 3,
    "tcp_user_timeout": 5_000,
}
"""Arguments for libpq; ones that a URL gives itself go before."""

_SETTING_UP = 0x506F6469
"""The number of the advisory lock under which tables are set up."""


def patience(address: URL) -> dict[str, int]:
    """What to add to the arguments of a connection, so that no thread hangs when the server is gone."""
    return {name: value for name, value in _PATIENCE.items() if name not in address.query}


def parameters(address: URL) -> dict[str, Any]:
    """What psycopg connects with, for a connection that is not the engine's."""
    # By the dialect's own reading of the URL, which may name several hosts.
    dialect = address.set(drivername="postgresql+psycopg").get_dialect()()
    _, given = dialect.create_connect_args(address)
    return {**given, **patience(address)}


def use_settings(engine: Engine, seconds: float) -> None:
    """Have every connection give up a statement after so many seconds, and the wait for a lock somewhat before."""

    @event.listens_for(engine, "connect")
    def settle(connection: Any, record: object) -> None:  # noqa: ANN401  # the driver's own type
        # By SET, for a pooler between us and the server may refuse such settings when connecting.
        limits = {"lock_timeout": 0.8, "statement_timeout": 1, "idle_in_transaction_session_timeout": 2}
        with connection.cursor() as cursor:
            for name, share in limits.items():
                cursor.execute(f"SET {name} = {round(seconds * share * 1000)}")
        connection.commit()


def take_turns(connection: Connection) -> None:
    """Let one program at a time set up the tables, until its transaction ends."""
    connection.execute(select(func.pg_advisory_xact_lock(_SETTING_UP)))
