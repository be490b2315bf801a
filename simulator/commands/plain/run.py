"""`podium play --plain` and `podium resume --plain`: the briefing, then the press room, by lines."""

from __future__ import annotations

import threading
from contextlib import suppress

from simulator.commands.house import LocalHouse
from simulator.commands.plain import desk, table, words
from simulator.commands.plain.ending import debriefing, ending
from simulator.commands.plain.lines import Ended
from simulator.commands.plain.room import Leaving, Room
from simulator.commands.plain.talk import Talk
from simulator.errors import ExitCode
from simulator.exercise.exercise import Exercise
from simulator.language.catalogue import Catalogue, template
from simulator.scenario.model import Scenario
from simulator.session.advance import before_start
from simulator.session.view import Desk
from simulator.session.view import desk as on_the_desk

DRIFTED = template("The scenario has changed since you left; all your steps still fit.")
UNFIT = template(
    "The scenario has changed since: {unfit} of your last steps no longer fit. You go on from the last one "
    "that does; the earlier record is kept as it was."
)


def play(house: LocalHouse, catalogue: Catalogue, scenario: Scenario, open_session: str) -> ExitCode:
    """The briefing, and from there the press room: with the session left open, if there is one and it is wanted."""
    talk = Talk(catalogue)
    _tell_notices(talk, house)
    _warm_up(house, talk)
    try:
        exercise = _briefed(talk, house, scenario, open_session)
    except (Ended, Leaving):
        return ExitCode.OK  # Nothing has begun.
    return _conduct(talk, house, exercise)


def resume(house: LocalHouse, catalogue: Catalogue, session_id: str) -> ExitCode:
    """The press room of a session, at the very place where it was left."""
    talk = Talk(catalogue)
    _tell_notices(talk, house)
    exercise = house.resume(session_id)
    _warm_up(house, talk)
    talk.tell(exercise.scenario.title)
    return _conduct(talk, house, exercise)


def _briefed(talk: Talk, house: LocalHouse, scenario: Scenario, open_session: str) -> Exercise:
    catalogue = talk.catalogue
    talk.tell(*desk.mission(scenario, catalogue), "")
    resumes = bool(open_session) and words.yes(
        talk, catalogue.say(template("A session of this scenario is open. Go on with it?"))
    )
    talk.say(template("There is no preparation here: it needs the screens, and nothing depends on it."))
    _read_on(talk, on_the_desk(scenario, before_start(scenario)))
    return house.resume(open_session) if resumes else house.begin(scenario.id)


def _read_on(talk: Talk, on_desk: Desk) -> None:
    """Until Enter opens the press room. Raises Leaving."""
    prompt = template("Enter opens the press room, d the dossier, k the key messages, q leaves:")
    pages = {"d": desk.dossier, "k": desk.messages}
    while word := words.said(talk.ask(talk.catalogue.say(prompt)) or ""):
        if word == "q":
            raise Leaving
        if word in pages:
            talk.tell(*pages[word](on_desk, talk.catalogue), "")


def _conduct(talk: Talk, house: LocalHouse, exercise: Exercise) -> ExitCode:
    try:
        talk.tell(table.mode(exercise.state.mode, talk.catalogue))
        _tell_drift(talk, exercise)
        Room(talk, house, exercise).play()
        debrief = house.debrief(exercise)
        talk.tell(*ending(debrief, talk.catalogue), *debriefing(debrief, talk.catalogue))
    except (Ended, Leaving):
        _tell_kept(talk, exercise)
    except KeyboardInterrupt:
        _tell_kept(talk, exercise)
        return ExitCode.INTERRUPTED
    return ExitCode.OK


def _tell_notices(talk: Talk, house: LocalHouse) -> None:
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
