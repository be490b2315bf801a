"""Whether quoted words really stand in an answer, and where in what was typed."""

from __future__ import annotations

import re

from simulator.scoring.text import Reading, Span, read_answer

WORDS_MIN = 2
"""A quote of a single word proves nothing, unless the answer has no more."""

_SPACE = re.compile(r"\s+")
_WORD = re.compile(r"[^\W_]+")

Stretch = tuple[int, int]
"""Start and end in the characters typed, end exclusive."""


def find_quote(quote: str, reading: Reading, mark: str) -> Stretch | None:
    """Where a quote stands, whatever its spaces, its Unicode form or the sign for spaces; None if it does not."""
    wanted = _SPACE.sub(" ", read_answer(quote.replace(mark, " ")).text).strip()
    if len(_WORD.findall(wanted)) < min(WORDS_MIN, len(_WORD.findall(reading.text))) or not wanted:
        return None
    plain, places = _spaced_once(reading.text)
    start = plain.find(wanted)
    if start < 0:
        return None
    return reading.typed_span(Span(places[start], places[start + len(wanted) - 1] + 1))


def _spaced_once(text: str) -> tuple[str, list[int]]:
    """The text with every stretch of space as one, and each character's place in the text."""
    kept = [
        (" " if character.isspace() else character, place)
        for place, character in enumerate(text)
        if not (character.isspace() and place and text[place - 1].isspace())
    ]
    return "".join(character for character, _ in kept), [place for _, place in kept]
