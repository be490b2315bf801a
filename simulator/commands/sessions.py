"""`podium sessions`: what has been recorded on this machine, the latest first."""

from __future__ import annotations

import json
from dataclasses import asdict

import click

from simulator.commands.house import LocalHouse
from simulator.errors import ExitCode
from simulator.journal.port import SessionSummary
from simulator.language.catalogue import Catalogue, template
from simulator.language.signs import plain


def run(catalogue: Catalogue, format_: str, *, everybody: bool = False) -> ExitCode:
    """Print the sessions of whoever learns here, or everybody's, with the ids that other verbs take."""
    house = LocalHouse()
    summaries = house.journal.sessions() if everybody else house.own_sessions()
    if format_ == "json":
        rows = [asdict(summary) | {"ended": summary.ended} for summary in summaries]
        click.echo(json.dumps(rows, ensure_ascii=False, indent=2))
        return ExitCode.OK
    for summary in summaries:
        whose = f"  {plain(summary.header.learner)}" if everybody and summary.header.learner else ""
        click.echo(f"{summary.header.id}  {summary.header.scenario_title}  ({_standing(summary, catalogue)}){whose}")
    if not summaries:
        click.echo(catalogue.say(_none(house)), err=True)
    return ExitCode.OK


def _none(house: LocalHouse) -> str:
    """Why the list is empty: others may have recorded some."""
    if house.journal.sessions():
        return template("no session of yours has been recorded yet; --all lists everybody's")
    return template("no session has been recorded yet")


def _standing(summary: SessionSummary, catalogue: Catalogue) -> str:
    if summary.continued_as:
        return catalogue.say(template("goes on as {session}"), session=summary.continued_as)
    return catalogue.say(template("ended") if summary.ended else template("in progress"))
