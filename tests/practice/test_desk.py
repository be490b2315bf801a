"""The practice desk: what is put today and why, what is due, and on which days something was answered."""

from __future__ import annotations

from datetime import timedelta

import pytest

from simulator.journal.port import SessionHeader, SessionSummary
from simulator.language.catalogue import Catalogue
from simulator.practice.bank import Wanted, bank
from simulator.practice.desk import TODAY, PracticeDesk, practice_desk
from simulator.practice.learners import LearnerEntry, learners
from simulator.practice.profile import Estimate
from simulator.practice.telling import bar_of, comes_again, how_said, title_of, topic_names, turn_of, why
from simulator.scenario.single import parted
from tests.practice.answers import BEGIN, answer, asked

NOW = BEGIN + timedelta(days=40)
EN = Catalogue("en")


def desk(*days: float, count: int = 6) -> PracticeDesk:
    """Of somebody who has answered on those days, counted back from NOW."""
    questions = [asked(f"bo-{number % 3}/q{number}", "accuracy") for number in range(count)]
    return practice_desk(questions, [answer(at=NOW - timedelta(days=day)) for day in sorted(days, reverse=True)], NOW)


def test_a_day_has_three_questions_of_different_sets() -> None:
    put = desk().put()
    assert len(put) == TODAY
    assert len({parted(one.question.id)[0] for one in put}) == TODAY


def test_more_are_put_than_there_are_sets_if_more_are_wanted() -> None:
    assert len(desk().put(5)) == 5
    assert len(desk(count=2).put(5)) == 2


def test_todays_questions_are_for_different_topics() -> None:
    put = practice_desk(bank("vi"), [], NOW).put()
    modules = {one.question.module for one in put}
    assert len(modules) == TODAY


def test_only_what_is_wanted_is_put() -> None:
    of_bank = practice_desk(bank("vi"), [], NOW)
    assert all("stigma" in one.question.flags for one in of_bank.put(3, Wanted(flag="stigma")))
    assert of_bank.put(3, Wanted(flag="stigma", skill="timeliness", module="press", level="advanced")) == ()


def test_one_set_alone() -> None:
    of_set = desk().of_set("bo-1")
    assert {one.question.id for one in of_set.put(9)} == {"bo-1/q1", "bo-1/q4"}
    assert desk().of_set("bo-9").put() == ()


def test_a_suggestion_says_what_is_due_again_and_what_is_new() -> None:
    question = asked("bo/q", "accuracy", "empathy", flags=("blame",))
    (one,) = practice_desk([question], [answer({"accuracy": 1}, day=0)], NOW).suggestions
    assert one.due == (("skill", "accuracy"), ("module", "press"))
    assert one.new == (("skill", "empathy"), ("flag", "blame"))
    assert one.needed == (*one.due, *one.new)


def test_what_needs_it_more_is_told_first() -> None:
    answers = [answer({"accuracy": 4, "empathy": 1}, 0)]
    (one,) = practice_desk([asked("bo/q", "accuracy", "empathy")], answers, NOW).suggestions
    assert one.due[0] == ("skill", "empathy")


def test_due_topics_and_those_of_later_are_told_apart() -> None:
    found = practice_desk([], [answer({"accuracy": 1}, 38), answer({"accuracy": 4, "empathy": 4}, 39)], NOW)
    assert {one.topic for one in (*found.due, *found.later)} == {
        ("skill", "accuracy"),
        ("skill", "empathy"),
        ("module", "press"),
    }
    assert all(one.due <= NOW for one in found.due)
    assert [one.due for one in found.later] == sorted(one.due for one in found.later)
    assert ("skill", "empathy") in [one.topic for one in found.later]


def test_the_past_is_told_the_latest_first_and_by_question() -> None:
    found = practice_desk([], [answer(day=1), answer(day=2, scenario_id="ca-bo", scene="q1"), answer(day=3)], NOW)
    assert [one.at for one in found.past] == [BEGIN + timedelta(days=day) for day in (3, 2, 1)]
    assert len(found.of_question("tap-dot/q1")) == 2
    assert len(found.of_question("ca-bo/q1")) == 1


@pytest.mark.parametrize(
    ("days", "streak"),
    [((), 0), ((0,), 1), ((1,), 1), ((2,), 0), ((0, 1, 2), 3), ((1, 2), 2), ((0, 2), 1), ((0, 1, 1.01, 3), 2)],
)
def test_days_in_a_row_are_counted_up_to_today_or_yesterday(days: tuple[float, ...], streak: int) -> None:
    assert desk(*days).streak == streak
    assert desk(*days).practised_today == (0 in days)


def test_the_reason_is_told_in_words() -> None:
    first, *_ = practice_desk([asked("bo/q", "accuracy", "empathy")], [answer({"accuracy": 1})], NOW).suggestions
    assert why(first, EN) == "due again: Accuracy, Press and crisis · not practised yet: Empathy"
    fresh = practice_desk([asked("bo/q")], [answer({"accuracy": 4}, 40)], NOW).suggestions[0]
    assert why(fresh, EN) == "nothing of it is due yet"


def test_of_many_topics_some_are_named() -> None:
    topics = [("skill", skill) for skill in ("accuracy", "empathy", "clarity", "respect", "mandate")]
    assert topic_names(topics[:3], EN) == "Accuracy, Empathy, Clarity"  # type: ignore[arg-type]
    assert topic_names(topics[:4], EN) == "Accuracy, Empathy, Clarity and one more"  # type: ignore[arg-type]
    assert topic_names(topics, EN) == "Accuracy, Empathy, Clarity and 2 more"  # type: ignore[arg-type]


@pytest.mark.parametrize(("days", "told"), [(-3, "today"), (0, "today"), (1, "tomorrow"), (9, "in 9 days")])
def test_when_something_comes_up_again_is_told_in_days(days: int, told: str) -> None:
    assert comes_again(NOW + timedelta(days=days), NOW, EN) == told


def test_later_on_the_same_day_is_told_apart_from_what_is_due() -> None:
    noon = NOW.astimezone().replace(hour=12)
    assert comes_again(noon + timedelta(hours=2), noon, EN) == "later today"


@pytest.mark.parametrize(
    ("change", "turn"), [(None, "new"), (0.0, "steady"), (0.09, "steady"), (0.2, "up"), (-0.2, "down")]
)
def test_small_changes_are_none(change: float | None, turn: str) -> None:
    assert turn_of(change) == turn


@pytest.mark.parametrize("cells", [8, 20, 33])
@pytest.mark.parametrize("levels", [(0.0, 0.0, 0.0), (0.4, 1.1, 1.8), (3.2, 3.7, 4.0), (0.0, 2.0, 4.0)])
def test_a_bar_fills_its_cells(levels: tuple[float, float, float], cells: int) -> None:
    low, mean, high = levels
    bar = bar_of(Estimate(NOW, 3, mean, low, high), cells)
    assert sum(bar) == cells
    assert min(bar) >= 0


def test_how_it_was_said_and_what_was_asked() -> None:
    assert how_said(answer()) == "in own words"
    assert how_said(answer(spoken=False)) == "by a prepared line"
    assert how_said(answer(spoken=False, silent=True)) == "by silence"
    assert title_of(answer(), EN) == "Câu một"
    assert title_of(answer(title=""), EN) == "A journalist presses"


def test_learners_are_all_on_record_and_whoever_learns_now() -> None:
    def summary(session: str, learner: str, last_at: str) -> SessionSummary:
        header = SessionHeader(session, "x", "X", "hash", "vi", 1, last_at, learner)
        return SessionSummary(header, 1, last_at, "")

    summaries = [summary("1", "An", "2026-11-02"), summary("2", "Bình", "2026-11-03"), summary("3", "An", "2026-11-01")]
    assert learners(summaries, "Cúc") == (
        LearnerEntry("Bình", 1, "2026-11-03"),
        LearnerEntry("An", 2, "2026-11-02"),
        LearnerEntry("Cúc"),
    )
    assert learners([], "") == (LearnerEntry(""),)
