"""What a driver's error means, in the player's language."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from simulator.journal.errors import JournalDamaged, JournalUnwritable
from simulator.journal.reasons import told
from simulator.language.catalogue import Catalogue


def failed(path: str, statement: str) -> sqlite3.Error:
    with pytest.raises(sqlite3.Error) as caught:
        sqlite3.connect(path, uri=True).execute(statement)
    return caught.value


def test_sqlites_own_english_is_not_shown(tmp_path: Path) -> None:
    (tmp_path / "odd").write_bytes(b"no database at all, and long enough to be looked at" * 20)
    damaged = told(failed(f"file:{tmp_path}/odd", "select * from sqlite_master"), "x")
    unwritable = told(failed("file:/no/such/folder/x", "select 1"), "x")
    assert isinstance(damaged, JournalDamaged)
    assert isinstance(unwritable, JournalUnwritable)
    said = [Catalogue("vi").say(error.message, **error.params) for error in (damaged, unwritable)]
    assert [text.rpartition(": ")[2] for text in said] == ["không phải là cơ sở dữ liệu SQLite", "không mở được tệp"]


def test_what_a_server_says_is_quoted() -> None:
    error = told(OSError("connection refused"), "x")
    assert Catalogue("vi").say(error.message, **error.params).endswith("hệ thống báo “connection refused”")
