"""`podium`, `podium play`, `podium resume`: open the screens, or go by plain lines."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from simulator.commands.house import LocalHouse
from simulator.errors import ExitCode, MachineError, UsageError
from simulator.language.catalogue import Catalogue, Tongue, template

if TYPE_CHECKING:
    from simulator.session.modes import Mode


def library(catalogue: Catalogue) -> int:
    """The library screen."""
    _demand_terminal()
    return _run(LocalHouse(), catalogue)


def play(
    catalogue: Catalogue,
    id_or_path: str,
    seed: int | None,
    time_scale: int,
    *,
    mode: Mode | None = None,
    by_lines: bool = False,
    language: Tongue | None = None,
    learner: str = "",
) -> int:
    """The briefing of a scenario, and from there its press room. Without a mode, in practice.

    In `language` (UsageError if it is not translated into it), else in the interface's if it can be. The session is
    `learner`'s, or that of whoever learns here.
    """
    _check_time_scale(mode, time_scale)
    house = LocalHouse(seed, time_scale, mode or "practice", language=language, learner=learner or None)
    house.speak(catalogue.tongue)
    scenario = house.scenario(id_or_path)
    if not by_lines:
        _demand_terminal()
    # A seed, a time scale or a mode is meant for a session that begins with it.
    begins = seed is not None or time_scale != 100 or mode is not None
    session = None if begins else house.open_session(scenario.id)
    left = session.header if session else None
    if by_lines:
        from simulator.commands.plain import run
        from simulator.commands.signals import interrupted_when_ended

        with interrupted_when_ended():
            return run.play(house, catalogue, scenario, mode or "practice", left)
    return _run(house, catalogue, scenario=scenario, open_session=left.id if left else "", mode=mode or "practice")


def resume(catalogue: Catalogue, session_id: str, *, by_lines: bool = False) -> int:
    """The press room of a session, at the very place where it was left."""
    if by_lines:
        from simulator.commands.plain import run
        from simulator.commands.signals import interrupted_when_ended

        with interrupted_when_ended():
            return run.resume(LocalHouse(), catalogue, session_id)
    _demand_terminal()
    house = LocalHouse()
    exercise = house.resume(session_id)
    return _run(house, catalogue, exercise=exercise)


def _check_time_scale(mode: Mode | None, time_scale: int) -> None:
    from simulator.session.modes import EXAM_SCALE_MIN

    if mode == "exam" and 0 < time_scale < EXAM_SCALE_MIN:
        raise UsageError(
            template("the time limits of an exam can be stretched or switched off, never shortened"),
            template("give --time-scale {least} or more, or another --mode"),
            least=EXAM_SCALE_MIN,
        )


def screens(house: LocalHouse, catalogue: Catalogue, **opening: object) -> int:
    """The screens, from wherever `opening` says. Raises MachineError without a terminal."""
    _demand_terminal()
    return _run(house, catalogue, **opening)


def _run(house: LocalHouse, catalogue: Catalogue, **opening: object) -> int:
    from simulator.commands.signals import closed_when_ended
    from simulator.tui.app import PodiumApp

    app = PodiumApp(house, catalogue, **opening)  # type: ignore[arg-type]  # the openings above
    with closed_when_ended(app):
        app.run()
    if app.bug is not None:
        raise app.bug
    return ExitCode.OK


def at_terminal() -> bool:
    """Whether there is a terminal that screens can be drawn on."""
    return sys.stdin.isatty() and sys.stdout.isatty() and os.environ.get("TERM") != "dumb"


def _demand_terminal() -> None:
    if not at_terminal():
        raise MachineError(
            template("the screens need a terminal"),
            template("without one, `podium play ID --plain` goes by lines; `podium list` tells the IDs"),
        )
