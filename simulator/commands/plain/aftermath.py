"""After a step: what came of it is told, and one may take it back, hear a model answer, or go on."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import TYPE_CHECKING

from simulator.commands.plain import after, words
from simulator.commands.plain.reading import Place
from simulator.language.catalogue import template
from simulator.reports.debrief import AnsweredQuestion
from simulator.scenario.scenes import Option
from simulator.session.state import SessionState

if TYPE_CHECKING:
    from simulator.commands.plain.room import Room


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
                elif word == "m" and self._is_answer:
                    self._room.talk.tell(*after.model(self._asked, self._room.talk.catalogue))
                else:
                    self._room.wrong(typed)
        self._room.own.forget()

    def _place(self) -> Place:
        told = tuple(self._told())
        if not self._room.exercise.can_take_back:
            keys = words.AFTER if self._is_answer else words.READING
            return Place(template("Enter goes on, ? tells what else:"), keys, told, looking_back=True)
        keys = words.AFTER_AND_BACK if self._is_answer else words.DECIDED
        return Place(template("Enter goes on, u takes it back, ? tells what else:"), keys, told, looking_back=True)

    def _told(self) -> Iterator[str]:
        catalogue = self._room.talk.catalogue
        if isinstance(self._source, Option):
            yield from after.decision(self._source, catalogue)
        else:
            yield from after.answer(self._asked, catalogue)
            draft = self._room.own.draft_for(self._asked.scene)
            if self._asked.silent and draft:
                yield from after.unsaid(draft, catalogue)
        yield from after.effect(self._source, self._before, self._room.exercise.state, catalogue)

    @property
    def _is_answer(self) -> bool:
        return not isinstance(self._source, Option)

    @cached_property
    def _asked(self) -> AnsweredQuestion:
        return self._room.house.debrief(self._room.exercise).questions[-1]
