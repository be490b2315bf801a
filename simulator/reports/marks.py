"""The words that an assessment rests on, each stretch of them under one letter: a, b, c … as the answer has them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from string import ascii_lowercase

from simulator.scenario.assessment import Assessment, Finding


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of an answer, and the findings that rest on exactly these words. Stretches may overlap."""

    letter: str
    start: int
    end: int
    findings: tuple[Finding, ...]


def marks(text: str, assessment: Assessment) -> tuple[Mark, ...]:
    """The marks of an answer, in the order of their letters; a finding without words has none."""
    resting: dict[tuple[int, int], list[Finding]] = {}
    for finding in assessment.findings:
        start, end = max(finding.start, 0), min(finding.end, len(text))
        if start < end:
            resting.setdefault((start, end), []).append(finding)
    places = sorted(resting, key=lambda place: (place[1], -place[0]))
    return tuple(Mark(_letter(n), *place, tuple(resting[place])) for n, place in enumerate(places))


def letter_of(finding: Finding, found: Sequence[Mark]) -> str:
    """The letter of a finding, empty if it rests on no words."""
    return next((mark.letter for mark in found if finding in mark.findings), "")


def with_letters(text: str, found: Sequence[Mark]) -> str:
    """The answer with each mark's letter behind its last word, for where there is no colour."""
    pieces, done = [], 0
    for mark in found:
        pieces.append(f"{text[done : mark.end]}[{mark.letter}]")
        done = mark.end
    return "".join([*pieces, text[done:]])


def _letter(number: int) -> str:
    rounds, place = divmod(number, len(ascii_lowercase))
    return ascii_lowercase[rounds - 1] + ascii_lowercase[place] if rounds else ascii_lowercase[place]
