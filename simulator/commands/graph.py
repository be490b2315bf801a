"""`podium graph`: a scenario as Mermaid, DOT or one page of HTML."""

from __future__ import annotations

from pathlib import Path

import click

from simulator.authoring.graph.dot import dot
from simulator.authoring.graph.drawing import drawing
from simulator.authoring.graph.mermaid import mermaid
from simulator.authoring.graph.page import page
from simulator.errors import ExitCode, MachineError
from simulator.language.catalogue import Catalogue, template
from simulator.loading.loader import load_scenario
from simulator.loading.shelf import find

WRITERS = {"mermaid": mermaid, "dot": dot, "html": page}


def run(catalogue: Catalogue, id_or_path: str, format_: str, out: str | None) -> ExitCode:
    """Draw the scenario, to a file or to standard output. Raises PodiumError."""
    drawn = WRITERS[format_](drawing(load_scenario(find(id_or_path))), catalogue)
    if out is None:
        click.echo(drawn, nl=False)
        return ExitCode.OK
    try:
        Path(out).write_text(drawn, encoding="utf-8")
    except OSError as error:
        told = template("{path} cannot be written: {reason}")
        raise MachineError(told, path=out, reason=error.strerror or error) from None
    click.echo(catalogue.say(template("Written: {path}"), path=out), err=True)
    return ExitCode.OK
