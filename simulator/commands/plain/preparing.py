"""The preparation by lines: key messages of one's own, what must not be said, and an opening statement.

All of it is a draft until the press room is entered, kept after each thing that is typed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from simulator.commands.plain.lines import Ended
from simulator.commands.plain.talk import Talk
from simulator.commands.plain.words import numbers_of, yes
from simulator.commands.plain.writing import SAY_IT, write
from simulator.language.catalogue import Catalogue, template
from simulator.scenario.dossier import Restricted
from simulator.scenario.model import Scenario
from simulator.session.preparation import MESSAGE_MAX, OPENING_MAX
from simulator.tui.house import House
from simulator.tui.preparing import Preparing, keep, read_in
from simulator.tui.widgets.speech import length_told


class Preparation:
    """What is being prepared for a scenario; `fields` are as they stand."""

    def __init__(self, talk: Talk, house: House, scenario: Scenario) -> None:
        self._talk = talk
        self._house = house
        self._scenario = scenario
        self.fields = read_in(house, scenario)

    @property
    def is_empty(self) -> bool:
        return self.fields == Preparing()

    def write(self) -> None:
        """Ask for everything in turn; Enter alone leaves each as it is. Raises Ended, and all is kept."""
        self._talk.tell("")
        self._talk.say(
            template(
                "Nothing has to be prepared: Enter alone leaves each as it is, a full stop alone empties it. What you "
                "write is kept."
            )
        )
        for number in range(len(self.fields.messages)):
            self._ask_message(number)
        self._ask_withheld(self._scenario.dossier.restricted_at_first)
        self._ask_opening()
        self._talk.tell("", *self.told())

    def told(self) -> Iterator[str]:
        """The preparation as it stands."""
        say, fields = self._talk.catalogue.say, self.fields
        yield say(template("Your preparation"))
        for number, message in enumerate(fields.messages, 1):
            yield f"  {_message(number, message, self._talk.catalogue)}"
        withheld = [one.text for one in self._scenario.dossier.restricted if one.id in fields.withheld]
        nothing, none = say(template("nothing marked.")), say(template("none yet."))
        yield f"  {say(template('Not to be said'))}: {' '.join(withheld) or nothing}"
        yield f"  {say(template('Your opening statement'))}: {fields.opening or none}"

    def _ask_message(self, number: int) -> None:
        self._talk.tell("", _message(number + 1, self.fields.messages[number], self._talk.catalogue))
        prompt = template("Message {number} of {count}, at most {most} characters:")
        count = len(self.fields.messages)
        said = self._talk.catalogue.say(prompt, number=number + 1, count=count, most=MESSAGE_MAX)
        while typed := (self._talk.ask(said) or "").strip():
            if len(typed) <= MESSAGE_MAX:
                messages = list(self.fields.messages)
                messages[number] = "" if typed == SAY_IT else typed
                self._take(replace(self.fields, messages=tuple(messages)))
                return
            told = template("That is {length} characters, and {most} at most go into one breath. Say it shorter.")
            self._talk.say(told, length=len(typed), most=MESSAGE_MAX)

    def _ask_withheld(self, matters: Sequence[Restricted]) -> None:
        if not matters:
            return
        self._talk.tell("", self._talk.catalogue.say(template("Which of these must not be said?")))
        for number, matter in enumerate(matters, 1):
            self._talk.tell(f"{number}. {matter.text}{self._marked(matter)}")
        prompt = template("Numbers from 1 to {most}, with blanks between them; a full stop alone marks none:")
        said = self._talk.catalogue.say(prompt, most=len(matters))
        while typed := (self._talk.ask(said) or "").strip():
            numbers = [] if typed == SAY_IT else numbers_of(typed)
            if numbers is not None and all(1 <= number <= len(matters) for number in numbers):
                withheld = tuple(one.id for number, one in enumerate(matters, 1) if number in numbers)
                self._take(replace(self.fields, withheld=withheld))
                return
            told = template("“{typed}” is not made of numbers from 1 to {most}.")
            self._talk.say(told, typed=typed[:40], most=len(matters))

    def _marked(self, matter: Restricted) -> str:
        mark = self._talk.catalogue.say(template("marked"))
        return f" ({mark})" if matter.id in self.fields.withheld else ""

    def _ask_opening(self) -> None:
        say = self._talk.catalogue.say
        self._talk.tell("", say(template("What you open the conference with: it is graded like an answer.")))
        if self.fields.opening:
            self._talk.say(template("Your draft: {draft}"), draft=self.fields.opening)
        question = template("Write an opening statement?")
        if self.fields.opening:
            question = template("Go on writing it? No leaves it as it is.")
        if not yes(self._talk, say(question)):
            return
        self._talk.say(
            template(
                "Write it on as many lines as you like. A line with nothing but a full stop ends it; one with two full "
                "stops drops it."
            )
        )
        self._write_opening(self.fields.opening.splitlines())

    def _write_opening(self, lines: list[str]) -> None:
        try:
            ended_by = write(self._talk, lines, OPENING_MAX)
        except (Ended, KeyboardInterrupt):
            self._take_opening(lines)
            raise
        self._take_opening(lines if ended_by == SAY_IT else [])
        if self.fields.opening:
            self._talk.tell(length_told(self.fields.opening, self._talk.catalogue))

    def _take_opening(self, lines: Sequence[str]) -> None:
        text = "\n".join(lines).strip()
        if len(text) > OPENING_MAX:
            told = template("An opening statement has at most {most} characters; what is beyond was left out.")
            self._talk.say(told, most=OPENING_MAX)
        self._take(replace(self.fields, opening=text[:OPENING_MAX].rstrip()))

    def _take(self, fields: Preparing) -> None:
        self.fields = fields
        keep(self._house, self._scenario, fields)


def _message(number: int, message: str, catalogue: Catalogue) -> str:
    told = message or catalogue.say(template("none yet."))
    return catalogue.say(template("Key message {number}: {message}"), number=number, message=told)
