"""What bots say: the samples that authors wrote for a question, good and bad ones."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from random import Random
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from simulator.scenario.model import Scenario

KNOWN_BY = 24
"""Characters, without blanks, by which a question is known on a screen."""

MOST = 120
"""Characters that a bot writes at most, unless told otherwise."""

_SENTENCE_ENDS = re.compile(r"[.!?…](?=\s|$)")


def squeezed(text: str) -> str:
    """A text without blanks, so that it matters not where its lines are broken; in NFC."""
    return "".join(unicodedata.normalize("NFC", text).split())


class Answers:
    """Answers by question; for a question that it does not know, any of them. `by_question` has at least one answer."""

    def __init__(self, by_question: Sequence[tuple[str, Sequence[str]]]) -> None:
        self._known = [(squeezed(asked)[:KNOWN_BY], tuple(answers)) for asked, answers in by_question if answers]
        self._all = tuple(answer for _, answers in self._known for answer in answers)
        if not self._all:
            raise ValueError("bots need at least one answer")

    def to(self, screen: str, chance: Random) -> str:
        """An answer to the question on a screen."""
        asked = squeezed(screen.replace("▌", " "))
        fitting = next((answers for known, answers in self._known if known in asked), self._all)
        return chance.choice(fitting)


def answers_of(scenario: Scenario, most: int = MOST) -> Answers:
    """The scenario's own samples in its language, and its prepared lines where a question has none, cut to length."""
    by_question = []
    for scene in scenario.scenes:
        if scene.kind == "question":
            samples = [one.text for one in scene.samples if one.language in (None, scenario.language)]
            texts = samples or [line.text for line in scene.lines]
            by_question.append((scene.text, [_cut(text, most) for text in texts]))
    return Answers(by_question)


def _cut(text: str, most: int) -> str:
    """Whole sentences as far as they fit; else whole words."""
    text = " ".join(unicodedata.normalize("NFC", text).split())
    if len(text) <= most:
        return text
    ends = [match.end() for match in _SENTENCE_ENDS.finditer(text, 0, most)]
    return text[: ends[-1]] if ends else text[:most].rsplit(" ", 1)[0]
