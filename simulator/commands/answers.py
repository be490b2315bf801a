"""The lines of an answers file: each an answer to grade, or what is wrong with it; a bad one does not stop the rest."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, BinaryIO

from simulator.language.catalogue import template
from simulator.loading.nearest import nearest
from simulator.scoring.text import LENGTH_MAX

LINE_MAX = 1024 * 1024
"""Bytes of a line that are read; the longest answer, written in JSON's escapes throughout, has a quarter of it."""

ID_MAX = 200
"""Characters of an answer's id."""

SHOWN_MAX = 60
"""Characters of an id or a name that a message repeats."""


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer, and the id of the situation that it was given in."""

    id: str
    situation: str
    text: str


@dataclass(frozen=True, slots=True)
class BadLine:
    """A line that holds no answer: its number from 1, and a template with its values that says why."""

    number: int
    because: str
    params: Mapping[str, object] = field(default_factory=dict)


class _Unfit(Exception):
    def __init__(self, because: str, **params: object) -> None:
        super().__init__(because)
        self.because, self.params = because, params


def read_answers(file: BinaryIO, situations: Collection[str]) -> Iterator[Answer | BadLine]:
    """The lines of a file in order, blank ones left out. Raises OSError where it cannot be read on."""
    seen: dict[str, int] = {}
    for number, line in _lines(file):
        try:
            answer = _answer(line, situations, seen)
        except _Unfit as unfit:
            yield BadLine(number, unfit.because, unfit.params)
        else:
            seen[answer.id] = number
            yield answer


def _lines(file: BinaryIO) -> Iterator[tuple[int, bytes]]:
    number = 0
    while line := file.readline(LINE_MAX + 1):
        number += 1
        rest = line
        while not rest.endswith(b"\n") and (rest := file.readline(LINE_MAX)):
            pass  # what is too long is read past, not kept
        if number == 1:
            line = line.removeprefix(b"\xef\xbb\xbf")
        if line.strip():
            yield number, line


def _answer(line: bytes, situations: Collection[str], seen: Mapping[str, int]) -> Answer:
    read = _object(line)
    name = _own_id(read, seen)
    situation = _text(read, "situation")
    if situation not in situations:
        near = nearest(situation, situations)
        told = template("there is no situation `{name}`")
        meant = template("there is no situation `{name}`; did you mean `{near}`?")
        raise _Unfit(meant if near else told, name=situation[:SHOWN_MAX], near=near)
    text = _text(read, "text")
    if len(text) > LENGTH_MAX:
        raise _Unfit(template("the text is longer than {most} characters"), most=LENGTH_MAX)
    return Answer(name, situation, text)


def _object(line: bytes) -> dict[str, Any]:
    if len(line) > LINE_MAX:
        raise _Unfit(template("the line is longer than {most} bytes"), most=LINE_MAX)
    try:
        read = json.loads(line.decode("utf-8"))
    except UnicodeDecodeError:
        raise _Unfit(template("the line is not text in UTF-8")) from None
    except (ValueError, RecursionError):
        raise _Unfit(template("the line is not JSON")) from None
    if not isinstance(read, dict):
        raise _Unfit(template("the line is not a JSON object"))
    return read


def _own_id(read: Mapping[str, Any], seen: Mapping[str, int]) -> str:
    name = _text(read, "id")
    if not name.strip():
        raise _Unfit(template("`{key}` is empty"), key="id")
    if len(name) > ID_MAX:
        raise _Unfit(template("the id is longer than {most} characters"), most=ID_MAX)
    if name in seen:
        told = template("the id `{name}` stands in line {line} already")
        raise _Unfit(told, name=name[:SHOWN_MAX], line=seen[name])
    return name


def _text(read: Mapping[str, Any], key: str) -> str:
    if key not in read:
        raise _Unfit(template("`{key}` is missing"), key=key)
    if not isinstance(read[key], str):
        raise _Unfit(template("`{key}` is not text"), key=key)
    return str(read[key])
