"""The library as data: each scenario on the shelf with what has been played of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from simulator.reports.editions import Edition
from simulator.scenario.model import Difficulty, Language, Module

Progress = Literal["new", "open", "done"]
EndedAs = Literal["good", "mixed", "poor"]


@dataclass(frozen=True, slots=True)
class LibraryEntry:
    """One scenario on the shelf. `open_session` is the latest session that can be resumed, or empty.

    `ended_session` is the latest that has ended, or empty, and `last_outcome` how it ended, None if that is not known.
    `faults` counts problems of severity error: such a scenario is shown and cannot be played. `language` is the one it
    is shown in, `languages` all that it can be played in (that one alone where nothing is known of others).
    """

    id: str
    title: str
    module: Module
    level: Difficulty
    language: Language
    minutes: int
    role: str
    objectives: tuple[str, ...]
    author: str
    licence: str
    open_session: str = ""
    times_ended: int = 0
    faults: int = 0
    ended_session: str = ""
    last_outcome: EndedAs | None = None
    languages: tuple[Language, ...] = ()
    untranslated: int = 0
    original: Language | None = None

    @property
    def edition(self) -> Edition:
        """In which languages it can be played."""
        languages = self.languages or (self.language,)
        return Edition(self.language, languages, self.original or self.language, self.untranslated)

    @property
    def debriefed(self) -> str:
        """The session to read the debrief of: the latest that has ended, else the one that is open; or empty."""
        return self.ended_session or self.open_session

    @property
    def progress(self) -> Progress:
        if self.open_session:
            return "open"
        return "done" if self.times_ended else "new"
