"""`podium`, `podium play`, `podium resume`: open the screens, or go by plain lines."""

from __future__ import annotations

import os
import sys

from simulator.commands.house import LocalHouse
from simulator.errors import ExitCode, MachineError
from simulator.language.catalogue import Catalogue, template


def library(catalogue: Catalogue) -> ExitCode:
    """The library screen."""
    _demand_terminal()
    return _run(LocalHouse(), catalogue)


def play(
    catalogue: Catalogue, id_or_path: str, seed: int | None, time_scale: int, *, by_lines: bool = False
) -> ExitCode:
    """The briefing of a scenario, and from there its press room."""
    house = LocalHouse(seed, time_scale)
    scenario = house.scenario(id_or_path)
    if not by_lines:
        _demand_terminal()
    # A seed or a time scale is meant for a session that begins with it.
    session = house.open_session(scenario.id) if seed is None and time_scale == 100 else None
    open_session = session.header.id if session else ""
    if by_lines:
        from simulator.commands.plain import run

        return run.play(house, catalogue, scenario, open_session)
    return _run(house, catalogue, scenario=scenario, open_session=open_session)


def resume(catalogue: Catalogue, session_id: str, *, by_lines: bool = False) -> ExitCode:
    """The press room of a session, at the very place where it was left."""
    if by_lines:
        from simulator.commands.plain import run

        return run.resume(LocalHouse(), catalogue, session_id)
    _demand_terminal()
    house = LocalHouse()
    exercise = house.resume(session_id)
    return _run(house, catalogue, exercise=exercise)


def _run(house: LocalHouse, catalogue: Catalogue, **opening: object) -> ExitCode:
    from simulator.tui.app import PodiumApp

    app = PodiumApp(house, catalogue, **opening)  # type: ignore[arg-type]  # the three openings above
    app.run()
    if app.bug is not None:
        raise app.bug
    return ExitCode.OK


def _demand_terminal() -> None:
    if not (sys.stdin.isatty() and sys.stdout.isatty()) or os.environ.get("TERM") == "dumb":
        raise MachineError(
            template("the screens need a terminal"),
            template("without one, `podium play ID --plain` goes by lines; `podium list` tells the IDs"),
        )
