"""`podium debrief --front-page` and `--what-if`: what a session leads to, and what another answer would have."""

from __future__ import annotations

import click

from simulator.commands.debrief import recorded
from simulator.errors import ExitCode, UsageError
from simulator.language.catalogue import Catalogue, template
from simulator.reports.as_json import as_json
from simulator.reports.debrief import debrief
from simulator.reports.front_page import front_page as page_of
from simulator.reports.front_page_text import front_page_as_text
from simulator.reports.what_if import comparison
from simulator.reports.what_if_text import what_if_as_text
from simulator.reports.withheld import REFUSED
from simulator.session.counterfactual import what_if as run_on
from simulator.session.events import IllegalEvent


def front_page(catalogue: Catalogue, session_id: str, format_: str) -> ExitCode:
    """Print tomorrow's front page after a session. Raises UsageError in an exam that goes on."""
    scenario, events, session_id = recorded(session_id)
    read = debrief(scenario, events, session_id)
    if read.withheld:
        raise UsageError(REFUSED)
    page = page_of(scenario, read)
    click.echo(as_json(page) if format_ == "json" else front_page_as_text(page, catalogue))
    return ExitCode.OK


def what_if(catalogue: Catalogue, session_id: str, other: str, format_: str) -> ExitCode:
    """Print what would have come of another line, given as `N=LINE`. Raises UsageError if it could not be.

    Neither can it in an exam that goes on.
    """
    number, _, line = other.partition("=")
    if not (number.isascii() and number.isdecimal() and line and len(number) < 5):
        raise UsageError(template("give the question's number and a line, such as 2=owns_it"))
    scenario, events, _ = recorded(session_id)
    if debrief(scenario, events).withheld:
        raise UsageError(REFUSED)
    try:
        compared = comparison(scenario, run_on(scenario, events, int(number), line))
    except IllegalEvent as refusal:
        raise UsageError(refusal.message, "", **refusal.params) from refusal
    click.echo(as_json(compared) if format_ == "json" else what_if_as_text(compared, catalogue))
    return ExitCode.OK
