"""`podium sessions`: what has been recorded on this machine, the latest first."""

from __future__ import annotations

import json
from dataclasses import asdict

import click

from simulator.commands.house import LocalHouse
from simulator.errors import ExitCode
from simulator.journal.port import SessionSummary
from simulator.language.catalogue import Catalogue, template


def run(catalogue: Catalogue, format_: str) -> ExitCode:
    """Print every session with its id, which `resume` and `debrief` take."""
    summaries = LocalHouse().own_sessions()
    if format_ == "json":
        rows = [asdict(summary) | {"ended": summary.ended} for summary in summaries]
        click.echo(json.dumps(rows, ensure_ascii=False, indent=2))
        return ExitCode.OK
    for summary in summaries:
        click.echo(f"{summary.header.id}  {summary.header.scenario_title}  ({_standing(summary, catalogue)})")
    if not summaries:
        click.echo(catalogue.say(template("no session has been recorded yet")), err=True)
    return ExitCode.OK


def _standing(summary: SessionSummary, catalogue: Catalogue) -> str:
    if summary.continued_as:
        return catalogue.say(template("goes on as {session}"), session=summary.continued_as)
    return catalogue.say(template("ended") if summary.ended else template("in progress"))
