"""Where the keys and values of a file stand, looked up by path when a problem needs it.

The event loop leaves a trail: for every scalar its event, for every list or mapping a list that begins
with its start event and goes on with the trails of what is inside (keys and values in turn).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from yaml.events import ScalarEvent

from simulator.loading.lines import Lines

Path = tuple[str | int, ...]
Trail = Any
"""A ScalarEvent, or a list of a start event and trails; recursive, so not spelt out."""

_BLOCK_STYLES = ("|", ">")
_QUOTES = ("'", '"')
_SIGNS = {
    "": re.compile(r"\S"),
    "'": re.compile(r"''|\S"),
    '"': re.compile(r"\\(?:x..|u.{4}|U.{8}|[\s\S])|\S"),
}
"""One character of a scalar as it is written, by style."""

_SPACE_ESCAPES = frozenset(f"\\{letter}" for letter in "ntrvfNLP_ \n")


@dataclass(frozen=True, slots=True)
class Place:
    """Where something begins, counted from 1, `column` in characters. `written` is a scalar's style.

    The style is empty for a plain scalar, else the sign that opens it; a list or mapping has none.
    """

    line: int
    column: int
    written: str | None = None


class Places:
    """The places of one file; its trail is laid when the first place is asked for."""

    def __init__(self, lay_trail: Callable[[], Trail], lines: Lines) -> None:
        self._lay_trail = lay_trail
        self._lines = lines
        self._text = lines.text

    @cached_property
    def _root(self) -> Trail:
        return self._lay_trail()

    def of(self, path: Path) -> Place:
        """The place of a value. Parts of the path that are not in the file are skipped."""
        trail, key = self._find(path)
        place = _place(trail)
        # An empty value has no place of its own worth pointing at; its key has.
        is_empty = isinstance(trail, ScalarEvent) and not trail.value and place.written == ""
        return _place(key) if is_empty and key is not None else place

    def of_key(self, path: Path) -> Place:
        """The place of the key that a path ends with, or of the value if there is no such key."""
        trail, key = self._find(path)
        return _place(trail if key is None else key)

    def within(self, path: Path, offset: int) -> Place:
        """The place of a character of a text value, counted from 0 within the value."""
        trail, _ = self._find(path)
        if not isinstance(trail, ScalarEvent):
            return _place(trail)
        position = self._position(trail, offset)
        return Place(*self._lines.position(position), trail.style or "")

    def _position(self, event: ScalarEvent, offset: int) -> int:
        """The index in the file of a character of a scalar, found by counting what is not space.

        Folding, indentation and escapes change only space, so the count is the same in value and file.
        """
        before = sum(map(_is_solid, unicodedata.normalize("NFC", event.value)[:offset]))
        first, end = _span(event)
        if event.style in _BLOCK_STYLES:
            first = self._text.find("\n", first, end) + 1
        signs = _SIGNS.get(event.style or "", _SIGNS[""]).finditer(self._text, first + (event.style in _QUOTES), end)
        solid = [
            sign.start() for sign in signs if sign[0] not in _SPACE_ESCAPES and not unicodedata.combining(sign[0][0])
        ]
        if before < len(solid):
            return solid[before]
        return solid[-1] + 1 if solid else first

    def _find(self, path: Path) -> tuple[Trail, Trail | None]:
        trail, key = self._root, None
        for part in path:
            inner = _inside(trail, part)
            if inner is not None:
                trail, key = inner
        return trail, key


def _inside(trail: Trail, part: str | int) -> tuple[Trail, Trail | None] | None:
    if not isinstance(trail, list):
        return None
    if isinstance(part, int):
        is_list = type(trail[0]).__name__ == "SequenceStartEvent"
        return (trail[part + 1], None) if is_list and part + 1 < len(trail) else None
    for index in range(1, len(trail) - 1, 2):
        key = trail[index]
        if isinstance(key, ScalarEvent) and (key.value == part or unicodedata.normalize("NFC", key.value) == part):
            return trail[index + 1], key
    return None


def _place(trail: Trail) -> Place:
    event = trail[0] if isinstance(trail, list) else trail
    style = event.style or "" if isinstance(event, ScalarEvent) else None
    return Place(event.start_mark.line + 1, event.start_mark.column + 1, style)


def _is_solid(character: str) -> bool:
    return not character.isspace() and not unicodedata.combining(character)


def _span(event: Trail) -> tuple[int, int]:
    return event.start_mark.index, event.end_mark.index
