"""The text layer: an answer as typed, made readable for detectors without losing a single offset.

A Reading holds the cleaned text (NFC, no control or zero-width characters), the same text folded (lower case, without
diacritics, one character for one), its sentences, and for every character the place in what was typed.
Findings point into what was typed, so screens mark the trainee's very words.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache

LENGTH_MAX = 20_000
"""Characters beyond this are not read; nobody speaks for an hour."""

LONG_SENTENCE = 40
"""Syllables after which text without any stop is divided all the same."""

_WORD = re.compile(r"[^\W_]+(?:['’][^\W\d_]+)?")
_ABBREVIATION = re.compile(
    r"\b(?:TP|Tp|ThS|TS|GS|PGS|BS|Bs|KS|Mr|Mrs|Ms|Dr|No|St|v\.v|p\.m|a\.m|e\.g|i\.e|vs)\.", re.UNICODE
)
_NUMBER_DOT = re.compile(r"(?<=\d)[.,](?=\d)")
_ADDRESS = re.compile(
    r"(?<![^\s(])(?:https?://\S*\w|[a-z\d][^\s,;!?]{0,60}?\.(?:vn|com|org|net|info|example)\b(?:/[\w./?=&%#-]*[\w/])?)",
    re.IGNORECASE,
)
"""A web address: its dots end no sentence. Only well-known endings, for many people type no space after a stop. It is
looked for at the beginning of a word alone, and not far, so that long texts take no longer than short ones."""
_SENTENCE = re.compile(r"[^.!?…;\n]*[.!?…;\n]*[\"”’')\]]*")


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of the cleaned text: start and end in characters, end exclusive."""

    start: int
    end: int

    def holds(self, place: int) -> bool:
        return self.start <= place < self.end


@dataclass(frozen=True)
class Reading:
    """An answer made readable. `origin[i]` is the place in what was typed of the cleaned text's character `i`."""

    typed: str
    text: str
    origin: tuple[int, ...]

    @cached_property
    def folded(self) -> str:
        """The text in lower case without diacritics; as long as the text, so offsets hold in both."""
        return fold(self.text)

    @cached_property
    def words(self) -> tuple[Span, ...]:
        """Syllables (Vietnamese) or words (English), in order."""
        return tuple(Span(*match.span()) for match in _WORD.finditer(self.text))

    @cached_property
    def sentences(self) -> tuple[Span, ...]:
        """Sentences in order, without the space around them."""
        return tuple(_sentences(self.text))

    @cached_property
    def marked_share(self) -> float:
        """The share of words that carry a diacritic, 0-1."""
        if not self.words:
            return 0.0
        marked = sum(
            1
            for word in self.words
            if fold(self.text[word.start : word.end]) != self.text[word.start : word.end].lower()
        )
        return marked / len(self.words)

    def of(self, span: Span) -> str:
        """The text of a span."""
        return self.text[span.start : span.end]

    def typed_span(self, span: Span) -> tuple[int, int]:
        """The span in what was typed."""
        if span.start >= span.end or not self.origin:
            return (0, 0)
        last = span.end - 1
        end = self.origin[last + 1] if last + 1 < len(self.origin) else len(self.typed)
        return self.origin[span.start], end

    def sentence_of(self, place: int) -> int:
        """The number of the sentence that holds a place; the nearest before it otherwise."""
        starts = [sentence.start for sentence in self.sentences]
        return max(bisect_right(starts, place) - 1, 0)


def read_answer(typed: str) -> Reading:
    """Clean an answer. Any text will do: lone surrogates and control characters are passed over."""
    text: list[str] = []
    origin: list[int] = []
    for start, cluster in _clusters(typed[:LENGTH_MAX]):
        for character in unicodedata.normalize("NFC", cluster):
            if _is_readable(character):
                text.append(" " if character in "\t\r\u00a0\u202f\u3000" else character)
                origin.append(start)
    return Reading(typed, "".join(text), tuple(origin))


def fold(text: str) -> str:
    """Lower case without diacritics, character for character."""
    return "".join(map(_fold_character, text))


@lru_cache(maxsize=4096)
def _fold_character(character: str) -> str:
    lower = character.lower()
    bare = unicodedata.normalize("NFD", lower if len(lower) == 1 else character)[0]
    return "d" if bare == "đ" else bare


def _clusters(typed: str) -> Iterator[tuple[int, str]]:
    """Base characters with the combining marks after them, and where each begins."""
    start = 0
    for place in range(1, len(typed) + 1):
        if place == len(typed) or not unicodedata.combining(typed[place]):
            yield start, typed[start:place]
            start = place


def _is_readable(character: str) -> bool:
    if character in "\n\t\r":
        return True
    return unicodedata.category(character) not in ("Cc", "Cf", "Cs", "Co", "Cn")


def _sentences(text: str) -> Iterator[Span]:
    guarded = _ABBREVIATION.sub(lambda match: match.group().replace(".", "\u2024"), text)
    guarded = _ADDRESS.sub(lambda match: re.sub(r"[.?;]", "\u2024", match.group()), guarded)
    guarded = _NUMBER_DOT.sub("\u2024", guarded)
    for match in _SENTENCE.finditer(guarded):
        start, end = match.span()
        while start < end and text[start].isspace():
            start += 1
        while end > start and text[end - 1].isspace():
            end -= 1
        if end > start and any(character.isalnum() for character in text[start:end]):
            yield from _divided(text, Span(start, end))


def _divided(text: str, sentence: Span) -> Iterator[Span]:
    """Divide a sentence that goes on without a stop: at commas if there are any, else by length."""
    words = list(_WORD.finditer(text, sentence.start, sentence.end))
    if len(words) <= 2 * LONG_SENTENCE:
        yield sentence
        return
    start = sentence.start
    for number in range(LONG_SENTENCE, len(words), LONG_SENTENCE):
        comma = text.rfind(",", words[number - LONG_SENTENCE // 2].start(), words[number].start())
        cut = comma + 1 if comma >= 0 else words[number].start()
        yield Span(start, cut)
        start = cut
    yield Span(start, sentence.end)
