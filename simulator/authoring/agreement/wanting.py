"""What samples are missing, so that the figures say something: each as a sentence to act upon."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from simulator.authoring.agreement.compared import Compared
from simulator.language.catalogue import template
from simulator.scenario.model import Scenario
from simulator.scenario.rubric import RED_FLAGS, SKILLS, Level, Skill
from simulator.scenario.scenes import Question

EACH_BAND = 3
"""So many samples of each band of levels let one see whether the grader tells the bands apart."""

BANDS: Mapping[str, tuple[Level, ...]] = {"0-1": (0, 1), "2": (2,), "3-4": (3, 4)}

LEANING = 0.75
"""A mean difference of so many levels is no accident any more."""

ENOUGH = 6
"""Fewer samples of a skill say nothing of a leaning."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """One thing to do. `told` is a template in English, filled from `params`; skills and flags go by their keys."""

    kind: str
    told: str
    params: Mapping[str, object] = field(default_factory=dict)


def wanted(scenario: Scenario, answers: Sequence[Compared]) -> tuple[Wanted, ...]:
    """What to add, the most needed first."""
    samples = [answer for answer in answers if answer.kind == "sample"]
    questions = [scene for scene in scenario.scenes if isinstance(scene, Question)]
    return (
        *_questions(questions),
        *(one for skill in SKILLS for one in _bands(skill, questions, samples)),
        *_flags(questions, samples),
        *(one for skill in SKILLS for one in _leaning(skill, samples)),
    )


def _questions(questions: Sequence[Question]) -> Iterator[Wanted]:
    without = [question.id for question in questions if not question.samples]
    if without:
        told = template("write samples for the questions that have none: {questions}")
        yield Wanted("question", told, {"questions": ", ".join(without)})


def _bands(skill: Skill, questions: Sequence[Question], samples: Sequence[Compared]) -> Iterator[Wanted]:
    if not any(skill in question.skills for question in questions):
        return
    levels = Counter(answer.written.levels[skill] for answer in samples if skill in answer.written.levels)
    missing = {band: EACH_BAND - sum(levels[level] for level in of_band) for band, of_band in BANDS.items()}
    bands = ", ".join(f"{band} (+{count})" for band, count in missing.items() if count > 0)
    if bands:
        told = template("add samples for {skill} at the levels {bands}")
        yield Wanted("level", told, {"skill": skill, "bands": bands})


def _flags(questions: Sequence[Question], samples: Sequence[Compared]) -> Iterator[Wanted]:
    """Flags that prepared lines raise: what trainees may say wrong here; each wants one sample at least."""
    raised = {flag for question in questions for line in question.lines for flag in line.flags}
    expected = {flag for answer in samples for flag in answer.written.flags}
    for flag in RED_FLAGS:
        if flag in raised - expected:
            yield Wanted("flag", template("add a sample that raises `{flag}`, as prepared lines do"), {"flag": flag})


def _leaning(skill: Skill, samples: Sequence[Compared]) -> Iterator[Wanted]:
    gaps = [answer.gap(skill) for answer in samples if skill in answer.written.levels]
    if len(gaps) < ENOUGH:
        return
    mean = sum(gaps) / len(gaps)
    params = {"skill": skill, "by": f"{abs(mean):.1f}"}
    if mean <= -LEANING:
        told = template("{skill}: the grader is sterner than you by {by} levels; read yours against the rubric again")
        yield Wanted("leaning", told, params)
    elif mean >= LEANING:
        told = template("{skill}: the grader is kinder than you by {by} levels; read yours against the rubric again")
        yield Wanted("leaning", told, params)
