"""`podium import`: a story in Twee 3 or ink as the skeleton of a scenario, with all that was not carried over told."""

from __future__ import annotations

import textwrap
from pathlib import Path

import click

from simulator.authoring.importing.files import imported, read_file, write
from simulator.authoring.importing.story import Lost
from simulator.commands.new import in_a_shell, told_step
from simulator.errors import ExitCode
from simulator.language.catalogue import Catalogue, Tongue, template
from simulator.loading.unseen import visible

TOLD_MAX = 200
"""Things not carried over that are told; in the scenario they stand as comments."""

SHOWN_MAX = 60


def run(catalogue: Catalogue, path: str, out: str, language: Tongue | None) -> ExitCode:
    """Write the scenario and say what is to be done. Raises UsageError or MachineError."""
    tongue, target = language or catalogue.tongue, Path(out)
    made = imported(read_file(path), path, target.resolve().name, tongue)
    write(made, target, tongue)
    for lost in made.lost[:TOLD_MAX]:
        click.echo(_told(lost, path, catalogue), err=True)
    if len(made.lost) > TOLD_MAX:
        more = template("… and {more} more")
        click.echo(catalogue.say(more, more=len(made.lost) - TOLD_MAX), err=True)
    click.echo(catalogue.say(template("Written: {path}"), path=target))
    click.echo(
        catalogue.say(template("{scenes} scenes; not carried over: {lost}"), scenes=made.scenes, lost=len(made.lost))
    )
    shown = in_a_shell(target)
    for command, does in (("check", template("tells what is still to be written")), ("play", template("plays it"))):
        click.echo("\n".join(told_step(f"podium {command} {shown}", catalogue.say(does))))
    return ExitCode.OK


def _told(lost: Lost, path: str, catalogue: Catalogue) -> str:
    shown = textwrap.shorten(visible(" ".join(lost.shown.split())), SHOWN_MAX, placeholder="…")
    told = catalogue.say(template("not carried over: {what}"), what=catalogue.say(lost.what))
    return f"{visible(path)}:{lost.line}: {told}" + (f"  {shown}" if shown else "")
