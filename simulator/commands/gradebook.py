"""`podium gradebook`: a row for each session, as CSV."""

from __future__ import annotations

import click

from simulator.commands.house import LocalHouse
from simulator.commands.own_answers import PassedOver, sessions_meant
from simulator.commands.read_sessions import ReadSession, ReadSessions
from simulator.commands.regrade import tell_passed_over
from simulator.commands.under_way import progress
from simulator.commands.whole_file import STANDARD, whole_file
from simulator.errors import ExitCode
from simulator.language.catalogue import Catalogue, template
from simulator.reports.gradebook import BookRow, gradebook


def run(catalogue: Catalogue, out: str, sessions: tuple[str, ...]) -> ExitCode:
    """Write the gradebook of sessions, or of all of them. Raises PodiumError."""
    house = LocalHouse()
    meant = sessions_meant(house.journal.sessions(), sessions, all_=not sessions)
    for session in sessions:
        house.journal.header(session)
    rows: list[BookRow] = []
    missed: list[PassedOver] = []
    with whole_file(out) as file:
        with progress(catalogue.say(template("Reading")), len(meant)) as done:
            for one in ReadSessions(house).of(meant):
                if isinstance(one, ReadSession):
                    rows.append(_row(one))
                else:
                    missed.append(one)
                done(1)
        file.write(gradebook(rows, catalogue).encode())
    tell_passed_over(iter(missed), catalogue)
    if out != STANDARD:
        click.echo(catalogue.say(template("Written: {path}"), path=out), err=True)
    return ExitCode.OK


def _row(one: ReadSession) -> BookRow:
    return BookRow(one.read, one.header.learner, one.header.begun_at, one.active_ms / 60_000)
