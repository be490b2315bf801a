"""A journal that waits for a database which is gone for a while, and records each event once all the same."""

from __future__ import annotations

from collections.abc import Sequence

from simulator.journal.answers import RecordedAnswer
from simulator.journal.codec import encode, plain, plain_header
from simulator.journal.errors import JournalConflict
from simulator.journal.patience import NotThere, Patience, Troubled
from simulator.journal.port import ChainCheck, Entry, Journal, LogEntry, Remark, Said, SessionHeader, SessionSummary
from simulator.session.events import Event


class PatientJournal:
    """Keeps the Journal contract over another journal, trying again where that cannot reach its database.

    A call goes on for up to `seconds` (or until `close`), then raises the last error. A connection that breaks may do
    so after the commit: before a write is tried again, it is looked up, and one that is there already is done.
    `troubled` is told as in `Patience`; one patience may be shared with `PatientRooms`, for they share a database.
    """

    def __init__(
        self,
        journal: Journal,
        seconds: float,
        troubled: Troubled = lambda gone: None,
        patience: Patience | None = None,
    ) -> None:
        self._journal = journal
        self._patience = patience or Patience(seconds, troubled)

    def now(self) -> str:
        return self._journal.now()

    def begin(self, header: SessionHeader, opening: Sequence[Event], ending: str = "") -> None:
        def kept() -> None:
            if self._journal.header(header.id) != plain_header(header):
                raise JournalConflict(header.id, 0)

        self._patience.write(lambda: self._journal.begin(header, opening, ending), kept)

    def append(self, session: str, number: int, event: Event, ending: str = "") -> None:
        def kept() -> None:
            log = self._journal.log(session)
            if number >= len(log):
                raise NotThere
            # What says the very same is as good as ours, whoever recorded it.
            if (log[number].event, log[number].ending) != (encode(event), ending):
                raise JournalConflict(session, number)

        self._patience.write(lambda: self._journal.append(session, number, event, ending), kept)

    def remark(self, about: str, kind: str, by: str, value: str) -> Remark:
        begun = self.now()
        said = Said(about, kind, by, value)
        return self._patience.write(
            lambda: self._journal.remark(about, kind, by, value), lambda: self._found(said, begun)
        )

    def remark_all(self, said: Sequence[Said]) -> None:
        begun = self.now()
        if said:
            # All are kept or none, so that the first speaks for the others.
            def kept() -> None:
                self._found(said[0], begun)

            self._patience.write(lambda: self._journal.remark_all(said), kept)

    def entries(self, session: str) -> tuple[Entry, ...]:
        return self._patience.ask(lambda: self._journal.entries(session))

    def header(self, session: str) -> SessionHeader:
        return self._patience.ask(lambda: self._journal.header(session))

    def sessions(self) -> tuple[SessionSummary, ...]:
        return self._patience.ask(self._journal.sessions)

    def latest_open(self, scenario_id: str | None = None) -> SessionSummary | None:
        return self._patience.ask(lambda: self._journal.latest_open(scenario_id))

    def answers(self, learner: str | None = None) -> tuple[RecordedAnswer, ...]:
        return self._patience.ask(lambda: self._journal.answers(learner))

    def session_ids(self) -> tuple[str, ...]:
        return self._patience.ask(self._journal.session_ids)

    def log(self, session: str) -> tuple[LogEntry, ...]:
        return self._patience.ask(lambda: self._journal.log(session))

    def check_chain(self, session: str) -> ChainCheck:
        return self._patience.ask(lambda: self._journal.check_chain(session))

    def remarks(self, about: str, kind: str = "") -> tuple[Remark, ...]:
        return self._patience.ask(lambda: self._journal.remarks(about, kind))

    def remarks_of(self, kind: str) -> tuple[Remark, ...]:
        return self._patience.ask(lambda: self._journal.remarks_of(kind))

    def remarks_by(self, by: str) -> tuple[Remark, ...]:
        return self._patience.ask(lambda: self._journal.remarks_by(by))

    def forget(self, learner: str) -> int:
        """As in the Journal; the number may be too small where the connection broke after the commit."""
        return self._patience.ask(lambda: self._journal.forget(learner))

    def close(self) -> None:
        """Let go of the journal; calls that are waiting raise their last error."""
        self._patience.give_up()
        self._journal.close()

    def _found(self, said: Said, since: str) -> Remark:
        """The remark that a try of ours has kept, by its time: the clock is ours too."""
        wanted = plain(said.by), plain(said.value)
        for one in self._journal.remarks(said.about, said.kind):
            if (one.by, one.value) == wanted and one.recorded_at >= since:
                return one
        raise NotThere
