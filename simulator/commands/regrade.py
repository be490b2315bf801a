"""`podium regrade`: every answer in own words of recorded sessions graded anew, and what would change.

The record is never rewritten: with `--apply` a new assessment is kept beside it, piece by piece, so that what was done
before an interruption is not done again.
"""

from __future__ import annotations

import json
import time
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, field

import click

from simulator.commands.grading_jobs import usual_jobs
from simulator.commands.house import LocalHouse
from simulator.commands.own_answers import OwnAnswer, OwnAnswers, PassedOver, sessions_meant
from simulator.commands.regrading import Regraded, regraded, still_to_grade
from simulator.commands.under_way import progress, tell_of_encoder
from simulator.errors import ExitCode
from simulator.journal.port import Journal
from simulator.journal.revisions import REGRADE
from simulator.journal.revisions import regraded as regraded_before
from simulator.language.catalogue import Catalogue, template
from simulator.language.signs import plain
from simulator.language.words import FLAG_NAMES, SKILL_NAMES
from simulator.loading.unseen import visible
from simulator.scoring.grade import grader

TEXT_MOST = 60
"""Characters of an answer that are repeated."""


@dataclass(slots=True)
class Outcome:
    """What came of it: how many answers there were, how many of them had been done before, and those that differ."""

    grader: str
    answers: int
    before: int
    jobs: int
    applied: bool
    seconds: float = 0.0
    graded: int = 0
    changed: list[Regraded] = field(default_factory=list)


def run(
    catalogue: Catalogue, sessions: tuple[str, ...], format_: str, jobs: int | None, *, all_: bool, apply: bool
) -> ExitCode:
    """Grade anew, list what differs, and keep it if wanted. Raises PodiumError."""
    house = LocalHouse()
    meant = sessions_meant(house.journal.sessions() if all_ else (), sessions, all_=all_)
    for session in sessions:
        house.journal.header(session)  # Raises UnknownSession before the work.
    read = list(OwnAnswers(house).of(meant))
    tell_passed_over((one for one in read if isinstance(one, PassedOver)), catalogue)
    outcome = regrade(house.journal, [one for one in read if isinstance(one, OwnAnswer)], jobs, catalogue, apply=apply)
    if format_ == "json":
        click.echo(json.dumps(_as_json(outcome), ensure_ascii=False, indent=2))
    else:
        for line in _as_text(outcome, catalogue):
            click.echo(line)
    tell_of_encoder([outcome.grader], catalogue)
    return ExitCode.OK


def regrade(
    journal: Journal, answers: Sequence[OwnAnswer], jobs: int | None, catalogue: Catalogue, *, apply: bool
) -> Outcome:
    """Grade the answers that this grader has not graded anew yet; keep what comes of it where it is to be applied."""
    by = grader().name
    waiting = still_to_grade(answers, regraded_before(journal.remarks_of(REGRADE)), by)
    jobs = jobs or usual_jobs(len(waiting))
    outcome = Outcome(by, len(answers), len(answers) - len(waiting), jobs, apply)
    begun = time.monotonic()
    with (
        progress(catalogue.say(template("Grading")), len(waiting)) as done,
        closing(regraded(waiting, jobs)) as pieces,
    ):
        for piece in pieces:
            if apply:
                journal.remark_all([one.said for one in piece])
            outcome.graded += len(piece)
            outcome.changed += [one for one in piece if one.changed]
            done(len(piece))
    outcome.seconds = time.monotonic() - begun
    places = {(one.session, one.number): place for place, one in enumerate(answers)}
    outcome.changed.sort(key=lambda one: places[one.answer.session, one.answer.number])
    return outcome


def tell_passed_over(sessions: Iterator[PassedOver], catalogue: Catalogue) -> None:
    """Each session that was passed over, and why, on standard error."""
    for one in sessions:
        reason = catalogue.say(one.because, **one.params)
        told = catalogue.say(template("session {session}: {reason}"), session=one.session, reason=reason)
        click.echo(visible(told), err=True)


def _as_text(outcome: Outcome, catalogue: Catalogue) -> Iterator[str]:
    session = ""
    for one in outcome.changed:
        if one.answer.session != session:
            session = one.answer.session
            yield catalogue.say(template("Session {session}"), session=session)
        yield from _change(one, catalogue)
    by = {"grader": outcome.grader}
    told = catalogue.count(
        "One answer graded anew by {grader}.", "{n} answers graded anew by {grader}.", outcome.graded, **by
    )
    differ = catalogue.count("One differs.", "{n} differ.", len(outcome.changed))
    yield f"{told} {differ}"
    if outcome.before:
        before = template("Graded anew by it before, and left alone: {count}.")
        yield catalogue.say(before, count=outcome.before)
    if outcome.graded:
        rate = f"{outcome.graded / max(outcome.seconds, 0.001):.1f}"
        yield catalogue.count(
            "{rate} answers a second, by one process.",
            "{rate} answers a second, by {n} processes.",
            outcome.jobs,
            rate=rate,
        )
    if outcome.graded and not outcome.applied:
        yield catalogue.say(template("Nothing was changed: --apply keeps the new grades beside the record."))


def _change(one: Regraded, catalogue: Catalogue) -> Iterator[str]:
    """The answer's beginning, and each level and red flag that differs."""
    say = catalogue.say
    text = " ".join(plain(one.answer.text).split())
    short = text if len(text) <= TEXT_MOST else f"{text[:TEXT_MOST].rstrip()}…"
    yield visible(f"  {one.answer.number}. “{short}”")
    levels = [f"{say(SKILL_NAMES[skill])} {_level(old)} → {_level(new)}" for skill, (old, new) in one.levels.items()]
    lost, raised = one.flags
    flags = [f"− {say(FLAG_NAMES[flag])}" for flag in lost] + [f"+ {say(FLAG_NAMES[flag])}" for flag in raised]
    yield f"     {', '.join([*levels, *flags])}"
    if one.answer.graded.grader != one.assessment.grader:
        yield visible(f"     {one.answer.graded.grader} → {one.assessment.grader}")
    if one.answer.verdict is not None:
        yield "     " + say(template("a verdict stands for it, which counts instead"))


def _level(level: int | None) -> str:
    return "–" if level is None else str(level)


def _as_json(outcome: Outcome) -> dict[str, object]:
    return {
        "grader": outcome.grader,
        "answers": outcome.answers,
        "before": outcome.before,
        "graded": outcome.graded,
        "applied": outcome.applied,
        "jobs": outcome.jobs,
        "seconds": round(outcome.seconds, 3),
        "changed": [_changed_as_json(one) for one in outcome.changed],
    }


def _changed_as_json(one: Regraded) -> dict[str, object]:
    lost, raised = one.flags
    return {
        "session": one.answer.session,
        "answer": one.answer.number,
        "text": one.answer.text,
        "levels": {skill: list(pair) for skill, pair in one.levels.items()},
        "flags_lost": list(lost),
        "flags_new": list(raised),
        "overall": [one.answer.graded.overall, one.assessment.overall],
        "grader": [one.answer.graded.grader, one.assessment.grader],
        "verdict": one.answer.verdict is not None,
    }
