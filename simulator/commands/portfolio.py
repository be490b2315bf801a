"""`podium portfolio`: a folder of pages that a learner takes home: the profile, every session, past answers."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from itertools import count
from pathlib import Path

import click

from simulator.authoring.folder import refuse_taken, write_folder
from simulator.commands.house import LocalHouse
from simulator.commands.learners import demand_known
from simulator.commands.moments import local_moment
from simulator.commands.own_answers import PassedOver
from simulator.commands.past_answers import histories
from simulator.commands.read_sessions import ReadSession, ReadSessions
from simulator.commands.under_way import progress
from simulator.errors import ExitCode
from simulator.journal.port import SessionSummary, utc_now
from simulator.language.catalogue import Catalogue, template
from simulator.language.words import MODE_NAMES, OUTCOME_NAMES
from simulator.practice.desk import PracticeDesk
from simulator.practice.profile import TREND, SkillProfile
from simulator.reports.debrief import Debrief, of_learner
from simulator.reports.pages.debrief_page import debrief_page
from simulator.reports.pages.portfolio_pages import HOME, INDEX, index_page, question_page
from simulator.reports.portfolio import Portfolio, SessionEntry, SkillCourse
from simulator.reports.practise_next import SuggestedQuestion
from simulator.scenario.single import parted

SESSIONS = "sessions"
"""The folder of the debriefs."""


def run(catalogue: Catalogue, out: str, learner: str) -> ExitCode:
    """Write the portfolio of whoever learns here, or of `learner`. Raises UsageError, MachineError."""
    target = Path(out)
    refuse_taken(target, template("choose another folder for the portfolio"))
    house = LocalHouse(learner=learner or None)
    if learner:
        demand_known(LocalHouse().learning.learners(), house.learner)
    house.speak(catalogue.tongue)
    files: dict[str, str] = {}
    sessions = tuple(_debriefs(house, catalogue, files))
    desk = house.learning.practice()
    pages = {one.session: f"../{one.page}" for one in sessions if one.page}
    portfolio = Portfolio(
        learner=house.learner,
        made=local_moment(utc_now(), catalogue.tongue),
        answers=desk.profile.answers,
        days=len(desk.profile.days),
        skills=tuple(_skill(one, desk) for one in desk.profile.skills),
        flags=desk.profile.flags,
        sessions=sessions,
        questions=tuple(histories(desk.past[::-1], pages, catalogue)),
        next=_next(desk) if desk.profile.answers else (),
    )
    files |= {one.page: question_page(one, catalogue) for one in portfolio.questions}
    write_folder(files | {INDEX: index_page(portfolio, catalogue)}, target)
    click.echo(catalogue.say(template("Written: {path}"), path=target / INDEX), err=True)
    return ExitCode.OK


def page_of(about: str, folder: str, taken: Container[str] = ()) -> str:
    """A page's path for an id: letters, digits and hyphens, and a number where that one is taken."""
    name = re.sub(r"[^a-z0-9]+", "-", about.lower()).strip("-")[:80] or "page"
    numbered = (f"{folder}/{name}-{n}.html" if n > 1 else f"{folder}/{name}.html" for n in count(1))
    return next(one for one in numbered if one not in taken)


def _debriefs(house: LocalHouse, catalogue: Catalogue, files: dict[str, str]) -> Iterator[SessionEntry]:
    """The learner's sessions, the latest first, with their pages put among the files."""
    summaries = [one for one in house.own_sessions() if not one.continued_as]
    read = ReadSessions(house).of(one.header.id for one in summaries)
    with progress(catalogue.say(template("Debriefs")), len(summaries)) as went_on:
        for summary, found in zip(summaries, read, strict=True):
            when = local_moment(summary.header.begun_at, catalogue.tongue)
            if isinstance(found, PassedOver):
                told = template("{session} is left out: {reason}")
                reason = catalogue.say(found.because, **found.params)
                click.echo(catalogue.say(told, session=summary.header.id, reason=reason), err=True)
                yield SessionEntry(summary.header.id, summary.header.scenario_title, when, "")
            else:
                page = page_of(summary.header.id, SESSIONS, files)
                files[page] = _page(found, catalogue, when)
                yield _entry(summary, found.read, page, when, catalogue)
            went_on(1)


def _page(found: ReadSession, catalogue: Catalogue, when: str) -> str:
    read = of_learner(found.read, found.header.learner, found.header.begun_at)
    return debrief_page(read, catalogue, when, HOME)


def _entry(summary: SessionSummary, read: Debrief, page: str, when: str, catalogue: Catalogue) -> SessionEntry:
    told = bool(read.questions) and not read.withheld
    whole = read.ending if not parted(summary.header.scenario_id)[1] else None  # A single question ends in but one way.
    return SessionEntry(
        session=summary.header.id,
        title=read.title,
        when=when,
        mode=catalogue.say(MODE_NAMES[read.mode]),
        page=page,
        questions=len(read.questions),
        overall=read.overall if told else None,
        ending=catalogue.say(OUTCOME_NAMES[whole.outcome]) if whole else "",
        flags=sum(count for _, count in read.flags),
    )


def _skill(one: SkillProfile, desk: PracticeDesk) -> SkillCourse:
    course = tuple(estimate.mean for estimate in one.course)
    return SkillCourse(one.skill, course, one.now.low, one.now.high, one.change(desk.now - TREND))


def _next(desk: PracticeDesk) -> tuple[SuggestedQuestion, ...]:
    found = (one.question for one in desk.put())
    return tuple(SuggestedQuestion(one.id, one.title, one.set_title) for one in found)
