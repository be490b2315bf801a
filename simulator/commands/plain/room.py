"""The press room by lines: scene by scene, with what came of each step, until the ending or until one leaves."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from simulator.commands.plain import table, words
from simulator.commands.plain.aftermath import Aftermath
from simulator.commands.plain.limit import Limit
from simulator.commands.plain.own_words import OwnWords
from simulator.commands.plain.reading import Place, Reading
from simulator.commands.plain.talk import Talk
from simulator.errors import PodiumError
from simulator.exercise.exercise import Exercise
from simulator.language.catalogue import template
from simulator.scenario.scenes import Inject, Question
from simulator.scenario.single import parted
from simulator.session.asked import present, present_id
from simulator.session.events import IllegalEvent
from simulator.session.hints import hint
from simulator.session.state import SessionState
from simulator.session.view import Offer, View, view
from simulator.tui.house import House
from simulator.tui.widgets.speech import length_told


class Leaving(Exception):
    """Whoever plays wants to leave."""


class Room:
    """A session by lines. Time passes only where a person types at a terminal, and never in an aftermath.

    Where one question is practised alone, it is answered in one's own words first; its lines are told on demand.
    """

    def __init__(self, talk: Talk, house: House, exercise: Exercise) -> None:
        self.exercise = exercise
        self.house = house
        self.talk = talk
        self.own = OwnWords(talk, house, exercise)
        self._own_first = bool(parted(exercise.scenario.id)[1])
        self._reading = Reading(exercise, talk.catalogue)

    def play(self) -> None:
        """Until the ending. Raises Leaving and Ended; whatever was accepted is recorded by then."""
        while not self.exercise.ended:
            before = self.exercise.state
            place = self._open_table()
            made = self._speak_first(place.limit)
            while self.exercise.state is before:
                made = self._take(self.ask(place), place.limit)
            self.exercise.clock.pause()
            if made:
                Aftermath(self, before).read()

    def ask(self, place: Place) -> str | None:
        """What is typed for this place, once pages asked for have been told; None if the time is up."""
        while (typed := self.talk.ask(place.prompt, place.limit)) is not None:
            word = words.said(typed)
            if word == "q":
                raise Leaving
            page = self._reading.page(word, place)
            if page is None:
                return typed
            self.talk.tell(*page)
        return None

    def make(self, step: Callable[[], object]) -> bool:
        """Make a step. If it is refused or cannot be recorded, that is told, and the same can be tried again."""
        try:
            step()
        except IllegalEvent as refusal:
            self.talk.explain(refusal.message, **refusal.params)
        except PodiumError as error:
            self.talk.explain(error.message, **error.params)
            self.talk.explain(error.hint, **error.params)
        else:
            return True
        return False

    def _open_table(self) -> Place:
        """Tell what is on the table; time begins to pass."""
        self._run_clock()
        now, catalogue = view(self.exercise.scenario, self.exercise.state), self.talk.catalogue
        limit = Limit(self.exercise, catalogue, counted=self.talk.live)
        asked, opening = [*table.asked(now, catalogue, self.exercise.state.press)], [*filter(None, [limit.opening()])]
        told = (*asked, *table.offers(now, catalogue), *opening)
        self.talk.tell(*((*asked, *opening) if self._own_first and now.own_words else told))
        if isinstance(now.scene, Inject):
            return Place(catalogue.say(template("Enter goes on, ? tells what else:")), words.READING, told)
        return Place(self._prompt(now), self._keys(now), told, limit)

    def _prompt(self, now: View) -> str:
        """What is expected at a question or a decision."""
        if not isinstance(now.scene, Question):
            return self.talk.catalogue.say(
                template("A number from 1 to {most} decides, ? helps:"), most=len(now.offers)
            )
        if not now.offers:
            return self.talk.catalogue.say(template("0 answers in your own words, ? helps:"))
        expected = template("A number from 1 to {most} says that line, ? helps:")
        if now.own_words and self.exercise.rules.hint:
            expected = template(
                "A number from 1 to {most} says that line, 0 answers in your own words, g hints, ? helps:"
            )
        elif now.own_words:
            expected = template("A number from 1 to {most} says that line, 0 answers in your own words, ? helps:")
        return self.talk.catalogue.say(expected, most=len(now.offers))

    def _keys(self, now: View) -> Mapping[str, str]:
        if not isinstance(now.scene, Question):
            return words.DECISION
        own_words = words.OWN_WORDS if now.own_words else {}
        return {**words.QUESTION, **own_words, **(words.HINT if self.exercise.rules.hint else {})}

    def _run_clock(self) -> None:
        if self.talk.live:
            self.exercise.clock.go_on()
        else:
            self.exercise.clock.pause()

    def _take(self, typed: str | None, limit: Limit | None) -> bool:
        """Do what was typed at the table; whether a step was made."""
        if typed is None:
            return self._fall_silent()
        word, scene = words.said(typed), present(self.exercise.scenario, self.exercise.state)
        if isinstance(scene, Inject) and not word:
            return self.make(self.exercise.go_on)
        if isinstance(scene, Question) and word in ("0", "w"):
            assert limit is not None
            return self._speak(limit)
        if word == "g" and self.exercise.rules.hint and (found := hint(self.exercise.scenario, self.exercise.state)):
            self.talk.tell(*table.hint(found, self.talk.catalogue))
            return False
        number = words.number_of(word)
        if number is not None and not isinstance(scene, Inject):
            return self._choose(number)
        words.tell_unknown(self.talk, typed)
        return False

    def _fall_silent(self) -> bool:
        if self.make(self.exercise.let_time_pass):
            return True
        self.talk.ask(self.talk.catalogue.say(template("Enter tries again:")))
        return False

    def _choose(self, number: int) -> bool:
        now = view(self.exercise.scenario, self.exercise.state)
        if not now.offers:
            self.talk.say(template("This question is answered in your own words only."))
            return False
        if not 1 <= number <= len(now.offers):
            told = template("There is no line {number}; there are 1 to {most}.")
            self.talk.say(told, number=number, most=len(now.offers))
            return False
        return self._give(number, now.offers[number - 1], self.exercise.state)

    def _give(self, number: int, offer: Offer, state: SessionState) -> bool:
        if not offer.open:
            why = table.why_closed(offer, self.talk.catalogue)
            self.talk.say(template("Line {number} is closed: {why}"), number=number, why=why)
            return False
        question = isinstance(present(self.exercise.scenario, state), Question)
        give = self.exercise.choose_line if question else self.exercise.take_option
        return self.make(lambda: give(offer.id))

    def _speak_first(self, limit: Limit | None) -> bool:
        """Ask for own words at once, where that is wanted; whoever goes back is told the lines."""
        now = view(self.exercise.scenario, self.exercise.state)
        if not self._own_first or not now.own_words or limit is None:
            return False
        made = self._speak(limit)
        if not made and not limit.is_up:
            self.talk.tell(*table.offers(now, self.talk.catalogue))
        return made

    def _speak(self, limit: Limit) -> bool:
        """Answer in one's own words. The clock stands while it is graded: that is not the trainee's time."""
        if not view(self.exercise.scenario, self.exercise.state).own_words:
            self.talk.explain(template("this question is answered by one of the prepared lines"))
            return False
        asked = present_id(self.exercise.state)
        text = self.own.write(limit)
        if not text:
            return False
        self.exercise.clock.pause()
        self.talk.tell("", length_told(text, self.talk.catalogue))
        made = self.make(lambda: self.exercise.answer(text, self.house.grade(self.exercise, text), asked))
        if made:
            self.own.said()
        else:
            self._run_clock()
        return made
