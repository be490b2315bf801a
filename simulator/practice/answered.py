"""What a learner has answered, with its grades: from the record, from the scenarios for prepared lines, and as an
instructor has it where a level or flag was overridden."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from simulator.journal.answers import Grades, RecordedAnswer
from simulator.scenario.model import Module, Scenario
from simulator.scenario.rubric import RED_FLAGS, Level, RedFlag, Skill, overall
from simulator.scenario.scenes import OWN_WORDS, SILENCE, GradedOutcome, Question
from simulator.scenario.single import PART

Known = Callable[[str], Scenario | None]
"""A scenario by its id, None for one that is not there any more; it is asked once for each id."""


@dataclass(frozen=True, slots=True)
class Answered:
    """One graded answer. `at` is when it was recorded, in UTC; `spoken` says that it was in the learner's own words.

    `scenario_id` is a single question's where it was practised alone. `tempted` are the red flags that the question
    goes wrong by, whether or not they were raised; empty where the scenario does not tell.
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

    @property
    def single(self) -> bool:
        """Whether the question was practised alone."""
        return PART in self.scenario_id


def answered(answers: Iterable[RecordedAnswer], known: Known) -> tuple[Answered, ...]:
    """The answers that have grades, in their order; lines of scenarios that are gone have none any more."""
    return tuple(_answered(answers, known))


def _answered(answers: Iterable[RecordedAnswer], known: Known) -> Iterator[Answered]:
    scenarios: dict[str, Scenario | None] = {}
    for answer in answers:
        if answer.scenario_id not in scenarios:
            scenarios[answer.scenario_id] = known(answer.scenario_id)
        scenario = scenarios[answer.scenario_id]
        asked = scenario.scene_by_id.get(answer.scene) if scenario else None
        question = asked if isinstance(asked, Question) else None
        grades = answer.grades or (_authored(question, answer.choice) if question else None)
        at = _moment(answer.recorded_at)
        if grades is None or at is None:
            continue
        yield Answered(
            session=answer.session,
            number=answer.number,
            scenario_id=answer.scenario_id,
            scene=answer.scene,
            module=scenario.module if scenario else None,
            at=at,
            spoken=answer.choice == OWN_WORDS,
            text=answer.text,
            levels=grades.levels,
            flags=grades.flags,
            overall=grades.overall,
            confidence=answer.confidence,
            tempted=flags_of(question) if question else (),
        )


def flags_of(question: Question) -> tuple[RedFlag, ...]:
    """The red flags that the question's lines and samples go wrong by, in the rubric's order."""
    raised = {flag for line in question.lines for flag in line.flags}
    raised |= {flag for sample in question.samples for flag in sample.flags}
    return tuple(flag for flag in RED_FLAGS if flag in raised)


def _authored(question: Question, choice: str) -> Grades | None:
    given: GradedOutcome | None = question.silence if choice == SILENCE else None
    given = given or next((line for line in question.lines if line.id == choice), None)
    if given is None:
        return None
    return Grades(given.levels, given.flags, overall(given.levels, given.flags))


def _moment(recorded_at: str) -> datetime | None:
    try:
        moment = datetime.fromisoformat(recorded_at)
    except ValueError:
        return None
    return moment if moment.tzinfo else None
