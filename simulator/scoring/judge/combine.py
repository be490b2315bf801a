"""What becomes of the rules' grade once the judge is heard: a level moves by one at most, and no flag is cleared."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from simulator.language.catalogue import template
from simulator.scenario.assessment import Finding
from simulator.scenario.rubric import Level, Skill, overall
from simulator.scoring.flags import REASONS
from simulator.scoring.grade import Graded
from simulator.scoring.judge.judged import Judged
from simulator.scoring.judge.quotes import Stretch, find_quote
from simulator.scoring.judge.verdict import SkillVerdict, Verdict
from simulator.scoring.levels import FLAG_CAPS
from simulator.scoring.text import Reading

SILENT = template("the judge gives no reason")

UNPROVEN: frozenset[Level] = frozenset({1, 2})
"""Levels to which a skill may fall without words to show for it: what is absent or weak has none."""

HARMED_MAX = 1
"""The highest level of a skill that a red flag of the rules harms."""


@dataclass
class _Moves:
    levels: dict[Skill, Level]
    findings: list[Finding] = field(default_factory=list)
    moved: dict[Skill, Level] = field(default_factory=dict)
    look: dict[Skill, Level] = field(default_factory=dict)


def combined(graded: Graded, verdict: Verdict, reading: Reading, mark: str, name: str) -> Judged:
    """The grade with the judge's part in it. `name` follows the grader's: +judge:MODEL@HASH."""
    given = graded.assessment
    moves = _Moves(dict(given.levels))
    for one in verdict.skills:
        if one.skill in given.levels:
            _weigh(one, graded, reading, mark, moves)
    expected = {skill: _moved_by(value, moves, graded, skill) for skill, value in graded.expected.items()}
    assessment = replace(
        given,
        levels=moves.levels,
        findings=(*given.findings, *moves.findings),
        overall=overall(moves.levels, given.flags),
        grader=f"{given.grader}+judge:{name}",
    )
    proposed = _proposed(graded, verdict, reading, mark)
    return Judged(replace(graded, assessment=assessment, expected=expected), moves.moved, moves.look, proposed)


def _weigh(one: SkillVerdict, graded: Graded, reading: Reading, mark: str, moves: _Moves) -> None:
    rules = graded.assessment.levels[one.skill]
    where = _first(one, reading, mark)
    if where is None and (one.level not in UNPROVEN or one.level > rules):
        return
    if abs(one.level - rules) >= 2:
        moves.look[one.skill] = one.level
    elif one.level != rules and not _is_harmed(one, graded):
        start, end = where or (0, 0)
        moves.levels[one.skill], moves.moved[one.skill] = one.level, rules
        moves.findings.append(Finding(one.reason.strip() or SILENT, one.skill, None, start, end))


def _first(one: SkillVerdict, reading: Reading, mark: str) -> Stretch | None:
    found = (find_quote(quote, reading, mark) for quote in one.quotes)
    return next((where for where in found if where is not None), None)


def _is_harmed(one: SkillVerdict, graded: Graded) -> bool:
    """Whether a flag of the rules stands against the level: not even a judge buys an insult."""
    return one.level > HARMED_MAX and any(one.skill in FLAG_CAPS.get(flag, ()) for flag in graded.assessment.flags)


def _moved_by(value: float, moves: _Moves, graded: Graded, skill: Skill) -> float:
    step = moves.levels[skill] - graded.assessment.levels[skill]
    return round(min(max(value + step, 0.0), 4.0), 3)


def _proposed(graded: Graded, verdict: Verdict, reading: Reading, mark: str) -> tuple[Finding, ...]:
    proposed: dict[str, Finding] = {}
    for one in verdict.flags:
        where = find_quote(one.quote, reading, mark)
        if where is not None and one.flag not in graded.assessment.flags:
            proposed.setdefault(one.flag, Finding(REASONS[one.flag][0], None, one.flag, *where))
    return tuple(proposed.values())
