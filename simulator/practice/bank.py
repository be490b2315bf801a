"""The bank: single questions for five minutes of practice, each with the tags by which it is chosen.

The tags are what the question itself says: the skills it is graded on, the red flags that its lines and samples go
wrong by, the module and the difficulty of its set.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from simulator.errors import PodiumError
from simulator.loading.loader import load_best
from simulator.loading.shelf import question_sets
from simulator.practice.answered import flags_of
from simulator.scenario.model import Difficulty, Language, Module, Scenario
from simulator.scenario.rubric import RedFlag, Skill
from simulator.scenario.scenes import Question
from simulator.scenario.single import single_id


@dataclass(frozen=True, slots=True)
class BankQuestion:
    """One question of the bank. `id` is that of a single question; `language` the one that it is told in here."""

    id: str
    title: str
    set_title: str
    module: Module
    level: Difficulty
    skills: tuple[Skill, ...]
    flags: tuple[RedFlag, ...]
    language: Language


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which questions are wanted; None wants any."""

    skill: Skill | None = None
    flag: RedFlag | None = None
    module: Module | None = None
    level: Difficulty | None = None

    def wants(self, question: BankQuestion) -> bool:
        """Whether a question has all the tags that are asked for."""
        return (
            self.skill in (None, *question.skills)
            and self.flag in (None, *question.flags)
            and self.module in (None, question.module)
            and self.level in (None, question.level)
        )


def bank(language: Language) -> tuple[BankQuestion, ...]:
    """Every question of the bank, told in a language where there is a sound translation into it.

    A set that cannot be read is left out; `podium check` says why.
    """
    return tuple(question for path in question_sets() for question in _questions(path, language))


def chosen(questions: Iterable[BankQuestion], wanted: Wanted) -> tuple[BankQuestion, ...]:
    """The questions that are wanted, in their order."""
    return tuple(filter(wanted.wants, questions))


def _questions(path: Path, language: Language) -> Iterator[BankQuestion]:
    try:
        questions = load_best(path, language).scenario
    except PodiumError:
        return
    for scene in questions.scenes:
        if isinstance(scene, Question):
            yield _tagged(questions, scene)


def _tagged(questions: Scenario, question: Question) -> BankQuestion:
    return BankQuestion(
        id=single_id(questions.id, question.id),
        title=question.title or questions.title,
        set_title=questions.title,
        module=questions.module,
        level=questions.level,
        skills=question.skills,
        flags=flags_of(question),
        language=questions.language,
    )
