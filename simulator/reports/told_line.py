"""An answer with its grade in words: the text in stretches under their marks, and the reasons of each skill and flag.

The same for every page that shows answers; each puts it in its own form.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from simulator.language.catalogue import Catalogue, template
from simulator.language.words import FLAG_MEANINGS, FLAG_NAMES, LEVEL_NAMES, SKILL_NAMES
from simulator.reports.debrief import GradedLine
from simulator.reports.marks import Mark, letter_of, marks
from simulator.reports.reasons import by_words_alone, costs, in_words
from simulator.scenario.assessment import Assessment, Finding
from simulator.scenario.rubric import Level, RedFlag, Skill

Weight = Literal["for", "some", "against"]
"""What words do for an answer: they speak for it, help it only partly, or speak against it."""

GRAVEST: tuple[Weight, ...] = ("against", "for", "some")
"""Of words that several findings rest on, the first of these counts."""

GOOD: Level = 3

CAUTION = template("(graded by its words alone, without the language model: a rough guide)")


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of an answer. `letters` are those of the marks that end with it; `weight` is the gravest of the marks
    that it lies under, None where it lies under none."""

    text: str
    letters: tuple[str, ...] = ()
    weight: Weight | None = None


@dataclass(frozen=True, slots=True)
class Reason:
    """One reason, with the letter of the words that it rests on (empty for none) and what would have been better."""

    letter: str
    because: str
    better: str
    weight: Weight


@dataclass(frozen=True, slots=True)
class SkillTold:
    """A skill with its level and reasons. `graded` is the grader's level, None where it judged none; `level` is the one
    that counts, which differs where somebody decided otherwise."""

    skill: Skill
    name: str
    level: Level
    level_name: str
    reasons: tuple[Reason, ...]
    graded: Level | None

    @property
    def decided(self) -> bool:
        """Whether a person's level counts in the place of the grader's."""
        return self.graded != self.level


@dataclass(frozen=True, slots=True)
class FlagTold:
    """A red flag with its reasons. `stands` is false where a person took it away; `decided` where one raised it."""

    flag: RedFlag
    name: str
    meaning: str
    reasons: tuple[Reason, ...]
    stands: bool = True
    decided: bool = False


@dataclass(frozen=True, slots=True)
class LineTold:
    """An answer with its grade. `overall` is the one that counts, `graded` the grader's; `caution` may be empty."""

    stretches: tuple[Stretch, ...]
    overall: int
    graded: int
    skills: tuple[SkillTold, ...]
    flags: tuple[FlagTold, ...]
    note: str
    caution: str


def told_line(line: GradedLine, catalogue: Catalogue, counted: Assessment | None = None) -> LineTold:
    """A line in words; `counted` is the assessment that counts, where it may differ from the line's own."""
    graded = line.assessment
    counts = graded if counted is None else counted
    reading = _Reading(graded, marks(line.text, graded), in_words(graded, catalogue), catalogue)
    return LineTold(
        stretches=stretches(line.text, graded, reading.found),
        overall=counts.overall,
        graded=graded.overall,
        skills=tuple(_skills(counts, reading)),
        flags=tuple(_flags(counts, reading)),
        note=line.note,
        caution=catalogue.say(CAUTION) if by_words_alone(graded) else "",
    )


@dataclass(frozen=True, slots=True)
class _Reading:
    """A grader's assessment, its marks, and the same assessment with its reasons in words.

    What a reason weighs is asked of the former: a machine's reasons are known by their templates.
    """

    graded: Assessment
    found: Sequence[Mark]
    told: Assessment
    catalogue: Catalogue

    def reasons(self, about: str) -> tuple[Reason, ...]:
        """The reasons for a skill or a flag, by its key."""
        both = zip(self.graded.findings, self.told.findings, strict=True)
        return tuple(
            Reason(letter_of(one, self.found), told.because, told.better, weight_of(one, self.graded))
            for one, told in both
            if about in (one.skill, one.flag)
        )


def stretches(text: str, assessment: Assessment, found: Sequence[Mark]) -> tuple[Stretch, ...]:
    """The whole text, cut wherever a mark begins or ends."""
    cuts = sorted({0, len(text), *(mark.start for mark in found), *(mark.end for mark in found)})
    return tuple(_stretch(text, start, end, assessment, found) for start, end in pairwise(cuts))


def weight_of(finding: Finding, assessment: Assessment) -> Weight:
    """What the words of a finding do for the answer."""
    if costs(finding, assessment):
        return "against"
    level = assessment.levels.get(finding.skill, 0) if finding.skill else 0
    return "for" if level >= GOOD else "some"


def _stretch(text: str, start: int, end: int, assessment: Assessment, found: Sequence[Mark]) -> Stretch:
    over = [mark for mark in found if mark.start <= start and end <= mark.end]
    letters = tuple(mark.letter for mark in found if mark.end == end)
    weights = {weight_of(finding, assessment) for mark in over for finding in mark.findings}
    return Stretch(text[start:end], letters, next((one for one in GRAVEST if one in weights), None))


def _skills(counts: Assessment, reading: _Reading) -> Iterator[SkillTold]:
    for skill, level in counts.levels.items():
        yield SkillTold(
            skill=skill,
            name=reading.catalogue.say(SKILL_NAMES[skill]),
            level=level,
            level_name=reading.catalogue.say(LEVEL_NAMES[level]),
            reasons=reading.reasons(skill),
            graded=reading.graded.levels.get(skill),
        )


def _flags(counts: Assessment, reading: _Reading) -> Iterator[FlagTold]:
    raised = reading.graded.flags
    for flag in dict.fromkeys((*counts.flags, *raised)):
        yield FlagTold(
            flag=flag,
            name=reading.catalogue.say(FLAG_NAMES[flag]),
            meaning=reading.catalogue.say(FLAG_MEANINGS[flag]),
            reasons=reading.reasons(flag),
            stands=flag in counts.flags,
            decided=(flag in counts.flags) != (flag in raised),
        )
