"""After a step: what came of it is told, and one may take it back, hear a model answer, or go on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import TYPE_CHECKING

from simulator.commands.plain import after, words
from simulator.commands.plain.reading import Place
from simulator.language.catalogue import template
from simulator.language.words import CONFIDENCE_NAMES
from simulator.reports.debrief import AnsweredQuestion
from simulator.scenario.scenes import Option
from simulator.session.state import SessionState

if TYPE_CHECKING:
    from simulator.commands.plain.room import Room

_CONFIDENCES = {f"c{number}": number for number in CONFIDENCE_NAMES}


class Aftermath:
    """Of the last step made in a room, from the state before it."""

    def __init__(self, room: Room, before: SessionState) -> None:
        self._room = room
        self._before = before
        self._source = after.source_of(room.exercise)

    def read(self) -> None:
        """Tell it, and go on when it has been read. Raises Leaving and Ended."""
        if after.is_told(self._room.exercise, self._source):
            place = self._place()
            self._room.talk.tell(*place.told)
            while word := words.said(typed := self._room.ask(place) or ""):
                if word == "u" and self._room.exercise.can_take_back:
                    if self._room.make(self._room.exercise.take_back):
                        return
                elif word == "m" and self._has_model:
                    self._room.talk.tell(*after.model(self._asked, self._room.talk.catalogue))
                elif word in _CONFIDENCES and self._is_answer:
                    self._rate(_CONFIDENCES[word])
                else:
                    words.tell_unknown(self._room.talk, typed)
        self._room.own.forget()

    def _place(self) -> Place:
        told = tuple(self._told())
        back = self._room.exercise.can_take_back
        prompt = template("Enter goes on, ? tells what else:")
        if back:
            prompt = template("Enter goes on, u takes it back, ? tells what else:")
        if self._is_answer:
            prompt = template("Enter goes on, c1, c2 or c3 says how sure you were, ? tells what else:")
        return Place(self._room.talk.catalogue.say(prompt), self._keys(back), told, looking_back=True)

    def _keys(self, back: bool) -> Mapping[str, str]:
        if not self._is_answer:
            return words.DECIDED if back else words.READING
        return {**words.RATED, **(words.MODEL if self._has_model else {}), **(words.BACK if back else {})}

    def _rate(self, confidence: int) -> None:
        """Say how sure one was, in passing."""
        if self._room.make(lambda: self._room.exercise.rate(confidence)):
            name = self._room.talk.catalogue.say(CONFIDENCE_NAMES[confidence])
            self._room.talk.say(template("Noted: {confidence}."), confidence=name)

    def _told(self) -> Iterator[str]:
        catalogue, exercise = self._room.talk.catalogue, self._room.exercise
        if isinstance(self._source, Option):
            yield from after.decision(self._source, exercise.rules, catalogue)
        else:
            yield from after.answer(self._asked, exercise.rules, catalogue)
            draft = self._room.own.draft_for(self._asked.scene)
            if self._asked.silent and draft:
                yield from after.unsaid(draft, catalogue)
        if exercise.rules.levels:
            yield from after.figures(self._before, exercise.state, catalogue)
        yield from after.effect(exercise, self._source, catalogue)
        yield from after.pressed(exercise, catalogue)

    @property
    def _has_model(self) -> bool:
        return self._is_answer and self._room.exercise.rules.model_answer and bool(self._asked.lines)

    @property
    def _is_answer(self) -> bool:
        return not isinstance(self._source, Option)

    @cached_property
    def _asked(self) -> AnsweredQuestion:
        return self._room.house.debrief(self._room.exercise).questions[-1]
