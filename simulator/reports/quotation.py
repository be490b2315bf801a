"""Quotations: a stretch of an answer cut down to what a headline holds, at words or clauses, and never altered.

Every fragment stands in the text letter for letter. Lines and control codes are where one ends, so none holds any.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from simulator.language.signs import OBEYED

WORDS_MAX = 14
"""Words of a fragment, as spaces part them: in Vietnamese, syllables."""

CHARACTERS_MAX = 160

_ENDED = re.compile(rf"\n|{OBEYED.pattern}")
_WORD = re.compile(r"\S+")
_SENTENCE_END = re.compile(rf"[.!?…]+[\"”»’')\]]*(?=\s|$)|\n|{OBEYED.pattern}")
_CLAUSE_ENDS = tuple(".!?…;:,–—")
_CLOSING = "\"”»’')]"
_TRIMMED = " ,;:.…–—-"
_MARKS = (("“", "”"), ("«", "»"), ('"', '"'))
_PAIRS = (("“", "”"), ("«", "»"), ("(", ")"), ("[", "]"), ('"', '"'))

_OPENING_LATE = "và hoặc hay nhưng mà nên thì là còn and or but as which who whose that than nor so"
_MIDDLE = frozenset(_OPENING_LATE.split())
"""Words with which a fragment would begin in the middle of a thought; others are taken where there are such."""

_LINKING = (
    "và hoặc hay của là thì mà cho với ở tại từ do vì nếu các những một để rằng sẽ đã không chưa "
    "and or of the a an to for with at in on from by that if but is are was were will not our we"
)
_DANGLING = frozenset(_LINKING.split())
"""Words on which a fragment that had to be cut inside a clause does not end."""


def fragment(text: str, start: int, end: int, most: int = WORDS_MAX) -> str:
    """The longest piece of `text[start:end]` of at most so many words: clauses if it can be, else words.

    A stretch that begins or ends inside a word takes the word in. Empty where there is nothing to quote.
    """
    start, end = _whole_words(text, max(start, 0), min(end, len(text)))
    pieces = [_cut(run, most) for run in _ENDED.split(text[start:end])]
    return max(pieces, key=lambda piece: len(piece.split()), default="")


def beginning(text: str, most: int = WORDS_MAX) -> str:
    """The first words of a text, with … where it goes on: for what is told of an answer and of no words in it."""
    words = OBEYED.sub(" ", text).split()
    return fragment(text, 0, len(text), most) if len(words) <= most else f"{' '.join(words[:most])} …"


def sentence(text: str, start: int, end: int) -> str:
    """The sentence or sentences in which a stretch stands."""
    ends = [match.end() for match in _SENTENCE_END.finditer(text)]
    begin = max((place for place in ends if place <= start), default=0)
    finish = min((place for place in ends if place >= end), default=len(text))
    return " ".join(OBEYED.sub(" ", text[begin:finish]).split())


def is_whole(quote: str, whole: str) -> bool:
    """Whether a fragment is a sentence as it was said, but for the full stop."""
    return _trimmed(whole.rstrip("!?")) == quote


def in_marks(words: str) -> str:
    """The words between quotation marks: “ ”, or « » where marks of the first kind are among them.

    Words that stand between marks already get no second pair.
    """
    words = _unmarked(words)
    return f"«{words}»" if any(mark in words for mark in '“”"') else f"“{words}”"


def _whole_words(text: str, start: int, end: int) -> tuple[int, int]:
    if start >= end:
        return 0, 0
    while start > 0 and not text[start - 1].isspace() and not text[start].isspace():
        start -= 1
    while end < len(text) and not text[end].isspace() and not text[end - 1].isspace():
        end += 1
    return start, end


def _cut(run: str, most: int) -> str:
    words = list(_WORD.finditer(run))
    for first, last in _stretches(words, most):
        cut = _trimmed(run[words[first].start() : words[last - 1].end()])
        if len(cut) <= CHARACTERS_MAX and any(map(str.isalnum, cut)):
            return cut
    return ""


def _stretches(words: Sequence[re.Match[str]], most: int) -> Iterator[tuple[int, int]]:
    """Which words to take, the best first: all, the most whole clauses, then the first words, fewer and fewer.

    Clauses that begin in the middle of a thought come after those that do not.
    """
    if not words:
        return
    ends = [n for n, word in enumerate(words, 1) if word[0].rstrip(_CLOSING).endswith(_CLAUSE_ENDS) or n == len(words)]
    clauses = [(0, len(words))]
    if len(words) > most:
        starts = enumerate((0, *ends[:-1]))
        clauses = [(start, end) for k, start in starts for end in ends[k : k + most] if end - start <= most]
    late = [word[0].casefold() in _MIDDLE for word in words]
    yield from sorted(clauses, key=lambda stretch: (late[stretch[0]], stretch[0] - stretch[1]))[:WORDS_MAX]
    for last in range(min(most, len(words)), 0, -1):
        if words[last - 1][0].casefold() not in _DANGLING:
            yield 0, last


def _unmarked(words: str) -> str:
    """Without the marks that enclose the whole of it; inside they stay."""
    for opening, closing in _MARKS:
        inner = words[1:-1]
        if len(words) > 2 and words[0] == opening and words[-1] == closing and not {opening, closing} & set(inner):
            return inner
    return words


def _trimmed(cut: str) -> str:
    """Without punctuation at its ends, without a mark there whose partner was cut off, and without enclosing marks."""
    before = ""
    while cut != before:
        before = cut
        cut = _unmarked(cut.strip(_TRIMMED))
        for opening, closing in _PAIRS:
            lone = cut.count(opening) % 2 if opening == closing else cut.count(opening) - cut.count(closing)
            if lone and cut.startswith(opening) and (opening == closing or lone > 0):
                cut = cut[1:]
            elif lone and cut.endswith(closing) and (opening == closing or lone < 0):
                cut = cut[:-1]
    return cut
