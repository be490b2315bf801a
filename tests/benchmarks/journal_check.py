"""Whether answers that bots were told graded stand in the journal, each exactly once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from simulator.journal.connect import open_workshop
from simulator.session.events import AnswerGiven


@dataclass(frozen=True, slots=True)
class Found:
    """Texts accepted but absent, texts that stand there more than once, and how many free answers there are at all."""

    missing: tuple[str, ...]
    doubled: tuple[str, ...]
    answers: int
    sessions: int

    @property
    def well(self) -> bool:
        return not (self.missing or self.doubled)


def answers_in(database: str) -> tuple[Sequence[str], int]:
    """The texts of all answers in one's own words, and the number of sessions."""
    opened = open_workshop(database)
    try:
        sessions = opened.journal.sessions()
        entries = (entry.event for one in sessions for entry in opened.journal.entries(one.header.id))
        return [event.text for event in entries if isinstance(event, AnswerGiven)], len(sessions)
    finally:
        opened.close()


def check(database: str, accepted: Iterable[str], unsure: Iterable[str]) -> Found:
    """`accepted` must be there once, `unsure` at most once."""
    texts, sessions = answers_in(database)
    counted = Counter(texts)
    told = tuple(accepted)
    return Found(
        missing=tuple(text for text in told if not counted[text]),
        doubled=tuple(text for text in {*told, *unsure} if counted[text] > 1),
        answers=len(texts),
        sessions=sessions,
    )
