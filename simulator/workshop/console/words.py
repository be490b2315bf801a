"""The console's own words by key: what seats do, how a room is paced, how rows are sorted; templates."""

from __future__ import annotations

from collections.abc import Mapping

from simulator.language.catalogue import template
from simulator.workshop.rolled_up import Doing, Order
from simulator.workshop.room.events import Pace

DOING_NAMES: Mapping[Doing, str] = {
    "not_begun": template("not begun"),
    "reading": template("reading"),
    "writing": template("answering"),
    "waiting": template("waiting"),
    "ended": template("finished"),
    "removed": template("removed"),
    "observing": template("observing"),
    "rating": template("in the hall"),
}

DOING_TONES: Mapping[Doing, str] = {
    "not_begun": "$quiet",
    "reading": "$secondary",
    "writing": "$foreground",
    "waiting": "$success",
    "ended": "$success",
    "removed": "$error",
    "observing": "$quiet",
    "rating": "$quiet",
}

PACE_NAMES: Mapping[Pace, str] = {
    "own_pace": template("own pace"),
    "in_step": template("in step"),
    "hot_seat": template("hot seat"),
}

ORDER_NAMES: Mapping[Order, str] = {
    "joined": template("as they joined"),
    "name": template("by name"),
    "place": template("furthest behind first"),
    "overall": template("lowest grade first"),
    "flags": template("red flags first"),
}

HOT_WASH: tuple[str, ...] = (
    template("What went well, and should be kept?"),
    template("What was hardest to answer, and why?"),
    template("What would you say otherwise, if you stood there again?"),
    template("What does your office lack to answer like that on the day itself?"),
    template("Which one thing will you change in the next month?"),
)
"""What is asked at the end unless the facilitator writes something else."""

SURE_SIGNS = ("", "◔", "◑", "●")
"""How sure one was of an answer: not said, unsure, fairly sure, certain."""
