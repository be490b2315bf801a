"""Why each level is what it is: the acts that earned or cost it, at the words, and what the next level would need."""

from __future__ import annotations

from collections.abc import Sequence

from simulator.language.catalogue import template
from simulator.scenario.assessment import Finding
from simulator.scenario.rubric import Level, Skill
from simulator.scoring.acts import ACTS
from simulator.scoring.evidence import Evidence
from simulator.scoring.gates import Gate
from simulator.scoring.levels import PRESENT, Levels
from simulator.scoring.text import Span

EACH_MAX = 2
"""Findings that speak for a level, and findings that speak against it."""

NOTHING = template("nothing in the answer serves this skill")


def skill_findings(
    evidence: Evidence, levels: Levels, names: Sequence[str], skill: Skill, level: Level
) -> list[Finding]:
    """The findings of a skill: what earned the level, what cost it, or what is missing."""
    owed = levels.owed(evidence, skill)
    present = [act for act, name in enumerate(names) if strongest(evidence, act)[1] >= PRESENT]
    earned = sorted((act for act in present if skill in ACTS[names[act]].for_), key=lambda act: (-owed[act], act))
    cost = sorted((act for act in present if skill in ACTS[names[act]].against), key=lambda act: (owed[act], act))
    chosen = cost[:EACH_MAX] + earned[:EACH_MAX] if level <= 1 else earned[:EACH_MAX] + cost[:1]
    better = wanting(evidence, levels, names, skill) if level < 4 else ""
    if not chosen:
        return [Finding(NOTHING if level <= 1 else GENERAL[level], skill, better=better)]
    found = [_finding(evidence, names[act], act, skill) for act in chosen]
    return [Finding(first.because, skill, None, first.start, first.end, better) for first in found[:1]] + found[1:]


GENERAL = {
    2: template("the answer as a whole does part of it"),
    3: template("the answer as a whole does it well"),
    4: template("the answer as a whole does it very well"),
}
"""Where no single sentence earned the level."""


def gated_findings(evidence: Evidence, gate: Gate, skills: Sequence[Skill]) -> list[Finding]:
    """One reason for all: the answer is none."""
    start, end = evidence.reading.typed_span(gate.span)
    return [
        Finding(gate.because, skill, None, start, end, template("answer the question in sentences")) for skill in skills
    ]


def wanting(evidence: Evidence, levels: Levels, names: Sequence[str], skill: Skill) -> str:
    """What the next level would have needed: of the acts that are absent, the one that weighs most in this skill."""
    worth = {
        act: float(levels.weights[skill][act] + levels.weights[skill][3 * len(names) + act])
        for act, name in enumerate(names)
        if skill in ACTS[name].for_ and ACTS[name].wanting and strongest(evidence, act)[1] < PRESENT
    }
    return ACTS[names[max(worth, key=lambda act: (worth[act], -act))]].wanting if worth else ""


def strongest(evidence: Evidence, act: int) -> tuple[int, float]:
    """The sentence that performs an act most clearly, and how clearly."""
    if not len(evidence.judged):
        return 0, 0.0
    both = (evidence.heard[:, act] + evidence.judged[:, act]) / 2
    number = int(both.argmax())
    return number, float(both[number])


def sentence_span(evidence: Evidence, number: int) -> tuple[int, int]:
    """A sentence in the characters typed."""
    sentences = evidence.reading.sentences
    return evidence.reading.typed_span(sentences[number] if number < len(sentences) else Span(0, 0))


def _finding(evidence: Evidence, name: str, act: int, skill: Skill) -> Finding:
    start, end = sentence_span(evidence, strongest(evidence, act)[0])
    return Finding(ACTS[name].because, skill, None, start, end)
