"""Gates: what is no answer at all. A gate lowers every level to 1 at most, and says why with the words.

Each threshold was set on honest answers first (at most 2 % of them caught); see `tests/scoring/test_gates.py`.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise

from simulator.language.catalogue import template
from simulator.scoring.desk import Desk, syllables
from simulator.scoring.restore import Restorer
from simulator.scoring.text import Reading, Span

WORDS_MIN = 4
"""Answers of fewer syllables are not judged by shares."""

KNOWN_MIN = 0.65
"""Least share of syllables that are words of either language or of the desk."""

PAIRS_MIN = 0.42
PAIRS_MIN_ENGLISH = 0.19
PAIRS_WORDS_MIN = 12
"""Least share of neighbouring syllables that are ever neighbours, and from how many syllables this is asked."""

COMMAS_MAX = 0.22
"""Most commas a syllable in anything but a list."""

ECHO_MAX = 0.6
"""Most of the triples of syllables that may be the question's."""

DISTINCT_MIN = 0.3
DISTINCT_FROM = 120
"""Least share of distinct syllables, from how many syllables."""

SAME_SENTENCES = 3
"""How often one sentence may stand in an answer at most."""

_TO_GRADER = re.compile(
    r"\b(?:ignore (?:all |any |the )?(?:previous|above|prior)|disregard (?:the |all )?(?:rubric|instructions|previous)"
    r"|system prompt|as an ai|language model|you are (?:now )?(?:a|the) grader|dear grader|note to (?:the )?grader"
    r"|(?:give|award|assign) (?:me |this answer |this )?(?:a |an |the )?(?:level|score|grade|mark|4|full)"
    r"|(?:give|award|assign) (?:me |this answer |this )?(?:a |an |the )?(?:maximum|highest|100)"
    r"|(?:full|maximum|top) (?:marks|score)|grade this|score this|level 4|red flags? ?[:=]|no red flags"
    r"|bo qua (?:moi |cac |nhung |tat ca )(?:huong dan|chi dan|yeu cau|lenh)"
    r"|cham (?:diem )?(?:cho )?(?:toi|em|cau|bai|muc)"
    r"|cho (?:toi|em|bai nay|cau nay) (?:diem|muc)|diem (?:toi da|tuyet doi|cao nhat)"
    r"|muc 4|nguoi cham|may cham|he thong cham)\b"
)


@dataclass(frozen=True, slots=True)
class Gate:
    """Why something is no answer, and where."""

    because: str
    span: Span


def gate(reading: Reading, desk: Desk, restorer: Restorer) -> Gate | None:
    """The first gate that an answer runs into, if any."""
    whole = Span(0, len(reading.text))
    heard = syllables(reading.text)
    if not heard:
        return Gate(template("there are no words in it"), whole)
    addressed = _TO_GRADER.search(reading.folded)
    if addressed:
        return Gate(template("it speaks to the grader, not to the journalist"), Span(*addressed.span()))
    tests = (
        (_is_gibberish(heard, desk, restorer), template("these are not words")),
        (_is_echo(heard, desk), template("it gives the question back")),
        (_is_list(reading, heard), template("it is a string of key words")),
        (_is_repeated(reading, heard), template("it says the same thing over and over")),
        (_is_shuffled(heard, desk, restorer), template("the words are in no order that makes sense")),
    )
    return next((Gate(because, whole) for caught, because in tests if caught), None)


def known_share(heard: list[str], desk: Desk, restorer: Restorer) -> float:
    """The share of syllables that are words of either language or of the desk; numbers are words."""
    known = sum(
        word in restorer.folded_singles or word in restorer.english or word in desk.syllables or word.isdigit()
        for word in heard
    )
    return known / max(1, len(heard))


def pair_share(heard: list[str], desk: Desk, restorer: Restorer) -> float:
    """The share of neighbouring syllables that stand side by side in the project's texts or on the desk."""
    pairs = list(pairwise(heard))
    known = sum(pair in restorer.folded_pairs or pair in desk.pairs for pair in pairs)
    return known / max(1, len(pairs))


def _is_gibberish(heard: list[str], desk: Desk, restorer: Restorer) -> bool:
    return len(heard) >= WORDS_MIN and known_share(heard, desk, restorer) < KNOWN_MIN


def _is_shuffled(heard: list[str], desk: Desk, restorer: Restorer) -> bool:
    least = PAIRS_MIN_ENGLISH if restorer.is_english(" ".join(heard)) else PAIRS_MIN
    return len(heard) >= PAIRS_WORDS_MIN and pair_share(heard, desk, restorer) < least


def _is_echo(heard: list[str], desk: Desk) -> bool:
    asked = syllables(desk.question.text)
    triples = list(zip(heard, heard[1:], heard[2:], strict=False))
    same = set(zip(asked, asked[1:], asked[2:], strict=False))
    return len(heard) >= WORDS_MIN and sum(triple in same for triple in triples) / max(1, len(triples)) > ECHO_MAX


def _is_list(reading: Reading, heard: list[str]) -> bool:
    commas = len(re.findall(r"[,;|/•\n]+", reading.text))
    return len(heard) >= 2 * WORDS_MIN and commas / len(heard) > COMMAS_MAX


def _is_repeated(reading: Reading, heard: list[str]) -> bool:
    sentences = Counter(" ".join(syllables(reading.of(span))) for span in reading.sentences)
    most = max((count for sentence, count in sentences.items() if sentence.count(" ") >= 3), default=0)
    thin = len(heard) >= DISTINCT_FROM and len(set(heard)) / len(heard) < DISTINCT_MIN
    return thin or most > SAME_SENTENCES
