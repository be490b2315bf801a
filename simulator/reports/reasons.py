"""The reasons of an assessment as people read them.

A machine's reasons are templates of the interface catalogues, and are looked up there. An author's are the author's own
words, in the language of the scenario: they are never looked up, even where a template happens to read the same.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from simulator.language.catalogue import Catalogue
from simulator.scenario.assessment import Assessment, Finding

MACHINE = "podium-"
"""What the name of a grader begins with whose reasons are templates; see `simulator.scoring.grade.GRADER`."""

LEXICAL = "/lexical"
"""What the name of a grader ends with that went by words alone."""


def by_words_alone(assessment: Assessment) -> bool:
    """Whether the machine that graded did so without its language model, and so less surely."""
    return assessment.grader.startswith(MACHINE) and LEXICAL in assessment.grader


def costs(finding: Finding, assessment: Assessment) -> bool:
    """Whether a finding speaks against the answer: by what the machine saw, or else by the level that it explains."""
    if finding.flag or finding.skill is None:
        return True
    if assessment.grader.startswith(MACHINE):
        # A flag's own reason stands at a level that it took away, too.
        return finding.because in _against() or any(
            finding.because == one.because for one in assessment.findings if one.flag
        )
    return assessment.levels.get(finding.skill, 2) <= 1


@cache
def _against() -> frozenset[str]:
    """The machine's reasons that never earn anything."""
    from simulator.scoring.acts import ACTS

    return frozenset(act.because for act in ACTS.values() if act.against and not act.for_)


def in_words(assessment: Assessment, catalogue: Catalogue) -> Assessment:
    """The same assessment, its reasons in the reader's language if a machine gave them."""
    if not assessment.grader.startswith(MACHINE):
        return assessment
    return replace(assessment, findings=tuple(_told(finding, catalogue) for finding in assessment.findings))


def _told(finding: Finding, catalogue: Catalogue) -> Finding:
    because, better = catalogue.say(finding.because), catalogue.say(finding.better)
    return replace(finding, because=sentence_of(because[:1].upper() + because[1:]), better=sentence_of(better))


def sentence_of(text: str) -> str:
    """With a full stop, where nothing ends it."""
    return f"{text}." if text[-1:].isalnum() else text
