"""Reading an answer on a desk: text -> sentences as detectors read them -> acts and slots."""

from __future__ import annotations

from functools import lru_cache

import numpy as np

from simulator.scoring.context import Context
from simulator.scoring.desk import Desk
from simulator.scoring.encoder import ENCODED_MAX, Encoder
from simulator.scoring.evidence import Evidence
from simulator.scoring.fault import directed
from simulator.scoring.heads import Heads
from simulator.scoring.packing import Array
from simulator.scoring.restore import Restorer
from simulator.scoring.slots import answer_slots, sentence_slots
from simulator.scoring.text import Reading


def observe(
    reading: Reading, desk: Desk, encoder: Encoder, restorer: Restorer, heads: Heads, context: Context
) -> Evidence:
    """What an answer holds. Sentences beyond ENCODED_MAX are not looked into."""
    spoken = spoken_sentences(reading, desk, restorer)[:ENCODED_MAX]
    heard = heads.logits(spoken, encoder.vectors(spoken))
    judged = context.logits(heard, sentence_slots(reading, desk)[:ENCODED_MAX])
    seen = (directed(spoken, chance(heard)), directed(spoken, chance(judged)))
    return Evidence(reading, desk, tuple(spoken), *seen, answer_slots(reading, desk))


def spoken_sentences(reading: Reading, desk: Desk, restorer: Restorer) -> list[str]:
    """The sentences as detectors read them: lower case, short forms written out, marks restored."""
    english = restorer.is_english(reading.text)
    local = _beside(restorer, desk)
    return [local.spoken(reading.of(span), english=english) for span in reading.sentences]


def retyped_sentences(reading: Reading, desk: Desk, restorer: Restorer) -> list[str]:
    """The sentences as detectors would read them, had they been typed without diacritics."""
    if restorer.is_english(reading.text):
        return spoken_sentences(reading, desk, restorer)
    local = _beside(restorer, desk)
    return [local.retyped(reading.of(span)) for span in reading.sentences]


def both_ways(text: str, restorer: Restorer) -> tuple[str, str]:
    """A single sentence, of no answer and on no desk, as detectors read it: as typed, and typed without diacritics."""
    if restorer.is_english(text):
        return text.lower(), text.lower()
    return restorer.spoken(text, english=False), restorer.retyped(text)


@lru_cache(maxsize=64)
def _beside(restorer: Restorer, desk: Desk) -> Restorer:
    return restorer.beside(text for text in desk.texts if text and not restorer.is_english(text))


def chance(logits: Array) -> Array:
    """Log odds -> probabilities, rounded so that the last bits of an addition never show."""
    return np.round(1 / (1 + np.exp(-logits)), 4)
