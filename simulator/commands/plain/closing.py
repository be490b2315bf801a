"""After the ending, by lines: the debrief answer by answer, tomorrow's front page, what if, and the public."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from simulator.commands.plain import ending, words
from simulator.commands.plain.front_page import front_page
from simulator.commands.plain.lines import Ended
from simulator.commands.plain.public import public
from simulator.commands.plain.talk import Talk
from simulator.commands.plain.what_if import ask_what_if
from simulator.exercise.exercise import Exercise
from simulator.language.catalogue import Catalogue, template
from simulator.reports.debrief import Debrief
from simulator.reports.front_page import front_page as page_of
from simulator.tui.house import House
from simulator.tui.widgets.public_now import public_now


class Closing:
    """What there is to hear of a session that has ended."""

    def __init__(self, talk: Talk, house: House, exercise: Exercise) -> None:
        self._talk = talk
        self._house = house
        self._exercise = exercise
        self._debrief: Debrief = house.debrief(exercise)

    def read(self) -> None:
        """Tell how it ended and the debrief, to a person in short; then whatever is asked for, until Enter leaves."""
        catalogue, debrief = self._talk.catalogue, self._debrief
        self._talk.tell(*ending.ending(debrief, catalogue), *ending.overview(debrief, catalogue))
        if not self._talk.live:
            self._talk.tell(*ending.in_detail(debrief, catalogue))
        self._talk.tell("")
        try:
            self._listen()
        except Ended:
            self._talk.tell("")
        again = template("To hear this again: podium resume --plain {session}")
        self._talk.say(again, session=self._exercise.session_id)

    def _listen(self) -> None:
        most = len(self._debrief.questions)
        prompt = self._talk.catalogue.say(
            template(
                "A number from 1 to {most} tells that answer; a tells all of them, f the front page, w what if; "
                "? tells what else, Enter leaves:"
            ),
            most=most,
        )
        while (word := words.said(typed := self._talk.ask(prompt) or "")) not in ("", "q"):
            page = self._page(word)
            if page is not None:
                self._talk.tell(*page, "")
            elif word == "w":
                ask_what_if(self._talk, self._house, self._exercise, self._debrief.questions)
            else:
                words.tell_unknown(self._talk, typed)

    def _page(self, word: str) -> Iterator[str] | None:
        catalogue, debrief = self._talk.catalogue, self._debrief
        number = words.number_of(word)
        if number is not None and 1 <= number <= len(debrief.questions):
            return ending.question(number, debrief.questions[number - 1], catalogue)
        pages: Mapping[str, Callable[[Catalogue], Iterator[str]]] = {
            "a": lambda catalogue: ending.in_detail(debrief, catalogue),
            "f": lambda catalogue: front_page(page_of(self._exercise.scenario, debrief), catalogue),
            "p": lambda catalogue: public(public_now(self._exercise.scenario, self._exercise.state), catalogue),
            "r": self._again,
            "h": words.grading,
            "?": lambda catalogue: words.keys(words.CLOSING, len(debrief.questions), catalogue),
        }
        return pages[word](catalogue) if word in pages else None

    def _again(self, catalogue: Catalogue) -> Iterator[str]:
        yield from ending.ending(self._debrief, catalogue)
        yield from ending.overview(self._debrief, catalogue)
