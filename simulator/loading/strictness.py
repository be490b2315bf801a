"""What YAML allows and scenarios do not: anchors, aliases, merge keys, tags, keys twice, text that is cut."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from yaml.events import AliasEvent, MappingStartEvent, ScalarEvent

from simulator.language.catalogue import template
from simulator.loading.fields import EXPRESSION_KEYS, prose_keys
from simulator.loading.places import Trail
from simulator.loading.report import Report
from simulator.loading.unseen import REPLACEMENT, UNSEEN_IN_TEXT, named

_SWALLOWED_LIST = re.compile(r"[\n\r] *- ")
_IN_QUOTES = template("put the whole text in quotes, or write it as a block (>-)")

Event = Any
"""One of libyaml's events; its marks are always there, though the stubs doubt it."""


class Refused:
    """Stands in the place of an alias, or of a key that cannot be one; what is wrong has been noted."""


class Strictness:
    """Notes what is refused while a file is read."""

    def __init__(self, text: str, report: Report) -> None:
        self._text = text
        self._report = report
        self.known_keys: set[object] = set()
        """Keys that have been found to be fit."""
        self.cuts = frozenset(_after_one_space(text))
        """Where a plain scalar would be cut, as indices into the text.

        A comment stands clear: with two spaces before it, it cannot be the rest of a sentence.
        """

    def unfinished(self, items: list[Any], trail: Sequence[Trail]) -> None:
        """Note what is wrong with the keys of a mapping, or list, that a syntax error has cut off."""
        if isinstance(trail[0], MappingStartEvent):
            self.mapping(items[: len(items) // 2 * 2], trail)

    def mapping(self, items: list[Any], trail: Sequence[Trail]) -> dict[str, object]:
        """The mapping of keys and values in turn; unfit and repeated keys are noted and left out."""
        mapping: dict[str, object] = {}
        for number in range(0, len(items), 2):
            key, event = items[number], trail[number + 1]
            if self._is_fit(key, event, mapping):
                self.known_keys.add(key)
                mapping[key] = items[number + 1]
        return mapping

    def _is_fit(self, key: object, event: Trail, mapping: dict[str, object]) -> bool:
        if isinstance(key, Refused):
            return False
        if not isinstance(key, str):
            message = template("the key {key} is not text")
            self._note("P012", event, message, template("put it in quotes"), key=event.value or "…")
            return False
        if key == "<<" and not event.style:
            message = template("merge keys (<<) are not read")
            self._note("P010", event, message, template("write the keys out where they belong"))
            return False
        if key in mapping:
            message = template("the key `{key}` stands here a second time")
            self._note("P007", event, message, template("keep one of the two"), key=key)
            return False
        return True

    def complex_key(self, event: Event) -> None:
        """A list or a mapping where a key should stand."""
        hint = template("text that begins with [ or {brace} belongs in quotes or in a block (>-)")
        self._note("P012", event, template("a list or a mapping cannot be a key"), hint, brace="{")

    def alias(self, event: AliasEvent) -> None:
        """`*name`; what it stands for is never looked up."""
        message = template("aliases (*{name}) are not read")
        self._note("P009", event, message, _IN_QUOTES, name=event.anchor)

    def properties(self, event: Event) -> None:
        """`&name` or `!tag` before a value."""
        if event.anchor:
            self._note("P008", event, template("anchors (&{name}) are not read"), _IN_QUOTES, name=event.anchor)
        else:
            self._note("P011", event, template("tags ({tag}) are not read"), _IN_QUOTES, tag=event.tag)

    def cut_text(self, event: Event, key: str) -> None:
        """A plain scalar that ends where a `#` after one space begins a comment."""
        if key in EXPRESSION_KEYS or (" " not in event.value and key not in prose_keys()):
            return
        line, column = self._report.lines.position(event.end_mark.index + 1)
        message = template("the # begins a comment, so the text ends before it")
        hint = template(
            "write the text as a block (>-) or in quotes; if a comment is meant, leave two spaces before the #"
        )
        self._report.add("P006", line, column, message, hint)

    def swallowed_list(self, event: Event) -> None:
        """A plain scalar that runs on over a line which begins like a list's item."""
        match = _SWALLOWED_LIST.search(self._text, event.start_mark.index, event.end_mark.index)
        if match is not None:
            line, column = self._report.lines.position(match.end() - 2)
            message = template("this line is read as part of the text above, not as an item of a list")
            hint = template("begin the list under its key, or write the text as a block (>-)")
            self._report.add("P014", line, column, message, hint)

    def in_quotes(self, event: ScalarEvent) -> str:
        """The text of a scalar in double quotes; refused are escapes for what could not stand in the file as such."""
        match = UNSEEN_IN_TEXT.search(event.value)
        if match is None:
            return str(event.value)
        message = template("an escape in this text makes the character {character}, which cannot be seen")
        self._note("P003", event, message, template("delete the escape"), character=named(match[0]))
        return UNSEEN_IN_TEXT.sub(REPLACEMENT, event.value)

    def emptiness(self) -> None:
        """Nothing but comments and empty lines."""
        self._report.add(
            "P002", 1, 1, template("this file is empty"), template("scenarios/README.md shows how a scenario begins")
        )

    def second_document(self, event: Event) -> None:
        """`---` after the first document."""
        hint = template("a scenario has a file of its own; a line of dashes in a text belongs in a block (>-)")
        self._note("P013", event, template("a second document begins here (---)"), hint)

    def _note(self, code: str, event: Event, message: str, hint: str, **params: object) -> None:
        mark = event.start_mark
        self._report.add(code, mark.line + 1, mark.column + 1, message, hint, params=params)


def _after_one_space(text: str) -> Iterator[int]:
    index = text.find(" #")
    while index >= 0:
        if index and not text[index - 1].isspace():
            yield index
        index = text.find(" #", index + 1)
