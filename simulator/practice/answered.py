"""What a learner has answered, with its grades: from the record, from the scenarios for prepared lines, and as an
instructor has it where a level or flag was overridden."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from types import MappingProxyType
from typing import NamedTuple

from simulator.journal.answers import Grades, RecordedAnswer
from simulator.scenario.assessment import Assessment
from simulator.scenario.model import Module, Scenario
from simulator.scenario.revision import UNREVISED, Revisions
from simulator.scenario.rubric import RED_FLAGS, Level, RedFlag, Skill, overall
from simulator.scenario.scenes import OWN_WORDS, SILENCE, Line, Question, Silence
from simulator.scenario.single import PART, parted, single_id
from simulator.session.limits import silence_by_rule
from simulator.session.press import is_press_id

Known = Callable[[str], Scenario | None]
"""A scenario by its id, None for one that is not there any more; it is asked once for each id."""


@dataclass(frozen=True, slots=True)
class Answered:
    """One graded answer. `at` is when it was recorded, in UTC; `spoken` says that it was in the learner's own words,
    `silent` that the time ran out.

    `scenario_id` is a single question's where it was practised alone. `text` is what was said, by whichever line;
    empty where only the scenario had it, and is gone. `tempted` are the red flags that the question goes wrong by,
    whether or not they were raised; empty where the scenario does not tell. `title` is the question's, and `told_in`
    the scenario's title.
    """

    session: str
    number: int
    scenario_id: str
    scene: str
    module: Module | None
    at: datetime
    spoken: bool
    text: str
    levels: Mapping[Skill, Level]
    flags: tuple[RedFlag, ...]
    overall: int
    confidence: int = 0
    tempted: tuple[RedFlag, ...] = ()
    title: str = ""
    told_in: str = ""
    silent: bool = False

    @property
    def single(self) -> bool:
        """Whether the question was practised alone."""
        return PART in self.scenario_id

    @property
    def question_id(self) -> str:
        """The id of the single question that was asked, wherever it was: answers to one can be laid side by side."""
        return single_id(parted(self.scenario_id)[0], self.scene)

    @property
    def can_be_asked_again(self) -> bool:
        """Whether it is a question of the scenario: what a journalist pressed with belongs to its session alone."""
        return bool(self.title) and not is_press_id(self.scene)


def answered(
    answers: Iterable[RecordedAnswer], known: Known, revisions: Mapping[str, Revisions] = MappingProxyType({})
) -> tuple[Answered, ...]:
    """The answers that have grades, in their order; lines of scenarios that are gone have none any more.

    `revisions` are what was decided afterwards, by session: they count instead of the grades that were given.
    """
    return tuple(_answered(answers, known, revisions))


def _answered(
    answers: Iterable[RecordedAnswer], known: Known, revisions: Mapping[str, Revisions]
) -> Iterator[Answered]:
    scenarios: dict[str, Scenario | None] = {}
    questions: dict[tuple[str, str], _Asked] = {}
    for answer in answers:
        if answer.scenario_id not in scenarios:
            scenarios[answer.scenario_id] = known(answer.scenario_id)
        scenario, place = scenarios[answer.scenario_id], (answer.scenario_id, answer.scene)
        if place not in questions:
            questions[place] = _asked(scenario, answer.scene)
        asked = questions[place]
        given = _given(asked.question, answer.choice)
        grades = answer.grades or (
            Grades(given.levels, given.flags, overall(given.levels, given.flags)) if given else None
        )
        at = _moment(answer.recorded_at)
        if grades is None or at is None:
            continue
        grades = _counted(grades, answer, revisions.get(answer.session, UNREVISED))
        yield Answered(
            session=answer.session,
            number=answer.number,
            scenario_id=answer.scenario_id,
            scene=answer.scene,
            module=scenario.module if scenario else None,
            at=at,
            spoken=answer.choice == OWN_WORDS,
            text=answer.text or (given.text if given else ""),
            levels=grades.levels,
            flags=grades.flags,
            overall=grades.overall,
            confidence=answer.confidence,
            tempted=asked.tempted,
            title=asked.title,
            told_in=scenario.title if scenario else "",
            silent=answer.choice == SILENCE,
        )


def _counted(given: Grades, answer: RecordedAnswer, revisions: Revisions) -> Grades:
    if revisions is UNREVISED:
        return given
    as_given = Assessment(given.levels, given.flags, (), given.overall)
    counted = revisions.counted(answer.number, answer.moment, as_given)
    return Grades(counted.levels, counted.flags, counted.overall)


class _Asked(NamedTuple):
    """What the scenario has of a question; worked out once, however often it was answered."""

    question: Question | None = None
    title: str = ""
    tempted: tuple[RedFlag, ...] = ()


def _asked(scenario: Scenario | None, scene: str) -> _Asked:
    asked = scenario.scene_by_id.get(scene) if scenario else None
    if scenario is None or not isinstance(asked, Question):
        return _Asked()
    return _Asked(asked, asked.title or scenario.title, flags_of(asked))


def flags_of(question: Question) -> tuple[RedFlag, ...]:
    """The red flags that the question's lines and samples go wrong by, in the rubric's order."""
    raised = {flag for line in question.lines for flag in line.flags}
    raised |= {flag for sample in question.samples for flag in sample.flags}
    return tuple(flag for flag in RED_FLAGS if flag in raised)


def _given(question: Question | None, choice: str) -> Line | Silence | None:
    """The line that was said, or the silence; None of own words, and where the scenario has it no more."""
    if question is None:
        return None
    if choice == SILENCE:
        by_rule = silence_by_rule(question.skills).source
        return question.silence or (by_rule if isinstance(by_rule, Silence) else None)
    return next((line for line in question.lines if line.id == choice), None)


def _moment(recorded_at: str) -> datetime | None:
    try:
        moment = datetime.fromisoformat(recorded_at)
    except ValueError:
        return None
    return moment if moment.tzinfo else None
