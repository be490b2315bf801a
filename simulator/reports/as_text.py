"""The debrief as plain text for a terminal, a pipe or a mail: no colour, no box drawing."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator, Sequence

from simulator.language.asked import why_asked
from simulator.language.catalogue import Catalogue, template
from simulator.language.signs import plain
from simulator.language.words import CONFIDENCE_NAMES, FLAG_NAMES, LEVEL_NAMES, OUTCOME_NAMES, SKILL_NAMES
from simulator.reports.debrief import AnsweredQuestion, Debrief, GradedLine
from simulator.reports.following_text import practise_lines, public_lines, word_kept_lines
from simulator.reports.marks import Mark, letter_of, marks, with_letters
from simulator.reports.reasons import by_words_alone, in_words
from simulator.reports.self_told_text import confidence_lines, discipline_lines, opening_lines
from simulator.reports.summary import figure, in_three_sentences, summary
from simulator.reports.verdict_text import verdict_lines
from simulator.reports.withheld import WHY
from simulator.scenario.assessment import Finding

WIDTH = 78


def as_text(debrief: Debrief, catalogue: Catalogue) -> str:
    """The whole debrief, wrapped at 78 columns."""
    return "\n".join(_lines(debrief, catalogue)) + "\n"


def _lines(debrief: Debrief, catalogue: Catalogue) -> Iterator[str]:
    say = catalogue.say
    yield from heading(debrief.title, "=")
    yield from wrapped(say(template("Role: {role}"), role=debrief.role))
    if debrief.ending:
        yield from wrapped(f"{say(OUTCOME_NAMES[debrief.ending.outcome])}: {debrief.ending.headline}")
        yield from wrapped(debrief.ending.text)
        yield from wrapped(say(template("Lesson: {lesson}"), lesson=debrief.ending.lesson))
    else:
        yield say(template("This session has not ended yet."))
    if debrief.withheld:
        yield from wrapped(say(WHY))
        yield from _asked_and_answered(debrief, catalogue)
        return
    if not debrief.questions:
        yield from wrapped(" ".join(summary(debrief, catalogue)))
        yield from _self_told(debrief, catalogue)
        yield from _path(debrief, catalogue)
        return
    figures = template("Overall grade {overall} of 100. Public trust {trust}, media heat {heat} (illustrative).")
    yield from wrapped(say(figures, overall=debrief.overall, trust=debrief.trust, heat=debrief.heat))
    for sentence in in_three_sentences(debrief, catalogue):
        yield from wrapped(sentence)
    yield from heading(say(template("Skills over the session")), "-")
    width = max((len(say(SKILL_NAMES[skill.skill])) for skill in debrief.skills), default=0)
    for skill in debrief.skills:
        levels = " ".join(str(level) for level in skill.levels)
        name, mean = say(SKILL_NAMES[skill.skill]), figure(skill.mean, catalogue)
        yield f"{name:<{width}}  {mean}  {'#' * round(skill.mean * 5):<20}  {levels}"
    for flag, count in debrief.flags:
        yield f"! {say(FLAG_NAMES[flag])} x {count}"
    yield from _self_told(debrief, catalogue)
    for number, question in enumerate(debrief.questions, 1):
        yield from _question(number, question, catalogue)
    yield from _sections((word_kept_lines(debrief, catalogue), public_lines(debrief, catalogue)))
    yield from _path(debrief, catalogue)
    yield from _sections((practise_lines(debrief, catalogue),))


def _asked_and_answered(debrief: Debrief, catalogue: Catalogue) -> Iterator[str]:
    """What an exam that goes on may be told of itself."""
    for number, question in enumerate(debrief.questions, 1):
        yield from _asked(number, question, catalogue)
        title = template("You kept silent") if question.silent else template("Your answer")
        yield ""
        yield from wrapped(f"{catalogue.say(title)}: {question.given.text}")
    yield from _path(debrief, catalogue)


def _self_told(debrief: Debrief, catalogue: Catalogue) -> Iterator[str]:
    tellers = (confidence_lines, discipline_lines, opening_lines)
    yield from _sections(tell(debrief, catalogue) for tell in tellers)


def _sections(sections: Iterable[Iterable[str]]) -> Iterator[str]:
    """Each with its first line as a heading; nothing where a section has no line."""
    for section in sections:
        first, *lines = [*section] or [""]
        if first:
            yield from heading(first, "-")
        for line in lines:
            yield from wrapped(line)


def _asked(number: int, question: AnsweredQuestion, catalogue: Catalogue) -> Iterator[str]:
    say = catalogue.say
    yield from heading(f"{number}. {question.title}", "-")
    if question.why:
        yield from wrapped(why_asked(question.why, catalogue))
    yield from wrapped(f"{question.time} {question.journalist} ({question.outlet}): {question.question}")
    if question.confidence:
        yield say(template("You were: {confidence}"), confidence=say(CONFIDENCE_NAMES[question.confidence]))


def _question(number: int, question: AnsweredQuestion, catalogue: Catalogue) -> Iterator[str]:
    say = catalogue.say
    yield from _asked(number, question, catalogue)
    title = say(template("You kept silent") if question.silent else template("Your answer"))
    yield from _graded(title, question.given, catalogue)
    yield from _decided(question, catalogue)
    trust, heat = question.trust, question.heat
    yield f"{say(template('Trust'))} {trust[0]} -> {trust[1]}, {say(template('Heat'))} {heat[0]} -> {heat[1]}"
    if not question.lines:
        return
    if question.best.given:
        yield say(template("This was the best of the prepared lines."))
    else:
        yield from _graded(say(template("The best line")), question.best, catalogue)


def _decided(question: AnsweredQuestion, catalogue: Catalogue) -> Iterator[str]:
    """What a person decided about the answer, and the grade that counts then."""
    lines = [*verdict_lines(question, catalogue)]
    for line in lines:
        yield from wrapped(f"* {line}")
    if lines:
        yield from wrapped(catalogue.say(template("This counts: {overall} of 100."), overall=question.counted.overall))


def _graded(title: str, line: GradedLine, catalogue: Catalogue) -> Iterator[str]:
    say = catalogue.say
    told = in_words(line.assessment, catalogue)
    found = marks(line.text, told)
    yield ""
    yield from wrapped(f"{title} ({told.overall}/100): {with_letters(line.text, found)}")
    if by_words_alone(told):
        yield from wrapped(say(template("(graded by its words alone, without the language model: a rough guide)")))
    for skill, level in told.levels.items():
        reasons = [finding for finding in told.findings if finding.skill == skill]
        name = f"- {say(SKILL_NAMES[skill])}: {level} {say(LEVEL_NAMES[level])}."
        yield from _reasons(name, reasons, found, say(template("To go higher:")))
    for flag in told.flags:
        reasons = [finding for finding in told.findings if finding.flag == flag]
        yield from _reasons(f"! {say(FLAG_NAMES[flag])}.", reasons, found, say(template("Instead:")))
    if line.note:
        yield from wrapped(f"{say(template('Mentor:'))} {line.note}")


def _reasons(name: str, findings: Sequence[Finding], found: Sequence[Mark], advice: str) -> Iterator[str]:
    yield from wrapped(" ".join([name, *(_lettered(finding, found) for finding in findings)]))
    for finding in findings:
        if finding.better:
            yield from wrapped(f"    {advice} {finding.better}")


def _lettered(finding: Finding, found: Sequence[Mark]) -> str:
    letter = letter_of(finding, found)
    return f"[{letter}] {finding.because}" if letter else finding.because


def _path(debrief: Debrief, catalogue: Catalogue) -> Iterator[str]:
    say = catalogue.say
    if not debrief.path:
        return
    yield from heading(say(template("Path")), "-")
    for step in debrief.path:
        yield from wrapped(f"{step.time} {step.title}")
        if step.why:
            yield from wrapped(f"  {why_asked(step.why, catalogue)}")
        yield from wrapped(f"  > {step.taken}", "    ")
        for text in step.not_taken:
            yield from wrapped(f"  o {text}", "    ")
    if debrief.endings_missed:
        yield from heading(say(template("Endings not reached")), "-")
        for ending in debrief.endings_missed:
            yield from wrapped(f"o {ending.headline}")


def heading(text: str, rule: str) -> Iterator[str]:
    """An empty line, the heading, and a rule under it."""
    lines = [*wrapped(text, "")]
    yield from ("", *lines)
    yield rule * max(len(line) for line in lines)


def wrapped(text: str, indent: str = "  ") -> Iterator[str]:
    """The text at 78 columns, further lines indented, without anything a terminal obeys."""
    lines = textwrap.wrap(plain(text), WIDTH, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False)
    yield from lines or [""]
