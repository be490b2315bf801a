"""A verdict says what counts, and refuses what is none; regrades come before it."""

from __future__ import annotations

from typing import Any

import pytest

from simulator.scenario.assessment import Assessment, Finding
from simulator.scenario.revision import UNREVISED, Regrade, Revisions
from simulator.scenario.verdict import REASON_MOST, Verdict, counted

GRADED = Assessment({"accuracy": 1, "empathy": 2}, ("blame",), (Finding("Harsh.", flag="blame"),), 30, "podium-1")


@pytest.mark.parametrize(
    "wrong",
    [
        {"answer": 0, "levels": {"empathy": 3}},
        {"answer": 1},
        {"answer": 1, "levels": {"charm": 3}},
        {"answer": 1, "levels": {"empathy": 5}},
        {"answer": 1, "levels": {"empathy": True}},
        {"answer": 1, "levels": {"empathy": -1}},
        {"answer": 1, "flags": ("rude",)},
        {"answer": 1, "flags": ("blame", "blame")},
        {"answer": 1, "levels": {"empathy": 3}, "reason": "x" * (REASON_MOST + 1)},
        {"answer": 1, "levels": {"empathy": 3}, "withdrawn": True},
    ],
)
def test_what_is_no_verdict_is_refused(wrong: dict[str, Any]) -> None:
    with pytest.raises(ValueError):
        Verdict(**wrong)


def test_levels_and_flags_of_a_verdict_count_instead_of_the_graders() -> None:
    changed = counted(GRADED, Verdict(1, {"empathy": 4}, ()))
    assert changed.levels == {"accuracy": 1, "empathy": 4}
    assert (changed.flags, changed.overall, changed.findings) == ((), 63, GRADED.findings)
    only_levels = counted(GRADED, Verdict(1, {"accuracy": 3}))
    assert (only_levels.flags, only_levels.overall) == (("blame",), 63 - 8)
    assert counted(GRADED, Verdict(1, flags=("stigma", "blame"))).overall == 38 - 16


def test_without_a_verdict_or_with_a_withdrawn_one_the_graders_stands() -> None:
    assert counted(GRADED, None) is GRADED
    assert counted(GRADED, Verdict(1, withdrawn=True)) is GRADED


def test_a_verdict_is_on_the_answer_of_its_moment_alone() -> None:
    revisions = Revisions({2: Verdict(2, {"empathy": 4}, moment=5_000)})
    assert revisions.counted(2, 5_000, GRADED).levels["empathy"] == 4
    assert revisions.counted(2, 9_000, GRADED) is GRADED
    assert revisions.counted(1, 5_000, GRADED) is GRADED
    assert UNREVISED.counted(2, 5_000, GRADED) is GRADED


def test_a_regrade_comes_before_a_verdict() -> None:
    anew = Assessment({"accuracy": 4, "empathy": 0}, (), (), 50, "podium-2")
    revisions = Revisions({1: Verdict(1, {"empathy": 2})}, {1: Regrade(1, anew)})
    assert revisions.graded(1, 0, GRADED) is anew
    assert revisions.counted(1, 0, GRADED).levels == {"accuracy": 4, "empathy": 2}
    assert revisions.graded(1, 7, GRADED) is GRADED
