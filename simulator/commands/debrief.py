"""`podium debrief`: the debrief of a recorded session, as text or JSON."""

from __future__ import annotations

import click

from simulator.commands.house import LocalHouse
from simulator.errors import ExitCode
from simulator.language.catalogue import Catalogue
from simulator.reports.as_json import as_json
from simulator.reports.as_text import as_text
from simulator.reports.debrief import debrief
from simulator.scenario.model import Scenario
from simulator.session.events import Event


def run(catalogue: Catalogue, session_id: str, format_: str) -> ExitCode:
    """Print the debrief; nothing is recorded, even where the scenario has changed since."""
    scenario, events, session_id = recorded(session_id)
    read = debrief(scenario, events, session_id)
    click.echo(as_json(read) if format_ == "json" else as_text(read, catalogue))
    return ExitCode.OK


def recorded(session_id: str) -> tuple[Scenario, tuple[Event, ...], str]:
    """The scenario of a session, what was recorded of it, and its id; the latest session where none is named."""
    house = LocalHouse()
    if not session_id:
        session_id = house.newest_session()
    scenario = house.of_session(house.journal.header(session_id)).scenario
    return scenario, tuple(entry.event for entry in house.journal.entries(session_id)), session_id
