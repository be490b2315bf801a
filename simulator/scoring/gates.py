"""Gates: what is no answer at all. A gate lowers every level to 1 at most, and says why with the words.

Each threshold was set on honest answers first (at most 2 % of them caught); see `tests/scoring/test_gates.py`.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise

from simulator.language.catalogue import template
from simulator.scoring.coherence import coherence
from simulator.scoring.desk import Desk, syllables
from simulator.scoring.restore import Restorer
from simulator.scoring.slots import share
from simulator.scoring.text import Reading, Span, fold

WORDS_MIN = 4
"""Answers of fewer syllables are not judged by shares."""

KNOWN_MIN = 0.65
"""Least share of syllables that are words of either language or of the desk."""

COHERENCE_MIN = -0.6
COHERENCE_MIN_TORN = 0.7
COHERENCE_FROM = 12
COHERENCE_LONG = 30
COHERENCE_SPREAD = 0.05
"""Least coherence (see `coherence`), the same where sentences are torn apart, and from how many syllables on. Of fewer
than COHERENCE_LONG syllables it is a mean of few, so that each that is wanting takes COHERENCE_SPREAD off the least."""

NEGATORS_MAX = 0.09
NEGATORS_FROM = 40
NEGATORS_LEAST = 7
"""Most negators a syllable; honest answers have 0.02 on average, and 99 of 100 fewer than 0.08. Short ones that deny a
rumour have more: fewer than NEGATORS_LEAST negators are no answer denied."""

READ_OUT_MAX = 0.75
READ_OUT_FROM = 12
READ_OUT_ENTRIES = 4
TELLING_MIN = 0.4
"""Most of the pairs of syllables that may stand on the desk, from how many syllables on, where so many entries are
given whole or so little is of those that tell something: to use its words is to answer, to read it out is not."""

COMMAS_MAX = 0.22
"""Most commas a syllable in anything but a list."""

FIGURES_MAX = 0.5
"""Most of the words that may be numbers."""

ECHO_MAX = 0.6
"""Most of the triples of syllables that may be the question's."""

DISTINCT_MIN = 0.3
DISTINCT_FROM = 120
"""Least share of distinct syllables, from how many syllables."""

SAME_OPENINGS = 3
"""Sentences from which the same opening is a refrain, if they are most of the answer."""

SAME_SENTENCES = 3
"""How often one sentence may stand in an answer at most."""

NEGATORS = frozenset(("khong", "chua", "chang", "ko", "not", "never", "no", "nobody", "nothing", "none", "nor"))

_DENIAL = re.compile(
    r"\W*(?:khong dung (?:la|rang)|khong phai (?:la|rang)"
    r"|(?:toi|chung toi) khong (?:he )?(?:noi|bao|khang dinh) (?:la|rang)"
    r"|it (?:is|'s|was) (?:not true|untrue|false|wrong|not the case) that|(?:i|we) (?:do not|don't) (?:say|claim) that"
    r"|(?:i am|i'm|we are|we're) not saying(?: that)?)\b"
)
"""Openings that deny the sentence after them."""

_TO_GRADER = re.compile(
    r"\b(?:ignore (?:all |any |the )?(?:previous|above|prior)|disregard (?:the |all )?(?:rubric|instructions|previous)"
    r"|system prompt|as an ai|language model|you are (?:now )?(?:a|the) grader|dear grader|note to (?:the )?grader"
    r"|(?:give|award|assign) (?:me |this answer |this )?(?:a |an |the )?(?:level|score|grade|mark|4|full)"
    r"|(?:give|award|assign) (?:me |this answer |this )?(?:a |an |the )?(?:maximum|highest|100)"
    r"|(?:full|maximum|top) (?:marks|score)|grade this|score this|level 4 (?:in|for|on|across)"
    r"|red flags? ?[:=]|no red flags"
    r"|bo qua (?:moi |cac |nhung |tat ca )(?:huong dan|chi dan|yeu cau|lenh)"
    r"|cham diem|cham cho (?:toi|em|bai|cau)|(?:nguoi|may|he thong) cham (?:diem|bai|thi|hay|oi|vui long|xin|cho)"
    r"|cho (?:toi|em|bai nay|cau nay) (?:diem|muc)|diem (?:toi da|tuyet doi|cao nhat)"
    r"|(?:cho|dat|du) muc (?:4|bon)|muc 4 (?:o|cho|trong) (?:moi|tat ca|cac|tung))\b"
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
        (_is_shuffled(reading, heard, desk, restorer), template("the words are in no order that makes sense")),
        (_is_denied(reading, heard), template("it denies nearly everything that it says")),
        (_is_read_out(heard, desk), template("it reads the dossier out word for word")),
    )
    return next((Gate(because, whole) for caught, because in tests if caught), None)


def known_share(heard: list[str], desk: Desk, restorer: Restorer) -> float:
    """The share of syllables that are words of either language or of the desk; numbers are words."""
    known = sum(
        word in restorer.folded_singles or word in restorer.english or word in desk.syllables or word.isdigit()
        for word in heard
    )
    return known / max(1, len(heard))


def _is_gibberish(heard: list[str], desk: Desk, restorer: Restorer) -> bool:
    return len(heard) >= WORDS_MIN and known_share(heard, desk, restorer) < KNOWN_MIN


def _is_shuffled(reading: Reading, heard: list[str], desk: Desk, restorer: Restorer) -> bool:
    least = COHERENCE_MIN_TORN if _is_torn(reading) else COHERENCE_MIN
    english = restorer.is_english(reading.text)
    least -= COHERENCE_SPREAD * max(0, COHERENCE_LONG - len(heard))
    return len(heard) >= COHERENCE_FROM and coherence(heard, desk, restorer, english=english) < least


def _is_torn(reading: Reading) -> bool:
    """Whether most sentences begin small, in a text that has capitals elsewhere."""
    starts = [reading.of(span)[0] for span in reading.sentences]
    small = sum(start.islower() for start in starts[1:])
    capitals = sum(reading.text[word.start].isupper() for word in reading.words)
    return len(starts) >= 3 and 2 * small >= len(starts) - 1 and capitals >= len(starts)


def _is_denied(reading: Reading, heard: list[str]) -> bool:
    """Whether a negator stands at every turn, or the sentences open with denying what follows."""
    negators = sum(word in NEGATORS for word in heard)
    dense = len(heard) >= NEGATORS_FROM and negators > max(NEGATORS_MAX * len(heard), NEGATORS_LEAST - 1)
    denied = sum(bool(_DENIAL.match(fold(reading.of(span)))) for span in reading.sentences)
    return dense or (denied >= 2 and 2 * denied >= len(reading.sentences))


def _is_read_out(heard: list[str], desk: Desk) -> bool:
    pairs = list(pairwise(heard))
    whole = sum(len(entry.pairs) >= WORDS_MIN and share(entry, frozenset(pairs)) > 0.9 for entry in desk.open)
    shared = sum(pair in desk.open_pairs for pair in pairs)
    telling = sum(pair in desk.telling_pairs for pair in pairs)
    if len(heard) < READ_OUT_FROM or shared <= READ_OUT_MAX * len(pairs):
        return False
    return whole >= READ_OUT_ENTRIES or telling < TELLING_MIN * len(pairs)


def _is_echo(heard: list[str], desk: Desk) -> bool:
    asked = syllables(desk.question.text)
    triples = list(zip(heard, heard[1:], heard[2:], strict=False))
    same = set(zip(asked, asked[1:], asked[2:], strict=False))
    return len(heard) >= WORDS_MIN and sum(triple in same for triple in triples) / max(1, len(triples)) > ECHO_MAX


def _is_list(reading: Reading, heard: list[str]) -> bool:
    commas = len(re.findall(r"[,;|/•\n]+", reading.text))
    figures = sum(word.isdigit() for word in heard)
    return len(heard) >= 2 * WORDS_MIN and (commas / len(heard) > COMMAS_MAX or figures / len(heard) > FIGURES_MAX)


def _is_repeated(reading: Reading, heard: list[str]) -> bool:
    sentences = Counter(" ".join(syllables(reading.of(span))) for span in reading.sentences)
    most = max((count for sentence, count in sentences.items() if sentence.count(" ") >= 3), default=0)
    thin = len(heard) >= DISTINCT_FROM and len(set(heard)) / len(heard) < DISTINCT_MIN
    return thin or most > SAME_SENTENCES or _has_refrain(reading)


def _has_refrain(reading: Reading) -> bool:
    """Whether most sentences open with the same three words, as where each is denied by the same formula."""
    openings = Counter(tuple(syllables(reading.of(span))[:3]) for span in reading.sentences)
    most = max(openings.values(), default=0)
    return most >= SAME_OPENINGS and most > len(reading.sentences) / 2
