"""A press: a journalist comes back to what was said. The whole question is one value, so that a replay never makes it.

It stands between two scenes: the answer before it has been given, the scene after it has been reached and waits.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal, get_args

from simulator.scenario.assessment import Finding
from simulator.scenario.rubric import Level, RedFlag, Skill

Why = Literal["contradiction", "promise", "flag", "unanswered", "weak", "temptation", "facilitator"]
"""Why a journalist presses: two answers that do not agree (or one and the dossier), a promise that fell due, a red
flag in the answer, a question left unanswered, a skill in which the answer was weak, or that a good answer might be
brought to say too much. Or the facilitator of a workshop asks a question of their own, in a journalist's name."""

WHYS: tuple[Why, ...] = get_args(Why)

PRESS_MINUTES = 1
"""Minutes of the story that the answer to a press takes."""

LINES = range(2, 10)
"""How many lines a press may offer, as a scenario's question."""

ASKED_MAX = 600
"""Characters of a facilitator's question."""

ASKED_SKILLS = range(1, 6)
"""On how many skills the answer to it is graded."""

_ID = re.compile(r"press_[1-9][0-9]{0,3}")


@dataclass(frozen=True, slots=True)
class Quote:
    """The trainee's own words, as they stand in answer `answer` (from 1); 0: words of the dossier."""

    answer: int
    words: str


@dataclass(frozen=True, slots=True)
class PressLine:
    """A prepared answer to a press, with its grades."""

    id: str
    text: str
    levels: Mapping[Skill, Level]
    flags: tuple[RedFlag, ...] = ()
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class Press:
    """A question that presses; `id` is `press_<n>`, and answers to it are recorded under that id as under a scene's.

    A facilitator's carries the number of its `order`, from 1, and may have no lines; of all others it is 0.
    """

    id: str
    journalist: str
    why: Why
    text: str
    quotes: tuple[Quote, ...]
    skills: tuple[Skill, ...]
    lines: tuple[PressLine, ...]
    order: int = 0

    @property
    def is_facilitators(self) -> bool:
        """Whether the facilitator of a workshop asks: a question of its own, upon no answer."""
        return self.why == "facilitator"


def press_id(number: int) -> str:
    """The id of the press with a number, from 1."""
    return f"press_{number}"


def next_number(pressed: Iterable[Press]) -> int:
    """The number of a session's next press: one more than the last. Numbers of presses taken back are free again."""
    return 1 + max((int(press.id.removeprefix("press_")) for press in pressed), default=0)


def is_press_id(scene_id: str) -> bool:
    """Whether an id has the form of a press's."""
    return _ID.fullmatch(scene_id) is not None
