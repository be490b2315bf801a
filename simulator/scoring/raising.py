"""Which flags are raised, at which words: what is likely must also be borne out by words or by the dossier."""

from __future__ import annotations

from collections.abc import Mapping

from simulator.scenario.assessment import Finding
from simulator.scenario.claims import Claim
from simulator.scenario.rubric import RED_FLAGS, RedFlag
from simulator.scoring.claims import claims_of, conflicts
from simulator.scoring.desk import pairs_of, syllables
from simulator.scoring.evidence import Evidence
from simulator.scoring.findings import sentence_span
from simulator.scoring.flags import ACT_PLACE, ACTS_OF, REASONS, Flags
from simulator.scoring.gates import NEGATORS, Gate
from simulator.scoring.heads import Heads
from simulator.scoring.numbers import values
from simulator.scoring.packing import Array
from simulator.scoring.secrets import told
from simulator.scoring.slots import share
from simulator.scoring.text import Span, fold

OF_DOSSIER: Mapping[RedFlag, tuple[str, ...]] = {
    "disclosure": ("restricted",),
    "amplification": ("claim",),
    "falsehood": ("strange_numbers", "claim"),
}
"""The slots by which the dossier speaks for a flag."""


CLEAR: Mapping[RedFlag, float] = {
    "speculation": 0.85,
    "attack": 0.9,
    "false_reassurance": 0.8,
    "disclosure": 0.9,
    "amplification": 0.85,
    "stigma": 0.8,
    "falsehood": 0.85,
}
"""The clarity of a single sentence from which a flag is raised whatever else the answer holds: else a good answer
would buy an insult. Measured on sentences that the heads had not seen, nine of ten of these are right."""


MORE_THAN_NO_COMMENT = 0.6
BESIDES = ("reason", "competent", "next_time", "next_channel", "deadline", "fact", "evidence", "help", "action", "owns")
"""The clarity of a reason, a fact or other substance from which a refusal is no longer `no_comment`, as the rubric has
it: neither a reason nor anything else."""


CONFLICT_MIN = 0.1
"""How likely falsehood must be for a conflict of claims to raise it: half of such conflicts alone are none."""

AGREEING = 0.35
"""The share of an established entry's syllable pairs from which a sentence is taken to repeat it."""


def raised(evidence: Evidence, flags: Flags, heads: Heads, gate: Gate | None) -> list[Finding]:
    """One finding for each flag raised, in the rubric's order."""
    secret = told(evidence.reading, evidence.desk)
    found: dict[RedFlag, Finding] = {}
    for flag in RED_FLAGS:
        if flag == "non_answer" and gate is not None:
            found[flag] = _by_rule(evidence, flag, gate.span, gate.because)
        elif flag == "disclosure" and secret is not None:
            found[flag] = _by_rule(evidence, flag, secret, REASONS[flag][0])
        elif flag == "falsehood" and (conflict := _conflict(evidence, flags)) is not None:
            found[flag] = Finding(REASONS[flag][0], None, flag, conflict.start, conflict.end, REASONS[flag][1])
        elif _is_likely(evidence, flag, flags) and is_borne_out(evidence, flag, heads):
            found[flag] = _finding(evidence, flag)
    return list(found.values())


def _conflict(evidence: Evidence, flags: Flags) -> Claim | None:
    """A claim of the answer that conflicts with the dossier, where the flag is not unlikely on other grounds."""
    if flags.chance(evidence, "falsehood") < CONFLICT_MIN:
        return None
    found = conflicts(claims_of(evidence.reading.typed), [], evidence.desk.dossier)
    return found[0].claim if found else None


def _is_likely(evidence: Evidence, flag: RedFlag, flags: Flags) -> bool:
    clear = CLEAR.get(flag, 2.0)
    return flags.chance(evidence, flag) >= flags.thresholds[flag] or _clarity(evidence, flag).max(initial=0.0) >= clear


def _clarity(evidence: Evidence, flag: RedFlag) -> Array:
    """How clearly each sentence performs an act of the flag, shape (sentences,)."""
    clarity: Array = evidence.clarity[:, [ACT_PLACE[act] for act in ACTS_OF[flag]]].max(axis=1)
    return clarity


def is_borne_out(evidence: Evidence, flag: RedFlag, heads: Heads) -> bool:
    """Whether words alone, or the dossier, speak for the flag in some sentence."""
    if flag == "no_comment" and _says_more(evidence):
        return False
    if flag == "falsehood" and _agrees(evidence, int(_clarity(evidence, flag).argmax() if len(evidence.heard) else 0)):
        return False
    if any(evidence.slots.get(name, 0.0) > 0 for name in OF_DOSSIER.get(flag, ())):
        return True
    places = [ACT_PLACE[act] for act in ACTS_OF[flag]]
    return any(bool((heads.of_words(text)[places] > 0).any()) for text in evidence.spoken)


def _agrees(evidence: Evidence, sentence: int) -> bool:
    """Whether a sentence says what an established entry says: its wording, no other number, no other polarity."""
    spans = evidence.reading.sentences
    text = evidence.reading.of(spans[sentence]) if sentence < len(spans) else ""
    pairs, given = pairs_of(syllables(text)), values(fold(text))
    return any(
        share(entry, pairs) >= AGREEING and given <= evidence.desk.numbers and _denies(entry.text) == _denies(text)
        for entry in (*evidence.desk.facts, *evidence.desk.truths)
    )


def _denies(text: str) -> bool:
    return not NEGATORS.isdisjoint(syllables(text))


def _says_more(evidence: Evidence) -> bool:
    """Whether a refusal comes with its reason or with something that it does tell."""
    places = [ACT_PLACE[act] for act in BESIDES]
    return bool((evidence.clarity[:, places] >= MORE_THAN_NO_COMMENT).any())


def _finding(evidence: Evidence, flag: RedFlag) -> Finding:
    clarity = _clarity(evidence, flag)
    start, end = sentence_span(evidence, int(clarity.argmax()) if len(clarity) else 0)
    because, better = REASONS[flag]
    return Finding(because, None, flag, start, end, better)


def _by_rule(evidence: Evidence, flag: RedFlag, span: Span, because: str) -> Finding:
    start, end = evidence.reading.typed_span(span)
    return Finding(because, None, flag, start, end, REASONS[flag][1])
