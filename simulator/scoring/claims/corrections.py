"""Corrections: an earlier word owned to be wrong, with the number it was and the number it is, where both are said."""

from __future__ import annotations

from collections.abc import Iterator

from simulator.scenario.claims import Correction
from simulator.scoring.claims.amounts import amounts
from simulator.scoring.claims.clauses import CORRECTS, EARLIER_SAID
from simulator.scoring.claims.hearing import Heard


def corrections(heard: Heard) -> Iterator[Correction]:
    """The corrections of an answer, one for each sentence that announces one."""
    sentences = heard.reading.sentences
    for number, sentence in enumerate(sentences):
        announced = CORRECTS.first(heard, sentence.start, sentence.end)
        if announced is None:
            continue
        first = sentences[max(number - 1, 0)].start
        last = sentences[min(number + 1, len(sentences) - 1)].end
        start, end, quotation = heard.quoted(sentence.start, sentence.end)
        yield Correction(start, end, quotation, _was(heard, first, last), _now(heard, announced.start(), last))


def _was(heard: Heard, start: int, end: int) -> float | None:
    """The number that was said before."""
    said = EARLIER_SAID.first(heard, start, end)
    found = amounts(heard, said.end(), end) if said else ()
    return found[0].least if found else None


def _now(heard: Heard, start: int, end: int) -> float | None:
    """The number that stands: the last after the announcement."""
    found = amounts(heard, start, end)
    return found[-1].least if found else None
