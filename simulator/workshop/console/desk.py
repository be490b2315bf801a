"""What the Apps of the console need of the rest of the workshop, as a port; the host builds the real one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from simulator.exercise.exercise import Exercise
    from simulator.reports.after_action.rating import Mark
    from simulator.reports.after_action.value import Rated
    from simulator.scenario.model import Scenario
    from simulator.scenario.rubric import Level, RedFlag, Skill
    from simulator.tui.house import House
    from simulator.workshop.live_room import LiveRoom
    from simulator.workshop.watch import Watch


@dataclass(frozen=True, slots=True)
class Invite:
    """How people come in: the address to type or scan, the room's code, and every other address that leads here.

    `observers` is the address for those who watch and rate; `console` and `wall` are links to a facilitator's console
    and to the projector, for a browser. Whoever has such a link is let in.
    """

    url: str
    code: str
    urls: tuple[str, ...] = ()
    observers: str = ""
    console: str = ""
    wall: str = ""


class ConsoleDesk(Protocol):
    """One facilitator's, observer's or projector's desk.

    Methods may block, and may raise PodiumError; the Apps call them off their loops. What is a property is at hand.
    """

    @property
    def room(self) -> LiveRoom:
        """The room; tells its events on the event loop."""
        ...

    @property
    def watch(self) -> Watch:
        """The sessions played in it; tells of them on the event loop."""
        ...

    @property
    def house(self) -> House:
        """What debriefs are read with (`House.debrief`), and whose language the texts are told in (`speak`)."""
        ...

    @property
    def invite(self) -> Invite:
        """How people come in."""
        ...

    @property
    def trouble(self) -> str:
        """What the database's trouble is, as a template; empty when it is well."""
        ...

    def lag(self) -> float:
        """How late the event loop is, in milliseconds, over the last seconds. Does not block."""
        ...

    def nodes(self) -> Sequence[str]:
        """The addresses of all living nodes of the room, ours first."""
        ...

    def link(self, seat: str) -> str:
        """The address by which a seat comes in again without its PIN; void once the seat is removed."""
        ...

    def scenario(self, run: int = 0) -> Scenario:
        """The scenario of a run (0: the present one), in the house's language."""
        ...

    def verdict(
        self,
        session: str,
        answer_number: int,
        levels: Mapping[Skill, Level],
        flags: tuple[RedFlag, ...] | None,
        reason: str,
    ) -> None:
        """Keep a facilitator's verdict on an answer (from 1): only the levels decided; all flags, or None as they are.

        What stood of a former verdict stays. Watchers are told (`m/<session>`).
        """
        ...

    def rate(self, session: str, objective: int, mark: Mark, note: str, by: str) -> None:
        """Keep an observer's rating of an objective (from 1); a later one by the same person takes its place."""
        ...

    def ratings(self, session: str) -> Sequence[Rated]:
        """The ratings of a session that stand, with the mark that counts (`reports.after_action.harm`)."""
        ...

    def debrief(self, session: str) -> Exercise:
        """The session to look back on, as `House.look_back` gives it."""
        ...
