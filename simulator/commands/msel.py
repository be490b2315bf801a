"""`podium msel`: the master scenario events list of a scenario, with the actual times of a session if one is named."""

from __future__ import annotations

from datetime import datetime

from simulator.commands.after_action import recorded_as, refuse_terminal, refuse_withheld, tell_written, wanted_format
from simulator.commands.house import LocalHouse
from simulator.commands.whole_file import whole_file
from simulator.errors import ExitCode, UsageError
from simulator.language.catalogue import Catalogue, template
from simulator.reports.after_action.listing import master_events
from simulator.reports.after_action.msel import Msel, msel


def run(catalogue: Catalogue, scenario: str, session: str, format_: str, out: str) -> ExitCode:
    """Write the list. Raises PodiumError."""
    wanted = wanted_format(format_, out, {".xlsx": "xlsx", ".csv": "csv"}, "xlsx")
    listed = _listed(catalogue, scenario, session)
    if wanted == "xlsx":
        refuse_terminal(out)
    with whole_file(out) as file:
        file.write(_rendered(listed, wanted))
    tell_written(out, catalogue)
    return ExitCode.OK


def _listed(catalogue: Catalogue, scenario: str, session: str) -> Msel:
    house = LocalHouse(language=catalogue.tongue if not session else None)
    meant = house.scenario(scenario)
    if not session:
        return msel(meant, master_events(meant), catalogue, _moment)
    one = recorded_as(house, 1, session)
    refuse_withheld(one)
    if one.scenario.id != meant.id:
        told = template("session {session} is of another scenario: {title}")
        raise UsageError(told, session=session, title=one.scenario.title)
    events = master_events(one.scenario, (one,))
    return msel(one.scenario, events, catalogue, _moment, session, one.header.begun_at[:10])


def _moment(recorded: str) -> str:
    """By this machine's clock with its zone, such as `2026-11-26T12:58:03+07:00`."""
    return datetime.fromisoformat(recorded).astimezone().isoformat(timespec="seconds")


def _rendered(listed: Msel, format_: str) -> bytes:
    if format_ == "csv":
        from simulator.reports.after_action.as_csv import as_csv

        return as_csv(listed)
    from simulator.reports.after_action.as_xlsx import as_xlsx

    return as_xlsx(listed)
