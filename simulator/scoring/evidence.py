"""All that is observed in an answer before anything is judged: acts of its sentences, and slots."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from simulator.scoring.desk import Desk
from simulator.scoring.packing import Array
from simulator.scoring.slots import Slots
from simulator.scoring.text import Reading


@dataclass(frozen=True)
class Evidence:
    """`heard` and `judged` are probabilities of the acts, shape (sentences, acts): alone, and in context."""

    reading: Reading
    desk: Desk
    spoken: tuple[str, ...]
    heard: Array
    judged: Array
    slots: Slots

    @cached_property
    def clarity(self) -> Array:
        """How clearly each sentence performs each act, shape (sentences, acts): the mean of both."""
        clarity: Array = (self.heard + self.judged) / 2
        return clarity
