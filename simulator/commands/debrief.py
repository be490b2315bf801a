"""`podium debrief`: the debrief of a recorded session, as text, JSON, Markdown or an HTML page."""

from __future__ import annotations

import click

from simulator.commands.house import LocalHouse
from simulator.commands.moments import local_moment
from simulator.commands.suggesting import suggesting
from simulator.commands.whole_file import STANDARD, whole_file
from simulator.errors import ExitCode
from simulator.journal.revisions import revisions
from simulator.language.catalogue import Catalogue, template
from simulator.reports.as_json import as_json
from simulator.reports.as_markdown import as_markdown
from simulator.reports.as_text import as_text
from simulator.reports.debrief import Debrief, debrief, of_learner
from simulator.scenario.model import Scenario
from simulator.session.events import Event


def run(catalogue: Catalogue, session_id: str, format_: str, out: str = STANDARD) -> ExitCode:
    """Print the debrief, or write it to a file; nothing is recorded, even where the scenario has changed since."""
    house = LocalHouse()
    house.speak(catalogue.tongue)
    _, read = debriefed(session_id, house)
    hand_out(rendered(suggesting(of_house(house, read), read), catalogue, format_), out, catalogue)
    return ExitCode.OK


def rendered(read: Debrief, catalogue: Catalogue, format_: str) -> str:
    """The debrief in a format: text, json, markdown or html."""
    if format_ == "json":
        return as_json(read) + "\n"
    if format_ == "text":
        return as_text(read, catalogue)
    when = local_moment(read.begun_at, catalogue.tongue)
    if format_ == "markdown":
        return as_markdown(read, catalogue, when)
    from simulator.reports.pages.debrief_page import debrief_page  # Nothing else needs the templates.

    return debrief_page(read, catalogue, when)


def hand_out(report: str, out: str, catalogue: Catalogue) -> None:
    """Print a report, or write it to a file whole, and say so. Raises MachineError."""
    written = report.encode(errors="backslashreplace")  # Halves of characters, as a terminal may hand them over.
    if out == STANDARD:
        click.echo(written.decode(), nl=False)
        return
    with whole_file(out) as file:
        file.write(written)
    click.echo(catalogue.say(template("Written: {path}"), path=out), err=True)


def of_house(house: LocalHouse, read: Debrief) -> LocalHouse:
    """The house of whoever the session is of, for what they should practise next."""
    other = LocalHouse(learner=read.learner)
    other.speak(house.tongue)
    return other


def debriefed(session_id: str, house: LocalHouse | None = None) -> tuple[Scenario, Debrief]:
    """The scenario and the debrief of a session, verdicts and regrades counted; of the latest where none is named."""
    house = house or LocalHouse()
    scenario, events, session_id = recorded(session_id, house)
    header = house.journal.header(session_id)
    read = debrief(scenario, events, session_id, revisions(house.journal, session_id))
    return scenario, of_learner(read, header.learner, header.begun_at)


def recorded(session_id: str, house: LocalHouse | None = None) -> tuple[Scenario, tuple[Event, ...], str]:
    """The scenario of a session, what was recorded of it, and its id; the latest session where none is named."""
    house = house or LocalHouse()
    if not session_id:
        session_id = house.newest_session()
    scenario = house.of_session(house.journal.header(session_id)).scenario
    return scenario, tuple(entry.event for entry in house.journal.entries(session_id)), session_id
