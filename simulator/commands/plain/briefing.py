"""The briefing by lines: the situation is told, and one prepares, or goes on, until Enter opens the press room."""

from __future__ import annotations

from collections.abc import Callable

from simulator.commands.moments import local_moment
from simulator.commands.plain import desk, words
from simulator.commands.plain.preparing import Preparation
from simulator.commands.plain.room import Leaving
from simulator.commands.plain.talk import Talk
from simulator.errors import PodiumError
from simulator.exercise.exercise import Exercise
from simulator.journal.port import SessionHeader
from simulator.language.catalogue import Catalogue, template
from simulator.language.words import LANGUAGE_NAMES
from simulator.reports.editions import edition_notes
from simulator.scenario.model import Scenario
from simulator.session.advance import before_start
from simulator.session.modes import Mode
from simulator.session.view import desk as on_the_desk
from simulator.tui.house import House
from simulator.tui.preparing import opened


def briefed(
    talk: Talk,
    house: House,
    scenario: Scenario,
    mode: Mode,
    left: SessionHeader | None,
    begin: Callable[[], Exercise] | None = None,
) -> Exercise:
    """A session: the one that was left, or one begun as it was prepared. A step of a course has its own `begin`.

    Raises Ended and Leaving: then nothing has begun.
    """
    talk.tell(*desk.mission(scenario, talk.catalogue), *edition_notes(house.edition(scenario), talk.catalogue), "")
    if left is not None and words.yes(talk, _wanted(left, talk.catalogue)):
        _read(talk, scenario, None)
        return house.resume(left.id)
    preparation = Preparation(talk, house, scenario)
    if not preparation.is_empty:
        talk.tell(*preparation.told(), "")
    while True:
        _read(talk, scenario, preparation)
        try:
            return opened(house, scenario, mode, preparation.fields, begin)
        except PodiumError as error:
            if not talk.live:
                raise  # A pipe would only run on into what it meant for the press room.
            talk.explain(error.message, **error.params)
            talk.explain(error.hint, **error.params)


def _wanted(left: SessionHeader, catalogue: Catalogue) -> str:
    """Whether to go on with a session: when it was begun, in which language, and what Enter means."""
    return catalogue.say(
        template("A session of this scenario, begun {moment} in {language}, is open. Go on with it? Enter: yes."),
        moment=local_moment(left.begun_at, catalogue.tongue),
        language=LANGUAGE_NAMES.get(left.language, left.language),
    )


def _read(talk: Talk, scenario: Scenario, preparation: Preparation | None) -> None:
    """Until Enter opens the press room; without a preparation, it has been had. Raises Leaving and Ended."""
    prompt = template("Enter opens the press room, d the dossier, k the key messages, q leaves:")
    if preparation is not None:
        prompt = template("Enter opens the press room, w prepares for it, d the dossier, k the key messages, q leaves:")
    on_desk, pages = on_the_desk(scenario, before_start(scenario)), {"d": desk.dossier, "k": desk.messages}
    while word := words.said(typed := talk.ask(talk.catalogue.say(prompt)) or ""):
        if word == "q":
            raise Leaving
        if word == "w" and preparation is not None:
            preparation.write()
        elif word in ("?", "h"):
            talk.tell(*words.keys(words.BRIEFING if preparation else words.OPENED, 0, talk.catalogue))
        elif word in pages:
            talk.tell(*pages[word](on_desk, talk.catalogue), "")
        else:
            words.tell_unknown(talk, typed)
