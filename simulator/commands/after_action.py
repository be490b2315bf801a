"""`podium after-action`: the after-action report and improvement plan of one session, a table's or a workshop's."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, get_args

import click

from simulator.commands.moments import local_moment
from simulator.commands.whole_file import STANDARD, whole_file
from simulator.errors import ExitCode, UsageError
from simulator.journal.revisions import revisions
from simulator.language.catalogue import Catalogue, template
from simulator.reports.after_action.building import after_action
from simulator.reports.after_action.rating import ratings
from simulator.reports.after_action.recorded import Recorded
from simulator.reports.after_action.telling import told
from simulator.reports.after_action.value import EditionOf
from simulator.reports.withheld import REFUSED_BY_ID

if TYPE_CHECKING:
    from simulator.commands.house import LocalHouse
    from simulator.reports.after_action.blocks import Document

FORMAT_OF = {".html": "html", ".htm": "html", ".docx": "docx", ".md": "markdown", ".markdown": "markdown"}
"""The format that a file's name asks for."""


def run(catalogue: Catalogue, sessions: Sequence[str], format_: str, edition: str, out: str) -> ExitCode:
    """Write the report on sessions, or on the latest one. Raises PodiumError."""
    from simulator.commands.house import LocalHouse

    house = LocalHouse()
    ids = tuple(dict.fromkeys(sessions)) or (house.newest_session(),)
    recorded = tuple(recorded_as(house, number, session) for number, session in enumerate(ids, 1))
    for one in recorded:
        refuse_withheld(one)
    wanted = wanted_format(format_, out, FORMAT_OF, "html")
    if wanted == "docx":
        refuse_terminal(out)
    asked: EditionOf = next(one for one in get_args(EditionOf) if one == edition)
    with whole_file(out) as file:
        document = told(after_action(recorded, asked), catalogue, lambda at: local_moment(at, catalogue.tongue))
        file.write(_rendered(document, wanted))
    tell_written(out, catalogue)
    return ExitCode.OK


def recorded_as(house: LocalHouse, number: int, session: str) -> Recorded:
    """A session of the record for a report, as its `number`. Raises PodiumError."""
    journal = house.journal
    header = journal.header(session)
    return Recorded(
        number=number,
        scenario=house.of_session(header).scenario,
        header=header,
        entries=journal.entries(session),
        ratings=ratings(journal, session),
        revisions=revisions(journal, session),
    )


def refuse_withheld(one: Recorded) -> None:
    """Raises UsageError for an exam that goes on."""
    if one.debrief.withheld:
        raise UsageError(REFUSED_BY_ID, session=one.header.id)


def wanted_format(format_: str, out: str, known: Mapping[str, str], usual: str) -> str:
    """The format asked for, by its name or the file's. Raises UsageError where the file's name asks for another."""
    suffix = Path(out).suffix.lower()
    if format_ or not suffix:
        return format_ or usual
    if suffix not in known:
        hint = template("a file's name ends in: {known}; or give --format")
        told = template("there is no format for a file that ends in {suffix}")
        raise UsageError(told, hint, suffix=suffix[:40], known=", ".join(known))
    return known[suffix]


def refuse_terminal(out: str) -> None:
    """Raises UsageError where a file that nobody can read as text would go to a terminal."""
    if out == STANDARD and sys.stdout.isatty():
        raise UsageError(template("this is no text for a terminal"), template("name a file: --out FILE"))


def tell_written(out: str, catalogue: Catalogue) -> None:
    """Say where a file was written; nothing of standard output."""
    if out != STANDARD:
        click.echo(catalogue.say(template("Written: {path}"), path=out), err=True)


def _rendered(document: Document, format_: str) -> bytes:
    if format_ == "docx":
        from simulator.reports.after_action.as_docx import as_docx

        return as_docx(document)
    if format_ == "markdown":
        from simulator.reports.after_action.as_markdown import as_markdown

        return as_markdown(document).encode()
    from simulator.reports.after_action.as_html import as_html

    return as_html(document).encode()
