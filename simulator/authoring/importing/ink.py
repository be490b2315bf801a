"""ink, as far as it is choices and diverts: knots, stitches, `*` and `+`, gathers, `->`. Logic is told, not carried."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from simulator.authoring.importing.ink_weave import Weave
from simulator.authoring.importing.spans import without
from simulator.authoring.importing.story import Lost, Passage, Story
from simulator.language.catalogue import template

LOGIC = template("logic")
CONDITION = template("a condition or a variable text")
GLUE = template("glue")
TAG = template("a tag")
NOTE = template("a note to do")
TUNNEL = template("a tunnel or a thread")
FUNCTION = template("a function")
PARAMETERS = template("parameters of a knot")

_KNOT = re.compile(r"={2,}\s*(function\s+)?(\w+)\s*(\([^)]*\))?\s*=*\s*$")
_STITCH = re.compile(r"=\s*(\w+)\s*(\([^)]*\))?\s*$")
_CHOICE = re.compile(r"((?:[*+]\s*)+)")
_GATHER = re.compile(r"((?:-(?!>)\s*)+)")
_LABEL = re.compile(r"\(\s*(\w+)\s*\)\s*")
_LOGIC = re.compile(r"(?:~|VAR\b|CONST\b|LIST\b|INCLUDE\b|EXTERNAL\b)")
_BRACES = re.compile(r"\{[^{}]*\}")
_DIVERT = re.compile(r"->\s*([\w.]+)?\s*(\([^)]*\))?\s*")
_COMMENT = re.compile(r"//[^\n]*")

BRACES_DEEP = 20
"""So many braces within each other are taken apart; deeper ones are taken away as they stand."""

HEAD_MAX = 300
"""Characters of a line that may name a knot or a stitch."""


def read_ink(text: str) -> Story:
    """The story of a text; any text gives one, maybe without passages."""
    return _Reader(_COMMENT.sub("", without(text, "/*", "*/"))).story()


class _Reader:
    """Reads line by line into one weave a knot or stitch."""

    def __init__(self, text: str) -> None:
        self._lines = text.split("\n")
        self._lost: list[Lost] = []
        self._weaves: list[Weave] = []
        self._knot = ""
        self._skips = False

    def story(self) -> Story:
        self._begin("", "", 1)
        for number, line in self._whole_lines():
            self._take(line.strip(), number)
        passages = [passage for weave in self._weaves for passage in weave.done()]
        names = {passage.key for passage in passages}
        for weave in self._weaves:
            weave.resolve(names)
        _run_on(self._weaves)
        # Text before the first knot is where ink begins; without any, the first knot is.
        opening = self._weaves[0].passages[0]
        if len(passages) > 1 and not opening.links and not opening.prose.strip():
            passages.remove(opening)
        if len(passages) == 1 and not passages[0].links and not passages[0].prose.strip():
            passages = []
        return Story("", passages[0].key if passages else "", passages, self._lost)

    def _whole_lines(self) -> Iterator[tuple[int, str]]:
        """The lines; blocks of logic in braces over several lines are told and left out."""
        depth = 0
        for number, line in enumerate(self._lines, 1):
            opened = depth
            depth = max(0, depth + line.count("{") - line.count("}"))
            if opened or (depth and line.lstrip().startswith("{")):
                if not opened:
                    self._lost.append(Lost(number, LOGIC, line.strip()))
                if _KNOT.match(_head(line)):  # A brace that was never closed must not swallow the rest.
                    depth = 0
                    yield number, line
                continue
            depth = 0
            yield number, line

    def _take(self, line: str, number: int) -> None:
        head = _head(line)
        if found := _KNOT.match(head):
            self._skips = bool(found[1])
            self._knot = found[2]
            if self._skips:
                self._lost.append(Lost(number, FUNCTION, line))
            else:
                self._begin(found[2], found[2], number, found[3])
        elif self._skips or not line:
            return
        elif (found := _STITCH.match(head)) and self._knot:
            self._begin(f"{self._knot}.{found[1]}", found[1], number, found[2])
        elif line.startswith("TODO"):
            self._lost.append(Lost(number, NOTE, line))
        elif _LOGIC.match(line):
            self._lost.append(Lost(number, LOGIC, line))
        elif found := _CHOICE.match(line):
            self._choice(line[found.end() :], _depth(found[1]), number)
        elif (found := _GATHER.match(line)) and not line.startswith("->"):
            self._gather(line[found.end() :], _depth(found[1]), number)
        else:
            self._weave.content(*self._plain(line, number), number)

    @property
    def _weave(self) -> Weave:
        return self._weaves[-1]

    def _begin(self, key: str, title: str, number: int, parameters: str | None = None) -> None:
        self._weaves.append(Weave(key, title or "Start", number, self._knot))
        if parameters:
            self._lost.append(Lost(number, PARAMETERS, parameters))

    def _choice(self, rest: str, depth: int, number: int) -> None:
        label, rest = self._labelled(rest)
        before, _, tail = rest.partition("[")
        shown, bracket, after = tail.partition("]")
        if not bracket:
            before, shown, after = rest, "", ""
            before, target = self._plain(before, number)
            self._weave.choice(label, depth, before, before, target, number)
            return
        start, _ = self._plain(before, number)
        only, _ = self._plain(shown, number)
        end, target = self._plain(after, number)
        is_apart = before[-1:].isspace()
        said = _joined(start, end, is_apart or after[:1].isspace())
        self._weave.choice(label, depth, _joined(start, only, is_apart or shown[:1].isspace()), said, target, number)

    def _gather(self, rest: str, depth: int, number: int) -> None:
        label, rest = self._labelled(rest)
        self._weave.gather(label, depth, number)
        if found := _CHOICE.match(rest):
            self._choice(rest[found.end() :], _depth(found[1]), number)
        elif rest:
            self._weave.content(*self._plain(rest, number), number)

    def _labelled(self, rest: str) -> tuple[str, str]:
        found = _LABEL.match(rest)
        return (found[1], rest[found.end() :]) if found else ("", rest)

    def _plain(self, text: str, number: int) -> tuple[str, str]:
        """The text alone, and where it diverts to (empty for nowhere); all else of ink in it is told."""
        for _ in range(BRACES_DEEP):
            self._lost += [Lost(number, CONDITION, found[0]) for found in _BRACES.finditer(text)]
            text, changed = _BRACES.subn("", text)
            if not changed:
                break
        text = text.replace("{", "").replace("}", "")
        if "<>" in text:
            self._lost.append(Lost(number, GLUE, "<>"))
            text = text.replace("<>", " ")
        text, tag, tagged = text.partition("#")
        if tag:
            self._lost.append(Lost(number, TAG, f"#{tagged}"))
        told, target = self._diverted(text, number)
        return " ".join(told.replace("\\", "").split()), target

    def _diverted(self, text: str, number: int) -> tuple[str, str]:
        if text.lstrip().startswith("<-"):
            self._lost.append(Lost(number, TUNNEL, text.strip()))
            return "", ""
        found = _DIVERT.search(text)
        if found is None:
            return text, ""
        rest = text[found.end() :].strip()
        if rest or found[2] or not found[1]:
            self._lost.append(Lost(number, TUNNEL, text[found.start() :].strip()))
        return text[: found.start()], found[1] or ""


def _run_on(weaves: list[Weave]) -> None:
    """A knot with nothing before its first stitch leads to that stitch."""
    for weave, after in pairwise(weaves):
        first: Passage = weave.passages[0]
        if weave.key and after.key.startswith(f"{weave.key}.") and not first.links and not first.prose.strip():
            weave.lead_on(first, after.key)


def _joined(start: str, end: str, is_apart: bool) -> str:
    return f"{start} {end}".strip() if is_apart else start + end


def _head(line: str) -> str:
    """A line as it may name a knot: without spaces in a row, which would cost time."""
    return " ".join(line[:HEAD_MAX].split()) if len(line) <= HEAD_MAX else ""


def _depth(marks: str) -> int:
    return len(marks.replace(" ", "").replace("\t", ""))
