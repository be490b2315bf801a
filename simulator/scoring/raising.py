"""Which flags are raised, at which words: what is likely must also be borne out by words or by the dossier."""

from __future__ import annotations

from collections.abc import Mapping

from simulator.scenario.assessment import Finding
from simulator.scenario.rubric import RED_FLAGS, RedFlag
from simulator.scoring.evidence import Evidence
from simulator.scoring.findings import sentence_span
from simulator.scoring.flags import ACT_PLACE, ACTS_OF, REASONS, Flags
from simulator.scoring.gates import Gate
from simulator.scoring.heads import Heads
from simulator.scoring.packing import Array
from simulator.scoring.secrets import told
from simulator.scoring.text import Span

OF_DOSSIER: Mapping[RedFlag, tuple[str, ...]] = {
    "disclosure": ("restricted",),
    "amplification": ("claim",),
    "falsehood": ("strange_numbers", "claim"),
}
"""The slots by which the dossier speaks for a flag."""


CLEAR: Mapping[RedFlag, float] = {
    "speculation": 0.85,
    "attack": 0.85,
    "false_reassurance": 0.8,
    "disclosure": 0.9,
    "amplification": 0.85,
    "stigma": 0.8,
    "falsehood": 0.85,
}
"""The clarity of a single sentence from which a flag is raised whatever else the answer holds: else a good answer
would buy an insult. Measured on sentences that the heads had not seen, nine of ten of these are right."""


def raised(evidence: Evidence, flags: Flags, heads: Heads, gate: Gate | None) -> list[Finding]:
    """One finding for each flag raised, in the rubric's order."""
    secret = told(evidence.reading, evidence.desk)
    found: dict[RedFlag, Finding] = {}
    for flag in RED_FLAGS:
        if flag == "non_answer" and gate is not None:
            found[flag] = _by_rule(evidence, flag, gate.span, gate.because)
        elif flag == "disclosure" and secret is not None:
            found[flag] = _by_rule(evidence, flag, secret, REASONS[flag][0])
        elif _is_likely(evidence, flag, flags) and is_borne_out(evidence, flag, heads):
            found[flag] = _finding(evidence, flag)
    return list(found.values())


def _is_likely(evidence: Evidence, flag: RedFlag, flags: Flags) -> bool:
    clear = CLEAR.get(flag, 2.0)
    return flags.chance(evidence, flag) >= flags.thresholds[flag] or _clarity(evidence, flag).max(initial=0.0) >= clear


def _clarity(evidence: Evidence, flag: RedFlag) -> Array:
    """How clearly each sentence performs an act of the flag, shape (sentences,)."""
    clarity: Array = ((evidence.heard + evidence.judged) / 2)[:, [ACT_PLACE[act] for act in ACTS_OF[flag]]].max(axis=1)
    return clarity


def is_borne_out(evidence: Evidence, flag: RedFlag, heads: Heads) -> bool:
    """Whether words alone, or the dossier, speak for the flag in some sentence."""
    if any(evidence.slots.get(name, 0.0) > 0 for name in OF_DOSSIER.get(flag, ())):
        return True
    places = [ACT_PLACE[act] for act in ACTS_OF[flag]]
    return any(bool((heads.of_words(text)[places] > 0).any()) for text in evidence.spoken)


def _finding(evidence: Evidence, flag: RedFlag) -> Finding:
    clarity = _clarity(evidence, flag)
    start, end = sentence_span(evidence, int(clarity.argmax()) if len(clarity) else 0)
    because, better = REASONS[flag]
    return Finding(because, None, flag, start, end, better)


def _by_rule(evidence: Evidence, flag: RedFlag, span: Span, because: str) -> Finding:
    start, end = evidence.reading.typed_span(span)
    return Finding(because, None, flag, start, end, REASONS[flag][1])
