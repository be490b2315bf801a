"""Which flags are raised, at which words: what is likely must also be borne out by words or by the dossier."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from simulator.scenario.assessment import Finding
from simulator.scenario.rubric import RedFlag
from simulator.scoring.evidence import Evidence
from simulator.scoring.findings import sentence_span
from simulator.scoring.flags import ACTS_OF, REASONS, Flags
from simulator.scoring.gates import Gate
from simulator.scoring.heads import Heads

OF_DOSSIER: dict[RedFlag, tuple[str, ...]] = {
    "disclosure": ("restricted", "secrets"),
    "amplification": ("claim",),
    "falsehood": ("strange_numbers", "claim"),
}
"""The slots by which the dossier speaks for a flag."""


def raised(evidence: Evidence, flags: Flags, heads: Heads, gate: Gate | None) -> list[Finding]:
    """One finding for each flag raised, in the rubric's order."""
    likely = [flag for flag in flags.likely(evidence) if flag != "non_answer" or gate is None]
    found = [_finding(evidence, flag, heads) for flag in likely if is_borne_out(evidence, flag, heads)]
    if gate is None:
        return found
    start, end = evidence.reading.typed_span(gate.span)
    return [*found, Finding(gate.because, None, "non_answer", start, end, REASONS["non_answer"][1])]


def is_borne_out(evidence: Evidence, flag: RedFlag, heads: Heads) -> bool:
    """Whether words alone, or the dossier, speak for the flag in some sentence."""
    if any(evidence.slots.get(name, 0.0) > 0 for name in OF_DOSSIER.get(flag, ())):
        return True
    places = _places(flag, heads)
    return any(bool((heads.of_words(text)[places] > 0).any()) for text in evidence.spoken)


def at(evidence: Evidence, flag: RedFlag, heads: Heads) -> int:
    """The sentence that speaks most clearly for a flag."""
    if not len(evidence.judged):
        return 0
    places = _places(flag, heads)
    return int(np.argmax((evidence.heard + evidence.judged)[:, places].max(axis=1)))


def _places(flag: RedFlag, heads: Heads) -> Sequence[int]:
    return [heads.acts.index(act) for act in ACTS_OF[flag]]


def _finding(evidence: Evidence, flag: RedFlag, heads: Heads) -> Finding:
    start, end = sentence_span(evidence, at(evidence, flag, heads))
    because, better = REASONS[flag]
    return Finding(because, None, flag, start, end, better)


