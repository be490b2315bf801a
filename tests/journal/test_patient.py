"""A patient journal waits for its database, and whatever breaks on the way, an event is recorded exactly once."""

from __future__ import annotations

import signal
from collections.abc import Callable, Iterator
from dataclasses import replace
from threading import Event as Flag
from threading import Thread
from typing import Any

import psycopg
import pytest
from sqlalchemy import PoolProxiedConnection, event

from simulator.journal.connect import OpenedWorkshop, open_workshop
from simulator.journal.database import DatabaseJournal
from simulator.journal.errors import JournalConflict, JournalUnreachable, UnknownSession
from simulator.journal.memory import MemoryJournal
from simulator.journal.patience import Patience
from simulator.journal.patient import PatientJournal
from simulator.journal.port import Journal, Said
from simulator.session.events import AnswerGiven, Continued, LineChosen
from tests.journal.contract import ASSESSED, HEADER, STARTED, JournalContract, Seconds, refill
from tests.postgres import Server

ANSWER = AnswerGiven("q1", "Lo\u0302\u0303i la\u0300 của tỉnh.", ASSESSED, 2_000)


class TestPatientJournal(JournalContract):
    """All is well: it is a journal like any other."""

    def open(self) -> Journal:
        return PatientJournal(MemoryJournal(Seconds()), 0)


class Breaking(DatabaseJournal):
    """Breaks the connection at the commits to come, `before` the server has had them or `after`."""

    def __init__(self, journal: Journal) -> None:
        assert isinstance(journal, DatabaseJournal)
        super().__init__(journal.engine, "the test's database")
        self.breaks: list[str] = []
        commit = journal.engine.dialect.do_commit

        def break_off(dbapi_connection: PoolProxiedConnection) -> None:
            when = self.breaks.pop(0) if self.breaks else ""
            if when != "before":
                commit(dbapi_connection)
            if when:
                assert dbapi_connection.dbapi_connection is not None
                dbapi_connection.dbapi_connection.close()
                raise psycopg.OperationalError("server closed the connection unexpectedly")

        journal.engine.dialect.do_commit = break_off  # type: ignore[method-assign]


@pytest.fixture
def workshop(postgres_url: str) -> Iterator[OpenedWorkshop]:
    workshop = open_workshop(postgres_url)
    yield workshop
    workshop.close()


@pytest.fixture
def breaking(workshop: OpenedWorkshop) -> Breaking:
    return Breaking(workshop.journal)


@pytest.fixture
def patient(breaking: Breaking, monkeypatch: pytest.MonkeyPatch) -> PatientJournal:
    monkeypatch.setattr("simulator.journal.patience.PAUSES", (0.0,))
    monkeypatch.setattr("simulator.journal.patience.LAST_PAUSE", 0.0)
    return PatientJournal(breaking, 60)


BROKEN = [["after"], ["before"], ["before", "after"], ["after", "after"], ["after", "before", "after"]]
"""The later ones hit the looks at whether all is done, and the second tries."""


@pytest.mark.parametrize("breaks", BROKEN)
def test_an_event_is_recorded_once_however_the_commit_breaks(
    patient: PatientJournal, breaking: Breaking, breaks: list[str]
) -> None:
    refill(breaking)
    breaking.breaks = list(breaks)
    patient.append("s1", 1, ANSWER, "calm")
    assert breaking.breaks == []
    entries = breaking.entries("s1")
    assert [entry.ending for entry in entries] == ["", "calm"]
    assert breaking.check_chain("s1").broken is None
    patient.append("s1", 2, Continued("i1", 5))


@pytest.mark.parametrize("breaks", BROKEN)
def test_a_session_is_begun_once_however_the_commit_breaks(
    patient: PatientJournal, breaking: Breaking, breaks: list[str]
) -> None:
    breaking.breaks = list(breaks)
    patient.begin(replace(HEADER, learner="Ha\u0323nh"), (STARTED, ANSWER))
    assert breaking.breaks == []
    assert len(breaking.entries("s1")) == 2
    with pytest.raises(JournalConflict):
        patient.begin(HEADER, (STARTED,))


@pytest.mark.parametrize("breaks", BROKEN)
def test_remarks_are_kept_once_however_the_commit_breaks(
    patient: PatientJournal, breaking: Breaking, breaks: list[str]
) -> None:
    breaking.remark("s1", "note", "Hạnh", "{}")  # The same was said before, and is another.
    breaking.breaks = list(breaks)
    kept = patient.remark("s1", "note", "Ha\u0323nh", "{}")
    assert breaking.remarks("s1")[-1] == kept
    assert len(breaking.remarks("s1")) == 2
    breaking.breaks = list(breaks)
    patient.remark_all([Said("s2", "note", "Hạnh", "1"), Said("s2", "note", "Hạnh", "2")])
    assert [one.value for one in breaking.remarks("s2")] == ["1", "2"]


def test_a_number_that_another_took_meanwhile_is_a_conflict(patient: PatientJournal, breaking: Breaking) -> None:
    refill(breaking)
    breaking.breaks = ["before"]
    others = DatabaseJournal(breaking.engine, "the same database")

    def first(gone: bool) -> None:
        if gone:
            others.append("s1", 1, LineChosen("q1", "theirs", 5))

    racing = PatientJournal(breaking, 60, first)
    with pytest.raises(JournalConflict):
        racing.append("s1", 1, LineChosen("q1", "ours", 5))
    assert breaking.entries("s1")[1].event == LineChosen("q1", "theirs", 5)


def test_a_commit_that_comes_through_after_we_looked_is_found(workshop: OpenedWorkshop) -> None:
    refill(workshop.journal)
    late = _Late(workshop.journal)
    PatientJournal(late, 60).append("s1", 1, ANSWER)
    assert late.looked == 2
    assert len(workshop.journal.entries("s1")) == 2


class _Late(DatabaseJournal):
    """The first append breaks off, and is there only once somebody has looked for it."""

    def __init__(self, journal: Journal) -> None:
        assert isinstance(journal, DatabaseJournal)
        super().__init__(journal.engine, "the test's database")
        self.looked = 0
        self._broken = False

    def append(self, *arguments: Any) -> None:  # noqa: ANN401
        if not self._broken:
            self._broken = True
            raise JournalUnreachable("the test's database", "")
        super().append(*arguments)

    def log(self, session: str) -> Any:  # noqa: ANN401
        found = super().log(session)
        self.looked += 1
        if self.looked == 1:
            super().append("s1", 1, ANSWER, "")
        return found


def test_what_the_journal_refuses_is_refused_at_once(patient: PatientJournal, breaking: Breaking) -> None:
    refill(breaking)
    asked: tuple[tuple[type[Exception], Callable[[], object]], ...] = (
        (JournalConflict, lambda: patient.append("s1", 0, STARTED)),
        (ValueError, lambda: patient.append("s1", 7, STARTED)),
        (UnknownSession, lambda: patient.append("nobody's", 0, STARTED)),
        (UnknownSession, lambda: patient.entries("nobody's")),
    )
    for error, ask in asked:
        with pytest.raises(error):
            ask()


class _Gone(MemoryJournal):
    """A database that is away for the first so many calls."""

    def __init__(self, calls: int) -> None:
        super().__init__(Seconds())
        self.left = calls

    def session_ids(self) -> tuple[str, ...]:
        self.left -= 1
        if self.left >= 0:
            raise JournalUnreachable("nowhere", "")
        return super().session_ids()


def waiting_without_waiting(waits: list[float], seconds: float, told: list[bool]) -> Patience:
    """The clock goes on by what was waited, which is added to `waits`."""
    return Patience(seconds, told.append, clock=lambda: sum(waits), wait=waits.append)


def test_it_tries_again_ever_more_slowly_and_tells_of_the_trouble_once() -> None:
    waits, told = list[float](), list[bool]()
    journal = PatientJournal(_Gone(7), 60, patience=waiting_without_waiting(waits, 60, told))
    assert journal.session_ids() == ()
    assert waits == [0.2, 0.4, 0.8, 1.6, 2.0, 2.0, 2.0]
    journal.session_ids()
    assert told == [True, False]


def test_after_so_many_seconds_it_gives_up_and_is_in_trouble_until_a_call_succeeds() -> None:
    waits, told = list[float](), list[bool]()
    journal = PatientJournal(_Gone(4), 1, patience=waiting_without_waiting(waits, 1.0, told))
    with pytest.raises(JournalUnreachable):
        journal.session_ids()
    assert waits == pytest.approx([0.2, 0.4, 0.4])
    assert told == [True]
    journal.session_ids()
    assert told == [True, False]


def test_one_that_is_closed_waits_no_longer() -> None:
    troubled = Flag()
    journal = PatientJournal(_Gone(1_000), 600, lambda gone: troubled.set())
    raised: list[Exception] = []

    def ask() -> None:
        try:
            journal.session_ids()
        except JournalUnreachable as error:
            raised.append(error)

    asking = Thread(target=ask)
    asking.start()
    troubled.wait(10)
    journal.close()
    asking.join(10)
    assert len(raised) == 1


def test_a_server_that_stops_right_after_a_commit(postgres_server: Server, workshop: OpenedWorkshop) -> None:
    assert isinstance(workshop.journal, DatabaseJournal)
    journal, told = workshop.journal, list[bool]()
    refill(journal)
    commit = journal.engine.dialect.do_commit
    left = [True]

    def stop_after(dbapi_connection: PoolProxiedConnection) -> None:
        commit(dbapi_connection)
        if left:
            left.clear()
            postgres_server.stop()
            dbapi_connection.cursor().execute("SELECT 1")

    def troubled(gone: bool) -> None:
        told.append(gone)
        if gone:
            postgres_server.start()

    journal.engine.dialect.do_commit = stop_after  # type: ignore[method-assign]
    PatientJournal(journal, 60, troubled).append("s1", 1, ANSWER)
    assert told == [True, False]
    assert len(journal.entries("s1")) == 2


def test_eight_seats_go_on_through_two_outages(postgres_server: Server, workshop: OpenedWorkshop) -> None:
    """Each answer is recorded once, while the server is stopped softly and killed under them."""
    patient = PatientJournal(workshop.journal, 60)
    for seat in range(8):
        refill(workshop.journal, f"s{seat}")
    failed: list[Exception] = []

    def play(seat: int) -> None:
        try:
            for number in range(1, 60):
                patient.append(f"s{seat}", number, Continued(f"i{number}", number))
        except Exception as error:
            failed.append(error)

    seats = [Thread(target=play, args=(seat,)) for seat in range(8)]
    for thread in seats:
        thread.start()
    for how in (signal.SIGINT, signal.SIGQUIT):
        postgres_server.stop(how)
        postgres_server.start()
    for thread in seats:
        thread.join(60)
    assert failed == []
    for seat in range(8):
        entries = workshop.journal.entries(f"s{seat}")
        assert [entry.event for entry in entries[1:]] == [Continued(f"i{number}", number) for number in range(1, 60)]
        assert workshop.journal.check_chain(f"s{seat}").broken is None


def test_a_database_error_leaves_no_connection_taken(workshop: OpenedWorkshop, breaking: Breaking) -> None:
    checked_out: list[int] = []
    event.listen(breaking.engine, "checkin", lambda *_: checked_out.append(-1))
    event.listen(breaking.engine, "checkout", lambda *_: checked_out.append(1))
    refill(breaking)
    breaking.breaks = ["after"]
    PatientJournal(breaking, 60).append("s1", 1, ANSWER)
    assert sum(checked_out) == 0
