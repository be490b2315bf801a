"""The house of a seat in a workshop: stories shared by all seats, the room's record, and grading in its own process."""

from __future__ import annotations

import threading
from contextlib import suppress
from typing import TYPE_CHECKING

from simulator.commands.editions import Editions
from simulator.commands.house import LocalHouse
from simulator.errors import PodiumError, UsageError
from simulator.language.catalogue import template
from simulator.tui.house import Draft
from simulator.workshop.grading_process import Answered, GradingProcess, case_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from simulator.commands.learning import LocalLearning
    from simulator.journal.port import Journal, SessionSummary
    from simulator.journal.rooms import Rooms
    from simulator.loading.loader import Loaded
    from simulator.reports.library import LibraryEntry
    from simulator.scenario.assessment import Assessment
    from simulator.scenario.dossier import Dossier
    from simulator.scenario.model import Language
    from simulator.scoring.grade import Asked
    from simulator.session.modes import Mode
    from simulator.tui.house import Notice
    from simulator.workshop.room.state import Seat


class SharedStories:
    """What has been loaded for one seat serves all: a scenario is read once for each language."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._loaded: dict[tuple[str, Language | None, str], Loaded] = {}

    def loaded(self, editions: SeatEditions, id_or_path: str, language: Language | None, question: str) -> Loaded:
        key = id_or_path, language or editions.wish, question
        with self._lock:
            if key not in self._loaded:
                self._loaded[key] = editions.load_anew(id_or_path, language, question)
            return self._loaded[key]


class SeatEditions(Editions):
    """Editions over shared stories."""

    def __init__(self, stories: SharedStories) -> None:
        super().__init__()
        self._stories = stories

    def loaded(self, id_or_path: str, language: Language | None = None, question: str = "") -> Loaded:
        loaded = self._stories.loaded(self, id_or_path, language, question)
        self.know(loaded, language or self.wish)
        return loaded

    def load_anew(self, id_or_path: str, language: Language | None, question: str) -> Loaded:
        """From the file."""
        return super().loaded(id_or_path, language, question)


class SeatHouse(LocalHouse):
    """A House whose sessions are the seat's, and whose drafts lie in the room's record, so that any node has them."""

    def __init__(
        self,
        seat: Seat,
        journal: Journal,
        rooms: Rooms,
        stories: SharedStories,
        grading: GradingProcess,
        *,
        mode: Mode,
        time_scale: int,
    ) -> None:
        self._stories = stories
        super().__init__(time_scale=time_scale, mode=mode, learner=seat.name)
        self._journal = journal
        self._seat = seat
        self._rooms = rooms
        self._grading = grading
        self._warm = True  # The grading process was warmed up before anybody came in.

    def _shelf_of(self, language: Language | None) -> Editions:
        return SeatEditions(self._stories)

    def library(self) -> tuple[Sequence[LibraryEntry], Sequence[Notice]]:
        """A seat has no library: the room chooses."""
        return (), ()

    @property
    def learning(self) -> LocalLearning:
        """Refused: whoever learns at the host's machine may have the very name that somebody here has chosen."""
        raise UsageError(template("here you play what the room plays; nothing else is at hand"))

    def own_sessions(self) -> Sequence[SessionSummary]:
        """None but those of the room, which come by their ids: a name proves nobody."""
        return ()

    def learn_as(self, name: str) -> None:
        """Nothing: what the host's owner has chosen stays."""

    def draft(self, session_id: str, window: str = "") -> Draft:
        with suppress(PodiumError):
            mine = [one for one in self._rooms.drafts(session_id) if one.seat == self._seat.id]
            if mine:
                newest = max(mine, key=lambda one: one.written_at)
                return Draft(newest.scene, newest.text)
        return Draft()

    def keep_draft(self, session_id: str, draft: Draft, window: str = "") -> bool:
        with suppress(PodiumError):
            if draft.text:
                self._rooms.keep_draft(session_id, draft.scene, self._seat.id, draft.text)
            else:
                self._forget(session_id)
        return False

    def _forget(self, session_id: str) -> None:
        for one in self._rooms.drafts(session_id):
            if one.seat == self._seat.id:
                self._rooms.keep_draft(session_id, one.scene, one.seat, "")

    def _assessed(self, text: str, asked: Asked, dossier: Dossier, role: str) -> Assessment:
        return self._grading.grade(Answered(text, case_of(asked, dossier, role)))

    def _listened(self, text: str, asked: Asked, dossier: Dossier, role: str) -> None:
        self._grading.listen(Answered(text, case_of(asked, dossier, role)))
