"""What every journal keeps to, written once: each kind of journal has a test class that supplies a store."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator
from dataclasses import replace
from itertools import count

import pytest

from simulator.errors import PodiumError
from simulator.journal.answers import Grades
from simulator.journal.codec import decode
from simulator.journal.errors import JournalConflict, UnknownSession
from simulator.journal.port import ChainCheck, Journal, Said, SessionHeader
from simulator.scenario.assessment import Assessment, Finding
from simulator.session.events import (
    AnswerGiven,
    Continued,
    DeadlinePassed,
    Event,
    Extended,
    Injected,
    LineChosen,
    OptionTaken,
    Prepared,
    Pressed,
    Rated,
    Started,
    TakenBack,
)
from simulator.session.press import Press
from simulator.session.room_inject import RoomInject
from tests.session.presses import PRESS

HEADER = SessionHeader(
    id="s1",
    scenario_id="bridge",
    scenario_title="Cầu treo Cò Láng",
    scenario_hash="ab12",
    language="vi",
    seed=2**63 - 1,
    begun_at="2026-11-25T08:00:00.000000+00:00",
    learner="Hạnh",
)
STARTED = Started(seed=2**63 - 1)
ASSESSED = Assessment(
    {"accuracy": 3, "empathy": 0},
    ("blame",),
    (Finding("Đúng", "accuracy", start=2, end=9, better="Nguồn"),),
    29,
    "podium-1",
)
ONE_OF_EACH: tuple[Event, ...] = (
    STARTED,
    LineChosen("q1", "owns", 1_200),
    AnswerGiven("q1", "Lỗi là của tỉnh.\nTôi xin lỗi.", ASSESSED, 2_000),
    OptionTaken("d1", "wait", 3_000),
    Continued("i1", 3_500),
    DeadlinePassed("q2", 63_500),
    TakenBack(64_000),
    Pressed(PRESS, 65_000),
    Rated(3, 66_000),
    Prepared(("Tìm người trước.",), ("r1",), "Thưa bà con.\nTôi xin lỗi.", ASSESSED, 67_000),
    Prepared((), (), "", None, 68_000),
    Started(7, 150, mode="exam", presses=True),
    Extended(60_000, 69_000, 4),
    Extended(1_000, 70_000, 5, lapsed=True),
    Injected(RoomInject(6, "Nước sông lên nhanh.", "Lũ về", "Đài tỉnh"), 71_000),
    Pressed(Press("press_2", "hang", "facilitator", "Ai chịu trách nhiệm?", (), ("accuracy",), (), 7), 72_000),
)


class Seconds:
    """A wall clock that is a second later each time it is read."""

    def __init__(self) -> None:
        self._seconds = count()

    def __call__(self) -> str:
        return f"2026-11-25T08:{next(self._seconds):05}.000000+00:00"


def refill(journal: Journal, session: str = "s1", *events: Event, ending: str = "") -> None:
    """Begin a session in the journal, with these events after its start."""
    journal.begin(replace(HEADER, id=session), (STARTED,))
    for number, event in enumerate(events, start=1):
        journal.append(session, number, event, ending if number == len(events) else "")


class JournalContract(ABC):
    """The tests; a subclass says how to open a new, empty store."""

    @abstractmethod
    def open(self) -> Journal:
        """A journal over an empty store, with `Seconds` for its clock."""

    @pytest.fixture
    def journal(self) -> Iterator[Journal]:
        journal = self.open()
        yield journal
        journal.close()

    def test_a_header_comes_back_as_it_was_given(self, journal: Journal) -> None:
        journal.begin(HEADER, (STARTED,))
        assert journal.header("s1") == HEADER

    def test_every_kind_of_event_comes_back_in_order(self, journal: Journal) -> None:
        refill(journal, "s1", *ONE_OF_EACH[1:])
        entries = journal.entries("s1")
        assert tuple(entry.event for entry in entries) == ONE_OF_EACH
        assert [entry.number for entry in entries] == list(range(len(ONE_OF_EACH)))
        assert {entry.session for entry in entries} == {"s1"}
        assert [entry.recorded_at for entry in entries] == sorted(entry.recorded_at for entry in entries)

    def test_a_session_may_begin_with_several_events(self, journal: Journal) -> None:
        journal.begin(HEADER, ONE_OF_EACH, "calm")
        assert tuple(entry.event for entry in journal.entries("s1")) == ONE_OF_EACH
        assert [entry.ending for entry in journal.entries("s1")] == [""] * (len(ONE_OF_EACH) - 1) + ["calm"]

    def test_text_is_kept_in_nfc_and_without_what_no_database_keeps(self, journal: Journal) -> None:
        journal.begin(replace(HEADER, learner="Ha\u0323nh\0 \ud800"), (STARTED, LineChosen("que\u0302", "a", 5)))
        assert journal.header("s1").learner == "Hạnh \ufffd"
        assert journal.entries("s1")[1].event == LineChosen("quê", "a", 5)

    def test_a_number_is_taken_once(self, journal: Journal) -> None:
        refill(journal, "s1", LineChosen("q1", "owns", 5))
        with pytest.raises(JournalConflict):
            journal.append("s1", 1, LineChosen("q1", "denies", 6))
        assert [entry.event for entry in journal.entries("s1")] == [STARTED, LineChosen("q1", "owns", 5)]
        journal.append("s1", 2, LineChosen("q1", "denies", 6))

    def test_an_id_is_taken_once_and_nothing_of_the_second_is_kept(self, journal: Journal) -> None:
        refill(journal)
        with pytest.raises(JournalConflict):
            journal.begin(replace(HEADER, learner="another"), ONE_OF_EACH)
        assert journal.header("s1") == HEADER
        assert len(journal.entries("s1")) == 1

    def test_no_gap_is_left(self, journal: Journal) -> None:
        refill(journal)
        with pytest.raises(ValueError, match="gap"):
            journal.append("s1", 2, Continued("i1", 5))
        assert len(journal.entries("s1")) == 1

    def test_unknown_sessions_are_named(self, journal: Journal) -> None:
        refill(journal)
        for ask in (
            lambda: journal.header("nobody's"),
            lambda: journal.entries("nobody's"),
            lambda: journal.append("nobody's", 0, STARTED),
        ):
            with pytest.raises(UnknownSession, match="nobody's"):
                ask()

    def test_sessions_are_listed_with_the_last_recorded_first(self, journal: Journal) -> None:
        refill(journal, "s1")
        refill(journal, "s2", Continued("i1", 5), ending="calm")
        refill(journal, "s3")
        journal.append("s1", 1, Continued("i1", 5))
        summaries = journal.sessions()
        assert [summary.header.id for summary in summaries] == ["s1", "s3", "s2"]
        assert [summary.entries for summary in summaries] == [2, 1, 2]
        assert [summary.ending for summary in summaries] == ["", "", "calm"]
        assert [summary.ended for summary in summaries] == [False, False, True]
        assert summaries[0].last_at == journal.entries("s1")[-1].recorded_at

    def test_the_session_to_resume_is_the_newest_that_is_open(self, journal: Journal) -> None:
        assert journal.latest_open() is None
        refill(journal, "s1")
        journal.begin(replace(HEADER, id="other", scenario_id="market"), (STARTED,))
        refill(journal, "s2", Continued("i1", 5), ending="calm")
        newest, of_bridge = journal.latest_open(), journal.latest_open("bridge")
        assert newest is not None
        assert newest.header.id == "other"
        assert of_bridge is not None
        assert of_bridge.header.id == "s1"
        assert journal.latest_open("nothing") is None

    def test_an_ending_taken_back_leaves_the_session_open(self, journal: Journal) -> None:
        refill(journal, "s1", Continued("i1", 5), ending="calm")
        journal.append("s1", 2, TakenBack(6), "")
        assert not journal.sessions()[0].ended

    def test_a_session_that_was_continued_as_another_is_not_resumed(self, journal: Journal) -> None:
        refill(journal, "s1")
        journal.begin(replace(HEADER, id="s2", branch_of="s1"), (STARTED,))
        journal.append("s1", 1, Continued("i1", 5))
        assert {summary.header.id: summary.continued_as for summary in journal.sessions()} == {"s1": "s2", "s2": ""}
        newest = journal.latest_open()
        assert newest is not None
        assert newest.header.id == "s2"

    def test_an_empty_journal_lists_nothing(self, journal: Journal) -> None:
        assert journal.sessions() == ()

    def test_errors_are_expected_ones_with_a_hint(self, journal: Journal) -> None:
        with pytest.raises(PodiumError) as raised:
            journal.header("nobody's")
        assert raised.value.hint

    def test_entries_are_chained_from_the_header_on(self, journal: Journal) -> None:
        refill(journal, "s1", Continued("i1", 5), LineChosen("q1", "owns", 6))
        refill(journal, "s2")
        assert journal.check_chain("s1") == ChainCheck(entries=3, chained=3)
        assert journal.check_chain("s2") == ChainCheck(entries=1, chained=1)
        with pytest.raises(UnknownSession):
            journal.check_chain("nobody's")

    def test_remarks_are_kept_in_order_and_asked_for_by_what_they_are_about(self, journal: Journal) -> None:
        first = journal.remark("s1", "verdict", "Ha\u0323nh", '{"level": 3}')
        journal.remark("course/two-days", "begun", "Hạnh", "{}")
        journal.remark("s1", "note", "Hạnh", "{}")
        assert first.by == "Hạnh"
        assert [one.kind for one in journal.remarks("s1")] == ["verdict", "note"]
        assert journal.remarks("s1", "verdict") == (first,)
        assert journal.remarks("s2") == ()
        assert journal.remarks_by("nobody") == ()
        assert first in journal.remarks_by(first.by)
        assert [one.number for one in journal.remarks("s1")] == sorted(one.number for one in journal.remarks("s1"))

    def test_several_remarks_are_kept_at_once_and_asked_for_by_their_kind(self, journal: Journal) -> None:
        journal.remark_all([])
        journal.remark_all([Said("s1", "regrade", "p", '{"n": 1}'), Said("s2", "regrade", "p", '{"n": 2}')])
        journal.remark("s1", "verdict", "Hạnh", "{}")
        of_kind = journal.remarks_of("regrade")
        assert [(one.about, one.value) for one in of_kind] == [("s1", '{"n": 1}'), ("s2", '{"n": 2}')]
        assert all(one.recorded_at and one.number for one in of_kind)
        assert journal.remarks("s1", "regrade") == of_kind[:1]
        assert journal.remarks_of("nothing") == ()

    def test_the_log_has_the_entries_as_they_are_kept(self, journal: Journal) -> None:
        refill(journal, "s1", Continued("i1", 5), LineChosen("q1", "owns", 6), ending="calm")
        log = journal.log("s1")
        assert [one.number for one in log] == [0, 1, 2]
        assert [decode(one.event, "s1", one.number) for one in log] == [one.event for one in journal.entries("s1")]
        assert log[-1].ending == "calm"
        assert journal.session_ids() == ("s1",)
        assert len({one.chain for one in log}) == 3
        assert [one.recorded_at for one in log] == [one.recorded_at for one in journal.entries("s1")]
        with pytest.raises(UnknownSession):
            journal.log("nobody's")

    def test_a_learner_who_is_forgotten_leaves_nothing_behind(self, journal: Journal) -> None:
        refill(journal, "s1", Continued("i1", 5))
        journal.begin(replace(HEADER, id="s2", learner="Páo"), (STARTED,))
        journal.remark("s1", "verdict", "cô Mai", "{}")
        journal.remark("s2", "verdict", "cô Mai", "{}")
        journal.remark("course/two-days", "begun", "Hạnh", "{}")
        assert journal.forget("Ha\u0323nh") == 1
        assert [summary.header.id for summary in journal.sessions()] == ["s2"]
        with pytest.raises(UnknownSession):
            journal.entries("s1")
        assert journal.remarks("s1") == ()
        assert journal.remarks("course/two-days") == ()
        assert len(journal.remarks("s2")) == 1
        assert journal.forget("Hạnh") == 0

    def test_answers_are_read_from_the_record_alone(self, journal: Journal) -> None:
        own = AnswerGiven("q1", "Lỗi là của tỉnh.", ASSESSED, 2_000)
        pressed = (Pressed(PRESS, 3_000), LineChosen(PRESS.id, PRESS.lines[0].id, 4_000))
        refill(
            journal, "s1", own, Rated(3, 2_500), *pressed, LineChosen("q2", "owns", 5_000), DeadlinePassed("q3", 9_000)
        )
        journal.begin(replace(HEADER, id="s2", learner="Páo"), (Started(1, mode="exam"), LineChosen("q1", "a", 5)))
        said, press, line, silence = journal.answers("Hạnh")
        assert (said.choice, said.text, said.confidence, said.number) == ("own_words", "Lỗi là của tỉnh.", 3, 1)
        assert said.grades == Grades({"accuracy": 3, "empathy": 0}, ("blame",), 30)
        assert press.grades is not None
        assert press.grades.levels == PRESS.lines[0].levels
        assert (line.choice, line.grades, line.scene, line.scenario_id) == ("owns", None, "q2", "bridge")
        assert (silence.choice, silence.grades) == ("silence", None)
        assert [answer.session for answer in journal.answers()] == ["s1", "s1", "s1", "s1", "s2"]
        assert journal.answers()[-1].mode == "exam"

    def test_answers_taken_back_or_carried_on_elsewhere_are_not_counted(self, journal: Journal) -> None:
        given = LineChosen("q1", "owns", 5)
        refill(journal, "s1", given, Pressed(PRESS, 6), Rated(2, 7), TakenBack(8), LineChosen("q1", "denies", 9))
        assert [answer.choice for answer in journal.answers()] == ["denies"]
        journal.begin(replace(HEADER, id="s2", branch_of="s1"), (STARTED, LineChosen("q1", "denies", 9)))
        assert [(answer.session, answer.choice) for answer in journal.answers()] == [("s2", "denies")]

    def test_a_facilitators_question_stays_when_the_answer_before_it_is_taken_back(self, journal: Journal) -> None:
        asked = Pressed(replace(PRESS, why="facilitator", order=2), 6)
        given, silent = LineChosen("q1", "owns", 5), DeadlinePassed(PRESS.id, 9)
        refill(journal, "s1", given, asked, Injected(RoomInject(3, "Lũ."), 7), Rated(2, 7), TakenBack(8), silent)
        (answer,) = journal.answers()
        assert (answer.scene, answer.choice, answer.number) == (PRESS.id, "silence", 1)
        assert answer.grades == Grades(dict.fromkeys(PRESS.skills, 0), ("no_comment",), 0)
