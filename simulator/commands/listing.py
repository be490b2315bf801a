"""`podium list`: the scenarios on the shelf, for people and for programs."""

from __future__ import annotations

import json
from dataclasses import asdict

import click

from simulator.commands.house import LocalHouse
from simulator.errors import ExitCode
from simulator.language.catalogue import Catalogue, template
from simulator.language.words import DIFFICULTY_NAMES, MODULE_NAMES, PROGRESS_NAMES
from simulator.reports.editions import languages_told
from simulator.reports.library import LibraryEntry


def run(catalogue: Catalogue, format_: str) -> ExitCode:
    """Print every entry of the library."""
    house = LocalHouse()
    house.speak(catalogue.tongue)
    entries, notices = house.library()
    for notice in notices:
        click.echo(catalogue.say(notice.message, **notice.params), err=True)
    if format_ == "json":
        rows = [asdict(entry) | {"progress": entry.progress} for entry in entries]
        click.echo(json.dumps(rows, ensure_ascii=False, indent=2))
        return ExitCode.OK
    width = max((len(entry.id) for entry in entries), default=0)
    for entry in entries:
        click.echo(f"{entry.id:<{width}}  {entry.title}")
        click.echo(f"{'':<{width}}  {_about(entry, catalogue)}")
    return ExitCode.OK


def _about(entry: LibraryEntry, catalogue: Catalogue) -> str:
    if entry.faults:
        return catalogue.say(template("has errors: see podium check"))
    parts = (
        catalogue.say(MODULE_NAMES[entry.module]),
        catalogue.say(DIFFICULTY_NAMES[entry.level]),
        languages_told(entry.edition),
        catalogue.say(template("{minutes} min"), minutes=entry.minutes),
        catalogue.say(PROGRESS_NAMES[entry.progress]),
    )
    return " · ".join(parts)
