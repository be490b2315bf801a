"""`podium explain`: the page of a problem's code: what is wrong, why it matters, an example and its mend."""

from __future__ import annotations

import click

from simulator.authoring.lint.pages import explain
from simulator.errors import ExitCode, UsageError
from simulator.language.catalogue import Catalogue, template
from simulator.loading.codes import CODES
from simulator.loading.nearest import nearest


def run(catalogue: Catalogue, code: str) -> ExitCode:
    """Print the page, in English whatever the interface speaks. Raises UsageError for a code that there is not."""
    wanted = code.upper()
    if wanted not in CODES:
        hint = template("the codes of problems are like P204; `podium check` prints them")
        raise UsageError(template("there is no code {code}"), hint, code=code[:20], near=nearest(wanted, CODES))
    if catalogue.tongue != "en":
        told = template(
            "These pages are in English only; `podium check` tells each problem and its mend in your language."
        )
        click.echo(f"{catalogue.say(told)}\n")
    click.echo(explain(wanted).strip())
    return ExitCode.OK
