"""The assessment of one answer: levels, red flags, and the findings that give the reasons.

Prepared lines carry the author's; a grader makes the others. Either way it is the same value.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from simulator.scenario.rubric import Level, RedFlag, Skill, overall
from simulator.scenario.scenes import AuthoredFinding, GradedOutcome, Sample

AUTHOR = "author"
"""The grader's name where the scenario's author set the grades."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One reason for a level or a red flag.

    `start` and `end` count characters of the answer's text, from 0, end exclusive; both 0 where the
    finding rests on no particular words (or on words that do not stand in the text).
    """

    because: str
    skill: Skill | None = None
    flag: RedFlag | None = None
    start: int = 0
    end: int = 0
    better: str = ""


@dataclass(frozen=True, slots=True)
class Assessment:
    """Levels 0-4 of the skills judged, distinct red flags in the order raised, overall 0-100.

    `said` are the ids of the dossier's facts, unknowns and rumours' truths that the answer puts on record.
    """

    levels: Mapping[Skill, Level]
    flags: tuple[RedFlag, ...]
    findings: tuple[Finding, ...]
    overall: int
    grader: str = AUTHOR
    said: tuple[str, ...] = ()


def authored(outcome: GradedOutcome, text: str) -> Assessment:
    """The assessment that a scenario's author gave to a line (or to silence) that reads `text`."""
    findings = tuple(_finding(written, text) for written in outcome.findings)
    flags = tuple(dict.fromkeys(outcome.flags))
    return Assessment(outcome.levels, flags, findings, overall(outcome.levels, flags), said=outcome.says)


def expected(sample: Sample) -> Assessment:
    """The assessment that a scenario's author expects of a sample answer; an author gives no reasons for it."""
    flags = tuple(dict.fromkeys(sample.flags))
    return Assessment(sample.levels, flags, (), overall(sample.levels, flags), said=sample.says)


def _finding(written: AuthoredFinding, text: str) -> Finding:
    words = written.words or ""
    start = max(text.find(words), 0)
    end = start + len(words) if words in text else start
    return Finding(written.because, written.skill, written.flag, start, end, written.better or "")
