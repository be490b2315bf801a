"""`podium log`: the event log of a session, a JSON object a line, as README ("The event log") describes it."""

from __future__ import annotations

import click

from simulator.commands.house import LocalHouse
from simulator.commands.whole_file import STANDARD, whole_file
from simulator.errors import ExitCode, UsageError
from simulator.journal.errors import JournalDamaged
from simulator.journal.log_lines import log_lines
from simulator.journal.port import Journal
from simulator.language.catalogue import Catalogue, template
from simulator.reports.withheld import REFUSED_BY_ID
from simulator.session.events import Started


def run(catalogue: Catalogue, session_id: str, out: str) -> ExitCode:
    """Write the log of a session, by default of the latest. Raises PodiumError."""
    house = LocalHouse()
    session_id = session_id or house.newest_session()
    journal = house.journal
    _refuse_running_exam(journal, session_id)
    lines = log_lines(journal.header(session_id), journal.log(session_id), journal.remarks(session_id))
    with whole_file(out) as file:
        for line in lines:
            file.write(f"{line}\n".encode())
    if out != STANDARD:
        click.echo(catalogue.say(template("Written: {path}"), path=out), err=True)
    return ExitCode.OK


def _refuse_running_exam(journal: Journal, session_id: str) -> None:
    """An exam tells no grade before its end, and its entries hold them. A damaged log is written as it is."""
    try:
        entries = journal.entries(session_id)
    except JournalDamaged:
        return
    started = entries[0].event if entries else None
    if isinstance(started, Started) and started.mode == "exam" and not entries[-1].ending:
        raise UsageError(REFUSED_BY_ID, session=session_id)
