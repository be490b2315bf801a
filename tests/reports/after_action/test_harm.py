"""A harmful or unlawful answer holds the objective that it concerns at M; nothing else ever moves a rating."""

from __future__ import annotations

import pytest

from simulator.language.catalogue import Catalogue
from simulator.reports.after_action.harm import harms, rated
from simulator.reports.after_action.rating import MARKS, Mark, Rating
from simulator.reports.summary import in_three_sentences
from simulator.scenario.assessment import Assessment, Finding
from simulator.scenario.revision import UNREVISED, Revisions
from simulator.scenario.rubric import RED_FLAGS, RedFlag
from simulator.scenario.verdict import Verdict
from simulator.session.events import Started
from tests.reports.after_action.sessions import badly, in_words, recorded, well

CLEARED = Revisions({1: Verdict(1, flags=(), reason="It is on the website.", by="Hoa", moment=9_000)})


def counted(*ratings: Rating, revisions: Revisions = UNREVISED) -> list[Mark]:
    return [one.counts for one in rated(recorded(badly(), *ratings, revisions=revisions))]


@pytest.mark.parametrize("mark", MARKS)
def test_without_harm_a_rating_is_what_the_observer_says(mark: Mark) -> None:
    (one,) = rated(recorded(well(), Rating(1, mark, by="Hoa")))
    assert (one.counts, one.capped_by) == (mark, ())


def test_with_harm_p_and_s_count_as_m_and_the_rest_stay() -> None:
    given = (Rating(1, mark, by=mark) for mark in MARKS)
    assert counted(*given) == ["M", "M", "M", "U"]


def test_it_is_said_what_holds_a_rating() -> None:
    (one,) = rated(recorded(badly(), Rating(1, "P", by="Hoa")))
    first, second = one.capped_by
    assert (first.answer, first.flags, first.skills, first.words) == (1, ("disclosure",), (), "Mr Pao")
    assert (second.answer, second.skills, second.silent, second.words) == (2, ("accuracy",), True, "")


def test_an_answer_that_a_rating_names_concerns_that_objective_alone() -> None:
    both = (Rating(1, "P", by="Hoa", answers=(1, 2)), Rating(2, "P", by="Hoa", answers=(3,)))
    assert counted(*both) == ["M", "P"]


def test_nobody_rates_past_a_harmful_answer() -> None:
    assert counted(Rating(1, "P", by="Hoa", answers=(3,))) == ["M"]


def test_a_verdict_counts_both_ways() -> None:
    third = Rating(1, "P", by="Hoa", answers=(1, 3)), Rating(2, "U", by="Hoa", answers=(2,))
    assert counted(*third) == ["M", "U"]
    assert counted(*third, revisions=CLEARED) == ["P", "U"]
    harmful = Revisions({1: Verdict(1, {"empathy": 0}, reason="Cold.", by="Hoa", moment=9_000)})
    (one,) = harms(recorded(well(), revisions=harmful))
    assert (one.answer, one.skills, one.by_verdict) == (1, ("empathy",), True)


def test_a_flag_that_a_person_raised_is_not_pinned_on_words_that_nobody_named() -> None:
    raised = Revisions({1: Verdict(1, flags=("falsehood",), reason="Five, not eight.", by="Hoa", moment=9_000)})
    read = recorded(well(), revisions=raised)
    (one,) = harms(read)
    assert read.debrief.questions[0].given.text.startswith(one.words.removesuffix(" …"))
    assert "What did harm: Falsehood in answer 1." in in_three_sentences(read.debrief, Catalogue("en"))


@pytest.mark.parametrize("flag", RED_FLAGS)
def test_which_flags_are_harm(flag: RedFlag) -> None:
    text = "They are backward, all of them."
    assessment = Assessment({"accuracy": 4}, (flag,), (Finding("so", flag=flag, start=0, end=17),), 92)
    grave = flag in ("disclosure", "attack", "stigma", "falsehood")
    found = harms(recorded(in_words(text, assessment)))
    assert bool(found) is grave
    if grave:
        assert found[0].words == "They are backward"


def test_an_exam_that_goes_on_tells_no_harm() -> None:
    exam = Started(7, mode="exam")
    session = recorded((exam, *badly()[1:3]), Rating(1, "P", by="Hoa"))
    assert session.debrief.withheld
    assert [one.counts for one in rated(session)] == ["P"]
