"""Trust by group, with memory: what one answer does to the trust of each part of the public.

Illustrative, and said to be so wherever it is shown. The manner is that of `reputation`, whose one figure for
the whole public stays what conditions ask for; all is integer arithmetic, so every machine gives the same.
Two things come on top. Groups weigh the skills and the flags differently (villagers listen for empathy and
plain words, the foreign press for accuracy and respect), by tables of ours. And credibility that was spent is
slow to return: every loss is added to an account, `spent`, that makes later gains smaller and that only good
answers pay off, little by little. The asymmetry is Slovic's ("Perceived risk, trust, and democracy", Risk
Analysis 13, 1993); that a history of failure makes later answers count for less is Coombs' (Corporate
Reputation Review 10, 2007: crisis history). The constants are ours.

Monotone by construction, and tested, after one answer and after any number: raising a level never lowers any
group's trust; a further red flag never raises it; silence is never better than the same answer spoken.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import NamedTuple

from simulator.scenario.public import Part, PublicGroup
from simulator.scenario.rubric import Level, RedFlag, Skill
from simulator.world.reputation import TRUST_AT_START, TRUST_COST, TRUST_OF_SILENCE, TRUST_PER_LEVEL

WEIGHTS: Mapping[Part, Mapping[Skill, int]] = {
    "villagers": {"empathy": 4, "clarity": 4, "accountability": 3, "respect": 2, "timeliness": 2},
    "youth": {"transparency": 4, "timeliness": 4, "rebuttal": 3, "accountability": 2, "respect": 2},
    "national_press": {"accuracy": 4, "transparency": 4, "accountability": 3, "timeliness": 2},
    "foreign_press": {"accuracy": 4, "respect": 4, "mandate": 3, "transparency": 2, "rebuttal": 2},
    "officials": {"mandate": 4, "accuracy": 3, "accountability": 2, "timeliness": 2},
    "diaspora": {"respect": 4, "transparency": 4, "rebuttal": 3, "empathy": 2},
}
"""What a skill weighs for a part of the public, 0-9; 1 where nothing is said."""

SORE: Mapping[Part, frozenset[RedFlag]] = {
    "villagers": frozenset({"stigma", "blame", "false_reassurance"}),
    "youth": frozenset({"no_comment", "attack", "amplification"}),
    "national_press": frozenset({"falsehood", "no_comment", "non_answer", "attack"}),
    "foreign_press": frozenset({"falsehood", "attack", "stigma"}),
    "officials": frozenset({"disclosure", "speculation", "blame"}),
    "diaspora": frozenset({"stigma", "attack", "falsehood"}),
}
"""The red flags that cost a part half as much again as they cost others."""

SPENT_MAX = 80
"""However much was spent, a fifth of a gain still counts."""

FADING = 3
"""One point of the account is paid off for every so many points of an answer's gain."""


class Standing(NamedTuple):
    """How one group stands: trust 0-100, and credibility spent, 0 to SPENT_MAX points."""

    trust: int = TRUST_AT_START
    spent: int = 0


def at_start(groups: Sequence[PublicGroup]) -> tuple[Standing, ...]:
    """How the groups stand before the first answer, in their order."""
    return (Standing(),) * len(groups)


def react_all(
    groups: Sequence[PublicGroup],
    standing: Sequence[Standing],
    levels: Mapping[Skill, Level],
    flags: Collection[RedFlag],
    silent: bool = False,
) -> tuple[Standing, ...]:
    """How the groups stand after an answer; `standing` is how they stood before it, in the same order."""
    return tuple(
        react_one(before, gain_of(group, levels), cost_of(group.part, flags, silent))
        for group, before in zip(groups, standing, strict=True)
    )


def react_one(before: Standing, gain: int, cost: int) -> Standing:
    """One group's standing after `gain` points won (lost, below 0) and `cost` points (0 or more) for flags and silence.

    A loss counts in full and is added to the account. A gain counts by the distance to full trust and by what
    was not spent, g (100 - trust)/100 (100 - spent)/100, and pays a third of itself off.
    """
    won, lost = max(gain, 0), max(-gain, 0) + cost
    felt = (won * (100 - before.trust) * (100 - before.spent) + 5_000) // 10_000
    trust = min(max(before.trust + felt - lost, 0), 100)
    return Standing(trust, min(max(before.spent + lost - won // FADING, 0), SPENT_MAX))


def gain_of(group: PublicGroup, levels: Mapping[Skill, Level]) -> int:
    """Points that an answer's levels win from a group: 5 (m - 2), with m their mean by the group's weights; -10 to 10.

    Nothing where no skill that has a weight was judged.
    """
    total = above = 0
    for skill, level in levels.items():
        weight = group.weights.get(skill, WEIGHTS[group.part].get(skill, 1))
        total += weight
        above += weight * (level - 2)
    return (2 * TRUST_PER_LEVEL * above + total) // (2 * total) if total else 0


def cost_of(part: Part, flags: Collection[RedFlag], silent: bool) -> int:
    """Points that the distinct red flags, and silence, cost with a part of the public."""
    sore = SORE[part]
    costs = (TRUST_COST[flag] * 3 // 2 if flag in sore else TRUST_COST[flag] for flag in set(flags))
    return sum(costs) + (TRUST_OF_SILENCE if silent else 0)
