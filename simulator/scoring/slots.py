"""What of the dossier an answer holds: numbers, channels, facts, unknowns, restricted matters, rumours, messages.

Shares are 0-1: of an entry's syllable pairs, how many stand in the stretch of text. Counts are cut so that no
answer wins by heaping. All of it is by rule and by value; nothing here rests on similarity of meaning.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

from simulator.scoring.desk import Desk, Entry, Pairs, pairs_of, syllables
from simulator.scoring.numbers import Figure, figures, values
from simulator.scoring.text import Reading, Span, fold

Slots = Mapping[str, float]

_FOLLOWING = re.compile(r"\W+([^\W\d_]+(?:\W+[^\W\d_]+)?)")


def answer_slots(reading: Reading, desk: Desk) -> Slots:
    """The slots of a whole answer."""
    text = reading.text
    heard = syllables(text)
    pairs = pairs_of(heard)
    return {
        **_matters(text, pairs, desk),
        **_lists(pairs, values(reading.folded), desk),
        **_manner(text, heard, pairs, desk),
    }


def sentence_slots(reading: Reading, desk: Desk) -> list[Slots]:
    """The slots of each sentence, with its place in the answer."""
    last = len(reading.sentences) - 1
    return [
        {
            **_matters(reading.of(span), pairs_of(syllables(reading.of(span))), desk),
            "clash": float(any(clashes(reading.of(span), desk))),
            "first": float(number == 0),
            "last": float(number == last),
            "length": math.log1p(len(syllables(reading.of(span)))),
            "asks": float("?" in reading.of(span)),
            "exclaims": float("!" in reading.of(span)),
        }
        for number, span in enumerate(reading.sentences)
    ]


def share(entry: Entry, pairs: Pairs) -> float:
    """Of an entry's syllable pairs, the share that stands in `pairs`."""
    return len(entry.pairs & pairs) / max(1, len(entry.pairs))


def most(entries: Sequence[Entry], pairs: Pairs) -> float:
    return max((share(entry, pairs) for entry in entries), default=0.0)


def is_known(figure: Figure, desk: Desk) -> bool:
    """Whether a number stands on the desk: as a whole, or every part of a time or date."""
    return bool(figure.values & desk.numbers - figure.parts) or figure.parts <= desk.numbers


def has_phone(text: str, desk: Desk) -> bool:
    return bool(desk.phone) and desk.phone in re.sub(r"\D", "", text)


def has_web(text: str, desk: Desk) -> bool:
    return bool(desk.web) and desk.web in fold(text)


def clashes(text: str, desk: Desk) -> list[Span]:
    """Numbers that stand before the same words as a number on the desk, and are another one."""
    folded = fold(text)
    known = _known(desk)
    return [
        Span(figure.start, figure.end)
        for figure in figures(folded)
        if (unit := _unit(folded, figure)) in known and not figure.values & known[unit] and not is_known(figure, desk)
    ]


@lru_cache(maxsize=64)
def _known(desk: Desk) -> Mapping[str, frozenset[str]]:
    """What the desk counts, and how many of it there are."""
    return _counted(" . ".join(fold(entry.text) for entry in (*desk.facts, *desk.truths)))


def _counted(folded: str) -> dict[str, frozenset[str]]:
    counted: dict[str, frozenset[str]] = {}
    for figure in figures(folded):
        unit = _unit(folded, figure)
        counted[unit] = counted.get(unit, frozenset()) | figure.values
    counted.pop("", None)
    return counted


def _unit(folded: str, figure: Figure) -> str:
    """The word or two that follow a number: what it counts."""
    following = _FOLLOWING.match(folded, figure.end)
    return following.group(1) if following else ""


def _matters(text: str, pairs: Pairs, desk: Desk) -> dict[str, float]:
    """What a stretch of text shares with each kind of entry."""
    written = [figure for figure in figures(fold(text)) if figure.digits]
    known = sum(is_known(figure, desk) for figure in written)
    return {
        "numbers": float(min(len(written), 8)),
        "known_numbers": float(min(known, 8)),
        "strange_numbers": float(min(len(written) - known, 4)),
        "fact": most(desk.facts, pairs),
        "unknown": most(desk.unknowns, pairs),
        "restricted": most(desk.restricted, pairs),
        "body": most(desk.bodies, pairs),
        "claim": most(desk.claims, pairs),
        "truth": most(desk.truths, pairs),
        "evidence": most(desk.evidence, pairs),
        "message": most(desk.messages, pairs),
        "echo": len(desk.question.pairs & pairs) / max(1, len(pairs)),
        "copied": len(desk.pairs & pairs) / max(1, len(pairs)),
        "phone": float(has_phone(text, desk)),
        "web": float(has_web(text, desk)),
        "briefing": most(desk.briefing, pairs),
    }


def _lists(pairs: Pairs, numbers: frozenset[str], desk: Desk) -> dict[str, float]:
    """How many entries of a kind an answer holds, and whose numbers."""
    return {
        "facts_shared": sum(share(entry, pairs) for entry in desk.facts),
        "facts_held": float(sum(share(entry, pairs) > 0.15 for entry in desk.facts)),
        "sources_held": float(sum(share(entry, pairs) > 0.4 for entry in desk.sources)),
        "messages_held": float(sum(share(entry, pairs) > 0.25 for entry in desk.messages)),
        "as_of": _most_numbers(desk.times, numbers),
        "due": _most_numbers(desk.due, numbers),
        "briefing_time": _most_numbers(desk.briefing, numbers),
    }


def _most_numbers(entries: Sequence[Entry], numbers: frozenset[str]) -> float:
    return max((len(entry.numbers & numbers) / max(1, len(entry.numbers)) for entry in entries), default=0.0)


def _manner(text: str, heard: list[str], pairs: Pairs, desk: Desk) -> dict[str, float]:
    """Length, repetition, and how much of the wording belongs to the case."""
    count = max(1, len(heard))
    return {
        "length": math.log1p(len(heard)),
        "commas": 10 * text.count(",") / count,
        "distinct": len(set(heard)) / count,
        "of_the_case": len(set(heard) & desk.syllables) / max(1, len(set(heard))),
        "asks": float(min(text.count("?"), 4)),
        "exclaims": float(min(text.count("!"), 4)),
    }
