"""A hostile file gives a clear problem, quickly, and never more than that."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from simulator.loading.limits import NODES_MAX, SIZE_MAX
from simulator.loading.loader import read_bytes
from tests.loading.texts import small

BILLION_LAUGHS = "a: &a [x, x]\n" + "".join(
    f"{b}: &{b} [*{a}, *{a}, *{a}]\n" for a, b in zip("abcdefgh", "bcdefghi", strict=True)
)

HOSTILE = {
    "brackets": "[" * 100_000,
    "braces": "{" * 100_000,
    "dashes": "- " * 100_000,
    "dashes to the limit": "- " * (SIZE_MAX // 2),
    "questions": "? " * 100_000,
    "bracket pairs": "[{" * 100_000,
    "keys in keys": "{a: " * 100_000,
    "many values": "[" + "a," * (SIZE_MAX // 2 - 1) + "]",
    "many empty mappings": "[" + "{}," * 600_000 + "]",
    "many keys twice": "{" + "a," * (NODES_MAX // 3) + "}",
    "many unknown keys": "format: 1\nscenes: [" + "{kind: ending, xx: 1}," * 30_000 + "]",
    "many anchors": "[" + "&a b," * 50_000 + "]",
    "billion laughs": BILLION_LAUGHS,
    "one long word": "a" * SIZE_MAX,
    "one long key": "a" * 1_000_000 + ": b",
    "one long number": "a: " + "1" * 1_000_000,
    "one long line of spaces": " " * SIZE_MAX,
    "line ends": "\n" * SIZE_MAX,
    "hashes": "a: b" + " #" * 1_000_000,
    "tabs": "\t \n" * 600_000,
    "nulls": "\0" * SIZE_MAX,
    "quotes": "'" * 1_000_000,
    "long expression": small(("when: trust < 80", "when: " + "(" * 500_000)),
    "deep negations": small(("when: trust < 80", "when: " + "-" * 300 + "1 < 2")),
    "long names": small(("then: the_end", "then: " + "x" * 60)) + "# " + "x" * 1_000_000,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_is_refused_quickly(name: str) -> None:
    begun = time.process_time()
    scenario, problems = read_bytes(HOSTILE[name].encode(), Path("hostile.yaml"))
    assert scenario is None
    assert 0 < len(problems) <= 201
    assert time.process_time() - begun < 5


def test_aliases_are_never_followed() -> None:
    _, problems = read_bytes(BILLION_LAUGHS.encode(), Path("hostile.yaml"))
    assert {problem.code for problem in problems} == {"P008", "P009", "P111"}


def test_the_largest_file_that_is_read() -> None:
    text = small().encode()
    scenario, problems = read_bytes(text + b"#" * (SIZE_MAX - len(text)), Path("large.yaml"))
    assert scenario is not None
    assert not problems
    _, problems = read_bytes(text + b"#" * (SIZE_MAX - len(text) + 1), Path("large.yaml"))
    assert [problem.code for problem in problems] == ["P020"]
