"""Strengths and areas for improvement of sessions, each with the answers that show it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from simulator.reports.after_action.recorded import Recorded
from simulator.reports.after_action.value import Element, Evidence, Observation
from simulator.reports.debrief import AnsweredQuestion
from simulator.reports.quotation import beginning, fragment
from simulator.reports.reasons import MACHINE
from simulator.scenario.assessment import Finding
from simulator.scenario.rubric import RED_FLAGS, SKILLS, Level, RedFlag, Skill
from simulator.world.reputation import TRUST_COST

GOOD: Level = 3
"""The level from which an answer shows a strength."""

POOR: Level = 1
"""The level up to which an answer shows an area for improvement."""

SHOWN = 3
"""Answers that are shown for one observation."""


@dataclass(frozen=True, slots=True)
class _Given:
    """An answer with the number of its session, its own number, and the language that it was put in."""

    session: Recorded
    number: int
    question: AnsweredQuestion


def means(sessions: Sequence[Recorded]) -> Mapping[Skill, float]:
    """The mean level 0-4 of each skill over all answers of all sessions, in the rubric's order."""
    levels: dict[Skill, list[Level]] = {}
    for given in _answers(sessions):
        for skill, level in given.question.counted.levels.items():
            levels.setdefault(skill, []).append(level)
    return {skill: sum(levels[skill]) / len(levels[skill]) for skill in SKILLS if skill in levels}


def strengths(sessions: Sequence[Recorded]) -> tuple[Observation, ...]:
    """Skills that answers were good at more often than not, the best first."""
    average = means(sessions)
    found = []
    for skill in average:
        judged = [one for one in _answers(sessions) if skill in one.question.counted.levels]
        good = [one for one in judged if one.question.counted.levels[skill] >= GOOD and not one.question.silent]
        if 2 * len(good) > len(judged):
            good.sort(key=lambda one: -one.question.counted.levels[skill])
            proof = tuple(_of_skill(one, skill) for one in _shown(good))
            found.append(Observation(skill, None, len(good), len(judged), proof))
    return tuple(sorted(found, key=lambda one: -average[one.skill] if one.skill else 0))


def improvements(sessions: Sequence[Recorded]) -> tuple[Observation, ...]:
    """Red flags that were raised, the gravest first; then skills that answers were poor at, the weakest first."""
    average = means(sessions)
    flags = sorted(RED_FLAGS, key=lambda flag: -TRUST_COST[flag])
    by_flag = [_flagged(sessions, flag) for flag in flags]
    by_skill = [_weak(sessions, skill) for skill in sorted(average, key=lambda skill: average[skill])]
    return tuple(one for one in (*by_flag, *by_skill) if one is not None)


def _flagged(sessions: Sequence[Recorded], flag: RedFlag) -> Observation | None:
    answers = [*_answers(sessions)]
    raised = [one for one in answers if flag in one.question.counted.flags]
    proof = tuple(_of_flag(one, flag) for one in _shown(raised))
    return Observation(None, flag, len(raised), len(answers), proof, _element(raised)) if raised else None


def _weak(sessions: Sequence[Recorded], skill: Skill) -> Observation | None:
    judged = [one for one in _answers(sessions) if skill in one.question.counted.levels]
    poor = [one for one in judged if one.question.counted.levels[skill] <= POOR]
    poor.sort(key=lambda one: one.question.counted.levels[skill])
    proof = tuple(_of_skill(one, skill) for one in _shown(poor))
    return Observation(skill, None, len(poor), len(judged), proof, _element(poor)) if poor else None


def _shown(found: Sequence[_Given]) -> Sequence[_Given]:
    """The first of them, each line once and from as many sessions as can be."""
    said: Counter[tuple[str, str]] = Counter()
    before: Counter[int] = Counter()
    turns = []
    for place, one in enumerate(found):
        words, session = (one.question.scene, one.question.given.text), one.session.number
        turns.append((said[words], before[session], place))
        said[words] += 1
        before[session] += 1
    return [found[place] for _, _, place in sorted(turns)[:SHOWN]]


def _element(shown: Sequence[_Given]) -> Element:
    """Silence is a matter of being used to the clock; all else of training. People may decide otherwise."""
    return "exercises" if shown and all(one.question.silent for one in shown) else "training"


def _answers(sessions: Sequence[Recorded]) -> Iterator[_Given]:
    for session in sessions:
        for number, question in enumerate(session.debrief.questions, 1):
            yield _Given(session, number, question)


def _of_skill(given: _Given, skill: Skill) -> Evidence:
    findings = given.question.given.assessment.findings
    own = [one for one in findings if one.skill == skill]
    level = given.question.counted.levels[skill]
    verdict = given.question.verdict
    return _evidence(given, _telling(own), level, decided=verdict is not None and skill in verdict.levels)


def _of_flag(given: _Given, flag: RedFlag) -> Evidence:
    findings = given.question.given.assessment.findings
    own = [one for one in findings if one.flag == flag]
    verdict = given.question.verdict
    decided = verdict is not None and flag not in given.question.given.assessment.flags
    told = _telling(own)
    return _evidence(given, replace(told, better=told.better or _beside(findings, told)), None, decided=decided)


def _beside(findings: Sequence[Finding], told: Finding) -> str:
    """What would be better by another finding on the same words: authors give it once, often at the skill."""
    same = (one for one in findings if one.better and one.start < told.end and told.start < one.end)
    return next((one.better for one in same), "")


def _telling(findings: Sequence[Finding]) -> Finding:
    """The finding to show: one that names words and says what would be better, if there is one."""
    return max(findings, key=lambda one: (one.start < one.end) + 2 * bool(one.better), default=Finding(""))


def _evidence(given: _Given, finding: Finding, level: Level | None, *, decided: bool) -> Evidence:
    question = given.question
    text, grader = question.given.text, question.given.assessment.grader
    words = fragment(text, finding.start, finding.end) if finding.start < finding.end else beginning(text)
    return Evidence(
        session=given.session.number,
        answer=given.number,
        title=question.title,
        words="" if question.silent else words,
        level=level,
        because="" if decided else finding.because,
        better=finding.better,
        by_machine=grader.startswith(MACHINE),
        language=given.session.scenario.language,
        silent=question.silent,
        reason=question.verdict.reason if decided and question.verdict else "",
        by=question.verdict.by if decided and question.verdict else "",
    )
