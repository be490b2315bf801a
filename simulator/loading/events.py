"""libyaml's events -> plain values and the trail of their places, in one loop without recursion.

Nothing is interpreted here but the strict profile. A syntax error or a limit ends the file; every other
problem is noted and reading goes on.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from typing import Any

import yaml
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from simulator.language.catalogue import template
from simulator.loading.limits import DEPTH_MAX, NODES_MAX
from simulator.loading.places import Trail
from simulator.loading.report import Report
from simulator.loading.scalars import Scalar, plain_scalar
from simulator.loading.strictness import Event, Refused, Strictness
from simulator.loading.syntax import note_syntax_error

Parser = Any
"""libyaml's parser, for which there are no types, or PyYAML's own."""


def parser_of(text: str) -> Parser:
    """libyaml's parser, or PyYAML's own where libyaml is missing."""
    return yaml.CLoader(text) if yaml.__with_libyaml__ else yaml.Loader(text)


def trail_of(text: str) -> Trail:
    """The trail of a text that has been read to its end before."""
    reading = Reading(text, Report("", text), keeps_trail=True)
    reading.run()
    return reading.trail


class Reading:
    """One text being read. After `run`, `value` and `trail` are those of its first document, if it `is_whole`.

    Without `keeps_trail` the trail of a list or mapping goes when it ends; most files have no problem that
    would ask for it, and to keep it takes as long as to make it.
    """

    def __init__(self, text: str, report: Report, *, keeps_trail: bool = False) -> None:
        self._text = text
        self._report = report
        self._strictness = Strictness(text, report)
        self._is_normal = unicodedata.is_normalized("NFC", text)
        self._plain: dict[str, Scalar] = {}
        self._nodes = 0
        self._keeps_trail = keeps_trail
        self._items: list[Any] = []
        self._trail: list[Trail] = [None]
        self._open: list[tuple[list[Any], list[Trail]]] = []
        self.is_whole = False

    @property
    def value(self) -> object:
        return self._items[0]

    @property
    def trail(self) -> Trail:
        return self._trail[1]

    def run(self) -> None:
        """Read to the end, to the first syntax error or to a limit."""
        try:
            self.is_whole = self._run(parser_of(self._text).get_event)
            if self.is_whole and not self._items:
                self.is_whole = False
                self._strictness.emptiness()
        except (yaml.YAMLError, ValueError) as error:
            for items, trail in self._open:
                self._strictness.unfinished(items, trail)
            note_syntax_error(error, self._report, self._open[-1][1][-1] if self._open else None)

    def _run(self, next_event: Callable[[], Any]) -> bool:
        """The loop itself: long, because a call for each of a hundred thousand events would double its time.

        It keeps the list or mapping it is in as `items` and `trail`, those around it in `_open`; at the end, all there.
        """
        items, trail, open_, plain = self._items, self._trail, self._open, self._plain
        cuts, known_keys = self._strictness.cuts, self._strictness.known_keys
        try:
            for _ in range(2 * NODES_MAX):
                event = next_event()
                kind = type(event)
                if kind is ScalarEvent:
                    trail.append(event)
                    if event.style:
                        items.append(event.value if self._is_normal and event.style != '"' else self._quoted(event))
                    else:
                        value = event.value
                        items.append(plain[value] if value in plain else self._new_plain(event))
                        if cuts and event.end_mark.index in cuts:
                            self._strictness.cut_text(event, self._key_over(trail))
                    if event.anchor or event.tag:
                        self._strictness.properties(event)
                elif kind is MappingStartEvent or kind is SequenceStartEvent:
                    if event.anchor or event.tag:
                        self._strictness.properties(event)
                    if self._at_key(trail):
                        self._strictness.complex_key(event)
                    if len(open_) >= DEPTH_MAX:
                        return self._too_deep(event)
                    open_.append((items, trail))
                    trail.append(event)
                    items, trail = [], [event]
                elif kind is MappingEndEvent or kind is SequenceEndEvent:
                    self._nodes += len(items)
                    if self._nodes > NODES_MAX:
                        return self._too_many(trail[0])
                    if kind is MappingEndEvent:
                        each = iter(items)
                        whole: Any = dict(zip(each, each, strict=True))
                        if len(whole) * 2 != len(items) or not whole.keys() <= known_keys:
                            whole = self._strictness.mapping(items, trail)
                    else:
                        whole = tuple(items)
                    closed = trail
                    items, trail = open_.pop()
                    if self._keeps_trail:
                        trail[-1] = closed
                    was_key = len(trail) % 2 == 0 and type(trail[0]) is MappingStartEvent
                    items.append(Refused() if was_key else whole)
                elif kind is AliasEvent:
                    self._strictness.alias(event)
                    items.append(Refused())
                    trail.append(event)
                elif kind is DocumentStartEvent and items:
                    self._strictness.second_document(event)
                    return True
                elif kind is StreamEndEvent:
                    return True
        finally:
            open_.append((items, trail))
        return self._too_many(trail[0])

    def _new_plain(self, event: ScalarEvent) -> Scalar:
        text = event.value if self._is_normal else unicodedata.normalize("NFC", event.value)
        if "- " in text:
            self._strictness.swallowed_list(event)
        value = self._plain[event.value] = plain_scalar(text)
        return value

    def _quoted(self, event: ScalarEvent) -> str:
        text = self._strictness.in_quotes(event) if event.style == '"' else event.value
        return unicodedata.normalize("NFC", text)

    def _too_deep(self, event: Event) -> bool:
        self._stop("P021", event, template("lists and mappings are nested deeper than {most} levels"), DEPTH_MAX)
        return False

    def _too_many(self, event: Event) -> bool:
        self._stop("P022", event, template("this file holds more than {most} values"), NODES_MAX)
        return False

    def _stop(self, code: str, event: Event, message: str, most: int) -> None:
        mark = event.start_mark
        self._report.add(code, mark.line + 1, mark.column + 1, message, params={"most": most})

    @staticmethod
    def _at_key(trail: list[Trail]) -> bool:
        """Whether what comes next in the open container stands where a key should."""
        return len(trail) % 2 == 1 and type(trail[0]) is MappingStartEvent

    def _key_over(self, trail: list[Trail]) -> str:
        """The key under which the last scalar of the trail stands, or the list that holds it."""
        key = trail[-2] if type(trail[0]) is MappingStartEvent else self._open[-1][1][-2] if self._open else None
        return key.value if isinstance(key, ScalarEvent) else ""
