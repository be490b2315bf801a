"""Hints: the skill to mind, an act that serves it, and never the words to say."""

from __future__ import annotations

from simulator.loading.loader import load
from simulator.loading.shelf import all_scenarios
from simulator.scenario.rubric import SKILLS
from simulator.scenario.scenes import Question
from simulator.session.hints import ACTS, hint
from tests.builders import line, question, scenario
from tests.session.playing import begun, played

WEAK = {"skill": "empathy", "because": "Cold.", "better": "Speak to the families first."}
TWO = scenario(
    question("q1", line("x", levels={"accuracy": 3, "empathy": 1}), then="q2"),
    question("q2", line("x", levels={"accuracy": 3, "empathy": 1}, findings=[WEAK])),
)


def test_there_is_an_act_for_every_skill() -> None:
    assert set(ACTS) == set(SKILLS)


def test_before_anything_was_judged_the_first_skill_is_minded() -> None:
    found = hint(TWO, begun(TWO))
    assert found is not None
    assert (found.skill, found.average, found.act, found.advice) == ("accuracy", None, ACTS["accuracy"], "")


def test_the_weakest_skill_is_minded_with_the_authors_advice() -> None:
    found = hint(TWO, played(TWO, "x"))
    assert found is not None
    assert (found.skill, found.average, found.advice) == ("empathy", 1.0, "Speak to the families first.")


def test_no_question_no_hint() -> None:
    assert hint(TWO, played(TWO, "x", "x")) is None


def test_a_hint_never_says_what_a_line_says() -> None:
    for path in all_scenarios():
        story = load(path).scenario
        state = begun(story)
        for scene in story.scenes:
            if isinstance(scene, Question):
                found = hint(story, state._replace(scene=scene.id))
                assert found is not None
                assert all(not found.advice or found.advice.rstrip(".") not in one.text for one in scene.lines)
