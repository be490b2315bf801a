"""`podium schema`: the JSON Schema of format 1, for an editor with a YAML language server."""

from __future__ import annotations

import click

from simulator.authoring.schema.build import schema_text
from simulator.errors import ExitCode
from simulator.language.catalogue import Catalogue


def run(catalogue: Catalogue) -> ExitCode:
    """Print the schema, its words in the language of the interface."""
    click.echo(schema_text(catalogue), nl=False)
    return ExitCode.OK
