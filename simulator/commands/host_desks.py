"""The desks of a workshop's Apps: what seats, consoles, projectors and observers ask of the room and its record.

The ports are `workshop.seat.desk.SeatDesk` and `workshop.console.desk.ConsoleDesk`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from simulator.commands.after_action import recorded_as
from simulator.commands.debrief import debriefed
from simulator.commands.seat_house import SeatHouse, SharedStories
from simulator.errors import UsageError
from simulator.journal.revisions import keep_verdict
from simulator.language.catalogue import template
from simulator.reports.after_action.harm import rated
from simulator.reports.after_action.rating import Rating, keep
from simulator.scenario.verdict import REASON_MOST, Verdict
from simulator.workshop.addresses import LOOPBACK
from simulator.workshop.console.desk import Invite
from simulator.workshop.room.state import Seat

if TYPE_CHECKING:
    from simulator.exercise.exercise import Exercise
    from simulator.journal.connect import OpenedWorkshop
    from simulator.language.catalogue import Tongue
    from simulator.reports.after_action.rating import Mark
    from simulator.reports.after_action.value import Rated
    from simulator.scenario.model import Scenario
    from simulator.scenario.rubric import Level, RedFlag, Skill
    from simulator.workshop.exercises import Exercises
    from simulator.workshop.grading_process import GradingProcess
    from simulator.workshop.live_room import LiveRoom
    from simulator.workshop.serving.door import Kind
    from simulator.workshop.watch import Watch


NOBODY = Seat("s0", "", "")
"""Whose house the facilitator's desk has: a seat's like any other, but that nobody sits there."""


@dataclass(frozen=True, slots=True)
class Node:
    """All that one node holds of the room that it serves."""

    live: LiveRoom
    opened: OpenedWorkshop
    stories: SharedStories
    grading: GradingProcess
    exercises: Exercises
    watch: Watch
    lag: Callable[[], float]
    """How late the event loop was in the last minute, p99 in milliseconds."""
    urls: Callable[[], Sequence[str]]
    """The base URLs of all living nodes, ours first."""
    nodes: Callable[[], Sequence[str]]
    """One base URL of each living node, ours first."""
    link: Callable[[Seat], str]
    """The address by which a seat comes in again without its PIN."""
    place_link: Callable[[Kind], str]
    """The address of the console or of the projector's wall."""
    observers_code: str
    """The code that observers come in by."""


def seat_house(node: Node, seat: Seat) -> SeatHouse:
    """The house of a seat, in the room's mode."""
    state, opened = node.live.state, node.opened
    return SeatHouse(
        seat,
        opened.journal,
        opened.rooms,
        node.stories,
        node.grading,
        mode=state.mode,
        time_scale=state.time_scale,
    )


class FacilitatorDesk:
    """A ConsoleDesk: of the facilitator, an observer or the projector."""

    def __init__(self, node: Node, tongue: Tongue, by: str) -> None:
        self._node = node
        self._by = by
        self.room = node.live
        self.watch = node.watch
        self.house = seat_house(node, NOBODY)
        self.house.speak(tongue)

    @cached_property
    def invite(self) -> Invite:
        urls = tuple(self._node.urls())
        code = self._node.live.header.code
        # Who is not at this very machine is led nowhere by the address that every machine calls itself by.
        others = tuple(f"{url}/r/{code}" for url in urls[1:] if LOOPBACK not in url)
        return Invite(
            f"{urls[0]}/r/{code}",
            code,
            others,
            observers=f"{urls[0]}/r/{self._node.observers_code}",
            console=self._node.place_link("console"),
            wall=self._node.place_link("wall"),
        )

    @property
    def trouble(self) -> str:
        return self._node.opened.feed.trouble

    def lag(self) -> float:
        return self._node.lag()

    def nodes(self) -> Sequence[str]:
        return self._node.nodes()

    def link(self, seat: str) -> str:
        return self._node.link(self._node.live.state.seats[seat])

    def scenario(self, run: int = 0) -> Scenario:
        state = self._node.live.state
        session = next((one for (_, of_run), one in state.sessions.items() if run and of_run == run), "")
        if session and run != state.run:
            return self.house.of_session(self._node.opened.journal.header(session)).scenario
        return self.house.scenario(state.scenario)

    def verdict(
        self,
        session: str,
        answer_number: int,
        levels: Mapping[Skill, Level],
        flags: tuple[RedFlag, ...] | None,
        reason: str,
    ) -> None:
        if not reason.strip() or len(reason) > REASON_MOST:
            raise UsageError(template("say why, in at most {most} characters"), most=REASON_MOST)
        _, read = debriefed(session, self.house)
        asked = read.questions[answer_number - 1]
        former = asked.verdict
        decided = {**(former.levels if former else {}), **levels}
        stands = former.flags if former and flags is None else flags
        verdict = Verdict(answer_number, decided, stands, reason.strip(), self._by, moment=asked.moment)
        keep_verdict(self._node.opened.journal, session, verdict)

    def rate(self, session: str, objective: int, mark: Mark, note: str, by: str) -> None:
        name = " ".join(by.split()) or self._by
        keep(self._node.opened.journal, session, Rating(objective, mark, note.strip(), name))

    def ratings(self, session: str) -> Sequence[Rated]:
        return rated(recorded_as(self.house, 1, session))

    def debrief(self, session: str) -> Exercise:
        return self.house.look_back(session)
