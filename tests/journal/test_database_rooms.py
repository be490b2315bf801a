"""The rooms of a database keep the contract, in an SQLite file and in PostgreSQL."""

from __future__ import annotations

import sqlite3
import traceback
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import psycopg
import pytest

from simulator.journal.errors import JournalConflict
from simulator.journal.rooms import Rooms
from tests.journal.rooms_contract import OTHER, RoomsContract


class TestSQLiteRooms(RoomsContract):
    @pytest.fixture(autouse=True)
    def _folder(self, tmp_path: Path) -> None:
        self.file = tmp_path / "podium.sqlite3"

    def url(self) -> str:
        return f"sqlite:///{self.file}"

    def tamper(self, statement: str) -> None:
        with closing(sqlite3.connect(self.file)) as file, file:
            file.execute(statement)


class TestPostgresRooms(RoomsContract):
    @pytest.fixture(autouse=True)
    def _database(self, postgres_url: str) -> None:
        self.postgres = postgres_url

    def url(self) -> str:
        return self.postgres

    def tamper(self, statement: str) -> None:
        with psycopg.connect(self.postgres, autocommit=True) as connection:
            connection.execute(statement.encode())

    def test_the_secret_is_in_no_error_where_the_server_quotes_the_whole_row(self, rooms: Rooms) -> None:
        self.tamper("ALTER TABLE rooms ADD CHECK (title <> 'refused')")
        with pytest.raises(JournalConflict) as raised:
            rooms.open_room(replace(OTHER, title="refused"), [])
        assert "the-secret" not in "".join(traceback.format_exception(raised.value))
