"""What practice has to say, in words: why a question is put, when a topic comes up again, how a skill has changed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Literal, NamedTuple

from simulator.language.catalogue import Catalogue, template
from simulator.language.words import FLAG_NAMES, MODULE_NAMES, SKILL_NAMES
from simulator.practice.answered import Answered
from simulator.practice.desk import Suggestion
from simulator.practice.profile import LEVEL_MAX, STEADY, Estimate
from simulator.practice.schedule import Topic

TOPICS_TOLD = 3
"""So many topics are named; of more it is told how many."""

NAMES = {"skill": SKILL_NAMES, "flag": FLAG_NAMES, "module": MODULE_NAMES}


def topic_name(topic: Topic, catalogue: Catalogue) -> str:
    """A skill, a red flag or a module, by its name."""
    kind, name = topic
    return catalogue.say(NAMES[kind][name])


def topic_names(topics: Sequence[Topic], catalogue: Catalogue) -> str:
    """Several of them in a row."""
    named = ", ".join(topic_name(topic, catalogue) for topic in topics[:TOPICS_TOLD])
    rest = len(topics) - TOPICS_TOLD
    if rest <= 0:
        return named
    return catalogue.count("{named} and one more", "{named} and {n} more", rest, named=named)


def why(suggestion: Suggestion, catalogue: Catalogue) -> str:
    """Why a question is put, in one line."""
    told = []
    if suggestion.due:
        told.append(catalogue.say(template("due again: {topics}"), topics=topic_names(suggestion.due, catalogue)))
    if suggestion.new:
        told.append(
            catalogue.say(template("not practised yet: {topics}"), topics=topic_names(suggestion.new, catalogue))
        )
    return " · ".join(told) or catalogue.say(template("nothing of it is due yet"))


def title_of(one: Answered, catalogue: Catalogue) -> str:
    """What was asked, by its title; a press has none of its own."""
    return one.title or catalogue.say(template("A journalist presses"))


def how_said(one: Answered) -> str:
    """By what a question was answered, as a template."""
    if one.silent:
        return template("by silence")
    return template("in own words") if one.spoken else template("by a prepared line")


def comes_again(due: datetime, now: datetime, catalogue: Catalogue) -> str:
    """When something comes up again, in days; what is due already does so today."""
    days = (due.astimezone().date() - now.astimezone().date()).days
    if due <= now:
        return catalogue.say(template("today"))
    if days <= 0:
        return catalogue.say(template("later today"))
    if days == 1:
        return catalogue.say(template("tomorrow"))
    return catalogue.count("in one day", "in {n} days", days)


Turn = Literal["up", "down", "steady", "new"]


def turn_of(change: float | None) -> Turn:
    """Which way a mean has gone; `new` where there is nothing to hold it against."""
    if change is None:
        return "new"
    if abs(change) < STEADY:
        return "steady"
    return "up" if change > 0 else "down"


TURN_SIGNS: dict[Turn, str] = {"up": "▲", "down": "▼", "steady": "=", "new": "·"}


class Bar(NamedTuple):
    """Cells of an estimate's bar: up to the low end of its interval, on to the mean, on to the high end, and beyond."""

    sure: int
    mean: int
    perhaps: int
    rest: int


def bar_of(estimate: Estimate, cells: int) -> Bar:
    """An estimate as a bar of so many cells."""
    low, mean, high = (round(level / LEVEL_MAX * cells) for level in (estimate.low, estimate.mean, estimate.high))
    return Bar(low, mean - low, high - mean, cells - high)


BAR_SIGNS = "█▓▒░"
"""What the cells of a bar are drawn with."""
