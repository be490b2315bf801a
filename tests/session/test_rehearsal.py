"""A play-through is rehearsed to the last point, and what differs is told in words, with old and new."""

from __future__ import annotations

from typing import Any

import pytest

from simulator.language.catalogue import Catalogue
from simulator.scenario.model import Scenario
from simulator.session.events import Continued, DeadlinePassed, LineChosen, OptionTaken, Started
from simulator.session.playthrough import Playthrough
from simulator.session.recording import record
from simulator.session.rehearsal import STEP_MS, Rehearsal, rehearse
from tests.builders import decision, ending, inject, line, question, scenario, silence


def rumour(empathy: int = 4) -> Scenario:
    """An inject, a timed question on empathy and accuracy, a decision, and one of two endings."""
    owns = line("owns", levels={"empathy": empathy, "accuracy": 3})
    denies = line("denies", levels={"empathy": 1, "accuracy": 1}, flags=["blame"], then="bad")
    asked = question("asked", owns, denies, time_limit=60, silence=silence(levels={"empathy": 0, "accuracy": 0}))
    return scenario(
        inject("post", then="asked"),
        {**asked, "then": "act"},
        decision("act", then="good"),
        ending("good"),
        ending("bad"),
    )


def played(*steps: dict[str, Any], **more: Any) -> Playthrough:  # noqa: ANN401  # as they stand in a file
    written = {"format": 1, "scenario": "tiny", "title": "What it shows", "steps": steps, **more}
    return Playthrough.model_validate(written)


def at(scene: str, choose: str | None = None, **expect: object) -> dict[str, Any]:
    return {"at": scene, "choose": choose, "expect": expect or None}


def words(rehearsal: Rehearsal) -> list[str]:
    return [difference.in_words(Catalogue("en")) for difference in rehearsal.differences]


def test_a_play_through_that_agrees_has_no_differences() -> None:
    expected = at("asked", "owns", levels={"empathy": 4, "accuracy": 3}, flags=(), overall=88, trust=54, heat=25)
    rehearsal = rehearse(
        rumour(), played(at("post"), expected, at("act", "do"), ending="good", score=88, trust=54, heat=25)
    )
    assert rehearsal.agrees
    assert [type(event) for event in rehearsal.events] == [Started, Continued, LineChosen, OptionTaken]
    assert [state.scene for state in rehearsal.states] == ["post", "asked", "act", "good"]


def test_time_goes_by_in_equal_steps_and_silence_lasts_to_the_deadline() -> None:
    rehearsal = rehearse(rumour(), played(at("post"), at("asked", "silence"), at("act", "do")))
    assert rehearsal.events[1:] == (
        Continued("post", STEP_MS),
        DeadlinePassed("asked", STEP_MS + 60_000),
        OptionTaken("act", "do", 2 * STEP_MS + 60_000),
    )


@pytest.mark.parametrize(
    ("expect", "told"),
    [
        ({"levels": {"empathy": 3, "accuracy": 3}}, "empathy should be 3 and is 4"),
        ({"levels": {"empathy": 4}}, "accuracy should be not judged and is 3"),
        ({"levels": {"empathy": 4, "accuracy": 3, "clarity": 2}}, "clarity should be 2 and is not judged"),
        ({"flags": ("blame", "attack")}, "flags should be [attack, blame] and is []"),
        ({"overall": 90}, "overall should be 90 and is 88"),
        ({"trust": 60}, "trust should be 60 and is 54"),
        ({"heat": 20}, "heat should be 20 and is 25"),
    ],
)
def test_what_differs_is_told_with_its_step_what_was_expected_and_what_came(expect: Any, told: str) -> None:  # noqa: ANN401
    rehearsal = rehearse(rumour(), played(at("post"), at("asked", "owns", **expect), at("act", "do")))
    assert words(rehearsal) == [f"step 2 at `asked`: {told}"]


def test_a_changed_level_shows_in_the_step_and_in_all_that_hangs_on_it() -> None:
    before = record(rumour(), "What it shows", 7, [("post", ""), ("asked", "owns"), ("act", "do")])
    after = rumour(empathy=2)
    assert words(rehearse(after, before)) == [
        "step 2 at `asked`: empathy should be 4 and is 2",
        "step 2 at `asked`: overall should be 88 and is 63",
        "step 2 at `asked`: trust should be 54 and is 52",
        "step 2 at `asked`: heat should be 25 and is 28",
        "step 3 at `act`: trust should be 54 and is 52",
        "step 3 at `act`: heat should be 25 and is 28",
        "at the end: score should be 88 and is 63",
        "at the end: trust should be 54 and is 52",
        "at the end: heat should be 25 and is 28",
    ]


def test_what_is_left_out_is_not_compared() -> None:
    assert rehearse(rumour(), played(at("post"), at("asked", "denies"))).agrees


@pytest.mark.parametrize(
    ("step", "told"),
    [
        (at("act", "do"), "step 2 should be at `act`, and the session is at `asked`"),
        (at("asked", "own"), "step 2 at `asked`: `own` is not accepted: there is no “own” here"),
        (at("asked"), "step 2 at `asked`: `` is not accepted: the scene “asked” takes another kind of step"),
    ],
)
def test_a_step_that_does_not_fit_ends_the_rehearsal(step: dict[str, Any], told: str) -> None:
    rehearsal = rehearse(rumour(), played(at("post"), step, at("nowhere"), ending="good"))
    assert words(rehearsal) == [told]
    assert len(rehearsal.states) == 2


def test_another_ending_and_none_are_told() -> None:
    another = rehearse(rumour(), played(at("post"), at("asked", "denies"), ending="good"))
    assert words(another) == ["at the end: ending should be `good` and is `bad`"]
    none = rehearse(rumour(), played(at("post"), at("asked", "owns"), ending="good"))
    assert words(none) == ["at the end: ending should be `good` and is none: the session is still at `act`"]


def test_every_difference_is_told_in_vietnamese_too() -> None:
    wrong = played(at("post"), at("asked", "denies", levels={"empathy": 3}), ending="good")
    differences = rehearse(rumour(), wrong).differences
    assert len(differences) == 3
    for difference in differences:
        assert difference.in_words(Catalogue("vi")) != difference.in_words(Catalogue("en"))
