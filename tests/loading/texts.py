"""A small valid scenario as an author writes it, and what comes of changes to it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from simulator.loading.loader import read_bytes
from simulator.loading.problems import Problem
from simulator.loading.source import Source, read_source

SMALL = """\
format: 1
id: small
language: en
title: The burst pipe
module: press
level: basic
minutes: 5
role: Spokesperson of the district
objectives: [Answer plainly.]
skills: [accuracy]
author: Podium
licence: CC BY 4.0
dossier:
  context: A pipe has burst.
  facts:
    - {id: f1, text: Ten houses have no water., source: Waterworks, as_of: 15:00}
cast:
  journalists:
    - {id: hang, name: Vi Thu Hang, outlet: Highland News, manner: sharp}
  voices:
    - {id: headman, name: Lo Van Un, part: Head of the hamlet}
clock: {start: 15:30}
variables:
  - {name: promised, type: bool, default: false, about: A promise was made.}
  - {name: calls, type: int, range: [0, 5], default: 0, about: Calls answered.}
  - {name: host, type: text, values: [village, town], default: town, about: Who hosts.}
start: opening
scenes:
  - id: opening
    kind: question
    journalist: hang
    text: Who has no water?
    skills: [accuracy]
    lines:
      - id: owns_it
        text: Ten houses, since three o'clock.
        levels: {accuracy: 4}
        findings:
          - {skill: accuracy, words: Ten houses, because: A figure with its time.}
        effects: [promised = true]
      - id: waits
        text: We are looking into it.
        when: trust < 80
        levels: {accuracy: 1}
        findings:
          - {skill: accuracy, because: No figure at all.}
    then: the_end
  - id: the_end
    kind: ending
    outcome: good
    headline: Water is back
    text: The pipe was mended by night.
    lesson: Say what you know.
"""


def small(*changes: tuple[str, str]) -> str:
    """The small scenario with each first text replaced, once, by the second."""
    text = SMALL
    for old, new in changes:
        assert old in text, f"not in the small scenario: {old}"
        text = text.replace(old, new, 1)
    return text


def problems_of(text: str) -> tuple[Problem, ...]:
    """All problems of a scenario's text."""
    return read_bytes(text.encode(), Path("small.yaml"))[1]


def codes_of(text: str) -> list[str]:
    """The codes of all problems of a scenario's text, in the order of the file."""
    return [problem.code for problem in problems_of(text)]


def values_of(text: str | bytes) -> dict[str, Any]:
    """The plain values of a mapping that can be read to its end."""
    value = source_of(text).value
    assert isinstance(value, dict)
    return value


def source_of(text: str | bytes) -> Source:
    """The values and places of a text that can be read to its end."""
    source, _ = read_source(text if isinstance(text, bytes) else text.encode(), "text.yaml")
    assert source is not None
    return source
