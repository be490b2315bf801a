"""The debrief as plain text for a terminal, a pipe or a mail: no colour, no box drawing."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from simulator.language.catalogue import Catalogue, template
from simulator.language.words import FLAG_NAMES, LEVEL_NAMES, OUTCOME_NAMES, SKILL_NAMES
from simulator.reports.debrief import AnsweredQuestion, Debrief, GradedLine

WIDTH = 78


def as_text(debrief: Debrief, catalogue: Catalogue) -> str:
    """The whole debrief, wrapped at 78 columns."""
    return "\n".join(_lines(debrief, catalogue)) + "\n"


def _lines(debrief: Debrief, catalogue: Catalogue) -> Iterator[str]:
    say = catalogue.say
    yield from _heading(debrief.title, "=")
    yield from _wrapped(say(template("Role: {role}"), role=debrief.role))
    if debrief.ending:
        yield from _wrapped(f"{say(OUTCOME_NAMES[debrief.ending.outcome])}: {debrief.ending.headline}")
        yield from _wrapped(debrief.ending.text)
        yield from _wrapped(say(template("Lesson: {lesson}"), lesson=debrief.ending.lesson))
    else:
        yield say(template("This session has not ended yet."))
    figures = template("Overall grade {overall} of 100. Public trust {trust}, media heat {heat} (illustrative).")
    yield from _wrapped(say(figures, overall=debrief.overall, trust=debrief.trust, heat=debrief.heat))
    yield from _heading(say(template("Skills over the session")), "-")
    width = max((len(say(SKILL_NAMES[skill.skill])) for skill in debrief.skills), default=0)
    for skill in debrief.skills:
        levels = " ".join(str(level) for level in skill.levels)
        yield f"{say(SKILL_NAMES[skill.skill]):<{width}}  {skill.mean:.1f}  {'#' * round(skill.mean * 5):<20}  {levels}"
    for flag, count in debrief.flags:
        yield f"! {say(FLAG_NAMES[flag])} x {count}"
    for number, question in enumerate(debrief.questions, 1):
        yield from _question(number, question, catalogue)
    yield from _path(debrief, catalogue)


def _question(number: int, question: AnsweredQuestion, catalogue: Catalogue) -> Iterator[str]:
    say = catalogue.say
    yield from _heading(f"{number}. {question.title}", "-")
    yield from _wrapped(f"{question.time} {question.journalist} ({question.outlet}): {question.question}")
    title = say(template("You kept silent") if question.silent else template("Your answer"))
    yield from _graded(title, question.given, catalogue)
    trust, heat = question.trust, question.heat
    yield f"{say(template('Trust'))} {trust[0]} -> {trust[1]}, {say(template('Heat'))} {heat[0]} -> {heat[1]}"
    if question.best.given:
        yield say(template("This was the best of the prepared lines."))
    else:
        yield from _graded(say(template("The best line")), question.best, catalogue)


def _graded(title: str, line: GradedLine, catalogue: Catalogue) -> Iterator[str]:
    say = catalogue.say
    assessment = line.assessment
    yield ""
    yield from _wrapped(f"{title} ({assessment.overall}/100): {line.text}")
    for skill, level in assessment.levels.items():
        reasons = " ".join(finding.because for finding in assessment.findings if finding.skill == skill)
        yield from _wrapped(f"- {say(SKILL_NAMES[skill])}: {level} {say(LEVEL_NAMES[level])}. {reasons}")
        for finding in assessment.findings:
            if finding.skill == skill and finding.better:
                yield from _wrapped(f"    {say(template('To go higher:'))} {finding.better}")
    for flag in assessment.flags:
        reasons = " ".join(finding.because for finding in assessment.findings if finding.flag == flag)
        yield from _wrapped(f"! {say(FLAG_NAMES[flag])}. {reasons}")
    if line.note:
        yield from _wrapped(f"{say(template('Mentor:'))} {line.note}")


def _path(debrief: Debrief, catalogue: Catalogue) -> Iterator[str]:
    say = catalogue.say
    yield from _heading(say(template("Path")), "-")
    for step in debrief.path:
        yield f"{step.time} {step.title}"
        yield from _wrapped(f"  > {step.taken}", "    ")
        for text in step.not_taken:
            yield from _wrapped(f"  o {text}", "    ")
    if debrief.endings_missed:
        yield from _heading(say(template("Endings not reached")), "-")
        for ending in debrief.endings_missed:
            yield from _wrapped(f"o {ending.headline}")


def _heading(text: str, rule: str) -> Iterator[str]:
    yield ""
    yield text
    yield rule * min(len(text), WIDTH)


def _wrapped(text: str, indent: str = "  ") -> Iterator[str]:
    lines = textwrap.wrap(text, WIDTH, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False)
    yield from lines or [""]
