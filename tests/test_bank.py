"""The bank that comes with Podium: it loads in both languages, and has a question for whatever is to be practised."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import get_args

import pytest

from simulator.loading.loader import FILE_NAME, examine
from simulator.practice.answered import flags_of
from simulator.scenario.model import Difficulty, Language, Module, Scenario
from simulator.scenario.rubric import RED_FLAGS, SKILLS, overall
from simulator.scenario.scenes import Line, Question

BANK = Path(__file__).parent.parent / "scenarios" / "bank"
FILES = sorted(BANK.glob(f"*/{FILE_NAME}"))
LANGUAGES: tuple[Language, ...] = ("vi", "en")

QUESTIONS_LEAST = 80


@cache
def set_of(file: Path) -> Scenario:
    """A set in the language that it was written in."""
    scenario = examine(file).scenario
    assert scenario is not None, f"{file} has errors: podium check {file}"
    return scenario


def questions(file: Path) -> list[Question]:
    return [scene for scene in set_of(file).scenes if isinstance(scene, Question)]


def _name(value: object) -> str:
    return value.parent.name if isinstance(value, Path) else value.id if isinstance(value, Question) else str(value)


each_set = pytest.mark.parametrize("file", FILES, ids=_name)
each_question = pytest.mark.parametrize(
    ("file", "question"), [(file, question) for file in FILES for question in questions(file)], ids=_name
)


@each_set
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_set_loads_without_problem_in_both_languages_with_all_its_texts(file: Path, language: Language) -> None:
    told = examine(file, language)
    assert told.problems == ()
    assert told.scenario is not None
    assert told.scenario.language == language
    assert told.untranslated == 0


@each_set
def test_a_set_says_whose_it_is_and_that_it_may_be_used(file: Path) -> None:
    assert set_of(file).author
    assert set_of(file).licence
    assert len(questions(file)) >= 3


def test_there_are_questions_enough() -> None:
    assert sum(len(questions(file)) for file in FILES) >= QUESTIONS_LEAST


def test_whatever_is_to_be_practised_has_questions() -> None:
    everything = [question for file in FILES for question in questions(file)]
    assert {skill for question in everything for skill in question.skills} == set(SKILLS)
    assert {flag for question in everything for flag in flags_of(question)} == set(RED_FLAGS)
    assert {set_of(file).module for file in FILES} == set(get_args(Module))
    assert {set_of(file).level for file in FILES} == set(get_args(Difficulty))


@each_question
def test_a_question_has_samples_good_and_bad(file: Path, question: Question) -> None:
    samples = question.samples
    means = [sum(sample.levels.values()) / len(sample.levels) for sample in samples]
    assert len(samples) >= 3
    assert max(means) >= 3
    assert min(means) <= 1.5 or any(sample.flags for sample in samples)


@each_question
def test_exactly_one_line_is_the_best(file: Path, question: Question) -> None:
    grades = [_grade(line) for line in question.lines]
    assert grades.count(max(grades)) == 1
    assert question.title, "it is found by its title"


def _grade(line: Line) -> int:
    return overall(line.levels, line.flags)
