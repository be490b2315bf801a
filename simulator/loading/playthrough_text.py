"""A play-through as YAML text, written so that a changed score is one changed line."""

from __future__ import annotations

import json
import re
import textwrap
from collections.abc import Iterable, Iterator, Mapping

from simulator.scenario.rubric import Skill
from simulator.session.playthrough import Expectation, PlayedStep, Playthrough

WIDTH = 100

_FOLDS_BACK = re.compile(r"\S+( \S+)*")
"""Text that a folded block gives back as it was, wherever its lines are broken."""

_NOT_TEXT = ("true", "false", "null")


def playthrough_text(playthrough: Playthrough) -> str:
    """The file of a play-through. Read again it is the same value; comments are not kept, for values have none."""
    return "\n".join(_lines(playthrough)) + "\n"


def _lines(playthrough: Playthrough) -> Iterator[str]:
    yield f"format: {playthrough.format}"
    yield from _entry("scenario", playthrough.scenario)
    yield from _prose("title", playthrough.title)
    if playthrough.about is not None:
        yield from _prose("about", playthrough.about)
    yield f"seed: {playthrough.seed}"
    for key in ("ending", "score", "trust", "heat"):
        yield from _entry(key, getattr(playthrough, key))
    if playthrough.other_seeds is not None:
        yield from _mapping("other_seeds", playthrough.other_seeds)
    yield "steps:"
    for step in playthrough.steps:
        yield from _step(step)


def _prose(key: str, text: str) -> Iterator[str]:
    if not _FOLDS_BACK.fullmatch(text):
        yield f"{key}: {json.dumps(text, ensure_ascii=False)}"
        return
    yield f"{key}: >-"
    wrapped = textwrap.wrap(text, WIDTH, break_long_words=False, break_on_hyphens=False)
    yield from (f"  {line}" for line in wrapped)


def _step(step: PlayedStep) -> Iterator[str]:
    yield f"  - at: {_plain(step.at)}"
    yield from _indented(_entry("choose", step.choose))
    yield from _indented(_entry("say", step.say))
    if step.expect is not None:
        lines = tuple(_expectation(step.expect))
        yield "    expect:" if lines else "    expect: {}"
        yield from _indented(lines, 6)


def _expectation(expect: Expectation) -> Iterator[str]:
    if expect.levels is not None:
        yield f"levels: {_in_braces(expect.levels)}"
    if expect.flags is not None:
        yield f"flags: [{', '.join(expect.flags)}]"
    for key in ("overall", "trust", "heat"):
        yield from _entry(key, getattr(expect, key))


def _mapping(key: str, entries: Mapping[str, str]) -> Iterator[str]:
    yield f"{key}:" if entries else f"{key}: {{}}"
    for name, value in entries.items():
        yield from _indented(_entry(name, value), 2)


def _in_braces(levels: Mapping[Skill, int]) -> str:
    return "{" + ", ".join(f"{skill}: {level}" for skill, level in levels.items()) + "}"


def _entry(key: str, value: str | int | None) -> Iterator[str]:
    if value is not None:
        yield f"{_plain(key)}: {_plain(value)}"


def _plain(value: str | int) -> str:
    """An id or a number as a plain scalar; an id that would be read as something else in quotes."""
    return f'"{value}"' if value in _NOT_TEXT else str(value)


def _indented(lines: Iterable[str], by: int = 4) -> Iterator[str]:
    return (" " * by + line for line in lines)
