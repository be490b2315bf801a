"""Public trust and media heat, as pure functions of one answer's levels, red flags and silence.

Both are whole numbers from 0 to 100 and everything is integer arithmetic, so that a replay gives the
same figures on any machine. The model is illustrative, and says so wherever it is shown. Its shape is
taken from two findings that hold across the literature: trust is lost faster than it is won
(Slovic, "Perceived risk, trust, and democracy", Risk Analysis 13, 1993: the asymmetry principle), and
a vacuum of information heats the coverage more than a hard truth does (CERC: "be first, be right, be
credible"). The constants are ours.

Monotone by construction, and tested: raising a level never lowers trust nor raises heat; a further red
flag never raises trust nor lowers heat; silence is never better than the same answer spoken.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from simulator.scenario.rubric import Level, RedFlag, Skill

TRUST_AT_START = 50
HEAT_AT_START = 30

TRUST_PER_LEVEL = 5
"""Points of trust for each level that the mean of an answer lies above or below 2 (partial)."""

HEAT_PER_LEVEL = 3
"""Points of heat for each level that the mean of an answer lies below or above 2."""

TRUST_COST: Mapping[RedFlag, int] = {
    "falsehood": 6,
    "stigma": 6,
    "disclosure": 5,
    "attack": 5,
    "blame": 4,
    "amplification": 4,
    "false_reassurance": 4,
    "speculation": 3,
    "no_comment": 3,
    "non_answer": 3,
}
"""Points of trust that a red flag costs beyond what it does to the levels: most where people are harmed or lied to."""

HEAT_OF_FLAG = 5
"""Points of heat for each red flag: it is what gets quoted."""

HEAT_OF_SILENCE = 12
TRUST_OF_SILENCE = 4


class Reputation(NamedTuple):
    """Public trust and media heat, each 0-100."""

    trust: int
    heat: int


@dataclass(frozen=True, slots=True)
class Impact:
    """What an answer does, whatever the reputation before it.

    `gain` are the points of trust won by its levels (lost, below 0), `cost` those that its flags cost, and
    `heat` the points of heat added (taken away, below 0).
    """

    gain: int
    cost: int
    heat: int


def impact_of(levels: Mapping[Skill, Level], flags: tuple[RedFlag, ...], *, silent: bool = False) -> Impact:
    """The impact of an answer.

    With `m` the mean level: 5 (m - 2) points of gain and -3 (m - 2) of heat; each distinct flag costs trust
    by TRUST_COST and adds 5 of heat; silence costs 4 more trust and adds 12 heat. An answer on which
    nothing was judged counts as m = 2.
    """
    count = len(levels)
    above = sum(levels.values()) - 2 * count
    distinct = set(flags)
    cost = sum(TRUST_COST[flag] for flag in distinct) + (TRUST_OF_SILENCE if silent else 0)
    heating = HEAT_OF_FLAG * len(distinct) + (HEAT_OF_SILENCE if silent else 0)
    return Impact(_mean(TRUST_PER_LEVEL * above, count), cost, heating - _mean(HEAT_PER_LEVEL * above, count))


def react(trust: int, heat: int, impact: Impact) -> tuple[int, int]:
    """Trust and heat after an answer: a gain is scaled by the distance to full trust, a loss counts in full."""
    gain = impact.gain
    if gain > 0:
        gain = (gain * (100 - trust) + 50) // 100
    trust += gain - impact.cost
    heat += impact.heat
    return 0 if trust < 0 else 100 if trust > 100 else trust, 0 if heat < 0 else 100 if heat > 100 else heat


def _mean(total: int, count: int) -> int:
    """The mean as the nearest whole number, halves up; 0 of nothing."""
    return (2 * total + count) // (2 * count) if count else 0
