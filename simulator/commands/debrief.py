"""`podium debrief`: the debrief of a recorded session, as text or JSON."""

from __future__ import annotations

import click

from simulator.commands.house import LocalHouse
from simulator.errors import ExitCode
from simulator.language.catalogue import Catalogue
from simulator.reports.as_json import as_json
from simulator.reports.as_text import as_text
from simulator.reports.debrief import debrief


def run(catalogue: Catalogue, session_id: str, format_: str) -> ExitCode:
    """Print the debrief; nothing is recorded, even where the scenario has changed since."""
    house = LocalHouse()
    if not session_id:
        session_id = house.newest_session()
    scenario = house.of_session(house.journal.header(session_id)).scenario
    events = tuple(entry.event for entry in house.journal.entries(session_id))
    read = debrief(scenario, events, session_id)
    click.echo(as_json(read) if format_ == "json" else as_text(read, catalogue))
    return ExitCode.OK
