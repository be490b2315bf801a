"""What a session is quoted by: its most quotable fragment, and its most harmful one.

The quotable one rests on the words of the best level, clear of any red flag's. The harmful one rests on the words of
the gravest red flag; without flags on those of the lowest level, where silence lies between harmful and absent; and
where every level is good, on a good sentence cut out of its context.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from simulator.reports.debrief import AnsweredQuestion
from simulator.reports.quotation import fragment, sentence
from simulator.reports.reasons import costs
from simulator.scenario.assessment import Finding
from simulator.scenario.rubric import Level, RedFlag, Skill
from simulator.world.reputation import TRUST_COST

Kind = Literal["strong", "weak", "cut", "flag", "silence", "nothing"]

GOOD: Level = 3
"""The level from which words speak for an answer."""

_UNJUDGED: Level = 2
_SHORT = 4
"""Words below which a fragment says little."""


@dataclass(frozen=True, slots=True)
class Quotable:
    """A fragment of an answer: of which question (`number` from 1), for what, and the sentence it was cut from.

    `quote` is empty where the answer has no words for it; `flag` or `skill` say what it is quoted for.
    """

    kind: Kind
    number: int
    question: AnsweredQuestion
    finding: Finding
    level: Level
    quote: str = ""
    sentence: str = ""

    @property
    def about(self) -> str:
        """The key of the flag or skill, empty for neither."""
        return self.finding.flag or self.finding.skill or ""


def most_quotable(questions: Sequence[AnsweredQuestion]) -> Quotable | None:
    """The fragment of the best level; None where nothing was said."""
    return min(_of_levels(questions, speaking_for=True), key=_by_quotability, default=None)


def most_harmful(questions: Sequence[AnsweredQuestion]) -> Quotable | None:
    """The fragment that does most harm, or a silence; None before the first answer."""
    flagged = min(_of_flags(questions), key=_by_cost, default=None)
    if flagged:
        return flagged
    candidates = [*_of_levels(questions, speaking_for=False), *_of_silence(questions)]
    return min(candidates, key=_by_harm, default=None)


def _of_levels(questions: Sequence[AnsweredQuestion], *, speaking_for: bool) -> Iterator[Quotable]:
    for number, question in _spoken(questions):
        levels = question.counted.levels
        for skill, level in levels.items():
            kind: Kind = "weak" if level < GOOD else "strong" if speaking_for else "cut"
            for finding in _findings(question, skill, speaking_for=speaking_for):
                if not _is_flagged(question, finding):
                    yield _quoted(kind, number, question, finding, level)
        if not levels:
            yield _quoted("weak", number, question, Finding(""), _UNJUDGED)


def _of_flags(questions: Sequence[AnsweredQuestion]) -> Iterator[Quotable]:
    for number, question in _spoken(questions):
        found = question.counted.findings
        for flag in question.counted.flags:
            if flag not in question.given.assessment.flags:  # Raised by a person, who names no words.
                yield Quotable("flag", number, question, Finding("", flag=flag), 0)
                continue
            for finding in [one for one in found if one.flag == flag] or [Finding("", flag=flag)]:
                yield _quoted("flag", number, question, finding, 0)


def _of_silence(questions: Sequence[AnsweredQuestion]) -> Iterator[Quotable]:
    for number, question in enumerate(questions, 1):
        if question.silent:
            said = question.counted.findings
            finding = next((one for one in said if one.better), Finding(""))
            yield Quotable("silence", number, question, Finding(finding.because, better=finding.better), 0)


def _spoken(questions: Sequence[AnsweredQuestion]) -> Iterator[tuple[int, AnsweredQuestion]]:
    return ((number, question) for number, question in enumerate(questions, 1) if not question.silent)


def _findings(question: AnsweredQuestion, skill: Skill, *, speaking_for: bool) -> Sequence[Finding]:
    """The findings of a skill, of those that speak for the answer or against it where there are such."""
    assessment = question.counted
    found = [one for one in assessment.findings if one.skill == skill and not one.flag]
    fitting = [one for one in found if costs(one, assessment) != speaking_for]
    return fitting or ([] if speaking_for else found) or [Finding("", skill)]


def _is_flagged(question: AnsweredQuestion, finding: Finding) -> bool:
    """Whether a red flag was raised by some of the same words, or by no particular ones."""
    start, end = _stretch(question, finding)
    flagged = (_stretch(question, one) for one in question.counted.findings if one.flag)
    return any(start < its_end and its_start < end for its_start, its_end in flagged)


def _quoted(kind: Kind, number: int, question: AnsweredQuestion, finding: Finding, level: Level) -> Quotable:
    text = question.given.text
    start, end = _stretch(question, finding)
    quote = fragment(text, start, end)
    place = text.find(quote, start)
    place = place if place >= 0 else text.find(quote)
    whole = sentence(text, place, place + len(quote)) if quote else ""
    return Quotable(kind, number, question, finding, level, quote, whole)


def _stretch(question: AnsweredQuestion, finding: Finding) -> tuple[int, int]:
    """The words that a finding rests on; the whole answer where it names none."""
    start, end = max(finding.start, 0), min(finding.end, len(question.given.text))
    return (start, end) if start < end else (0, len(question.given.text))


def _by_quotability(one: Quotable) -> tuple[object, ...]:
    named = one.finding.start < one.finding.end
    words = len(one.quote.split())
    start, end = _stretch(one.question, one.finding)
    broken = words < _SHORT or words < len(one.question.given.text[start:end].split())
    return (-one.level, not named, broken, -one.question.counted.overall, one.number, one.finding.start)


def _by_cost(one: Quotable) -> tuple[object, ...]:
    flag: RedFlag | None = one.finding.flag
    assert flag is not None
    named = one.finding.start < one.finding.end
    return (-TRUST_COST[flag], not named, one.question.counted.overall, one.number, one.finding.start)


def _by_harm(one: Quotable) -> tuple[object, ...]:
    named = one.finding.start < one.finding.end
    return (one.level, one.kind == "silence", not named, one.question.counted.overall, one.number)
