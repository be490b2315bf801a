"""What the answers show, told: levels skill by skill, strengths, and areas for improvement with their evidence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from simulator.language.catalogue import Catalogue, template
from simulator.language.words import FLAG_MEANINGS, FLAG_NAMES, LEVEL_NAMES, SKILL_AIMS, SKILL_NAMES
from simulator.reports.after_action.blocks import Block, Heading, Paragraph, Table, Text, Words
from simulator.reports.after_action.telling_sessions import session_column
from simulator.reports.after_action.value import AfterAction, Evidence, Exercised, Observation
from simulator.reports.reasons import sentence_of
from simulator.reports.summary import figure


@dataclass(frozen=True, slots=True)
class Observations:
    """What the answers to one scenario show."""

    report: AfterAction
    part: Exercised
    catalogue: Catalogue

    def blocks(self) -> Iterator[Block]:
        say = self.catalogue.say
        if self.part.means:
            yield self._skills()
        yield from self._observed(say(template("Strengths")), self.part.strengths, strong=True)
        yield from self._observed(say(template("Areas for improvement")), self.part.improvements, strong=False)

    def _skills(self) -> Table:
        say = self.catalogue.say
        columns = (say(template("Skill")), say(template("Mean level, 0 to 4")), say(template("What it asks for")))
        rows = [
            (say(SKILL_NAMES[skill]), figure(mean, self.catalogue), sentence_of(_capital(say(SKILL_AIMS[skill]))))
            for skill, mean in self.part.means.items()
        ]
        return Table(say(template("Levels of the answers, skill by skill")), columns, rows, (2, 2, 6))

    def _observed(self, title: str, found: Sequence[Observation], *, strong: bool) -> Iterator[Block]:
        say = self.catalogue.say
        yield Heading(3, title)
        if not found:
            yield Paragraph(say(template("The answers show none.")))
        for number, one in enumerate(found, 1):
            yield Heading(4, f"{number}. {self._named(one)}")
            yield Paragraph(self._counted(one, strong=strong))
            yield self._evidence(one, strong=strong)

    def _named(self, one: Observation) -> str:
        return self.catalogue.say(FLAG_NAMES[one.flag] if one.flag else SKILL_NAMES[one.about])

    def _counted(self, one: Observation, *, strong: bool) -> str:
        say = self.catalogue.say
        if one.flag:
            meaning = say(FLAG_MEANINGS[one.flag])
            told = template("A red flag in {times} of {of} answers. What it means: {meaning}.")
        else:
            meaning = say(SKILL_AIMS[one.about])
            told = template("Good or exemplary in {times} of {of} answers. What is asked for: {meaning}.")
            if not strong:
                told = template("Absent or harmful in {times} of {of} answers. What is asked for: {meaning}.")
        return say(told, times=one.times, of=one.of, meaning=meaning)

    def _evidence(self, one: Observation, *, strong: bool) -> Table:
        say = self.catalogue.say
        columns = [*session_column(self.report, self.catalogue), say(template("Answer")), say(template("Words"))]
        widths = [3] * len(session_column(self.report, self.catalogue)) + [4, 6]
        if one.skill:
            columns.append(say(template("Level")))
            widths.append(3)
        columns.append(say(template("Why")))
        widths.append(6)
        if not strong:
            columns.append(say(template("What would be better")))
            widths.append(6)
        rows = [tuple(self._shown(evidence, strong=strong)) for evidence in one.evidence]
        return Table(say(template("What shows it: {about}"), about=self._named(one)), columns, rows, tuple(widths))

    def _shown(self, one: Evidence, *, strong: bool) -> Iterator[Text]:
        say = self.catalogue.say
        if self.report.names_sessions:
            yield str(one.session)
        yield Words(f"{one.answer}. {one.title}", one.language)
        yield say(template("(silence)")) if one.silent else Words(f"“{one.words}”", one.language)
        if one.level is not None:
            yield f"{one.level} {say(LEVEL_NAMES[one.level])}"
        yield self._reason(one)
        if not strong:
            yield self._in_words(one.better, one)

    def _reason(self, one: Evidence) -> Text:
        if one.by:
            return self.catalogue.say(template("{by} decided: {reason}"), by=one.by, reason=one.reason)
        return self._in_words(one.because, one)

    def _in_words(self, text: str, one: Evidence) -> Text:
        """A machine's reason is a template; an author's is the author's."""
        if not one.by_machine or not text:
            return Words(text, one.language)
        return sentence_of(_capital(self.catalogue.say(text)))


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
