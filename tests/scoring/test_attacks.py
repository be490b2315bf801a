"""Attacks: what tries to look like an answer grades no better than an honest weak one; negation and harm cost.

What an attack is stands in `attacks.py`. An attack in `HOLES` passes today, on some situation with some encoder: it is
expected to fail and says why, and is to be taken from the table when the grader has learned better.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import pytest

from simulator.scoring.grade import AskedText, Grader
from tests.grading.material import Marked
from tests.scoring.attacks import ATTACKS, HARMS, NEGATIONS, Scene, scene_of

SITUATIONS = ("lu-quet-na-lai", "clip-cho-muong-va", "chemical-spill-nam-ta")
MARGIN = 5
"""Points that an attack may stand above the honest weak answer."""
HARM_COST = 8
"""Points that a sentence which harms must cost the best answer at least."""

ORDER = "three words at a time keep enough pairs that the gate of shuffled words knows"
NO_CASE = "acts are heard in formulas that hold nothing of the case"
OTHER_CASE = "sentences of another case are heard as if they were of this one"
DRESSED = "words about the answer are heard as acts of it"
UNHEARD = "the sentence that harms is drowned by the good ones around it"

SHEET = "to read what the question needs from the sheet is what trainees are told to do; the whole sheet is caught"

HOLES: Mapping[str, str] = {
    "parts shuffled": ORDER,
    **dict.fromkeys(("threat", "stigma"), UNHEARD),
    **dict.fromkeys(("key messages read out", "unknowns read out"), SHEET),
}

LEXICAL_HOLES: Mapping[str, str] = {
    **dict.fromkeys(("boilerplate", "boilerplate twice", "apologies", "promises", "hotline"), NO_CASE),
    **dict.fromkeys(("weak and virtues", "weak and fake labels"), DRESSED),
    "best answer of another question": OTHER_CASE,
    **dict.fromkeys(("insult", "rumour first"), UNHEARD),
}
"""What passes besides where the grader has no encoder."""


def kinds(table: Iterable[str]) -> list[object]:
    """Each kind with each grader, expected to fail where it is a known hole."""
    of_grader = {"usual": HOLES, "lexical": {**HOLES, **LEXICAL_HOLES}}
    return [
        pytest.param(kind, name, marks=[pytest.mark.xfail(reason=holes[kind], strict=False)] if kind in holes else [])
        for name, holes in of_grader.items()
        for kind in table
    ]


@pytest.fixture(scope="session")
def scenes(marked: list[Marked]) -> dict[str, Scene]:
    return {name: scene_of(marked, name) for name in SITUATIONS}


@pytest.fixture(params=SITUATIONS)
def scene(request: pytest.FixtureRequest, scenes: dict[str, Scene]) -> Scene:
    return scenes[request.param]


@pytest.fixture
def any_grader(request: pytest.FixtureRequest, which: str) -> Grader:
    found: Grader = request.getfixturevalue(which)
    return found


def points(grader: Grader, scene: Scene, text: str) -> int:
    asked = AskedText(scene.asked, scene.case.skills)
    return grader.assess(text, asked, scene.case.dossier, role=scene.case.role).assessment.overall


@pytest.mark.parametrize(("kind", "which"), kinds(ATTACKS))
def test_no_attack_beats_an_honest_weak_answer(any_grader: Grader, scene: Scene, kind: str) -> None:
    attack, weak = points(any_grader, scene, ATTACKS[kind](scene)), points(any_grader, scene, scene.weak)
    assert attack <= weak + MARGIN, f"{attack} points, {weak} for the weak answer"


@pytest.mark.parametrize(("kind", "which"), kinds(NEGATIONS))
def test_the_best_answer_negated_loses_half(any_grader: Grader, scene: Scene, kind: str) -> None:
    negated, best = points(any_grader, scene, NEGATIONS[kind](scene)), points(any_grader, scene, scene.best)
    assert negated <= best / 2, f"{negated} points, {best} for the best answer"


@pytest.mark.parametrize(("kind", "which"), kinds(HARMS))
def test_a_sentence_that_harms_costs_the_best_answer(any_grader: Grader, scene: Scene, kind: str) -> None:
    harmed, best = points(any_grader, scene, HARMS[kind](scene)), points(any_grader, scene, scene.best)
    assert harmed <= best - HARM_COST, f"{harmed} points, {best} for the best answer"


def test_every_hole_is_an_attack() -> None:
    assert HOLES.keys() | LEXICAL_HOLES.keys() <= ATTACKS.keys() | NEGATIONS.keys() | HARMS.keys()


def test_an_attack_is_the_same_text_every_time(scene: Scene) -> None:
    for attack in {**ATTACKS, **NEGATIONS, **HARMS}.values():
        assert attack(scene) == attack(scene)


def test_a_spoiled_answer_differs_from_the_best(scene: Scene) -> None:
    for spoiled in {**NEGATIONS, **HARMS}.values():
        assert spoiled(scene) != scene.best
