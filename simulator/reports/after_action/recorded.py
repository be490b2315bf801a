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
from simulator.session.replay import replay, standing_places, states
from simulator.session.room_inject import RoomInjectTold
from simulator.session.state import SessionState
from simulator.session.view import minutes_asked, story_time


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
        kept, fitted = standing_places(events), replay(self.scenario, events).fitted
        at = [self.entries[place].recorded_at for place, _ in kept]
        return tuple(zip(states(self.scenario, fitted), at, strict=False))

    @property
    def state(self) -> SessionState | None:
        """The state it stands at; None where nothing of it can be read."""
        return self.moments[-1][0] if self.moments else None

    def fired(self) -> Iterator[tuple[str, Fired]]:
        """Every event as it came on the table: the id of a scene or a press, and when.

        A scene that stood behind a facilitator's question comes once.
        """
        before: tuple[str, int] | None = None
        behind = ""
        following = [state for state, _ in self.moments[1:]]
        for (state, recorded_at), after in zip_longest(self.moments, following):
            now = (present_id(state), len(state.path))
            # A press comes at once: the scene behind it has not been seen until it is answered.
            press = after.press if after is not None and len(after.path) == now[1] != 0 else None
            pressed = press is not None and not press.is_facilitators
            again = state.press is None and now[0] == behind
            if now != before and (state.press is not None or not pressed) and not again:
                minutes = minutes_asked(state) if state.press is not None else state.minutes
                time = story_time(self.scenario, minutes)
                yield now[0], Fired(self.number, minutes, time, recorded_at)
            if state.press is None:
                behind = ""
            elif state.press.is_facilitators and before is not None and before[1] == now[1] and before[0] != now[0]:
                behind = before[0]
            before = now

    def brought(self) -> Iterator[tuple[RoomInjectTold, str, Fired]]:
        """The news that a facilitator brought in: what was on the table, and when it came."""
        had = 0
        for state, recorded_at in self.moments:
            for news in state.injected[had:]:
                time = story_time(self.scenario, news.minutes)
                yield news, present_id(state), Fired(self.number, news.minutes, time, recorded_at)
            had = len(state.injected)
