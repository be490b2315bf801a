"""`podium play --plain` and `podium resume --plain`: the briefing, then the press room, by lines."""

from __future__ import annotations

import threading
from collections.abc import Callable
from contextlib import suppress

from simulator.commands.house import LocalHouse
from simulator.commands.plain import after, table
from simulator.commands.plain.briefing import briefed
from simulator.commands.plain.closing import Closing
from simulator.commands.plain.lines import Ended
from simulator.commands.plain.room import Leaving, Room
from simulator.commands.plain.talk import Talk
from simulator.commands.signals import exit_code
from simulator.errors import ExitCode
from simulator.exercise.exercise import Exercise
from simulator.journal.port import SessionHeader
from simulator.language.catalogue import Catalogue, template
from simulator.scenario.model import Scenario
from simulator.session.modes import Mode

DRIFTED = template("The scenario has changed since you left; all your steps still fit.")
UNFIT = template(
    "The scenario has changed since: {unfit} of your last steps no longer fit. You go on from the last one "
    "that does; the earlier record is kept as it was."
)


def play(
    house: LocalHouse,
    catalogue: Catalogue,
    scenario: Scenario,
    mode: Mode,
    left: SessionHeader | None,
    begin: Callable[[], Exercise] | None = None,
) -> int:
    """The briefing, and from there the press room: with the session left open, if there is one and it is wanted.

    A step of a course has its own way to `begin` a session.
    """
    talk = Talk(catalogue)
    tell_notices(talk, house)
    _warm_up(house, talk)
    try:
        exercise = briefed(talk, house, scenario, mode, left, begin)
    except (Ended, Leaving):
        talk.tell("")
        talk.say(template("Nothing has begun; what you prepared is kept."))
        return ExitCode.OK
    return _conduct(talk, house, exercise)


def resume(house: LocalHouse, catalogue: Catalogue, session_id: str) -> int:
    """The press room of a session, at the very place where it was left."""
    talk = Talk(catalogue)
    tell_notices(talk, house)
    exercise = house.resume(session_id)
    _warm_up(house, talk)
    talk.tell(exercise.scenario.title)
    return _conduct(talk, house, exercise)


def _conduct(talk: Talk, house: LocalHouse, exercise: Exercise) -> int:
    try:
        talk.tell(table.mode(exercise.state.mode, talk.catalogue))
        _tell_drift(talk, exercise)
        if not exercise.state.path:
            talk.tell(*after.opening(exercise, talk.catalogue))
        Room(talk, house, exercise).play()
        Closing(talk, house, exercise).read()
    except (Ended, Leaving):
        _tell_kept(talk, exercise)
    except KeyboardInterrupt as interruption:
        with suppress(OSError):  # The terminal may have gone.
            _tell_kept(talk, exercise)
        return exit_code(interruption)
    return ExitCode.OK


def tell_notices(talk: Talk, house: LocalHouse) -> None:
    """What there is to tell of the record: before any clock runs."""
    for notice in house.library()[1]:
        talk.say(notice.message, **notice.params)


def _tell_drift(talk: Talk, exercise: Exercise) -> None:
    if exercise.drift is not None:
        talk.say(UNFIT if exercise.drift.unfit else DRIFTED, unfit=exercise.drift.unfit)


def _tell_kept(talk: Talk, exercise: Exercise) -> None:
    kept = template("Every answer is kept. To go on at this very place: podium resume --plain {session}")
    talk.tell("")
    talk.say(kept, session=exercise.session_id)


def _warm_up(house: LocalHouse, talk: Talk) -> None:
    """While a person reads; a pipe does not, and may never answer in its own words."""
    if talk.live:
        threading.Thread(target=_warmed, args=(house,)).start()


def _warmed(house: LocalHouse) -> None:
    with suppress(Exception):  # The first answer will tell.
        house.warm_up()
