"""Many recorded sessions read for tables and statements: each with its debrief and what the record says of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from simulator.commands.own_answers import PassedOver
from simulator.errors import PodiumError
from simulator.journal.answers import recorded_answers
from simulator.journal.log_lines import recorded_texts
from simulator.journal.port import SessionHeader
from simulator.journal.revisions import revisions
from simulator.reports.debrief import Debrief, without_what_follows
from simulator.scenario.model import Scenario

if TYPE_CHECKING:
    from simulator.commands.house import LocalHouse


@dataclass(frozen=True, slots=True)
class ReadSession:
    """A session with its debrief, without what follows from its answers.

    `answered_at` is when each of its answers was recorded, `last_at` when its last step was, both UTC in ISO 8601;
    `active_ms` is the time that it took, without pauses.
    """

    header: SessionHeader
    scenario: Scenario
    read: Debrief
    answered_at: tuple[str, ...]
    last_at: str
    active_ms: int


class ReadSessions:
    """Reads sessions of a house; each scenario is loaded once."""

    def __init__(self, house: LocalHouse) -> None:
        self._house = house
        self._scenarios: dict[tuple[str, str, str], Scenario] = {}

    def of(self, sessions: Iterable[str]) -> Iterator[ReadSession | PassedOver]:
        """The sessions in their order. What is in the way of one is told, and the rest read."""
        for session in sessions:
            try:
                yield self._of(session)
            except PodiumError as error:
                yield PassedOver(session, error.message, error.params)

    def _of(self, session: str) -> ReadSession:

        journal = self._house.journal
        header, entries = journal.header(session), journal.entries(session)
        scenario = self._scenario(header)
        events = tuple(entry.event for entry in entries)
        read = without_what_follows(scenario, events, session, revisions(journal, session))
        at = tuple(one.recorded_at for one in recorded_answers(recorded_texts(header, journal.log(session))))
        last = entries[-1] if entries else None
        return ReadSession(
            header=header,
            scenario=scenario,
            read=read,
            answered_at=at[: len(read.questions)],
            last_at=last.recorded_at if last else header.begun_at,
            active_ms=last.event.at if last else 0,
        )

    def _scenario(self, header: SessionHeader) -> Scenario:
        place = header.scenario_id, header.source, header.language
        if place not in self._scenarios:
            self._scenarios[place] = self._house.of_session(header).scenario
        return self._scenarios[place]
