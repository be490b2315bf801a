"""In which language an answer is written."""

from __future__ import annotations

from simulator.scenario.model import Language
from simulator.scoring.claims.hearing import Heard, Voice
from simulator.scoring.text import read_answer

HEARD_MAX = 2_000
"""Characters by which the language is told."""


def language_of(text: str) -> Language:
    """The language of an answer, by its letters and its small words; Vietnamese where both are as likely."""
    return "en" if Heard(read_answer(text[:HEARD_MAX])).voice is Voice.ENGLISH else "vi"
