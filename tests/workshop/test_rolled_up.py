"""The room at a glance, the wall and the spread: pure, of a room's state and the sessions in it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.scenario.assessment import Assessment
from simulator.scenario.rubric import SKILLS, Level, Skill, overall
from simulator.scenario.verdict import Verdict
from simulator.session.events import TakenBack
from simulator.session.state import Answer
from simulator.workshop.followed import GivenAnswer, begun, followed_on
from simulator.workshop.rolled_up import ORDERS, next_gate, of_run, progress, seat_rows, sorted_rows
from simulator.workshop.room import events as e
from simulator.workshop.spread import spread, within_one
from simulator.workshop.wall import Submission, labels_in, labels_of, questions, wall
from tests.workshop.console.desk import FakeDesk, full_room

LEVELS_OF_ANSWERS = st.lists(
    st.dictionaries(st.sampled_from(SKILLS), st.integers(0, 4), min_size=1), min_size=1, max_size=30
)


def submissions(levels: list[dict[Skill, Level]]) -> list[Submission]:
    """Answers of these levels, each of another owner."""
    found = []
    for number, one in enumerate(levels, 1):
        graded = Assessment(one, (), (), overall(one, ()))
        answer = Answer("q", "own", graded, 0, 0, 50, 50, 50, 50)
        found.append(Submission(f"s{number}", f"x{number}", number, GivenAnswer(1, answer, graded, "", "")))
    return found


def test_a_row_tells_where_a_seat_is_and_how_its_last_answer_was_graded() -> None:
    desk = full_room()
    rows = {row.seat.name: row for row in seat_rows(desk.room.state, desk.watch.sessions)}
    assert {name: row.doing for name, row in rows.items()} == {
        "Lan Anh": "ended",
        "Minh": "reading",
        "Thảo": "writing",
        "Quốc Bảo": "writing",
        "Yến": "not_begun",
        "Giám sát viên": "observing",
    }
    minh = rows["Minh"]
    assert (minh.answers, minh.flags, minh.place) == (1, ("blame",), "Sổ trực")
    assert minh.last is not None
    assert minh.last.words == "Việc này lỗi tại dân không nghe đài."
    assert rows["Yến"].last is None


def test_a_removed_seat_is_told_of_as_removed_and_no_longer_counts() -> None:
    desk = full_room()
    before = progress(desk.room.state, desk.watch.sessions)
    desk.room.say(e.SeatRemoved(seat="s2"))
    assert seat_rows(desk.room.state, desk.watch.sessions)[1].doing == "removed"
    after = progress(desk.room.state, desk.watch.sessions)
    assert (before.owners, after.owners) == (5, 4)


def test_in_step_whoever_has_answered_waits_for_the_gate() -> None:
    desk = FakeDesk("A", "B", pace="in_step")
    desk.play("s1", "-", "owns", "publish")
    desk.play("s2", "-")
    desk.catch_up()
    assert [row.doing for row in seat_rows(desk.room.state, desk.watch.sessions)] == ["waiting", "writing"]
    assert progress(desk.room.state, desk.watch.sessions).through == 1
    assert next_gate(desk.room.state) == 2
    desk.room.say(e.WentOn(gate=2))
    assert seat_rows(desk.room.state, desk.watch.sessions)[0].doing == "writing"


def test_before_the_start_going_on_opens_the_first_gate() -> None:
    assert next_gate(FakeDesk("A", waits=True).room.state) == 1


def test_a_table_has_one_session_that_all_its_seats_share() -> None:
    desk = FakeDesk("A", "B", "C", "D", "E", tables=True)
    desk.play("t1", "-", "owns")
    desk.catch_up()
    rows = seat_rows(desk.room.state, desk.watch.sessions)
    assert [row.owner for row in rows] == ["t1"] * 4 + ["t2"]
    assert {row.overall for row in rows[:4]} == {100}
    assert [row.role for row in rows[:2]] == ["spokesperson", rows[1].role]


def test_in_the_hot_seat_the_hall_has_no_session_of_its_own() -> None:
    desk = FakeDesk("A", "B", pace="hot_seat")
    desk.room.say(e.SpeakerChosen(seat="s1"))
    desk.play("s1", "-", "owns")
    desk.catch_up()
    speaker, hall = seat_rows(desk.room.state, desk.watch.sessions)
    assert (speaker.overall, hall.doing, hall.last) == (100, "rating", None)


@pytest.mark.parametrize("order", ORDERS)
def test_every_order_keeps_every_row(order: str) -> None:
    desk = full_room()
    rows = seat_rows(desk.room.state, desk.watch.sessions)
    sorted_ = sorted_rows(rows, order)  # type: ignore[arg-type]
    assert {row.seat.id for row in sorted_} == {row.seat.id for row in rows}
    first = {"joined": "s1", "name": "s6", "place": "s4", "overall": "s2", "flags": "s2"}
    assert sorted_[0].seat.id == first[order]


def test_a_verdict_counts_instead_of_the_grader() -> None:
    followed = full_room().watch.sessions["session-s2-1"]
    assert followed.last is not None
    verdict = Verdict(1, {"accuracy": 0}, (), "so", "F", moment=followed.last.answer.at)
    revised = replace(followed, revisions=replace(followed.revisions, verdicts={1: verdict}))
    assert revised.last is not None
    assert (revised.last.counts.levels["accuracy"], revised.last.counts.flags, revised.last.by_verdict) == (0, (), True)


def test_a_step_that_is_taken_back_is_gone_from_the_fold() -> None:
    desk = full_room()
    followed = desk.watch.sessions["session-s3-1"]
    last = followed.entries[-1]
    back = replace(last, number=last.number + 1, event=TakenBack(last.event.at))
    twice = replace(back, number=back.number + 1)
    folded = followed_on(followed, (back, twice))
    assert (len(folded.state.answers), folded.answered_at, folded.last) == (0, (), None)


def test_entries_one_by_one_fold_to_the_same_as_all_at_once() -> None:
    whole = full_room().watch.sessions["session-s1-1"]
    one = begun(whole.session, whole.owner, whole.run, whole.scenario)
    for entry in whole.entries:
        one = followed_on(one, (entry,))
    assert one == replace(whole, revisions=one.revisions)


def test_the_wall_has_the_best_first_and_names_nobody() -> None:
    desk = full_room()
    sessions = of_run(desk.room.state, desk.watch.sessions)
    assert [(one.title, one.answers) for one in questions(sessions.values())] == [("Còi báo", 3), ("Nguyên nhân", 1)]
    labels = labels_in(desk.room.state, "opening", "geheim")
    found = wall("opening", sessions.values(), labels)
    assert [one.given.counts.overall for one in found] == [100, 50, 42]
    assert {one.label for one in found} <= set(range(1, 6))


def test_sorted_by_a_skill_those_that_were_not_graded_on_it_come_last() -> None:
    first, second = submissions([{"accuracy": 4}, {"empathy": 1}])
    desk = full_room()
    sessions = of_run(desk.room.state, desk.watch.sessions)
    labels = labels_in(desk.room.state, "opening", "geheim")
    levels = [one.given.counts.levels["empathy"] for one in wall("opening", sessions.values(), labels, "empathy")]
    assert levels == sorted(levels, reverse=True)
    assert first.given.counts.overall > second.given.counts.overall


@given(owners=st.lists(st.integers(1, 500).map(lambda n: f"s{n}"), unique=True, max_size=60), question=st.text())
def test_labels_are_numbers_from_one_each_once(owners: list[str], question: str) -> None:
    labels = labels_of(question, owners, "geheim")
    assert sorted(labels.values()) == list(range(1, len(owners) + 1))


@given(
    owners=st.lists(st.integers(1, 500).map(lambda n: f"s{n}"), unique=True, min_size=1, max_size=60), secret=st.text()
)
def test_whoever_comes_later_moves_one_label_at_most(owners: list[str], secret: str) -> None:
    before, after = labels_of("q", owners[:-1], secret), labels_of("q", owners, secret)
    assert sum(before[owner] != after[owner] for owner in owners[:-1]) <= 1


def test_labels_do_not_follow_the_seats_nor_from_one_question_to_the_next() -> None:
    owners = [f"s{n}" for n in range(1, 51)]
    one, other = labels_of("q1", owners, "geheim"), labels_of("q2", owners, "geheim")
    assert [one[owner] for owner in owners] != sorted(one.values())
    assert one != other
    assert labels_of("q1", owners, "another secret") != one


def test_a_seat_that_is_removed_changes_nobodys_label() -> None:
    desk = full_room()
    before = labels_in(desk.room.state, "opening", "geheim")
    desk.room.say(e.SeatRemoved(seat="s1"))
    assert labels_in(desk.room.state, "opening", "geheim") == before


@given(LEVELS_OF_ANSWERS)
def test_a_spread_counts_every_level_once(levels: list[dict[Skill, Level]]) -> None:
    found = spread(submissions(levels))
    assert sum(sum(one.counts) for one in found.skills) == sum(map(len, levels))
    for one in found.skills:
        got = [answer[one.skill] for answer in levels if one.skill in answer]
        assert min(got) <= one.mean <= max(got)
        assert 0 <= one.deviation <= 2
        pairs = [(a, b) for place, a in enumerate(got) for b in got[place + 1 :]]
        near = sum(abs(a - b) <= 1 for a, b in pairs) / len(pairs) if pairs else 1
        assert one.within_one == pytest.approx(near)
    assert [distance for _, distance in found.furthest] == sorted((d for _, d in found.furthest), reverse=True)


def test_the_share_of_pairs_within_one_level() -> None:
    assert within_one((1, 0, 0, 0, 1)) == 0
    assert within_one((2, 1, 0, 0, 0)) == 1
    assert within_one((0, 0, 0, 0, 0)) == 1


def test_the_spread_names_flags_by_their_share() -> None:
    desk = full_room()
    sessions = of_run(desk.room.state, desk.watch.sessions)
    found = spread(wall("opening", sessions.values(), labels_in(desk.room.state, "opening", "g")))
    assert [flag for flag, _ in found.flags] == ["blame"]
    assert found.flags[0][1] == pytest.approx(1 / 3)


def test_nothing_has_a_spread_of_nothing() -> None:
    found = spread([])
    assert (found.answers, found.overall, found.skills, found.furthest, found.flags) == (0, 0.0, (), (), ())


def test_a_facilitators_question_is_the_same_on_the_wall_of_all() -> None:
    desk = FakeDesk("A", "B")
    for owner in ("s1", "s2"):
        exercise = desk.play(owner, "-")
        exercise.ask("hang", "Ai trực đêm qua?", ("accuracy",), order=9)
        desk.play(owner, "Anh Páo trực.")
    desk.catch_up()
    sessions = of_run(desk.room.state, desk.watch.sessions)
    assert [(one.key, one.answers) for one in questions(sessions.values())] == [("order/9", 2)]
