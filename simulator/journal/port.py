"""The journal as its users know it: a Journal keeps entries, and only ever adds to them.

An append is one committed transaction, durable when the call returns. Every method may raise a
`PodiumError` of `journal.errors` where the machine is in the way, and then nothing has changed.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Protocol

from simulator.journal.answers import RecordedAnswer
from simulator.session.events import Event

FORMAT = 1
"""The format in which events are written today; see `codec`."""


@dataclass(frozen=True, slots=True)
class SessionHeader:
    """What is known of a session from its beginning.

    `scenario_hash` is that of the scenario's source; `begun_at` is UTC in ISO 8601; `learner` may be
    empty; `branch_of` names the session that this one continues, where the scenario had changed; `source` is
    the path of the scenario's file when it was begun.
    """

    id: str
    scenario_id: str
    scenario_title: str
    scenario_hash: str
    language: str
    seed: int
    begun_at: str
    learner: str = ""
    branch_of: str = ""
    source: str = ""
    format: int = FORMAT


@dataclass(frozen=True, slots=True)
class Entry:
    """One recorded event of a session, numbered from 0 without gaps.

    `recorded_at` is UTC in ISO 8601. `ending` is the id of the ending that the session stood at after
    this event, empty while it goes on: so an ending is recorded with the step that reached it, never apart.
    """

    session: str
    number: int
    event: Event
    recorded_at: str
    ending: str = ""


@dataclass(frozen=True, slots=True)
class SessionSummary:
    """A session as a list shows it. `continued_as` is the newest session that branched off this one, or empty."""

    header: SessionHeader
    entries: int
    last_at: str
    ending: str
    continued_as: str = ""

    @property
    def ended(self) -> bool:
        return bool(self.ending)


@dataclass(frozen=True, slots=True)
class Remark:
    """Something kept beside the sessions: an instructor's verdict on one, a learner's place in a course.

    `about` is what it is about (a session's id, `course/` and a course's id), `kind` what sort of remark it is, `by`
    whose it is, and `value` JSON text of that kind. `number` orders all remarks of a journal.
    """

    about: str
    kind: str
    by: str
    value: str
    recorded_at: str = ""
    number: int = 0


@dataclass(frozen=True, slots=True)
class Said:
    """A remark that is to be kept: as in `Remark`, before it has a number and a time."""

    about: str
    kind: str
    by: str
    value: str


@dataclass(frozen=True, slots=True)
class LogEntry:
    """An entry as it is kept: the event's text, whether or not it can be read, and its link, empty if it has none."""

    number: int
    event: str
    recorded_at: str
    ending: str
    chain: str


@dataclass(frozen=True, slots=True)
class ChainCheck:
    """What came of checking a session's chain: `broken` is the first entry that is not as it was recorded, or None.

    Of its `entries`, `chained` have a link; those recorded before there was a chain have none.
    """

    entries: int
    chained: int
    broken: int | None = None


@dataclass(frozen=True, slots=True)
class Notice:
    """Something the user should be told: an English template, and what fills its {placeholders}."""

    message: str
    params: Mapping[str, object] = field(default_factory=dict)


class Journal(Protocol):
    """The record of all sessions."""

    def now(self) -> str:
        """The time by the journal's clock, UTC in ISO 8601 with microseconds."""

    def begin(self, header: SessionHeader, opening: Sequence[Event], ending: str = "") -> None:
        """Record a new session and its first events, all or nothing. Raises JournalConflict if the id is taken."""

    def append(self, session: str, number: int, event: Event, ending: str = "") -> None:
        """Record the event under the next number.

        Raises UnknownSession, or JournalConflict if the number is taken; ValueError if it would leave a gap.
        """

    def entries(self, session: str) -> tuple[Entry, ...]:
        """All entries in order. Raises UnknownSession, EntryDamaged, JournalNewer."""

    def header(self, session: str) -> SessionHeader:
        """What is known of the session from its beginning. Raises UnknownSession."""

    def sessions(self) -> tuple[SessionSummary, ...]:
        """All sessions, the one last recorded in first."""

    def latest_open(self, scenario_id: str | None = None) -> SessionSummary | None:
        """The session to resume: the newest (of a scenario) that has neither ended nor been continued as another."""

    def answers(self, learner: str | None = None) -> tuple[RecordedAnswer, ...]:
        """Every answer that stands in the sessions of a learner, or of all, in the order in which they were given.

        A session that was continued as another is left out, for that one begins with its steps.
        """

    def session_ids(self) -> tuple[str, ...]:
        """The ids of all sessions, of those too whose header is damaged, which `sessions` leaves out."""

    def log(self, session: str) -> tuple[LogEntry, ...]:
        """The entries of a session as they are kept, in order, damaged ones too. Raises UnknownSession."""

    def check_chain(self, session: str) -> ChainCheck:
        """Whether the entries of a session are still as they were recorded. Raises UnknownSession."""

    def remark(self, about: str, kind: str, by: str, value: str) -> Remark:
        """Keep a remark, and return it as it is kept."""

    def remark_all(self, said: Sequence[Said]) -> None:
        """Keep several remarks in their order, all or none."""

    def remarks(self, about: str, kind: str = "") -> tuple[Remark, ...]:
        """The remarks about something, of one kind or of all, the earliest first."""

    def remarks_of(self, kind: str) -> tuple[Remark, ...]:
        """All remarks of a kind, whatever they are about, the earliest first."""

    def remarks_by(self, by: str) -> tuple[Remark, ...]:
        """All of somebody's remarks, the earliest first."""

    def forget(self, learner: str) -> int:
        """Delete every session of a learner, what was remarked about these, and the learner's own remarks.

        Returns how many sessions there were. This alone takes anything away from the record.
        """

    def close(self) -> None:
        """Let go of files and connections."""


def utc_now() -> str:
    """The time by the machine's clock, UTC in ISO 8601 with microseconds, so that text sorts as time does."""
    return datetime.now(UTC).isoformat(timespec="microseconds")


def newest_open(summaries: Iterable[SessionSummary], scenario_id: str | None) -> SessionSummary | None:
    """The first of the summaries that can be resumed."""
    for summary in summaries:
        if summary.ended or summary.continued_as:
            continue
        if scenario_id in (None, summary.header.scenario_id):
            return summary
    return None
