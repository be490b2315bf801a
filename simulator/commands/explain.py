"""`podium explain`: the page of a problem's code: what is wrong, why it matters, an example and its mend."""

from __future__ import annotations

import click

from simulator.errors import ExitCode, UsageError
from simulator.language.catalogue import template
from simulator.loading.codes import CODES, explain
from simulator.loading.nearest import nearest


def run(code: str) -> ExitCode:
    """Print the page. Raises UsageError for a code that there is not."""
    wanted = code.upper()
    if wanted not in CODES:
        hint = template("the codes of problems are like P204; `podium check` prints them")
        raise UsageError(template("there is no code {code}"), hint, code=code[:20], near=nearest(wanted, CODES))
    click.echo(explain(wanted).strip())
    return ExitCode.OK
