"""Message discipline: which answers come back to which of the messages that the trainee set out to bring across.

By words alone: an answer comes back to a message if it holds at least SHARED of the message's neighbouring syllable
pairs, folded, so that diacritics do not matter. Nobody has to repeat a message to the letter, and hardly anyone holds
so many of its pairs by chance.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from simulator.scenario.model import Scenario
from simulator.scenario.scenes import SILENCE
from simulator.session.asked import words_of
from simulator.session.state import SessionState

SHARED = 1 / 3

_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Discipline:
    """`returns[m]` numbers the answers (from 1) that come back to message m; `share` is that of the answers that
    come back to any, 0 to 1. Silence comes back to nothing, and counts."""

    messages: tuple[str, ...]
    returns: tuple[tuple[int, ...], ...]
    share: float

    @property
    def forgotten(self) -> tuple[str, ...]:
        """The messages that no answer came back to."""
        return tuple(text for text, numbers in zip(self.messages, self.returns, strict=True) if not numbers)


def discipline(scenario: Scenario, state: SessionState) -> Discipline | None:
    """How the answers keep to the messages prepared; None where none were."""
    if state.preparation is None or not state.preparation.messages:
        return None
    messages = state.preparation.messages
    said = [
        _pairs(words_of(scenario, state, answer)) if answer.choice != SILENCE else frozenset()
        for answer in state.answers
    ]
    returns = tuple(_returns(_pairs(message), said) for message in messages)
    kept = {number for numbers in returns for number in numbers}
    return Discipline(messages, returns, len(kept) / len(said) if said else 0.0)


def comes_back(message: str, text: str) -> bool:
    """Whether a text comes back to a message."""
    return bool(_returns(_pairs(message), [_pairs(text)]))


def _returns(message: frozenset[tuple[str, str]], said: Sequence[frozenset[tuple[str, str]]]) -> tuple[int, ...]:
    needed = max(1.0, SHARED * len(message))
    return tuple(number for number, pairs in enumerate(said, 1) if len(message & pairs) >= needed)


def _pairs(text: str) -> frozenset[tuple[str, str]]:
    """Neighbouring syllables, folded; of a single one, itself twice."""
    words = _WORD.findall(_folded(text))
    return frozenset(pairwise(words)) or frozenset((word, word) for word in words)


def _folded(text: str) -> str:
    """Lower case without diacritics."""
    apart = unicodedata.normalize("NFD", text.casefold().replace("đ", "d"))
    return "".join(letter for letter in apart if not unicodedata.combining(letter))
