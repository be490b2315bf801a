"""`podium graph`: a scenario as Mermaid, DOT or one page of HTML."""

from __future__ import annotations

from pathlib import Path

import click

from simulator.authoring.graph.dot import dot
from simulator.authoring.graph.drawing import drawing
from simulator.authoring.graph.mermaid import mermaid
from simulator.authoring.graph.page import page
from simulator.authoring.graph.played import read_played
from simulator.errors import ExitCode, MachineError, UsageError
from simulator.language.catalogue import Catalogue, template
from simulator.language.machine import reason_of
from simulator.loading.loader import load_scenario
from simulator.loading.shelf import find

WRITERS = {"mermaid": mermaid, "dot": dot, "html": page}

REPORT_MAX = 64 * 1024 * 1024
"""Bytes that are read of a playtest's report."""


def run(catalogue: Catalogue, id_or_path: str, format_: str, out: str | None, playtest: str | None = None) -> ExitCode:
    """Draw the scenario, to a file or to standard output. Raises PodiumError."""
    if playtest is not None and format_ != "html":
        told = template("a playtest is laid over the page of HTML alone: add --format html")
        raise UsageError(told)
    scenario = load_scenario(find(id_or_path))
    if playtest is None:
        drawn = WRITERS[format_](drawing(scenario), catalogue)
    else:
        drawn = page(drawing(scenario), catalogue, read_played(_text_of(playtest), playtest, scenario.id))
    if out is None:
        click.echo(drawn, nl=False)
        return ExitCode.OK
    try:
        Path(out).write_text(drawn, encoding="utf-8")
    except OSError as error:
        told = template("{path} cannot be written: {reason}")
        raise MachineError(told, path=out, reason=reason_of(error)) from None
    click.echo(catalogue.say(template("Written: {path}"), path=out), err=True)
    return ExitCode.OK


def _text_of(path: str) -> str:
    """What stands in a file. Raises MachineError; what is no text is told as no report."""
    try:
        with Path(path).open("rb") as file:
            return file.read(REPORT_MAX).decode("utf-8", "replace")
    except OSError as error:
        told = template("{path} cannot be read: {reason}")
        raise MachineError(told, path=path, reason=reason_of(error)) from None
