"""Play-throughs that say samples: `say: id` in place of `choose`, read as strictly, written back, and rehearsed."""

from __future__ import annotations

from pathlib import Path

import pytest

from simulator.loading.playthrough import ExaminedPlaythrough, examine_playthrough_bytes
from simulator.loading.playthrough_text import playthrough_text
from simulator.scenario.model import Scenario
from simulator.session.playthrough import step_of
from simulator.session.recording import record
from simulator.session.rehearsal import rehearse, rehearse_with
from tests.builders import Written, decision, inject, line, question, scenario

PLAYED = """\
format: 1
scenario: tiny
title: Says it freely
steps:
  - at: note
  - at: first
    say: plain
    expect:
      levels: {accuracy: 4}
      flags: [speculation]
  - at: choose
    choose: do
"""

PLAIN: Written = {"id": "plain", "text": "Since noon.", "levels": {"accuracy": 4}, "flags": ["speculation"]}


def story(**changes: object) -> Scenario:
    asked = question("first", **{"samples": (PLAIN,), "then": "choose", **changes})
    return scenario(inject("note", then="first"), asked, decision("choose"))


def read(*changes: tuple[str, str], told: Scenario | None = None) -> ExaminedPlaythrough:
    text = PLAYED
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
    return examine_playthrough_bytes(text.encode(), Path("played.yaml"), told or story())


def test_a_sample_is_said_with_the_grades_that_its_author_expects() -> None:
    examined = read()
    assert examined.problems == ()
    assert examined.playthrough is not None
    rehearsal = rehearse(story(), examined.playthrough)
    assert rehearsal.differences == ()
    answer = rehearsal.states[-1].answers[0]
    assert (answer.choice, answer.text, dict(answer.levels)) == ("own_words", "Since noon.", {"accuracy": 4})


def test_what_is_written_is_read_back() -> None:
    made = record(story(), "Says it", 0, [("note", ""), ("first", "own_words.plain"), ("choose", "do")])
    assert made.steps[1].say == "plain"
    assert made.steps[1].expect is not None
    assert made.steps[1].expect.levels == {"accuracy": 4}
    assert examine_playthrough_bytes(playthrough_text(made).encode(), Path("x.yaml"), story()).playthrough == made


def test_with_another_seed_it_is_said_again() -> None:
    made = record(story(), "Says it", 0, [("note", ""), ("first", "own_words.plain"), ("choose", "do")])
    assert rehearse_with(story(), made.model_copy(update={"other_seeds": {}}), 5).agrees


def test_a_step_is_named_by_its_choice() -> None:
    for choice in ("", "good", "own_words.plain"):
        assert step_of("first", choice).choice == choice


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (("say: plain", "say: plane"), ("P603", 7, 10, "plain")),
        (("say: plain", "choose: good\n    say: plain"), ("P604", 8, 5, "")),
        (("at: note", "at: note\n    say: plain"), ("P604", 6, 5, "")),
        (("choose: do", "say: plain"), ("P604", 12, 5, "")),
        (("at: first", "at: frist"), ("P602", 6, 9, "first")),
    ],
)
def test_what_cannot_be_said_is_told(change: tuple[str, str], expected: tuple[str, int, int, str]) -> None:
    problems = read(change).problems
    assert [(one.code, one.line, one.column, one.nearest) for one in problems] == [expected]


def test_a_question_that_leads_on_by_its_lines_takes_no_sample() -> None:
    lines = (line("a", then="choose"), line("b", then="choose"))
    told = scenario(
        inject("note", then="first"),
        {**question("first", *lines, samples=(PLAIN,)), "then": None},
        decision("choose"),
    )
    assert [one.code for one in read(told=told).problems] == ["P604"]


def test_a_sample_that_is_gone_is_a_difference_where_the_scenario_has_changed() -> None:
    made = record(story(), "Says it", 0, [("note", ""), ("first", "own_words.plain"), ("choose", "do")])
    (difference,) = rehearse(story(samples=()), made).differences
    assert difference.what == "choice"
