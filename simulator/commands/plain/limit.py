"""The time limit of a question, as it is told: at the start, at half time, and when it has run out."""

from __future__ import annotations

from simulator.exercise.exercise import Exercise
from simulator.language.catalogue import Catalogue, template


class Limit:
    """The limit of the scene that is on the table when this is made; `counted` is false where no time passes."""

    def __init__(self, exercise: Exercise, catalogue: Catalogue, *, counted: bool) -> None:
        self._exercise = exercise
        self._catalogue = catalogue
        self._counted = counted
        self._half_ms = (exercise.time_left_ms or 0) // 2

    @property
    def is_up(self) -> bool:
        return self._exercise.time_left_ms == 0

    def opening(self) -> str:
        """What is told of it together with the question; empty without a limit."""
        if self._exercise.time_left_ms is None:
            return ""
        told = template("You have {seconds} seconds to answer; after that your silence is the answer.")
        uncounted = template("The time limit, {seconds} seconds, is not counted here: no terminal is typed at.")
        return self._catalogue.say(told if self._counted else uncounted, seconds=self._seconds())

    def news(self) -> str:
        """That half of the time is gone, once."""
        left = self._exercise.time_left_ms
        if not self._half_ms or left is None or left > self._half_ms:
            return ""
        self._half_ms = 0
        return self.left()

    def left(self) -> str:
        """What is left of the time; empty without a limit."""
        if self._exercise.time_left_ms is None:
            return ""
        return self._catalogue.count("Time left: one second.", "Time left: {n} seconds.", self._seconds())

    def _seconds(self) -> int:
        return -(-(self._exercise.time_left_ms or 0) // 1000)
