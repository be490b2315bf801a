"""An answer with its grade, as paragraphs: levels with their reasons and words, red flags, the mentor's note."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from simulator.language.catalogue import Catalogue, template
from simulator.language.words import FLAG_MEANINGS, FLAG_NAMES, LEVEL_NAMES, SKILL_NAMES
from simulator.reports.debrief import GradedLine
from simulator.reports.reasons import by_words_alone, costs, in_words
from simulator.scenario.assessment import Finding

Reason = tuple[Finding, Finding]
"""A finding as it was made, and as the reader reads it."""


def graded(title: str, line: GradedLine, catalogue: Catalogue) -> Iterator[str]:
    """The whole of it; each reason names the words that it rests on, so that the answer itself is heard unbroken."""
    grade = catalogue.say(template("{overall} of 100"), overall=line.assessment.overall)
    yield f"{title}, {grade}: {line.text}"
    if by_words_alone(line.assessment):
        yield catalogue.say(template("(graded by its words alone, without the language model: a rough guide)"))
    yield from _levels(line, catalogue)
    yield from _flags(line, catalogue)
    if line.note:
        yield f"{catalogue.say(template('Mentor:'))} {line.note}"


def _levels(line: GradedLine, catalogue: Catalogue) -> Iterator[str]:
    say = catalogue.say
    for skill, level in line.assessment.levels.items():
        yield f"{say(SKILL_NAMES[skill])}: {level}, {say(LEVEL_NAMES[level])}."
        its = [reason for reason in _reasons(line, catalogue) if reason[0].skill == skill]
        yield from _told(line, its, say(template("To go higher:")), catalogue)


def _flags(line: GradedLine, catalogue: Catalogue) -> Iterator[str]:
    say = catalogue.say
    for flag in line.assessment.flags:
        named = template("Red flag: {flag}, which {meaning}.")
        yield say(named, flag=say(FLAG_NAMES[flag]), meaning=say(FLAG_MEANINGS[flag]))
        its = [reason for reason in _reasons(line, catalogue) if reason[0].flag == flag]
        yield from _told(line, its, say(template("Instead:")), catalogue)


def _reasons(line: GradedLine, catalogue: Catalogue) -> list[Reason]:
    return [*zip(line.assessment.findings, in_words(line.assessment, catalogue).findings, strict=True)]


def _told(line: GradedLine, reasons: Sequence[Reason], advice: str, catalogue: Catalogue) -> Iterator[str]:
    for made, read in reasons:
        words = " ".join(line.text[made.start : made.end].split())
        against = made.flag is None and costs(made, line.assessment)
        told = template("“{words}”: {because}")
        if against:
            told = template("“{words}”, counts against it: {because}")
        yield f"  {catalogue.say(told, words=words, because=read.because) if words else read.because}"
    for better in dict.fromkeys(read.better for _, read in reasons if read.better):
        yield f"  {advice} {better}"
