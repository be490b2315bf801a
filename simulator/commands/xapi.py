"""`podium xapi`: recorded sessions as xAPI statements, to a file or to a learning record store."""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from urllib.parse import urlsplit

import click

from simulator import __version__
from simulator.commands.house import LocalHouse
from simulator.commands.own_answers import GOES_ON, PassedOver, sessions_meant
from simulator.commands.pass_marks import pass_marks
from simulator.commands.read_sessions import ReadSession, ReadSessions
from simulator.commands.regrade import tell_passed_over
from simulator.commands.under_way import progress
from simulator.commands.whole_file import STANDARD, whole_file
from simulator.errors import ExitCode, UsageError
from simulator.journal.port import Journal
from simulator.language.catalogue import Catalogue, template
from simulator.reports.lrs import Store, StoreSettings, settings_from
from simulator.reports.xapi import HOME_PAGE, Statement, Told, statements

SENT = "xapi.sent"
"""The kind of remark that says which statements of a session are in which store."""

BY = "podium"

NOT_ENDED = template("it has not ended; statements are made of sessions that have")

Told_ = tuple[str, tuple[Statement, ...]]
"""A session's id and its statements."""


def run(
    catalogue: Catalogue,
    sessions: tuple[str, ...],
    out: str,
    lrs: str,
    home_page: str,
    pass_mark: int | None,
    *,
    all_: bool,
) -> ExitCode:
    """Write statements or send them. Raises PodiumError."""
    if bool(out) == bool(lrs):
        raise UsageError(template("give --out FILE or --lrs URL"))
    store = settings_from(lrs, os.environ) if lrs else None
    home = _home(home_page or HOME_PAGE)
    house = LocalHouse()
    meant = sessions_meant(house.journal.sessions() if all_ else (), sessions, all_=all_)
    for session in sessions:
        house.journal.header(session)
    found = _told(house, meant, home, pass_mark, catalogue)
    return _send(house.journal, store, found, catalogue) if store else _write(out, found, catalogue)


def _told(
    house: LocalHouse, sessions: Sequence[str], home: str, pass_mark: int | None, catalogue: Catalogue
) -> list[Told_]:
    marks = pass_marks()
    found: list[Told_] = []
    missed: list[PassedOver] = []
    for one in ReadSessions(house).of(sessions):
        if isinstance(one, PassedOver):
            missed.append(one)
        elif one.read.ending is None:
            missed.append(PassedOver(one.header.id, GOES_ON if one.read.withheld else NOT_ENDED, {}))
        else:
            mark = pass_mark or marks.get(one.header.scenario_id) if one.read.mode == "exam" else None
            found.append((one.header.id, statements(one.read, _of_record(one, home, mark))))
    tell_passed_over(iter(missed), catalogue)
    return found


def _of_record(one: ReadSession, home: str, mark: int | None) -> Told:
    return Told(
        learner=one.header.learner,
        answered_at=one.answered_at,
        ended_at=one.last_at,
        active_ms=one.active_ms,
        pass_mark=mark,
        home_page=home,
        platform=f"Podium {__version__}",
    )


def _write(out: str, found: Sequence[Told_], catalogue: Catalogue) -> ExitCode:
    made = [statement for _, of_session in found for statement in of_session]
    with whole_file(out) as file:
        for statement in made:
            file.write(f"{json.dumps(statement, ensure_ascii=False)}\n".encode())
    if out != STANDARD:
        click.echo(catalogue.count("One statement written.", "{n} statements written.", len(made)), err=True)
    return ExitCode.OK


def _send(journal: Journal, settings: StoreSettings, found: Sequence[Told_], catalogue: Catalogue) -> ExitCode:
    """Send what the store is not known to have; each delivery is noted before the next one is made."""
    waiting = [(session, _unsent(journal, session, made, settings.url)) for session, made in found]
    sent = 0
    with progress(catalogue.say(template("Sending")), sum(len(made) for _, made in waiting)) as done:
        for session, made in waiting:
            for ids in Store(settings).deliver(made):
                journal.remark(session, SENT, BY, json.dumps({"lrs": settings.url, "ids": ids}))
                sent += len(ids)
                done(len(ids))
    told = catalogue.count("One statement delivered.", "{n} statements delivered.", sent)
    before = sum(len(made) for _, made in found) - sum(len(made) for _, made in waiting)
    there = catalogue.count("One had been delivered before.", "{n} had been delivered before.", before)
    click.echo(f"{told} {there}" if before else told, err=True)
    return ExitCode.OK


def _unsent(journal: Journal, session: str, made: Sequence[Statement], url: str) -> list[Statement]:
    there: set[str] = set()
    for remark in journal.remarks(session, SENT):
        try:
            value = json.loads(remark.value)
        except ValueError:
            continue
        if isinstance(value, dict) and value.get("lrs") == url and isinstance(value.get("ids"), list):
            there |= {one for one in value["ids"] if isinstance(one, str)}
    return [one for one in made if one["id"] not in there]


def _home(url: str) -> str:
    """The home page without a slash at its end. Raises UsageError for what is none."""
    try:
        parts = urlsplit(url)
        sound = parts.scheme in ("http", "https") and bool(parts.hostname) and not parts.query and not parts.fragment
    except ValueError:
        sound = False
    if not sound or not url.isprintable() or not url.isascii() or any(one in url for one in ' "<>\\^`{|}'):
        raise UsageError(template("{url} is no home page: it begins with https://"), url=url[:200])
    return url.rstrip("/")
