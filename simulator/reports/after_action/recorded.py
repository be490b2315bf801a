"""One session as it is read for a report: its record, its debrief, and the ratings that observers gave."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import zip_longest

from simulator.journal.port import Entry, SessionHeader
from simulator.reports.after_action.events import Fired
from simulator.reports.after_action.rating import Rating
from simulator.reports.debrief import Debrief, debrief
from simulator.scenario.model import Scenario
from simulator.scenario.revision import UNREVISED, Revisions
from simulator.session.asked import present_id
from simulator.session.replay import replay, standing, states
from simulator.session.state import SessionState
from simulator.session.view import story_time


@dataclass(frozen=True)
class Recorded:
    """A session, with the scenario as it was told there; `number` is its place in the report, from 1."""

    number: int
    scenario: Scenario
    header: SessionHeader
    entries: Sequence[Entry]
    ratings: Sequence[Rating] = ()
    revisions: Revisions = UNREVISED

    @cached_property
    def debrief(self) -> Debrief:
        """Its debrief; of an exam that goes on, one that is withheld."""
        return debrief(self.scenario, [one.event for one in self.entries], self.header.id, self.revisions)

    @cached_property
    def moments(self) -> tuple[tuple[SessionState, str], ...]:
        """The state after each event that stands, and when that was recorded, UTC in ISO 8601."""
        events = [one.event for one in self.entries]
        recorded = {id(one.event): one.recorded_at for one in self.entries}
        kept, fitted = standing(events), replay(self.scenario, events).fitted
        at = [recorded.get(id(event), "") for event in kept]
        return tuple(zip(states(self.scenario, fitted), at, strict=False))

    @property
    def state(self) -> SessionState | None:
        """The state it stands at; None where nothing of it can be read."""
        return self.moments[-1][0] if self.moments else None

    def fired(self) -> Iterator[tuple[str, Fired]]:
        """Every event as it came on the table: the id of a scene or a press, and when."""
        before: tuple[str, int] | None = None
        following = [state for state, _ in self.moments[1:]]
        for (state, recorded_at), after in zip_longest(self.moments, following):
            now = (present_id(state), len(state.path))
            # A press comes at once: the scene behind it has not been seen until it is answered.
            pressed = after is not None and after.press is not None and len(after.path) == now[1] != 0
            if now != before and (state.press is not None or not pressed):
                minutes = state.answers[-1].minutes if state.press is not None and state.answers else state.minutes
                time = story_time(self.scenario, minutes)
                yield now[0], Fired(self.number, minutes, time, recorded_at)
            before = now
