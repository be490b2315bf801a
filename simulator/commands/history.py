"""`podium history`: past answers with their grades; of one question all answers side by side."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from textwrap import indent

import click

from simulator.commands.house import LocalHouse
from simulator.commands.moments import local_moment
from simulator.errors import ExitCode, UsageError
from simulator.language.catalogue import Catalogue, template
from simulator.language.signs import plain
from simulator.language.words import FLAG_NAMES, SKILL_NAMES
from simulator.practice.answered import Answered
from simulator.practice.telling import how_said, title_of
from simulator.scenario.rubric import SKILLS


def run(catalogue: Catalogue, question: str, format_: str, learner: str) -> ExitCode:
    """Print the answers of whoever learns here, the latest first; with `question`, those to it. Raises UsageError."""
    house = LocalHouse(learner=learner or None)
    house.speak(catalogue.tongue)
    past: Sequence[Answered] = house.learning.answered()[::-1]
    if question:
        past = [one for one in past if one.question_id == question]
        if not past:
            told = template("the question `{question}` has not been answered yet")
            raise UsageError(told, template("`podium history` lists what has been"), question=question[:80])
    if format_ == "json":
        click.echo(json.dumps([as_data(one) for one in past], ensure_ascii=False, indent=2))
        return ExitCode.OK
    if not past:
        click.echo(catalogue.say(template("nothing has been answered yet; begin with: podium practice")), err=True)
    for line in beside(past, catalogue) if question else listed(past, catalogue):
        click.echo(plain(line))
    return ExitCode.OK


def listed(past: Sequence[Answered], catalogue: Catalogue) -> Iterator[str]:
    """Each answer in three lines: when and what of, how it was graded, what was said."""
    for one in past:
        title = f"{title_of(one, catalogue)} ({one.told_in or one.scenario_id})"
        yield f"{_when(one, catalogue)}  {title}  {one.question_id}"
        yield f"  {_graded(one, catalogue)}"
        if one.text:
            yield _said(one)


def beside(past: Sequence[Answered], catalogue: Catalogue) -> Iterator[str]:
    """Answers to one question: their levels in columns, the latest first, and under that what was said."""
    say, first = catalogue.say, past[0]
    yield f"{first.title} ({first.told_in})"
    yield ""
    skills = [skill for skill in SKILLS if any(skill in one.levels for one in past)]
    width = max(len(say(SKILL_NAMES[skill])) for skill in skills)
    columns = [_when(one, catalogue) for one in past]
    yield f"{'':<{width}}  {'  '.join(columns)}"
    for skill in skills:
        levels = (str(one.levels.get(skill, "–")) for one in past)
        row = (f"{level:<{len(column)}}" for level, column in zip(levels, columns, strict=True))
        yield f"{say(SKILL_NAMES[skill]):<{width}}  {'  '.join(row)}".rstrip()
    for one, column in zip(past, columns, strict=True):
        yield from ("", f"{column}  {_graded(one, catalogue)}", _said(one))


def _when(one: Answered, catalogue: Catalogue) -> str:
    return local_moment(one.at.isoformat(), catalogue.tongue)


def _said(one: Answered) -> str:
    """What was said, every line of it set in."""
    return indent(one.text, "  ")


def _graded(one: Answered, catalogue: Catalogue) -> str:
    say = catalogue.say
    how = say(how_said(one))
    levels = ", ".join(f"{say(SKILL_NAMES[skill])} {level}" for skill, level in one.levels.items())
    flags = "".join(f" ⚑ {say(FLAG_NAMES[flag])}" for flag in one.flags)
    grade = say(template("{overall} of 100"), overall=one.overall)
    return f"{grade}, {how}: {levels}{flags}"


def as_data(one: Answered) -> dict[str, object]:
    """One answer for programs."""
    return {
        "session": one.session,
        "number": one.number,
        "question": one.question_id,
        "title": one.title,
        "scenario": one.told_in,
        "module": one.module,
        "at": one.at.isoformat(),
        "own_words": one.spoken,
        "text": one.text,
        "levels": dict(one.levels),
        "flags": list(one.flags),
        "overall": one.overall,
        "confidence": one.confidence,
    }
