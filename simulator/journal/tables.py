"""The tables of the record, in types that every database has.

Rows are only ever added, unless a learner wants to be forgotten or a room is deleted; drafts and nodes alone are
written over, for they are of the moment.
"""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, ForeignKey, Integer, MetaData, String, Table, Text

TABLES_FORMAT = 3
"""The format of the tables themselves; a file with a greater one is left to the newer Podium that wrote it.

1: sessions and entries. 2: entries are chained (`chain`), and remarks are kept beside them.
3: rooms of workshops, their entries, the drafts written in them, and the nodes that serve them.
"""

metadata = MetaData()

meta = Table(
    "meta",
    metadata,
    # The one row holds TABLES_FORMAT; as the key, two programs that open a new file at once cannot both add it.
    Column("format", Integer, primary_key=True, autoincrement=False),
)

sessions = Table(
    "sessions",
    metadata,
    Column("id", String(64), primary_key=True),
    Column("scenario_id", Text, nullable=False),
    Column("scenario_title", Text, nullable=False),
    Column("scenario_hash", Text, nullable=False),
    Column("language", Text, nullable=False),
    Column("seed", BigInteger, nullable=False),
    Column("begun_at", Text, nullable=False),
    Column("learner", Text, nullable=False),
    Column("branch_of", Text, nullable=False),
    Column("source", Text, nullable=False),
    Column("format", Integer, nullable=False),
)

entries = Table(
    "entries",
    metadata,
    Column("session", String(64), ForeignKey("sessions.id"), primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("event", Text, nullable=False),
    Column("recorded_at", Text, nullable=False),
    Column("ending", Text, nullable=False),
    # See `chain`. Empty in rows from before there was one.
    Column("chain", Text, nullable=False, server_default=""),
)

remarks = Table(
    "remarks",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("about", String(256), nullable=False, index=True),
    Column("kind", Text, nullable=False),
    Column("by", Text, nullable=False),
    Column("value", Text, nullable=False),
    Column("recorded_at", Text, nullable=False),
)

rooms = Table(
    "rooms",
    metadata,
    Column("id", String(64), primary_key=True),
    Column("code", String(64), nullable=False, unique=True),
    Column("secret", Text, nullable=False),
    Column("title", Text, nullable=False),
    Column("opened_at", Text, nullable=False),
)

room_entries = Table(
    "room_entries",
    metadata,
    Column("room", String(64), ForeignKey("rooms.id"), primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("event", Text, nullable=False),
    Column("recorded_at", Text, nullable=False),
)

drafts = Table(
    "drafts",
    metadata,
    Column("session", String(64), ForeignKey("sessions.id"), primary_key=True),
    Column("scene", Text, primary_key=True),
    Column("seat", Text, primary_key=True),
    Column("text", Text, nullable=False),
    Column("written_at", Text, nullable=False),
)

nodes = Table(
    "nodes",
    metadata,
    Column("id", String(64), primary_key=True),
    Column("room", String(64), ForeignKey("rooms.id"), nullable=False, index=True),
    Column("url", Text, nullable=False),
    # By the database's clock where it has one, for those of several machines differ.
    Column("seen_at", Text, nullable=False),
)
