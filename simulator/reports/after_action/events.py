"""The master scenario events list: every event of a scenario, when it was planned, and when it came in sessions."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from simulator.scenario.rubric import Skill

Kind = Literal["question", "inject", "decision", "ending", "press", "asked", "news"]
"""`asked` is a question and `news` an inject of the facilitator's own, which the scenario does not hold."""

Standing = Literal["draft", "released", "complete", "deferred"]
"""draft: nobody has met it yet; released: it is on the table; complete: it came and was dealt with; deferred: not met
in a session that is over."""


@dataclass(frozen=True, slots=True)
class Fired:
    """When an event came in a session: its number from 1, minutes on the story clock, time of day, and UTC (ISO 8601).

    `recorded_at` is empty where the record does not tell.
    """

    session: int
    minutes: int
    time: str
    recorded_at: str


@dataclass(frozen=True, slots=True)
class MasterEvent:
    """One event. `planned` is in minutes since the story's start, None off the expected path; `time` its time of day.

    `parents` are the numbers of the events that it can follow, `trigger` the author's conditions for it. `response` is
    what is expected of the player, `note` the author's word on that. `limit` is in seconds. `objectives` are those
    that observers watched in it.
    """

    number: int
    scene: str
    kind: Kind
    title: str
    text: str
    sender: str
    channel: str
    planned: int | None
    time: str
    response: str
    skills: tuple[Skill, ...]
    parents: tuple[int, ...]
    trigger: str
    note: str
    limit: int | None
    standing: Standing
    fired: tuple[Fired, ...] = ()
    drawn: bool = False
    objectives: tuple[int, ...] = ()

    @property
    def is_contingency(self) -> bool:
        """Whether it comes only if the answers lead to it."""
        return self.planned is None
