"""The report as a value: strengths, areas for improvement, and what a participant's edition leaves out."""

from __future__ import annotations

import pytest

from simulator.reports.after_action.building import BETTER_MOST, after_action
from simulator.reports.after_action.rating import Rating
from simulator.reports.after_action.value import Exercised
from simulator.scenario.revision import UNREVISED, Revisions
from simulator.scenario.verdict import Verdict
from simulator.session.events import Event, Started
from tests.builders import question, scenario
from tests.reports.after_action.sessions import badly, recorded, vaguely, well


def only(*events: tuple[Event, ...], revisions: Revisions = UNREVISED) -> Exercised:
    read = [recorded(one, number=number, revisions=revisions) for number, one in enumerate(events, 1)]
    (part,) = after_action(read, "facilitator").exercised
    return part


def test_what_was_harmful_comes_first_then_the_weakest_skills() -> None:
    part = only(badly())
    assert [one.about for one in part.improvements] == ["disclosure", "empathy", "accuracy"]
    named = part.improvements[0]
    assert (named.times, named.of) == (1, 3)
    assert (named.evidence[0].words, named.evidence[0].because) == ("Mr Pao", "A name that is to be kept.")
    assert part.improvements[1].evidence[0].better == "Speak to the families."


def test_silence_is_shown_without_words_and_wants_exercises() -> None:
    accuracy = only(badly()).improvements[2]
    assert accuracy.evidence[0].silent
    assert accuracy.evidence[0].words == ""
    assert accuracy.element == "exercises"


def test_strengths_are_skills_that_answers_were_good_at_more_often_than_not() -> None:
    assert [one.about for one in only(well()).strengths] == ["accuracy", "empathy"]
    assert only(badly()).strengths == (), "one good answer of three is none"


def test_levels_are_means_over_all_answers_of_all_sessions() -> None:
    part = only(well(), badly())
    assert part.means == {"accuracy": pytest.approx((4 + 3 + 4 + 2 + 0 + 4) / 6), "empathy": 2.0}
    assert part.answers == 6


def test_evidence_is_taken_from_as_many_sessions_as_can_be() -> None:
    (first, *_) = only(badly(), badly(), badly(), badly()).improvements
    assert [one.session for one in first.evidence] == [1, 2, 3]


def test_a_line_that_many_gave_is_shown_once_before_it_is_shown_again() -> None:
    empathy = next(one for one in only(badly(), badly(), vaguely()).improvements if one.about == "empathy")
    assert [(one.session, one.level) for one in empathy.evidence] == [(3, 0), (1, 1), (2, 1)]
    accuracy = next(one for one in only(well(), well(), badly()).strengths if one.about == "accuracy")
    assert {one.words for one in accuracy.evidence} == {
        "We were late, by three hours",
        "This is the line sum",
        "Go now, uphill",
    }


def test_a_verdict_counts_and_says_so() -> None:
    decided = Revisions({1: Verdict(1, {"empathy": 0}, ("stigma",), "As if they were to blame.", "Hoa", moment=9_000)})
    part = only(well(), revisions=decided)
    assert [one.about for one in part.improvements] == ["stigma", "empathy"]
    shown = part.improvements[1].evidence[0]
    assert (shown.level, shown.by, shown.reason, shown.because) == (0, "Hoa", "As if they were to blame.", "")


def test_ratings_stand_at_their_objectives() -> None:
    read = recorded(well(), Rating(2, "S", by="Hoa"))
    (part,) = after_action([read], "facilitator").exercised
    assert [[one.counts for one in objective.ratings] for objective in part.objectives] == [[], ["S"]]


def test_scenarios_are_told_apart() -> None:
    other = scenario(question("q1"), id="other", title="Another")
    read = [recorded(well()), recorded((Started(1),), number=2, of=other), recorded(badly(), number=3)]
    report = after_action(read, "facilitator")
    assert [part.scenario for part in report.exercised] == ["story", "other"]
    assert [[one.number for one in part.played] for part in report.exercised] == [[1, 3], [2]]
    assert [one.number for one in report.played] == [1, 2, 3]


def test_a_participants_edition_has_nothing_that_was_not_met() -> None:
    whole = only(badly())
    assert [one.headline for one in whole.missed] == ["It did not"]
    assert [one.best for one in whole.better] == ["We were late, by three hours.", "Go now, uphill."]
    (part,) = after_action([recorded(badly())], "participant").exercised
    assert (part.better, part.missed) == ((), ())
    assert [one.id for one in part.rumours] == ["m1"]
    assert "aside" not in {one.scene for one in part.events}
    assert not any(one.response or one.trigger or one.note or one.parents for one in part.events)
    assert [one.number for one in part.events] == [1, 2, 3, 4, 5, 6]


def test_of_a_workshop_answers_are_not_set_beside_the_best_line_one_by_one() -> None:
    assert len(only(*[badly()] * BETTER_MOST).better) == 2 * BETTER_MOST
    assert only(*[badly()] * (BETTER_MOST + 1)).better == ()


def test_an_exam_that_goes_on_is_refused() -> None:
    exam = recorded((Started(7, mode="exam"), *badly()[1:3]))
    with pytest.raises(ValueError):
        after_action([exam], "facilitator")
    with pytest.raises(ValueError):
        after_action([], "facilitator")
