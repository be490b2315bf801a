"""The library as data: each scenario on the shelf with what has been played of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from simulator.scenario.model import Difficulty, Language, Module

Progress = Literal["new", "open", "done"]


@dataclass(frozen=True, slots=True)
class LibraryEntry:
    """One scenario on the shelf. `open_session` is the latest session that can be resumed, or empty.

    `faults` counts problems of severity error: such a scenario is shown and cannot be played.
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

    @property
    def progress(self) -> Progress:
        if self.open_session:
            return "open"
        return "done" if self.times_ended else "new"
