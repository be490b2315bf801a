"""A learner's place in a course, as a fold over what the journal keeps."""

from __future__ import annotations

import pytest

from simulator.journal.memory import MemoryJournal
from simulator.practice.place import BEGUN, DONE, about, keep_begun, keep_done, place_in
from simulator.practice.results import course_desk
from simulator.scenario.scenes import Ending
from tests.practice.answers import answer
from tests.tui.learning import course

COURSE = course()
AN = "An"


def standings(journal: MemoryJournal, ended: set[str] | None = None, learner: str = AN) -> dict[str, str]:
    return {one.step.id: one.standing for one in place_in(COURSE, journal, learner, ended or set()).steps}


def test_at_the_beginning_all_is_ahead_and_the_first_step_is_next() -> None:
    place = place_in(COURSE, MemoryJournal(), AN, set())
    assert {one.standing for one in place.steps} == {"ahead"}
    assert place.next is not None
    assert place.next.step.id == "before"
    assert place.done == 0
    assert place.at("nowhere") is None


def test_a_talk_is_done_by_saying_so() -> None:
    journal = MemoryJournal()
    keep_done(COURSE, journal, AN, "talk")
    assert standings(journal)["talk"] == "done"
    assert standings(journal, learner="Bình")["talk"] == "ahead", "everybody has a place of their own"


def test_a_scenario_is_begun_with_its_session_and_done_when_that_has_ended() -> None:
    journal = MemoryJournal()
    keep_begun(COURSE, journal, AN, "slide", "s1")
    assert standings(journal)["slide"] == "begun"
    place = place_in(COURSE, journal, AN, {"s1"})
    one = place.at("slide")
    assert one is not None
    assert (one.standing, one.ended, one.open_session) == ("done", ("s1",), "")


def test_questions_are_done_after_so_many_sessions() -> None:
    journal = MemoryJournal()
    for session in ("s1", "s2", "s3"):
        keep_begun(COURSE, journal, AN, "two", session)
    assert standings(journal, {"s1"})["two"] == "begun"
    assert standings(journal, {"s1", "s3"})["two"] == "done"


def test_the_latest_session_that_was_left_is_the_one_to_resume() -> None:
    journal = MemoryJournal()
    for session in ("s1", "s2", "s3"):
        keep_begun(COURSE, journal, AN, "slide", session)
    one = place_in(COURSE, journal, AN, {"s3"}).at("slide")
    assert one is not None
    assert one.open_session == "s2"


def test_a_session_that_goes_on_as_another_is_that_other() -> None:
    journal = MemoryJournal()
    keep_begun(COURSE, journal, AN, "slide", "s1")
    one = place_in(COURSE, journal, AN, {"s3"}, {"s1": "s2", "s2": "s3"}).at("slide")
    assert one is not None
    assert one.sessions == one.ended == ("s3",)


def test_what_is_next_is_the_first_that_is_not_done_whatever_comes_later() -> None:
    journal = MemoryJournal()
    for step in ("before", "slide", "exam"):
        keep_done(COURSE, journal, AN, step, {"accuracy": 2} if step == "before" else None)
    place = place_in(COURSE, journal, AN, set())
    assert place.next is not None
    assert place.next.step.id == "talk"
    for step in ("talk", "two", "after"):
        keep_done(COURSE, journal, AN, step)
    assert place_in(COURSE, journal, AN, set()).next is None


def test_the_last_ratings_count_and_are_kept_within_their_bounds() -> None:
    journal = MemoryJournal()
    keep_done(COURSE, journal, AN, "before", {"accuracy": 2, "empathy": 5})
    keep_done(COURSE, journal, AN, "before", {"accuracy": 3, "empathy": 1})
    one = place_in(COURSE, journal, AN, set()).at("before")
    assert one is not None
    assert one.ratings == {"accuracy": 3, "empathy": 1}
    for rating in (0, 6):
        with pytest.raises(ValueError, match="1 to 5"):
            keep_done(COURSE, journal, AN, "before", {"accuracy": rating})


@pytest.mark.parametrize(
    "value", ["", "[]", "nonsense", '{"step": "nowhere"}', '{"step": "talk", "ratings": {"x": 9}}']
)
def test_remarks_that_are_not_ours_do_no_harm(value: str) -> None:
    journal = MemoryJournal()
    journal.remark(about(COURSE), DONE, AN, value)
    journal.remark(about(COURSE), BEGUN, AN, value)
    found = standings(journal)
    assert found["before"] == "ahead"
    assert all(one.ratings is None for one in place_in(COURSE, journal, AN, set()).steps)


def ending(outcome: str = "good") -> Ending:
    told = {"headline": "H", "text": "T", "lesson": "L", "outcome": outcome}
    return Ending.model_validate({"id": "end", "kind": "ending", **told})


@pytest.mark.parametrize(("levels", "passed"), [((2, 2), False), ((3, 2), True), ((4, 4), True)])
def test_an_exam_is_passed_from_its_mark_on(levels: tuple[int, int], passed: bool) -> None:
    journal = MemoryJournal()
    keep_begun(COURSE, journal, AN, "exam", "s1")
    given = [answer({"accuracy": level}, number, session="s1") for number, level in enumerate(levels)]
    found = course_desk(place_in(COURSE, journal, AN, {"s1"}), given, lambda _: ending()).results
    assert found["exam"].passed is passed
    assert found["exam"].ending == ending()
    assert found.keys() == {"exam"}


def test_the_grade_of_a_step_is_rounded_half_up_and_of_its_last_session() -> None:
    journal = MemoryJournal()
    for session in ("s1", "s2"):
        keep_begun(COURSE, journal, AN, "slide", session)
    given = [answer(session="s1", overall=100)] + [answer(session="s2", overall=grade) for grade in (50, 51)]
    found = course_desk(place_in(COURSE, journal, AN, {"s1", "s2"}), given, lambda _: None).results["slide"]
    assert (found.session, found.answers, found.overall, found.passed) == ("s2", 2, 51, None)


def test_questions_count_the_answers_of_all_their_sessions() -> None:
    journal = MemoryJournal()
    for session in ("s1", "s2"):
        keep_begun(COURSE, journal, AN, "two", session)
    given = [answer(session="s1", overall=40), answer(session="s2", overall=80), answer(session="s9", overall=0)]
    found = course_desk(place_in(COURSE, journal, AN, {"s1", "s2"}), given, lambda _: ending()).results["two"]
    assert (found.answers, found.overall, found.ending) == (2, 60, None)
