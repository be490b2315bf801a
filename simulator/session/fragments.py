"""Fragments of an answer that are worth quoting: a clause that says something, one breath long, letter for letter.

A clause goes from one mark to the next; where it is too long, it is cut before a word that joins. Words with which
one only begins to speak ("what I mean is") are left out. Pure: from the text and the words that a finding rests on.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from simulator.session.small_words import SmallWords, small_words

LEAST_WORDS = 4
"""Words of a piece that is cut out of a longer clause."""

SHORT = 3
"""Words below which a clause within a sentence is rather the rest of a list."""

MEANT = 3
"""Words of content below which a fragment says little; two will do where they are all that a finding rests on."""

_WORD = re.compile(r"\S+")
_SENTENCE_END = re.compile(r"[.!?…]+[\"”»’')\]]*$")
_CLAUSE_END = re.compile(r"[,;:–—][\"”»’')\]]*$|^[–—-]$")
_EDGES = " \t,;:.…!?-–—"
_PAIRS = (("“", "”"), ("«", "»"), ("(", ")"), ("[", "]"), ('"', '"'))


@dataclass(frozen=True, slots=True)
class Fragment:
    """Words of an answer, verbatim and without marks at their edges; their clause may go on, or have begun before."""

    words: str
    cut: bool = False
    cut_before: bool = False

    @property
    def shown(self) -> str:
        """With … where the clause was cut, and with the answer's own quotation marks made single."""
        return f"{'… ' * self.cut_before}{in_single_marks(self.words)}{' …' * self.cut}"


_MARKS = '“”«»"'
_SINGLE = str.maketrans({"“": "‘", "”": "’", "«": "‹", "»": "›", '"': "'"})


@dataclass(frozen=True, slots=True)
class _Piece:
    """Words `first` to `last` (exclusive) of an answer, by number; whether they begin and end a sentence or a
    clause."""

    first: int
    last: int
    opens: bool = False
    closes: bool = False
    cut: bool = False
    cut_before: bool = False
    lame: bool = False
    """Whether it begins within a sentence with the rest of a list."""
    closing: int = -1
    """The first word of its last clause; -1 for no whole clause, -2 for words that were simply counted off."""


def in_single_marks(words: str) -> str:
    """Words that are about to stand between quotation marks: those within become single."""
    return words.translate(_SINGLE)


@lru_cache(maxsize=512)
def fragment(text: str, start: int = 0, end: int = 0, least: int = MEANT - 1) -> Fragment | None:
    """The piece most worth quoting about `text[start:end]`, or of all of it; None where no piece says anything.

    `least` are the words of content that will do in a piece that has all of `text[start:end]`.
    """
    words = [match for line in _lines(text) for match in _WORD.finditer(text, *line)]
    small = small_words(text)
    touched = _touched(words, start, end)
    pieces = [*_pieces(words, small), *_about(words, touched, small)]
    scored = [(_worth(text, words, piece, touched, small, least), -piece.first, piece) for piece in pieces]
    scored = [one for one in scored if one[0] > 0]
    if not scored:
        return None
    piece = max(scored, key=lambda one: one[:2])[2]
    return Fragment(_said(text, words, piece), piece.cut, piece.cut_before)


def _lines(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for line in text.split("\n"):
        yield start, start + len(line)
        start += len(line) + 1


def _touched(words: list[re.Match[str]], start: int, end: int) -> frozenset[int]:
    """The numbers of the words that a stretch of the text touches."""
    return frozenset(n for n, word in enumerate(words) if word.start() < end and start < word.end())


def _pieces(words: list[re.Match[str]], small: SmallWords) -> Iterator[_Piece]:
    """All that might be quoted: runs of whole clauses of one sentence, and parts of clauses that are too long."""
    for sentence in _sentences(words):
        for place, (first, last) in enumerate(sentence):
            low = [bare(word[0]) for word in words[first:last]]
            begun = first + small.opening(low)
            if begun == last - 1 and low[-1] in small.empty:
                begun = last  # Somebody is called upon: "chị, …".
            for closing, until in sentence[place:]:
                if LEAST_WORDS - 2 <= until - begun <= small.words_max:
                    closing = max(closing, begun)
                    lame = place > 0 and last - begun < SHORT and until > last
                    yield _Piece(begun, until, place == 0, until == sentence[-1][1], lame=lame, closing=closing)
            if last - begun > small.words_max:
                yield from _parts(words, begun, last, place == 0, small)


def _about(words: list[re.Match[str]], touched: frozenset[int], small: SmallWords) -> Iterator[_Piece]:
    """The very words that a finding rests on; and where they end a clause that is too long, its last words."""
    if not touched:
        return
    if LEAST_WORDS <= len(touched) <= small.words_max:
        yield _Piece(min(touched), max(touched) + 1)
    clauses = (clause for sentence in _sentences(words) for clause in sentence)
    first, last = next(clause for clause in clauses if clause[1] > max(touched))
    begun = last - small.words_max
    if begun > first:
        while begun < min(touched) and bare(words[begun][0]) in small.empty | small.dependent | small.dangling:
            begun += 1
        yield _Piece(begun, last, cut_before=True, closing=-2)


def _sentences(words: list[re.Match[str]]) -> list[list[tuple[int, int]]]:
    """Sentences as the clauses they are made of, by numbers of words; a line ends a sentence."""
    sentences: list[list[tuple[int, int]]] = [[]]
    first = 0
    for number, word in enumerate(words):
        following = words[number + 1] if number + 1 < len(words) else None
        ended = following is None or "\n" in word.string[word.end() : following.start()]
        ended = ended or (_SENTENCE_END.search(word[0]) is not None and not _goes_on(following))
        if ended or _CLAUSE_END.search(word[0]):
            sentences[-1].append((first, number + 1))
            first = number + 1
        if ended:
            sentences.append([])
    return [sentence for sentence in sentences if sentence]


def _goes_on(following: re.Match[str] | None) -> bool:
    """A small letter after a full stop: it was an abbreviation's."""
    return following is not None and following[0][0].islower()


def _parts(words: list[re.Match[str]], first: int, last: int, opens: bool, small: SmallWords) -> Iterator[_Piece]:
    """Parts of a long clause: from its beginning, or from a word that begins a clause of its own, to a joint."""
    low = [bare(word[0]) for word in words[first:last]]
    joints = [n for n in range(1, len(low)) if low[n] in small.joining and low[n - 1] not in small.dangling]
    begins = [0, *(n + 1 for n, word in enumerate(low[:-1]) if n and word in small.introducing)]
    for begin in begins:
        for until in [*joints, len(low)]:
            if LEAST_WORDS <= until - begin <= small.words_max:
                yield _Piece(first + begin, first + until, opens and begin == 0, False, until < len(low))
    until = next((n for n in range(small.words_max, 0, -1) if low[n - 1] not in small.dangling), 0)
    if until >= LEAST_WORDS:
        yield _Piece(first, first + until, cut=True, closing=-2)


def _worth(
    text: str, words: list[re.Match[str]], piece: _Piece, touched: frozenset[int], small: SmallWords, least: int
) -> float:
    """How much a piece is worth quoting; 0 or less: not at all."""
    said = range(piece.first, piece.last)
    low = [bare(words[number][0]) for number in said]
    content = sum(word not in small.empty and word != "" for word in low)
    covered = sum(number in touched for number in said)
    whole = bool(touched) and covered == len(touched)
    if content < (least if whole else MEANT) or (touched and not covered):
        return 0
    worth = 4 * covered / min(len(touched), small.words_max) if touched else 0.0
    worth += 2 * min(content, 5) / 5 + piece.opens + piece.closes + 0.5 * any(map(_has_digit, low))
    worth -= 1.5 * -piece.closing * (piece.closing < 0) + 1.0 * piece.cut + 2 * (low[-1] in small.dangling)
    worth -= piece.cut_before + 1.5 * piece.lame
    worth -= 4 * (low[0] in small.dependent) * (not (piece.opens and piece.closes))
    if piece.closing >= 0 and not piece.closes:
        worth -= 2.5 * (bare(words[piece.closing][0]) in small.adjoining)
    worth -= 1.5 * any(mark in words[number][0] for number in said for mark in _MARKS)
    worth -= 3 * (not _is_balanced(text[words[piece.first].start() : words[piece.last - 1].end()]))
    return max(worth, 0.01)


def bare(word: str) -> str:
    """A word without marks at its edges, in small letters."""
    return unicodedata.normalize("NFC", word).strip(_EDGES + "\"“”«»‘’'()[]").casefold()


def _has_digit(word: str) -> bool:
    return any(map(str.isdigit, word))


def _is_balanced(said: str) -> bool:
    return all(
        said.count(opening) % 2 == 0 if opening == closing else said.count(opening) == said.count(closing)
        for opening, closing in _PAIRS
    )


def _said(text: str, words: list[re.Match[str]], piece: _Piece) -> str:
    return bare_of(text[words[piece.first].start() : words[piece.last - 1].end()])


def bare_of(raw: str) -> str:
    """Words of one line without marks at their edges and without what a terminal would obey, in NFC."""
    clean = "".join(letter for letter in raw if unicodedata.category(letter) not in ("Cc", "Cf", "Cs"))
    return _trimmed(unicodedata.normalize("NFC", clean))


def _trimmed(said: str) -> str:
    """Without marks at its edges, and without one there whose partner was cut off."""
    before = ""
    while said != before:
        before = said
        said = said.strip(_EDGES)
        for opening, closing in _PAIRS:
            whole = said.startswith(opening) and said.endswith(closing) and len(said) > 1
            if whole and opening not in said[1:-1] and closing not in said[1:-1]:
                said = said[1:-1]
            lone = said.count(opening) % 2 if opening == closing else said.count(opening) - said.count(closing)
            if lone and said.startswith(opening) and (opening == closing or lone > 0):
                said = said[1:]
            elif lone and said.endswith(closing) and (opening == closing or lone < 0):
                said = said[:-1]
    return said
