"""The places that a clause is about: names after in, at, ở, tại, bản, xã. Institutions name no part of the whole."""

from __future__ import annotations

import re
from collections.abc import Iterator

from simulator.scoring.claims.days import MONTHS, WEEKDAYS
from simulator.scoring.claims.hearing import Heard, Phrase, Voice
from simulator.scoring.claims.wording import content
from simulator.scoring.text import fold

_AT = Phrase(r"ở|tại|bản|xã|thôn|xóm|huyện|phường|phía|khu", r"in|at|from|near|village of|commune of")
_NAME = re.compile(r" ((?:[^\W\d_]+ ){0,1}?)((?:[^\W\d_a-z][^\W\d_]*)(?: [^\W\d_a-z][^\W\d_]*)*)")
_PAIR = re.compile(r" [^\W\d_]+ [^\W\d_]+")
_INSTITUTIONS = frozenset(
    [
        "km",
        "truong",
        "benh",
        "trung",
        "tram",
        "nha",
        "uy",
        "so",
        "dai",
        "thcs",
        "ubnd",
        "hospital",
        "school",
        *MONTHS,
        *WEEKDAYS,
    ]
)


def places(heard: Heard, start: int, end: int) -> tuple[str, ...]:
    """The folded names of the places of a stretch, each once."""
    found: dict[str, None] = {}
    if heard.voice is Voice.BARE and not any(map(str.isupper, heard.reading.text)):
        return tuple(dict.fromkeys(_uncapitalised(heard, start, end)))
    for match in _AT.among(heard, start, end):
        named = _NAME.match(heard.reading.text, match.end(), end)
        if named and named[2][0].isupper() and not _is_institution(named):
            found[fold(named[2])] = None
    return tuple(found)


def _uncapitalised(heard: Heard, start: int, end: int) -> Iterator[str]:
    """Where nothing is capitalised, the two syllables after a word for a place, unless both are small words."""
    for match in _AT.among(heard, start, end):
        pair = _PAIR.match(heard.text, match.end(), end)
        words = content(heard, pair.start(), pair.end()) if pair else ()
        if pair and words and not _INSTITUTIONS & set(words):
            yield pair.group().strip()


def _is_institution(named: re.Match[str]) -> bool:
    return bool(_INSTITUTIONS & set(fold(named.group()).split()))
