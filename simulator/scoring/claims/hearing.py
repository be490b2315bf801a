"""How an answer is heard: in Vietnamese with or without diacritics, or in English, and the phrases listened for.

A Phrase is written once, with its diacritics. In an answer typed with diacritics it must stand as written (so that
`báo` is not `bao nhiêu`); in one typed without, it is looked for folded, save for words that would then be others
(`hãy` and `hay`); in English its English wording counts.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import IntEnum
from functools import cached_property

from simulator.scoring.text import Reading, Span, fold

MARKED_MIN = 0.25
"""Share of words with a diacritic from which an answer counts as typed with them."""

_ENGLISH = re.compile(
    r"\b(?:the|of|and|was|were|is|are|we|it|that|they|has|have|been|not|our|will|there|this|i|you|for|"
    r"nobody|at|in|only|"
    r"over|by|people|as|an?|died|dead|with|on|who|what|all|more|than|had|did|from|my|no one|said|out)\b"
)
_VIETNAMESE = re.compile(
    r"\b(?:khong|co|cua|nguoi|toi|chung|cac|nhung|duoc|la|da|va|cho|o|thi|den|trong|ko|ng|ba con|dan|"
    r"xa|bao|nha|se|chua|ho|"
    r"em|chet|lai|nay|gio|ngay|con|moi|voi|tu|bi|cung|anh|chi|may|khi|nao)\b"
)


_TRAILING = frozenset(["va", "voi", "hoac", "and", "or", "with", "the", "of", "nhung", "but", "con"])
"""Words that no quotation should end with."""


class Voice(IntEnum):
    MARKED = 0
    BARE = 1
    ENGLISH = 2


class Phrase:
    """Words to listen for, as regular expressions without groups that count; no upper case in them."""

    def __init__(self, vi: str, en: str = "", marked: str = "") -> None:
        self.vi, self.en, self.marked = vi, en, marked
        full = f"{vi}|{marked}" if marked else vi
        self._patterns = tuple(_whole(wording) for wording in (full, fold(vi).replace("(?p<", "(?P<"), en))

    def among(self, heard: Heard, start: int, end: int) -> Iterator[re.Match[str]]:
        """Every place of the phrase between two places."""
        pattern = self._patterns[heard.voice]
        return pattern.finditer(heard.text, start, end) if pattern else iter(())

    def first(self, heard: Heard, start: int, end: int) -> re.Match[str] | None:
        return next(self.among(heard, start, end), None)

    def begins(self, heard: Heard, start: int, end: int) -> re.Match[str] | None:
        """The phrase at this very place."""
        pattern = self._patterns[heard.voice]
        return pattern.match(heard.text, start, end) if pattern else None

    def closes(self, heard: Heard, start: int, end: int) -> bool:
        """Whether the phrase stands right before `end`."""
        return any(not heard.text[match.end() : end].strip(" :") for match in self.among(heard, start, end))


def either(phrases: Iterable[Phrase]) -> Phrase:
    """A phrase that is heard wherever one of these is: a quick way to hear that none is."""
    every = tuple(phrases)
    return Phrase(*("|".join(filter(None, (getattr(each, part) for each in every))) for part in ("vi", "en", "marked")))


def _whole(wording: str) -> re.Pattern[str] | None:
    return re.compile(rf"(?<!\w)(?:{wording})(?!\w)") if wording else None


@dataclass(frozen=True)
class Heard:
    """An answer and the voice it is heard in. `text` is as long as the reading's, in lower case, perhaps folded."""

    reading: Reading

    @cached_property
    def voice(self) -> Voice:
        if self.reading.marked_share >= MARKED_MIN:
            return Voice.MARKED
        english = len(_ENGLISH.findall(self.reading.folded))
        return Voice.ENGLISH if english > len(_VIETNAMESE.findall(self.reading.folded)) else Voice.BARE

    @cached_property
    def text(self) -> str:
        if self.voice is not Voice.MARKED:
            return self.reading.folded.replace("’", "'")
        return "".join(lower if len(lower := each.lower()) == 1 else each for each in self.reading.text)

    def quoted(self, start: int, end: int) -> tuple[int, int, str]:
        """A stretch widened to whole words and trimmed of what is none: its place as typed, and its words."""
        words = [word for word in self.reading.words if word.start < end and word.end > start]
        while words and self.reading.folded[words[-1].start : words[-1].end] in _TRAILING:
            words = words[:-1]
        if not words:
            return 0, 0, ""
        first, last = self.reading.typed_span(Span(words[0].start, words[-1].end))
        return first, last, self.reading.typed[first:last]
