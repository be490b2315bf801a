"""The trainee's own words, verbatim, short enough for a journalist to say."""

from __future__ import annotations

import re
import unicodedata

WORDS_MAX = 12

BEFORE = 8
"""Words kept before a number, where the number would not be among the first."""

_WORD = re.compile(r"\S+")
_EDGES = " \t,;:.…!?-–—\"'“”‘’()[]"


def quoted(text: str, start: int, end: int) -> str:
    """The words that a span touches, whole, on one line, at most WORDS_MAX; nothing of an empty span."""
    if not 0 <= start < end <= len(text):
        return ""
    while start > 0 and not text[start - 1].isspace():
        start -= 1
    while end < len(text) and not text[end].isspace():
        end += 1
    return shortened(text[start:end])


def shortened(text: str) -> str:
    """The first words of a text; where its first number comes later, the words about it."""
    line = next((line for line in text.splitlines() if line.strip()), "")
    words = list(_WORD.finditer(line))
    numbered = next((place for place, word in enumerate(words) if re.search(r"\d", word.group())), 0)
    first = max(0, numbered - BEFORE) if numbered >= WORDS_MAX else 0
    kept = words[first : first + WORDS_MAX]
    return _bare(line[kept[0].start() : kept[-1].end()]) if kept else ""


def _bare(words: str) -> str:
    """Without marks at its edges and without control characters, which nobody can say."""
    clean = "".join(letter for letter in words if unicodedata.category(letter) not in ("Cc", "Cf", "Cs"))
    return unicodedata.normalize("NFC", clean).strip(_EDGES)
