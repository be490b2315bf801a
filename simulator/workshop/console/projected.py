"""What the projector shows, by turns: pure, made of the room and its sessions. It never names anybody.

Before the start it shows how to join. Then a question that most have answered, its answers under numbers, and their
spread; in an exam no grades, until everybody has finished. What the facilitator had shown of the hall's ratings, and
the closing questions, come before everything else.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from simulator.session.modes import rules_of
from simulator.workshop.followed import Followed
from simulator.workshop.rolled_up import of_run, progress
from simulator.workshop.room.state import RoomState
from simulator.workshop.wall import WallQuestion, questions

Kind = Literal["join", "wall", "spread", "ratings", "hot_wash", "closed"]

MOST = 2 / 3
"""The share of those who play that must have answered a question before its answers are shown to all."""

LEAST = 3
"""Of fewer answers, everybody would know whose they are; in the hot seat everybody does anyhow."""


@dataclass(frozen=True, slots=True)
class Frame:
    """One picture. `question` is whose wall or spread it is; `rated` the session and answer that the hall rated."""

    kind: Kind
    question: WallQuestion | None = None
    rated: tuple[str, int] | None = None


def frames(state: RoomState, sessions: Mapping[str, Followed]) -> list[Frame]:
    """What there is to show now, one after the other; never empty."""
    if state.closed:
        return [Frame("closed")]
    if state.hot_wash:
        return [Frame("hot_wash")]
    rated = _rated(state, sessions)
    if rated is not None:
        return [Frame("ratings", rated=rated)]
    found = shown_question(state, sessions) if state.started else None
    if found is None:
        return [Frame("join")]
    return [Frame("wall", found), Frame("spread", found)] if grades_shown(state, sessions) else [Frame("wall", found)]


def shown_question(state: RoomState, sessions: Mapping[str, Followed]) -> WallQuestion | None:
    """The latest question that so many have answered that all may see its answers."""
    owners, least = len(state.owners()), 1 if state.pace == "hot_seat" else LEAST
    asked = questions(of_run(state, sessions).values())
    ripe = [one for one in asked if one.answers >= max(least, MOST * owners)]
    return ripe[-1] if ripe else None


def grades_shown(state: RoomState, sessions: Mapping[str, Followed]) -> bool:
    """Whether grades may be seen: in an exam, once everybody has finished; in the hot seat, once the hall has rated."""
    if state.pace == "hot_seat":
        return False
    done = progress(state, sessions)
    return rules_of(state.mode).levels or (done.owners > 0 and done.ended == done.owners)


def _rated(state: RoomState, sessions: Mapping[str, Followed]) -> tuple[str, int] | None:
    """The latest answer of the present speaker whose ratings were shown; None once there is a later answer."""
    session = state.session(state.speaker) if state.pace == "hot_seat" and state.speaker else ""
    followed = sessions.get(session)
    if followed is None or not followed.state.answers:
        return None
    latest = (session, len(followed.state.answers))
    return latest if latest in state.shown else None
