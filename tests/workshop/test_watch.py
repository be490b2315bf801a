"""The Watch: what is played is followed, whichever node it was played on, and told to whoever draws it."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest

from simulator.errors import MachineError
from simulator.journal.feed import ANYTHING, of_remarks, of_session
from simulator.journal.revisions import keep_verdict
from simulator.scenario.verdict import Verdict
from tests.workshop.console.desk import FakeDesk

SESSION = "session-s1-1"


class Heard:
    """A subscriber that other threads wait for."""

    def __init__(self) -> None:
        self.rounds: list[frozenset[str]] = []
        self._news = threading.Condition()

    def __call__(self, sessions: frozenset[str]) -> None:
        with self._news:
            self.rounds.append(sessions)
            self._news.notify_all()

    def wait_for(self, rounds: int) -> None:
        """Until there were so many rounds."""
        with self._news:
            assert self._news.wait_for(lambda: len(self.rounds) >= rounds, 10)


@pytest.fixture
def desk() -> Iterator[FakeDesk]:
    desk = FakeDesk("A", "B")
    yield desk
    desk.watch.close()


def test_what_was_played_before_is_read_at_the_first_round(desk: FakeDesk) -> None:
    desk.play("s1", "-", "owns")
    assert desk.watch.catch_up() == {SESSION}
    assert desk.watch.sessions[SESSION].last is not None
    assert desk.watch.catch_up() == frozenset()


def test_only_what_was_told_of_is_read_and_only_what_is_new(desk: FakeDesk) -> None:
    desk.play("s1", "-")
    desk.play("s2", "-")
    desk.catch_up()
    desk.rooms.read.clear()
    before = desk.watch.sessions
    desk.play("s1", "owns")
    desk.watch.heard(of_session(SESSION))
    assert desk.watch.catch_up() == {SESSION}
    assert desk.rooms.read == [SESSION]
    assert before[SESSION].last is None, "whoever draws from the older mapping is not disturbed"


def test_anything_reads_only_what_has_grown(desk: FakeDesk) -> None:
    desk.play("s1", "-")
    desk.play("s2", "-")
    desk.catch_up()
    desk.rooms.read.clear()
    desk.play("s2", "owns")
    desk.watch.heard(ANYTHING)
    assert desk.watch.catch_up() == {"session-s2-1"}
    assert desk.rooms.read == ["session-s2-1"]


def test_a_verdict_is_taken_in_when_remarks_are_told_of(desk: FakeDesk) -> None:
    desk.play("s1", "-", "owns")
    desk.catch_up()
    moment = desk.watch.sessions[SESSION].state.answers[0].at
    keep_verdict(desk.house.journal, SESSION, Verdict(1, {"accuracy": 0}, None, "no", "F", moment=moment))
    assert desk.watch.catch_up() == frozenset()
    desk.watch.heard(of_remarks(SESSION))
    assert desk.watch.catch_up() == {SESSION}
    last = desk.watch.sessions[SESSION].last
    assert last is not None
    assert last.counts.levels["accuracy"] == 0


def test_what_could_not_be_read_is_read_later(desk: FakeDesk) -> None:
    desk.play("s1", "-")
    desk.rooms.trouble = MachineError("the record is out of reach")
    with pytest.raises(MachineError):
        desk.watch.catch_up()
    desk.rooms.trouble = None
    assert desk.watch.catch_up() == {SESSION}


def test_a_session_that_cannot_be_read_keeps_no_other_back(desk: FakeDesk, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.play("s1", "-")
    desk.play("s2", "-")
    read = desk.rooms.entries_since

    def damaged(session: str, number: int) -> object:
        if session == SESSION:
            raise MachineError("an entry is damaged")
        return read(session, number)

    monkeypatch.setattr(desk.rooms, "entries_since", damaged)
    with pytest.raises(MachineError):
        desk.watch.catch_up()
    assert set(desk.watch.sessions) == {"session-s2-1"}


def test_it_follows_in_a_thread_and_tells(desk: FakeDesk) -> None:
    heard = Heard()
    desk.watch.subscribe(heard)
    desk.watch.start()
    desk.play("s1", "-")
    heard.wait_for(1)
    rounds = len(heard.rounds)
    desk.play("s1", "owns")
    heard.wait_for(rounds + 1)
    assert heard.rounds[-1] == {SESSION}


def test_trouble_is_told_and_passes(desk: FakeDesk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("simulator.workshop.watch.PATIENCE", 0.01)
    heard = Heard()
    desk.watch.subscribe(heard)
    desk.play("s1", "-")
    desk.rooms.trouble = MachineError("the record is out of reach")
    desk.watch.start()
    heard.wait_for(1)
    assert desk.watch.trouble == "the record is out of reach"
    assert heard.rounds == [frozenset()]
    desk.rooms.trouble = None
    heard.wait_for(2)
    assert desk.watch.trouble != "the record is out of reach"
    assert heard.rounds[1] == {SESSION}


def test_whoever_has_unsubscribed_is_told_nothing(desk: FakeDesk) -> None:
    gone, stays = Heard(), Heard()
    desk.watch.subscribe(gone)()
    desk.watch.subscribe(stays)
    desk.watch.start()
    desk.play("s1", "-")
    stays.wait_for(1)
    assert gone.rounds == []


def test_a_verdict_that_was_withdrawn_at_another_node_goes(desk: FakeDesk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("simulator.workshop.watch.REVISED_EVERY", 0.0)
    desk.play("s1", "-", "owns")
    desk.catch_up()
    answer = desk.watch.sessions[SESSION].state.answers[0]
    keep_verdict(desk.house.journal, SESSION, Verdict(1, {"accuracy": 0}, None, "no", "F", moment=answer.at))
    desk.watch.heard(ANYTHING)
    assert desk.watch.catch_up() == {SESSION}
    keep_verdict(desk.house.journal, SESSION, Verdict(1, reason="yes", by="F", moment=answer.at, withdrawn=True))
    desk.watch.heard(ANYTHING)
    assert desk.watch.catch_up() == {SESSION}
    last = desk.watch.sessions[SESSION].last
    assert last is not None
    assert last.counts.levels == answer.levels
