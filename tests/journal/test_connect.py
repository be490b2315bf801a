"""Opening the record where it is well, elsewhere, damaged, newer, foreign, locked, or not to be written."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from simulator.errors import MachineError
from simulator.journal import sqlite_file
from simulator.journal.connect import Opened, data_folder, open_journal, open_workshop
from simulator.journal.errors import (
    JournalAddress,
    JournalBusy,
    JournalForeign,
    JournalNewer,
    JournalUnwritable,
)
from simulator.journal.feed_sqlite import PollingFeed
from simulator.journal.memory import MemoryJournal
from simulator.session.events import Continued, LineChosen
from tests.journal.contract import HEADER, STARTED, refill
from tests.journal.rooms_contract import ROOM

PAGE = 4096


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("PODIUM_DATA_DIR", str(tmp_path / "dữ liệu"))
    monkeypatch.delenv("PODIUM_DATABASE_URL", raising=False)
    return tmp_path / "dữ liệu"


@pytest.fixture
def file(folder: Path) -> Path:
    """A record of some pages, closed."""
    journal = open_journal().journal
    for number in range(30):
        journal.begin(
            replace(HEADER, id=f"s{number}"), [STARTED, *(LineChosen("q1", "a" * 60, at) for at in range(20))]
        )
    journal.close()
    file = folder / "podium.sqlite3"
    assert file.stat().st_size > 10 * PAGE
    return file


def set_aside(folder: Path) -> list[Path]:
    """The damaged files that were kept, without their companions."""
    return sorted(path for path in folder.glob("*.damaged-*") if not path.name.endswith(("-wal", "-shm")))


def test_the_folder_is_made(folder: Path) -> None:
    assert data_folder() == folder
    opened = open_journal()
    assert opened.notice is None
    assert (folder / "podium.sqlite3").exists()


def test_the_record_is_there_when_opened_again(file: Path) -> None:
    opened = open_journal()
    assert opened.notice is None
    assert len(opened.journal.sessions()) == 30


def test_the_database_url_of_the_environment_comes_before_the_folder(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PODIUM_DATABASE_URL", f"sqlite:///{tmp_path}/elsewhere.sqlite3")
    refill(open_journal().journal)
    assert not folder.exists()
    assert (tmp_path / "elsewhere.sqlite3").exists()
    assert not open_journal(f"sqlite:///{tmp_path}/named.sqlite3").journal.sessions()


def test_a_folder_named_like_a_user_who_is_not_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PODIUM_DATA_DIR", "~nobody-of-that-name")
    monkeypatch.chdir(tmp_path)
    assert data_folder() == Path("~nobody-of-that-name")
    open_journal()
    assert (tmp_path / "~nobody-of-that-name" / "podium.sqlite3").exists()


@pytest.mark.parametrize("url", ["sqlite://", "sqlite:///:memory:"])
def test_a_record_in_memory_can_be_had(url: str) -> None:
    assert isinstance(open_journal(url).journal, MemoryJournal)


def truncated(content: bytes) -> bytes:
    return content[: len(content) // 2 + 100]


def cut_to_a_hundred_bytes(content: bytes) -> bytes:
    return content[:100]


def first_page_zeroed(content: bytes) -> bytes:
    return bytes(PAGE) + content[PAGE:]


def inner_page_zeroed(content: bytes) -> bytes:
    return content[: 5 * PAGE] + bytes(PAGE) + content[6 * PAGE :]


def not_a_database(content: bytes) -> bytes:
    return b"Dear diary, " * 1_000


def random_bytes(content: bytes) -> bytes:
    return bytes((number * 197 + number // 7) % 256 for number in range(50_000))


@pytest.mark.parametrize(
    "damage",
    [truncated, cut_to_a_hundred_bytes, first_page_zeroed, inner_page_zeroed, not_a_database, random_bytes],
)
def test_a_damaged_file_is_kept_aside_and_a_new_one_begun(file: Path, damage: Callable[[bytes], bytes]) -> None:
    broken = damage(file.read_bytes())
    file.write_bytes(broken)
    opened = open_journal()
    (aside,) = set_aside(file.parent)
    assert aside.read_bytes() == broken
    assert (
        told(opened)
        == f"the record of sessions at {file} was damaged; it is kept as {aside.name}, and a new one was begun"
    )
    refill(opened.journal, "s1", Continued("i1", 5))
    opened.journal.close()
    assert len(open_journal().journal.entries("s1")) == 2


def told(opened: Opened) -> str:
    assert opened.notice is not None
    return opened.notice.message.format(**opened.notice.params)


def test_one_damaged_file_does_not_overwrite_another(file: Path) -> None:
    for number in range(3):
        file.write_bytes(b"broken in way %d" % number)
        opened = open_journal()
        opened.journal.close()
        assert opened.notice is not None
    assert {path.read_bytes() for path in set_aside(file.parent)} == {
        b"broken in way 0",
        b"broken in way 1",
        b"broken in way 2",
    }


def test_the_latest_writes_go_aside_with_the_file(file: Path) -> None:
    wal = file.with_name("podium.sqlite3-wal")
    wal.write_bytes(b"the latest writes")
    file.write_bytes(b"not a database")
    open_journal()
    (aside,) = set_aside(file.parent)
    assert aside.with_name(aside.name + "-wal").read_bytes() == b"the latest writes"


def test_a_file_emptied_under_its_latest_writes_is_damaged(file: Path) -> None:
    file.with_name("podium.sqlite3-wal").write_bytes(b"the latest writes")
    file.write_bytes(b"")
    assert open_journal().notice is not None
    (aside,) = set_aside(file.parent)
    assert aside.with_name(aside.name + "-wal").read_bytes() == b"the latest writes"


def test_an_empty_file_is_a_new_record(folder: Path) -> None:
    folder.mkdir()
    (folder / "podium.sqlite3").touch()
    opened = open_journal()
    assert opened.notice is None
    refill(opened.journal)


def test_a_file_that_another_program_replaced_meanwhile_is_not_moved(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    replacement = file.with_name("new")
    replacement.write_bytes(file.read_bytes())
    file.write_bytes(b"broken")

    def found_damaged_while_another_program_heals_it(path: Path) -> bool:
        replacement.rename(path)
        return True

    monkeypatch.setattr(sqlite_file, "_is_damaged", found_damaged_while_another_program_heals_it)
    opened = open_journal()
    assert opened.notice is None
    assert len(opened.journal.sessions()) == 30


def test_a_write_that_was_killed_midway_is_undone_and_is_no_damage(file: Path, folder: Path) -> None:
    with closing(sqlite3.connect(file)) as killed:
        killed.execute("PRAGMA journal_mode=DELETE")
        killed.execute("PRAGMA cache_size=1")
        killed.execute("UPDATE entries SET event = 'half written' || event")
        caught = {path.name: path.read_bytes() for path in folder.iterdir()}
    assert set(caught) == {"podium.sqlite3", "podium.sqlite3-journal"}
    assert b"half written" in caught["podium.sqlite3"]
    for name, content in caught.items():
        (folder / name).write_bytes(content)
    opened = open_journal()
    assert opened.notice is None
    assert [len(opened.journal.entries(f"s{number}")) for number in range(30)] == [21] * 30


def test_a_newer_podiums_file_is_left_byte_for_byte(file: Path) -> None:
    with closing(sqlite3.connect(file)) as newer, newer:
        newer.execute("INSERT INTO meta VALUES (7)")
        newer.execute("ALTER TABLE entries RENAME COLUMN event TO happening")
    before = file.read_bytes()
    with pytest.raises(JournalNewer, match=r"format 7; this one knows up to 3"):
        open_journal()
    assert file.read_bytes() == before
    assert not set_aside(file.parent)


@pytest.mark.parametrize(
    "tables",
    [
        "CREATE TABLE meta (key TEXT)",
        "CREATE TABLE meta (format TEXT); INSERT INTO meta VALUES ('pdf')",
        "CREATE TABLE sessions (user TEXT)",
        "CREATE TABLE entries (blog TEXT)",
    ],
)
def test_another_programs_database_is_left_alone(folder: Path, tables: str) -> None:
    folder.mkdir()
    with closing(sqlite3.connect(folder / "podium.sqlite3")) as other:
        other.executescript(tables)
    with pytest.raises(JournalForeign, match="another program"):
        open_journal()
    assert not set_aside(folder)


def test_a_folder_that_is_a_file_cannot_hold_the_record(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setenv("PODIUM_DATA_DIR", str(tmp_path / "file"))
    with pytest.raises(JournalUnwritable) as raised:
        open_journal()
    assert "PODIUM_DATA_DIR" in raised.value.hint


def test_a_folder_in_the_files_place_is_left_there(folder: Path) -> None:
    (folder / "podium.sqlite3").mkdir(parents=True)
    with pytest.raises(JournalUnwritable):
        open_journal()
    assert (folder / "podium.sqlite3").is_dir()


def test_a_file_opened_read_only_cannot_hold_the_record(file: Path) -> None:
    with pytest.raises(JournalUnwritable) as raised:
        open_journal(f"sqlite:///file:{file}?mode=ro&uri=true")
    assert "PODIUM_DATA_DIR" in raised.value.hint


def test_a_locked_file_is_said_to_be(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sqlite_file, "BUSY_MS", 50)
    monkeypatch.setattr("simulator.journal.setting_up.SETTING_UP_SECONDS", 0.1)
    with closing(sqlite3.connect(file)) as other:
        other.execute("PRAGMA locking_mode=EXCLUSIVE")
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(JournalBusy, match="locked"):
            open_journal()
    assert not set_aside(file.parent)


@pytest.mark.parametrize(
    "url",
    [
        "nonsense",
        "://",
        "mysql://root:secret@host/db",
        "postgresql://user:secret@host:port/db",
        "sqlite:///x?timeout=never",
        "sqlite://host/x",
    ],
)
def test_a_url_that_names_no_database_is_told_without_its_password(
    url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)  # One of them names a file, by the way.
    with pytest.raises(JournalAddress) as raised:
        open_journal(url)
    assert "secret" not in str(raised.value)
    assert "PODIUM_DATABASE_URL" in raised.value.hint


def test_a_server_that_cannot_be_had_is_told_without_its_password() -> None:
    with pytest.raises(MachineError) as raised:
        open_journal("postgresql://user:secret@127.0.0.1:1/db")
    assert "secret" not in str(raised.value)
    assert raised.value.hint


def test_a_workshop_is_opened_in_the_same_record(file: Path) -> None:
    workshop = open_workshop()
    assert workshop.notice is None
    assert len(workshop.journal.sessions()) == 30
    workshop.rooms.open_room(ROOM, ["{}"])
    workshop.close()
    again = open_workshop()
    assert again.rooms.rooms() == (ROOM,)
    again.close()


def test_a_workshop_too_has_a_damaged_file_moved_aside(file: Path) -> None:
    file.write_bytes(b"broken")
    workshop = open_workshop()
    assert workshop.notice is not None
    assert workshop.rooms.rooms() == ()
    workshop.close()


def test_a_file_is_watched_only_where_others_write_to_it(folder: Path) -> None:
    alone, shared = open_workshop(), open_workshop(shared=True)
    assert [isinstance(workshop.feed, PollingFeed) for workshop in (alone, shared)] == [False, True]
    alone.close()
    shared.close()


def test_a_workshop_in_memory_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    workshop = open_workshop("sqlite://")
    refill(workshop.journal)
    workshop.rooms.open_room(ROOM, ["{}"])
    assert len(workshop.rooms.entries_since("s1", 0)) == 1
    assert any(tmp_path.iterdir())
    workshop.close()
    assert not any(tmp_path.iterdir())


def test_a_record_from_before_there_were_rooms_is_lifted_and_keeps_its_sessions(file: Path) -> None:
    with closing(sqlite3.connect(file)) as older, older:
        for table in ("room_entries", "nodes", "drafts", "rooms"):
            older.execute(f"DROP TABLE {table}")
        older.execute("UPDATE meta SET format = 2")
    workshop = open_workshop()
    workshop.rooms.open_room(ROOM, ["{}"])
    assert workshop.journal.check_chain("s7").chained == 21
    workshop.close()
    assert len(open_journal().journal.sessions()) == 30
