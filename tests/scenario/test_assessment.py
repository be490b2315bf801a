"""The author's grades as an assessment: the words of each finding are found in the line."""

from __future__ import annotations

import pytest

from simulator.scenario.assessment import AUTHOR, Finding, authored
from simulator.scenario.scenes import Line

TEXT = "Lỗi là của tỉnh. Tin nhắn chậm 2 giờ 55 phút."


def line(**changes: object) -> Line:
    given = {"id": "owns", "text": TEXT, "levels": {"accuracy": 4, "empathy": 3}, "flags": (), "findings": ()}
    return Line.model_validate({**given, **changes})


def finding(**written: object) -> Finding:
    return authored(line(findings=({"because": "So.", **written},)), TEXT).findings[0]


def test_levels_flags_and_overall_are_the_authors() -> None:
    graded = authored(line(flags=("stigma", "blame", "stigma")), TEXT)
    assert graded.levels == {"accuracy": 4, "empathy": 3}
    assert graded.flags == ("stigma", "blame")
    assert graded.overall == 72
    assert graded.grader == AUTHOR


@pytest.mark.parametrize("words", ["Lỗi là của tỉnh", "chậm 2 giờ 55 phút.", TEXT])
def test_a_finding_spans_its_words(words: str) -> None:
    found = finding(skill="accuracy", words=words, better="More.")
    assert TEXT[found.start : found.end] == words
    assert (found.skill, found.flag, found.because, found.better) == ("accuracy", None, "So.", "More.")


@pytest.mark.parametrize("written", [{}, {"words": "words that are not there"}])
def test_a_finding_without_its_words_in_the_line_spans_nothing(written: dict[str, str]) -> None:
    found = finding(flag="blame", **written)
    assert (found.start, found.end, found.flag, found.better) == (0, 0, "blame", "")
