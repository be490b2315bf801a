"""Single questions by lines, one after another: what is known of the case, the question, what came of the answer."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress

from simulator.commands.plain import desk, words
from simulator.commands.plain.graded import graded
from simulator.commands.plain.lines import Ended
from simulator.commands.plain.room import Leaving, Room
from simulator.commands.plain.talk import Talk
from simulator.commands.signals import exit_code
from simulator.errors import ExitCode
from simulator.exercise.exercise import Exercise
from simulator.language.catalogue import Catalogue, template
from simulator.scenario.model import Scenario
from simulator.session.advance import before_start
from simulator.session.view import desk as on_the_desk
from simulator.tui.house import House
from simulator.tui.rounds import Round

BEFORE = {
    "Enter": template("put the question"),
    "d": words.LETTERS["d"],
    "k": words.LETTERS["k"],
    "q": template("leave; nothing has begun yet"),
}
"""What can be typed before a question is put."""


def practise(house: House, catalogue: Catalogue, round_: Round) -> int:
    """Put the questions of a round until it is over, or until one leaves. Raises PodiumError."""
    talk = Talk(catalogue)
    exercise: Exercise | None = None
    try:
        while question := round_.upcoming():
            _brief(talk, house.scenario(question))
            exercise = round_.begin(question)
            Room(talk, house, exercise).play()
            talk.tell(*_beside_earlier(house, exercise, round_, catalogue))
            exercise = None
            if not _wants_more(talk, round_):
                break
    except (Ended, Leaving):
        _tell_kept(talk, exercise)
    except KeyboardInterrupt as interruption:
        with suppress(OSError):  # The terminal may have gone.
            _tell_kept(talk, exercise)
        return exit_code(interruption)
    return ExitCode.OK


def _brief(talk: Talk, scenario: Scenario) -> None:
    """What is known of the case, until Enter puts the question. Raises Leaving and Ended."""
    say, at_hand = talk.catalogue.say, on_the_desk(scenario, before_start(scenario))
    talk.tell("", scenario.title, "", say(template("Your role")), f"  {scenario.role}")
    talk.tell(*desk.dossier(at_hand, talk.catalogue), "")
    pages = {"d": desk.dossier, "k": desk.messages}
    prompt = say(template("Enter puts the question, d tells the dossier again, q leaves:"))
    while word := words.said(typed := talk.ask(prompt) or ""):
        if word == "q":
            raise Leaving
        if word == "?":
            talk.tell(*words.keys(BEFORE, 0, talk.catalogue))
        elif word in pages:
            talk.tell(*pages[word](at_hand, talk.catalogue), "")
        else:
            words.tell_unknown(talk, typed)


def _wants_more(talk: Talk, round_: Round) -> bool:
    """Whether another question comes. Raises Ended."""
    if not round_.upcoming():
        talk.say(template("That was the last question of this round. Every answer is kept."))
        return False
    prompt = talk.catalogue.say(template("Enter goes on to the next question, q leaves:"))
    while (word := words.said(typed := talk.ask(prompt) or "")) not in ("", "q"):
        words.tell_unknown(talk, typed)
    return word == ""


def _beside_earlier(house: House, exercise: Exercise, round_: Round, catalogue: Catalogue) -> Iterator[str]:
    """The answer that was given earlier, where the question was tried again."""
    earlier = round_.earlier
    if earlier is not None:
        asked = house.debrief(house.look_back(earlier.session)).questions[earlier.number - 1]
        yield from ("", *graded(catalogue.say(template("Your earlier answer")), asked.given, catalogue), "")


def _tell_kept(talk: Talk, exercise: Exercise | None) -> None:
    talk.tell("")
    if exercise is None or exercise.ended:
        talk.say(template("Every answer is kept."))
    else:
        kept = template("Every answer is kept. To go on at this very place: podium resume --plain {session}")
        talk.say(kept, session=exercise.session_id)
