"""Ids from titles: Vietnamese without its marks, in small letters, and no id twice."""

from __future__ import annotations

import re

from simulator.language.folding import folded
from simulator.scenario.scenes import OWN_WORDS, RETURN, SILENCE
from simulator.session.press import is_press_id

NOT_TEXT = ("null", "true", "false")
"""What YAML takes for something else than text."""

LENGTH_MAX = 40
"""Characters of an id that is made of a title; the format takes 64, and a number may follow."""


class Ids:
    """Ids of one kind of things, each given once."""

    def __init__(self, otherwise: str) -> None:
        self._otherwise = otherwise
        self._taken = {RETURN, SILENCE, OWN_WORDS, *NOT_TEXT}
        self._next: dict[str, int] = {}

    def of(self, title: str) -> str:
        """An id like the title; with a number where that one is taken."""
        bare = re.sub(r"[^a-z0-9]+", "_", folded(title[:400])).strip("_")
        bare = re.sub(r"^[^a-z]+", "", bare)[:LENGTH_MAX].strip("_") or self._otherwise
        if is_press_id(bare):
            bare = f"{self._otherwise}_{bare}"
        one, number = bare, self._next.get(bare, 2)
        while one in self._taken:
            one, number = f"{bare}_{number}", number + 1
        self._next[bare] = number
        self._taken.add(one)
        return one
