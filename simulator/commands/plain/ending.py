"""The ending and the debrief, as paragraphs."""

from __future__ import annotations

from collections.abc import Iterator

from simulator.commands.plain.graded import graded
from simulator.commands.plain.table import press
from simulator.language.catalogue import Catalogue, template
from simulator.language.words import CONFIDENCE_NAMES, FLAG_NAMES, LEVEL_NAMES, OUTCOME_NAMES, SKILL_NAMES
from simulator.reports.debrief import AnsweredQuestion, Debrief
from simulator.reports.self_told_text import confidence_lines, discipline_lines, opening_lines
from simulator.reports.summary import figure, summary
from simulator.reports.verdict_text import verdict_lines


def ending(debrief: Debrief, catalogue: Catalogue) -> Iterator[str]:
    """Where the session ended, and what to take away."""
    say, end = catalogue.say, debrief.ending
    if end is None:
        return
    yield from ("", f"{say(OUTCOME_NAMES[end.outcome])}: {end.headline}", end.text)
    figures = template("Public trust {trust}, media heat {heat} (illustrative)")
    yield say(figures, trust=debrief.trust, heat=debrief.heat)
    yield from ("", say(template("What to take away")), f"  {end.lesson}")


def overview(debrief: Debrief, catalogue: Catalogue) -> Iterator[str]:
    """The session as a whole: in three sentences, skill by skill, and how sure one was."""
    yield from ("", catalogue.say(template("Debrief")), *summary(debrief, catalogue), *_skills(debrief, catalogue))
    yield from _self_told(debrief, catalogue)


def in_detail(debrief: Debrief, catalogue: Catalogue) -> Iterator[str]:
    """The session answer by answer, and the path through it."""
    for number, asked in enumerate(debrief.questions, 1):
        yield from question(number, asked, catalogue)
    yield from _path(debrief, catalogue)


def _skills(debrief: Debrief, catalogue: Catalogue) -> Iterator[str]:
    say = catalogue.say
    if debrief.skills:
        yield from ("", say(template("Skills over the session")))
    for skill in debrief.skills:
        levels = ", ".join(str(level) for level in skill.levels)
        mean, band = figure(skill.mean, catalogue), say(LEVEL_NAMES[round(skill.mean)])
        told = template("{skill}: {mean}, {band}; answer by answer: {levels}")
        yield "  " + say(told, skill=say(SKILL_NAMES[skill.skill]), mean=mean, band=band, levels=levels)
    if debrief.flags:
        yield from ("", say(template("Red flags")))
    for flag, count in debrief.flags:
        yield f"  {say(FLAG_NAMES[flag])}: {count}"


def _self_told(debrief: Debrief, catalogue: Catalogue) -> Iterator[str]:
    """How sure one was, and what came of what had been prepared on the screens."""
    for tell in (confidence_lines, discipline_lines, opening_lines):
        first, *lines = [*tell(debrief, catalogue)] or [""]
        if first:
            yield from ("", first, *(f"  {line}" for line in lines))


def question(number: int, asked: AnsweredQuestion, catalogue: Catalogue) -> Iterator[str]:
    """One question with its answer, the grade of it, how sure one was, and the best line."""
    say = catalogue.say
    yield from ("", f"{number}. {asked.title}")
    if asked.why:
        yield from press(asked.why, asked.quotes, catalogue)
    yield f"{asked.time}. {asked.journalist}, {asked.outlet}: {asked.question}"
    title = template("You kept silent") if asked.silent else template("Your answer")
    yield from graded(say(title), asked.given, catalogue)
    decided = [*verdict_lines(asked, catalogue)]
    if decided:
        yield from (*decided, say(template("This counts: {overall} of 100."), overall=asked.counted.overall))
    if asked.confidence:
        yield say(template("You were: {confidence}"), confidence=say(CONFIDENCE_NAMES[asked.confidence]))
    moved = template("Public trust from {trust} to {trust_after}, media heat from {heat} to {heat_after}.")
    (trust, trust_after), (heat, heat_after) = asked.trust, asked.heat
    yield say(moved, trust=trust, trust_after=trust_after, heat=heat, heat_after=heat_after)
    if not asked.lines:
        return
    if asked.best.given:
        yield say(template("This was the best of the prepared lines."))
    else:
        yield from graded(say(template("The best line")), asked.best, catalogue)


def _path(debrief: Debrief, catalogue: Catalogue) -> Iterator[str]:
    say = catalogue.say
    yield from ("", say(template("Path")))
    yield say(template("{seen} of {all} scenes seen."), seen=debrief.scenes_seen, all=debrief.scenes_in_all)
    for step in debrief.path:
        yield f"{step.time} {step.title}"
        if step.why:
            yield from press(step.why, (), catalogue)
        yield f"  {step.taken}"
        for text in step.not_taken:
            yield "  " + say(template("Not taken: {line}"), line=text)
    if debrief.endings_missed:
        yield from ("", say(template("Endings not reached")))
    yield from (f"  {missed.headline}" for missed in debrief.endings_missed)
