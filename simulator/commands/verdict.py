"""`podium verdict`: a person's levels and red flags for an answer, with the reason; and the list of them."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import click

from simulator.commands.debrief import debriefed
from simulator.commands.house import LocalHouse
from simulator.commands.moments import local_moment
from simulator.errors import ExitCode, UsageError
from simulator.journal.revisions import keep_verdict, verdicts_given
from simulator.language.catalogue import Catalogue, template
from simulator.language.words import FLAG_NAMES, SKILL_NAMES
from simulator.loading.nearest import nearest
from simulator.loading.unseen import visible
from simulator.reports.debrief import AnsweredQuestion, Debrief
from simulator.reports.withheld import REFUSED
from simulator.scenario.rubric import LEVELS, RED_FLAGS, SKILLS, Level, RedFlag, Skill
from simulator.scenario.verdict import REASON_MOST, Verdict

BY_MOST = 120
"""Characters of a name."""


@dataclass(frozen=True, slots=True)
class Given:
    """What was given on the command line."""

    levels: tuple[str, ...] = ()
    flags: tuple[str, ...] = ()
    reason: str = ""
    by: str = ""
    withdraw: bool = False

    @property
    def decides(self) -> bool:
        return bool(self.levels or self.flags or self.withdraw)


def run(catalogue: Catalogue, session: str, number: int | None, given: Given, format_: str) -> ExitCode:
    """Keep a verdict, or list those of a session. Raises PodiumError."""
    _, read = debriefed(session)
    if read.withheld:
        raise UsageError(REFUSED)
    if number is None and not given.decides:
        return _list(catalogue, read, format_)
    if number is None:
        raise UsageError(template("name the answer by its number in the debrief"))
    verdict = verdict_on(_answer(read, number), number, given)
    journal = LocalHouse().journal
    later = next((one.continued_as for one in journal.sessions() if one.header.id == session), "")
    if later:
        raise UsageError(template("this session goes on as {session}: decide there"), session=later)
    keep_verdict(journal, session, verdict)
    _, read = debriefed(session)
    for line in _standing(number, _answer(read, number), catalogue):
        click.echo(line, err=True)
    return ExitCode.OK


def verdict_on(asked: AnsweredQuestion, number: int, given: Given) -> Verdict:
    """The verdict that was given on an answer; what stood of a former one stays. Raises UsageError."""
    by, reason = " ".join(given.by.split())[:BY_MOST], given.reason.strip()
    if not by or not reason:
        raise UsageError(template("a verdict needs --by and --reason: who decides, and why"))
    if len(reason) > REASON_MOST:
        raise UsageError(template("the reason is longer than {most} characters"), most=REASON_MOST)
    former = asked.verdict
    if given.withdraw:
        if former is None or given.levels or given.flags:
            told = template("there is no verdict on answer {number} to withdraw")
            alone = template("--withdraw stands alone: it takes the whole verdict back")
            raise UsageError(told if former is None else alone, number=number)
        return Verdict(number, reason=reason, by=by, moment=asked.moment, withdrawn=True)
    if not given.decides:
        raise UsageError(template("a verdict decides something: --level SKILL=LEVEL, --flag +FLAG or --flag=-FLAG"))
    levels = dict(former.levels) if former else {}
    for text in given.levels:
        skill, level = _level(text, asked)
        levels[skill] = level
    return Verdict(number, levels, _flags(asked, given.flags), reason, by, moment=asked.moment)


def _answer(read: Debrief, number: int) -> AnsweredQuestion:
    if not 1 <= number <= len(read.questions):
        told = template("there is no answer {number}; the session has {count}")
        raise UsageError(told, number=number, count=len(read.questions))
    return read.questions[number - 1]


def _level(text: str, asked: AnsweredQuestion) -> tuple[Skill, Level]:
    name, _, level = text.partition("=")
    judged = asked.given.assessment.levels
    skill = next((one for one in SKILLS if one == name.strip()), None)
    if skill is None:
        near = nearest(name, SKILLS)
        hint = template("did you mean `{near}`?") if near else template("there are: {known}")
        raise UsageError(
            template("there is no skill `{name}`"), hint, name=name[:40], near=near, known=", ".join(SKILLS)
        )
    if skill not in judged:
        told = template("this answer is not judged on {skill}, but on: {known}")
        raise UsageError(told, skill=skill, known=", ".join(judged))
    if level.strip() not in map(str, LEVELS):
        raise UsageError(template("a level is a whole number from 0 to 4, such as {skill}=3"), skill=skill)
    return skill, int(level)


def _flags(asked: AnsweredQuestion, given: Sequence[str]) -> tuple[RedFlag, ...] | None:
    """All the flags that the answer shall have; None where those that stand are not touched."""
    former = asked.verdict.flags if asked.verdict else None
    if not given:
        return former
    flags = set(asked.counted.flags)
    for text in given:
        sign, name = text[:1], text[1:]
        if sign not in "+-" or not sign:
            raise UsageError(template("write +{flag} to raise a red flag, -{flag} to clear it"), flag=text[:40])
        flag = next((one for one in RED_FLAGS if one == name), None)
        if flag is None:
            near = nearest(name, RED_FLAGS)
            hint = template("did you mean `{near}`?") if near else template("there are: {known}")
            raise UsageError(
                template("there is no red flag `{name}`"), hint, name=name[:40], near=near, known=", ".join(RED_FLAGS)
            )
        (flags.add if sign == "+" else flags.discard)(flag)
    return tuple(flag for flag in RED_FLAGS if flag in flags)


def _list(catalogue: Catalogue, read: Debrief, format_: str) -> ExitCode:
    given = verdicts_given(LocalHouse().journal, read.session)
    if format_ == "json":
        rows = [_as_json(one, read) for one in given]
        click.echo(json.dumps(rows, ensure_ascii=False, indent=2))
        return ExitCode.OK
    for number, asked in enumerate(read.questions, 1):
        if asked.verdict is not None:
            for line in _standing(number, asked, catalogue):
                click.echo(line)
    if not any(asked.verdict for asked in read.questions):
        click.echo(catalogue.say(template("no verdict stands in this session")), err=True)
    return ExitCode.OK


def _standing(number: int, asked: AnsweredQuestion, catalogue: Catalogue) -> Iterator[str]:
    """What counts for an answer now, beside what the grader gave."""
    say, verdict, graded = catalogue.say, asked.verdict, asked.given.assessment
    yield visible(f"{number}. {asked.title}")
    if verdict is None:
        told = template("no verdict stands for it: the grader's grade counts, {overall} of 100")
        yield "   " + say(told, overall=graded.overall)
        return
    for skill, level in verdict.levels.items():
        yield f"   {say(SKILL_NAMES[skill])}: {graded.levels.get(skill, '–')} → {level}"
    if verdict.flags is not None:
        lost = [f"− {say(FLAG_NAMES[flag])}" for flag in graded.flags if flag not in verdict.flags]
        raised = [f"+ {say(FLAG_NAMES[flag])}" for flag in verdict.flags if flag not in graded.flags]
        unchanged = say(template("red flags as the grader raised them"))
        yield "   " + (", ".join([*lost, *raised]) or unchanged)
    told = template("overall grade {old} → {new} of 100")
    yield "   " + say(told, old=graded.overall, new=asked.counted.overall)
    moment = local_moment(verdict.at, catalogue.tongue)
    yield visible(f"   {verdict.by}, {moment}: {' '.join(verdict.reason.split())}")


def _as_json(one: Verdict, read: Debrief) -> dict[str, object]:
    standing = one.answer <= len(read.questions) and read.questions[one.answer - 1].verdict == one
    return {
        "answer": one.answer,
        "levels": dict(one.levels),
        "flags": None if one.flags is None else list(one.flags),
        "reason": one.reason,
        "by": one.by,
        "at": one.at,
        "withdrawn": one.withdrawn,
        "standing": standing,
    }
