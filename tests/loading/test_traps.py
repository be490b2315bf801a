"""The 25 lines on which authors stumble (research/narrative.md): each is kept as it is, or refused at its line."""

from __future__ import annotations

from decimal import Decimal

import pytest

from simulator.loading.source import read_source
from tests.loading.texts import problems_of, small, values_of

KEPT = {
    "answer: no": "no",
    "answer: NO": "NO",
    "answer: on": "on",
    "answer: 12:30": "12:30",
    "answer: 2024-01-02": "2024-01-02",
    "answer: 017": "017",
    "answer: 1_000": "1_000",
    "answer: 3.10": Decimal("3.10"),
}

REFUSED = {
    "text: we are #1 today": ("P006", 1, 14),
    "text: Stay calm # for now": ("P006", 1, 17),
    "text: Minister: did you know?": ("P005", 1, 15),
    "text: {name} asks why": ("P005", 1, 14),
    "text: [cough] No comment": ("P005", 1, 15),
    "text: *really* sorry": ("P005", 1, 7),
    "text: @mayor says no": ("P005", 1, 7),
    "text: %50 of staff": ("P005", 1, 7),
    "text: - well": ("P005", 1, 7),
    'text: "Quote" she said': ("P005", 1, 15),
    "text: 'Don't ask'": ("P005", 1, 12),
    "text: !important": ("P011", 1, 7),
    "text: & sons": ("P005", 1, 7),
    "text: `code`": ("P005", 1, 7),
    "text: Why? Because: no": ("P005", 1, 19),
    "text:\n\t- tab": ("P004", 2, 1),
    "a: 1\na: 2": ("P007", 2, 1),
}

PROSE = [text.partition(": ")[2] for text in REFUSED if text.startswith("text: ")]


@pytest.mark.parametrize("text", KEPT)
def test_it_is_kept_as_it_is(text: str) -> None:
    assert values_of(text) == {"answer": KEPT[text]}


def test_a_decimal_is_refused_where_it_stands_with_its_zero() -> None:
    (problem,) = problems_of(small(("title: The burst pipe", "title: 3.10")))
    assert (problem.code, problem.line, problem.column) == ("P103", 4, 8)
    assert problem.params == {"written": "3.10"}


@pytest.mark.parametrize("text", REFUSED)
def test_it_is_refused_at_its_place(text: str) -> None:
    _, report = read_source(text.encode(), "trap.yaml")
    assert [(problem.code, problem.line, problem.column) for problem in report.problems()] == [REFUSED[text]]
    assert all(problem.hint for problem in report.problems())


@pytest.mark.parametrize("text", PROSE)
@pytest.mark.parametrize("sign", ["|-", ">-"])
def test_in_a_block_every_trap_is_kept(text: str, sign: str) -> None:
    assert values_of(f"text: {sign}\n  {text}\n") == {"text": text}


def test_there_are_twenty_five() -> None:
    assert len(KEPT) + len(REFUSED) == 25
