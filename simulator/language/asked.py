"""Why a question was asked that its scenario does not hold, in one sentence."""

from __future__ import annotations

from simulator.language.catalogue import Catalogue, template
from simulator.language.words import PRESS_WHYS

BROUGHT = "brought"
"""Stands where the why of a press would, for news that the facilitator of a workshop brought in."""


def why_asked(why: str, catalogue: Catalogue) -> str:
    """That a question presses, and why; of a facilitator's question or news, that it is theirs."""
    if why == BROUGHT:
        return catalogue.say(template("The facilitator brought in this news."))
    if why == "facilitator":
        return catalogue.say(template("The facilitator asked this question."))
    return catalogue.say(template("This question presses: {why}."), why=catalogue.say(PRESS_WHYS[why]))
