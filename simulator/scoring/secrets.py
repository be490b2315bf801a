"""Restricted matters told outright: names and numbers that stand in a restricted entry and nowhere else on the desk.

This is by rule and misses nothing that is listed: what the dossier names as restricted, an answer may not say.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import takewhile

from simulator.scoring.desk import Desk, syllables
from simulator.scoring.numbers import figures
from simulator.scoring.text import Reading, Span, fold

NUMBER_MIN = 3
"""Digits from which a number is a secret of its own: a telephone number, an amount, a registration."""

_NAME = re.compile(r"(?<!^)(?<![.!?:;] )\b[^\W\d_a-z][^\W\d_]*(?: [^\W\d_a-z][^\W\d_]*)+")


_WORD = re.compile(r"[^\W\d_]+")

_IDENTITY = re.compile(r"\b(?:danh tinh|ho ten|ho va ten|ten|identit(?:y|ies)|names?)\b")
"""Words of a restricted entry by which no person may be named."""

_ADDRESSED = re.compile(
    r"\b(?:anh|chị|ông|bà|cháu|em|cụ|bé|úy|tá|bác sĩ|mr\.?|mrs\.?|ms\.?|is|was|are|named|called|là|tên) "
    r"(?=([^\W\d_]+ [^\W\d_]+))",
    re.IGNORECASE,
)
"""A form of address or a verb that introduces someone, and the words after it."""

_TITLES = frozenset(("mr", "mrs", "ms", "old", "anh", "chi", "ong", "ba"))
"""Forms of address, which may stand in capitals before a name."""

_OFFICES = frozenset(("so", "uy", "ubnd", "cong", "bo", "ban", "trung", "phong", "hoi", "luat", "voice", "news"))
"""Words that begin or end the names of offices, laws and outlets."""


def told(reading: Reading, desk: Desk) -> Span | None:
    """The first secret that an answer tells."""
    spans = [span for secret in secrets(desk) for span in _places(reading.folded, secret)]
    spans += _identities(reading, desk) if _keeps_identities(desk) else []
    return min(spans, key=lambda span: span.start, default=None)


def _keeps_identities(desk: Desk) -> bool:
    return any(_IDENTITY.search(fold(entry.text)) for entry in desk.restricted)


def _identities(reading: Reading, desk: Desk) -> list[Span]:
    """Persons called by a name that stands nowhere on the desk."""
    free = fold(" ".join(desk.texts))
    named = (_name_at(reading, match.start(1)) for match in _ADDRESSED.finditer(reading.text))
    return [span for span in named if span and reading.folded[span.start : span.end] not in free]


def _name_at(reading: Reading, start: int) -> Span | None:
    """The words in capitals that begin there, if they are two to four and none of them an office's."""
    words = list(takewhile(lambda word: word.group()[0].isupper(), _WORD.finditer(reading.text, start)))[:5]
    words = words[1:] if words and fold(words[0].group()) in _TITLES else words
    if len(words) < 2 or any(fold(word.group()) in _OFFICES for word in words):
        return None
    return Span(words[0].start(), words[-1].end())


def secrets(desk: Desk) -> list[str]:
    """Names of two words or more and long numbers of restricted entries, folded, that are not open elsewhere."""
    free = fold(" ".join([*(entry.text for entry in desk.open), desk.dossier.context, desk.question.text, desk.role]))
    listed = [secret for entry in desk.restricted for secret in (*_names(entry.text), *_numbers(entry.text))]
    return [secret for secret in dict.fromkeys(listed) if secret not in free]


def _names(text: str) -> Iterator[str]:
    for match in _NAME.finditer(text):
        if all(word[:1].isupper() for word in match.group().split()):
            yield " ".join(syllables(match.group()))


def _numbers(text: str) -> Iterator[str]:
    folded = fold(text)
    for figure in figures(folded):
        written = folded[figure.start : figure.end]
        if figure.digits and sum(character.isdigit() for character in written) >= NUMBER_MIN:
            yield written


def _places(folded: str, secret: str) -> Iterator[Span]:
    for match in re.finditer(rf"(?<!\w){re.escape(secret)}(?!\w)", folded):
        yield Span(*match.span())
