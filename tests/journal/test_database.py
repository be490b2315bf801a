"""The database journal keeps the contract, in an SQLite file and in PostgreSQL."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from simulator.journal.connect import open_journal
from simulator.journal.database import DatabaseJournal
from simulator.journal.errors import EntryDamaged, JournalBusy, JournalDamaged, JournalNewer, SessionDamaged
from simulator.journal.port import ChainCheck, Journal
from simulator.session.events import Continued
from tests.journal.contract import JournalContract, Seconds, refill


def opened(url: str) -> DatabaseJournal:
    journal = open_journal(url).journal
    assert isinstance(journal, DatabaseJournal)
    journal.now = Seconds()  # type: ignore[method-assign]
    return journal


class TestSQLiteJournal(JournalContract):
    @pytest.fixture(autouse=True)
    def _folder(self, tmp_path: Path) -> None:
        self.file = tmp_path / "record" / "podium.sqlite3"

    def open(self) -> Journal:
        return opened(f"sqlite:///{self.file}")

    def test_what_is_recorded_is_there_for_the_next_program(self, journal: Journal) -> None:
        refill(journal, "s1", Continued("i1", 5))
        assert len(self.open().entries("s1")) == 2

    def test_commits_are_synced_and_others_waited_for(self, journal: Journal) -> None:
        assert isinstance(journal, DatabaseJournal)
        with journal.engine.connect() as connection:
            settings = [
                connection.exec_driver_sql(f"PRAGMA {name}").scalar()
                for name in ("journal_mode", "synchronous", "busy_timeout", "foreign_keys")
            ]
        assert settings == ["wal", 2, 5000, 1]

    def test_a_file_locked_for_too_long_is_said_to_be(self, journal: Journal, monkeypatch: pytest.MonkeyPatch) -> None:
        refill(journal)
        monkeypatch.setattr("simulator.journal.sqlite_file.BUSY_MS", 50)
        impatient = self.open()
        with closing(sqlite3.connect(self.file)) as other:
            other.execute("BEGIN IMMEDIATE")
            with pytest.raises(JournalBusy, match="another program"):
                impatient.append("s1", 1, Continued("i1", 5))
            other.rollback()
        impatient.append("s1", 1, Continued("i1", 5))

    @pytest.mark.parametrize(
        "damage",
        [
            "UPDATE entries SET event = 'garbage' WHERE number = 1",
            "UPDATE entries SET event = x'ff00' WHERE number = 1",
            "UPDATE entries SET event = CAST(x'ff' AS TEXT) WHERE number = 1",
            'UPDATE entries SET event = \'{"v":1,"type":"started"}\' WHERE number = 1',
            "UPDATE entries SET ending = x'00' WHERE number = 1",
            "DELETE FROM entries WHERE number = 1",
        ],
    )
    def test_a_damaged_entry_concerns_its_session_alone(self, journal: Journal, damage: str) -> None:
        refill(journal, "s2", Continued("i1", 5))
        refill(journal, "s1", Continued("i1", 5), Continued("i2", 6))
        self.tamper(f"{damage} AND session = 's1'")
        with pytest.raises(JournalDamaged):
            journal.entries("s1")
        assert len(journal.entries("s2")) == 2
        assert {summary.header.id for summary in journal.sessions()} == {"s1", "s2"}

    def test_the_damaged_entry_is_named(self, journal: Journal) -> None:
        refill(journal, "s1", Continued("i1", 5))
        self.tamper("UPDATE entries SET event = '[]' WHERE number = 1")
        with pytest.raises(EntryDamaged, match="entry 1 of session “s1”"):
            journal.entries("s1")

    def test_a_damaged_header_is_said_to_be(self, journal: Journal) -> None:
        refill(journal)
        self.tamper("UPDATE sessions SET seed = 'many'")
        with pytest.raises(SessionDamaged, match="seed"):
            journal.header("s1")

    def test_a_damaged_header_hides_no_other_session(self, journal: Journal) -> None:
        refill(journal, "s1")
        refill(journal, "s2")
        refill(journal, "s3")
        self.tamper("UPDATE sessions SET seed = 'many' WHERE id = 's1'")
        self.tamper("UPDATE sessions SET learner = CAST(x'41ff' AS TEXT) WHERE id = 's2'")
        self.tamper("UPDATE entries SET recorded_at = x'00', ending = CAST(x'ff' AS TEXT) WHERE session = 's3'")
        assert {summary.header.id for summary in journal.sessions()} == {"s2", "s3"}
        assert journal.header("s2").learner == "A\ufffd"

    def test_an_entry_of_a_newer_podium_is_refused(self, journal: Journal) -> None:
        refill(journal)
        self.tamper('UPDATE entries SET event = \'{"v":2,"type":"sung"}\'')
        with pytest.raises(JournalNewer):
            journal.entries("s1")

    @pytest.mark.parametrize(
        ("change", "broken"),
        [
            ("UPDATE entries SET event = replace(event, 'i2', 'i9') WHERE number = 2", 2),
            ("UPDATE entries SET recorded_at = 'yesterday' WHERE number = 1", 1),
            ("UPDATE entries SET ending = 'end_trusted' WHERE number = 3", 3),
            ("UPDATE entries SET event = x'ff00' WHERE number = 1", 1),
            ("UPDATE entries SET chain = '' WHERE number = 2", 2),
            ("DELETE FROM entries WHERE number = 1", 1),
            ("UPDATE sessions SET learner = 'another'", 0),
        ],
    )
    def test_a_change_anywhere_breaks_the_chain(self, journal: Journal, change: str, broken: int) -> None:
        refill(journal, "s1", Continued("i1", 5), Continued("i2", 6), Continued("i3", 7))
        assert journal.check_chain("s1").broken is None
        self.tamper(change)
        assert journal.check_chain("s1").broken == broken

    def test_an_entry_put_between_breaks_the_chain(self, journal: Journal) -> None:
        refill(journal, "s1", Continued("i1", 5), Continued("i2", 6))
        self.tamper("INSERT INTO entries SELECT session, 3, event, recorded_at, ending, chain FROM entries LIMIT 1")
        assert journal.check_chain("s1").broken == 3

    def test_a_record_from_before_the_chain_is_lifted_and_goes_on(self, journal: Journal) -> None:
        refill(journal, "s1", Continued("i1", 5))
        journal.close()
        self.tamper("ALTER TABLE entries DROP COLUMN chain")
        self.tamper("DROP TABLE remarks")
        self.tamper("UPDATE meta SET format = 1")
        lifted = self.open()
        lifted.append("s1", 2, Continued("i2", 6))
        refill(lifted, "s2", Continued("i1", 5))
        assert len(lifted.entries("s1")) == 3
        assert lifted.check_chain("s1") == ChainCheck(entries=3, chained=0)
        assert lifted.check_chain("s2") == ChainCheck(entries=2, chained=2)
        assert lifted.remarks("s1") == ()
        self.open().close()  # Lifted once, it opens as any other.

    def tamper(self, statement: str) -> None:
        with closing(sqlite3.connect(self.file)) as file, file:
            file.execute(statement)


class TestPostgresJournal(JournalContract):
    @pytest.fixture(autouse=True)
    def _database(self, postgres_url: str) -> None:
        self.url = postgres_url

    def open(self) -> Journal:
        return opened(self.url)

    def test_what_is_recorded_is_there_for_the_next_program(self, journal: Journal) -> None:
        refill(journal, "s1", Continued("i1", 5))
        again = self.open()
        assert len(again.entries("s1")) == 2
        again.close()
