"""Why each level is what it is: the acts that earned or cost it, at the words, and what the next level would need."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from simulator.language.catalogue import template
from simulator.scenario.assessment import Finding
from simulator.scenario.rubric import Level, RedFlag, Skill
from simulator.scoring.acts import ACTS
from simulator.scoring.evidence import Evidence
from simulator.scoring.flags import ACTS_OF
from simulator.scoring.gates import Gate
from simulator.scoring.levels import FLAG_CAPS, PRESENT, Levels
from simulator.scoring.text import Span

EACH_MAX = 2
"""Findings that speak for a level, and findings that speak against it."""

NOTHING = template("nothing in the answer serves this skill")


def skill_findings(
    evidence: Evidence, levels: Levels, names: Sequence[str], skill: Skill, level: Level, of_flags: Sequence[Finding]
) -> list[Finding]:
    """The findings of a skill: what earned the level, what cost it, or what is missing.

    `of_flags` are those of the red flags raised: a level 0 that comes of one names the flag's words.
    """
    owed = levels.owed(evidence, skill)
    present = told_acts(evidence, names, {finding.flag for finding in of_flags if finding.flag})
    earned = sorted((act for act in present if skill in ACTS[names[act]].for_), key=lambda act: (-owed[act], act))
    cost = sorted((act for act in present if skill in ACTS[names[act]].against), key=lambda act: (owed[act], act))
    chosen = cost[:EACH_MAX] + earned[:EACH_MAX] if level <= 1 else earned[:EACH_MAX] + cost[:1]
    better = wanting(evidence, levels, names, skill) if level < 4 else ""
    harm = _harm(skill, of_flags) if level == 0 and not any(act in cost for act in chosen) else None
    if harm is not None:
        return [Finding(harm.because, skill, None, harm.start, harm.end, better)]
    if not chosen:
        return [Finding(NOTHING if level <= 1 else GENERAL[level], skill, better=better)]
    found = [_finding(evidence, names[act], act, skill) for act in chosen]
    return [Finding(first.because, skill, None, first.start, first.end, better) for first in found[:1]] + found[1:]


def _harm(skill: Skill, of_flags: Sequence[Finding]) -> Finding | None:
    """The finding of the flag that leaves no level in this skill, else of the first flag that names its words."""
    capping = [finding for finding in of_flags if finding.flag and skill in FLAG_CAPS.get(finding.flag, ())]
    naming = [finding for finding in of_flags if finding.start < finding.end]
    return next(iter(capping or naming), None)


def told_acts(evidence: Evidence, names: Sequence[str], flags: Collection[RedFlag]) -> list[int]:
    """The acts that are spoken of. Reasons and flags are one verdict: what a flag stands for is told if it is raised.

    Of two acts that exclude each other in one sentence the clearer is told alone.
    """
    clear = {name: strongest(evidence, act) for act, name in enumerate(names)}
    told = {name for name, (_, clarity) in clear.items() if clarity >= LEAST_CLARITY.get(name, PRESENT)}
    told -= {act for flag, acts in ACTS_OF.items() if flag not in flags for act in acts if act in OF_ONE_FLAG}
    for pair in OPPOSED:
        if told.issuperset(pair) and clear[pair[0]][0] == clear[pair[1]][0]:
            told.discard(min(pair, key=lambda name: clear[name][1]))
    return [act for act, name in enumerate(names) if name in told]


OF_ONE_FLAG = ("guess", "shifts", "attack", "guarantee", "reveals", "repeats", "stigma", "wrong_fact")
"""Acts that are a red flag, and nothing besides."""

LEAST_CLARITY = {"belittle": 0.6, "dodge": 0.5}
"""Reproaches are not made lightly."""

OPPOSED = (
    ("owns", "shifts"), ("owns", "belittle"), ("rights", "belittle"), ("care", "belittle"), ("rights", "attack"),
    ("access", "belittle"), ("help", "belittle"), ("fact", "wrong_fact"), ("evidence", "wrong_fact"), ("fact", "guess"),
    ("reason", "dodge"), ("unknown", "dodge"), ("competent", "dodge"), ("action", "action_vague"),
    ("next_time", "next_vague"), ("fact", "vague_fact"), ("care", "care_formula"), ("next_time", "closed"),
)  # fmt: skip
"""Acts that the same words do not perform at once."""


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
    number = int(evidence.clarity[:, act].argmax())
    return number, float(evidence.clarity[number, act])


def sentence_span(evidence: Evidence, number: int) -> tuple[int, int]:
    """A sentence in the characters typed."""
    sentences = evidence.reading.sentences
    return evidence.reading.typed_span(sentences[number] if number < len(sentences) else Span(0, 0))


def _finding(evidence: Evidence, name: str, act: int, skill: Skill) -> Finding:
    start, end = sentence_span(evidence, strongest(evidence, act)[0])
    return Finding(ACTS[name].because, skill, None, start, end)
