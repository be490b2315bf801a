"""What was said, and what it does to the telling of a rumour: the rates at which people tell it and give it up.

Illustrative, and said to be so wherever it is shown: the signs are the literature's, the constants are ours.
In the Maki-Thompson model only the ratio of telling to stopping decides how many ever hear a rumour; silence and
bare denial raise it, a fast rebuttal with evidence lowers it (CERC: a vacuum is worse than a hard truth; the
Debunking Handbook 2020: fact, warning, fallacy, fact). No answer kills a rumour: there is no threshold.

Each group keeps one figure, its `credit`, 1 at the start: answers multiply it, so their order is nothing. Tellers
stop at STOP (1 + 4 credit)/(4 + credit), a quarter to four times the rate at rest, and tell at
TELL (9 + credit)/(8 + 2 credit), nine eighths to one half of it.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from simulator.scenario.rubric import Level, RedFlag

LOSS_OF_LEVEL: Mapping[Level, float] = {0: 0.3, 1: 0.18, 2: 0.07}
"""Share of the credit lost by a rebuttal that repeats the claim (0), passes it over (1), or denies without evidence."""

GAIN_OF_LEVEL: Mapping[Level, float] = {3: 0.9, 4: 1.8}
"""What a rebuttal with evidence adds to the credit, as a share of it, said at once to people of trust 50."""

LOSS_OF_SILENCE = 0.25

LOSS_OF_FLAG: Mapping[RedFlag, float] = {
    "amplification": 0.25,
    "falsehood": 0.2,
    "no_comment": 0.2,
    "non_answer": 0.1,
    "attack": 0.1,
    "speculation": 0.1,
}
"""Share of the credit that a red flag costs; the others do not feed a rumour."""

HALF_WORTH = 30
"""Minutes after its beginning at which a rebuttal does half of what it would have done at once."""


class Moment(NamedTuple):
    """One answer as a rumour meets it.

    `minute` on the story clock; `trust` 0-100 just before it, one for all or one for each group in their order;
    `rebuttal` its level 0-4, None where it was not judged; `silent` if the time ran out; `flags` its red flags.
    """

    minute: int
    trust: int | tuple[int, ...] = 50
    rebuttal: Level | None = None
    silent: bool = False
    flags: tuple[RedFlag, ...] = ()

    def trust_of(self, group: int) -> int:
        return self.trust if isinstance(self.trust, int) else self.trust[group]


def credit_factor(moment: Moment, trust: int, since: int) -> tuple[float, float]:
    """By what an answer multiplies a group's credit: what it costs (above 0, at most 1), and what it earns (1 or more).

    With trust 0-100, a loss counts 1.5 times at 0, half at 100; a gain half at 0, 1.5 times at 100. A gain
    `since` minutes after the rumour's beginning counts HALF_WORTH/(HALF_WORTH + since) of itself.
    """
    exposed, heard = (150 - trust) / 100, (50 + trust) / 100
    kept = 1.0
    for loss in _losses(moment):
        kept *= 1.0 - loss * exposed
    gain = 0.0 if moment.rebuttal is None else GAIN_OF_LEVEL.get(moment.rebuttal, 0.0)
    return kept, 1.0 + gain * heard * HALF_WORTH / (HALF_WORTH + since)


def telling_factor(credit: float) -> float:
    """By what the rate of telling at rest is multiplied: 1.125 down to 0.5 as the credit goes from 0 up; 1 at 1."""
    return (9.0 + credit) / (8.0 + 2.0 * credit)


def stopping_factor(credit: float) -> float:
    """By what the rate of stopping at rest is multiplied: 0.25 up to 4 as the credit goes from 0 up; 1 at 1."""
    return (1.0 + 4.0 * credit) / (4.0 + credit)


def _losses(moment: Moment) -> list[float]:
    """The shares of the credit that an answer costs, in one order whatever that of its flags."""
    losses = [loss for flag, loss in LOSS_OF_FLAG.items() if flag in moment.flags]
    if moment.silent:
        losses.append(LOSS_OF_SILENCE)
    if moment.rebuttal is not None and moment.rebuttal in LOSS_OF_LEVEL:
        losses.append(LOSS_OF_LEVEL[moment.rebuttal])
    return losses
