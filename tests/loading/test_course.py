"""Courses: what is wrong with one is told at its place; the one that comes with Podium is clean."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from simulator.errors import MachineError, UsageError
from simulator.loading import shelf
from simulator.loading.course import examine_course, find_course, is_course
from simulator.loading.loader import ScenarioInvalid
from simulator.scenario.course import Course, ExamStep, QuestionsStep, ScenarioStep
from simulator.scenario.situation import minutes_of_day

KNOWN = ("lu-quet", "tap-dot")
GOOD = """\
format: 1
id: thu
title: {vi: Khóa thử, en: A trial}
about: {vi: Một khóa ngắn., en: A short course.}
author: Người thử
licence: CC BY 4.0
self_assessment:
  - skill: accuracy
    text: {vi: Tôi nói đúng., en: I am accurate.}
days:
  - title: {vi: Ngày một, en: Day one}
    steps:
      - {id: before, kind: self_assessment, at: "08:00", minutes: 15, title: {vi: Tự đánh giá, en: Yourself}}
      - {id: flood, kind: scenario, at: "08:15", minutes: 45, title: {vi: Lũ, en: Flood}, scenario: lu-quet}
      - {id: some, kind: questions, at: "09:00", minutes: 15, title: {vi: Mấy câu, en: Some}, count: 3, skill: empathy}
      - {id: test, kind: exam, at: "09:15", minutes: 60, title: {vi: Thi, en: Exam}, scenario: tap-dot, pass_mark: 65}
"""


def told(tmp_path: Path, text: str, name: str = "thu") -> list[tuple[str, int]]:
    """The codes and lines of all problems of a course's file."""
    folder = tmp_path / "courses"
    folder.mkdir(exist_ok=True)
    file = folder / f"{name}.yaml"
    file.write_text(text, "utf-8")
    examined = examine_course(file, KNOWN)
    assert (examined.course is None) == bool(examined.problems)
    assert all(problem.file == str(file) for problem in examined.problems)
    return [(problem.code, problem.line) for problem in examined.problems]


def test_a_good_course_is_read_whole(tmp_path: Path) -> None:
    assert told(tmp_path, GOOD) == []
    course = examine_course(tmp_path / "courses" / "thu.yaml", KNOWN).course
    assert course is not None
    assert [step.id for step in course.steps] == ["before", "flood", "some", "test"]
    assert course.title.in_("vi") == "Khóa thử"
    assert course.about.in_("en") == "A short course."


@pytest.mark.parametrize(
    ("written", "instead", "expected"),
    [
        ("scenario: lu-quet", "scenario: lu-quyt", [("P901", 14)]),
        ("scenario: tap-dot", "scenario: nowhere", [("P901", 16)]),
        ('"08:15"', '"08:10"', [("P902", 14)]),
        ('at: "09:15", minutes: 60', 'at: "08:59", minutes: 60', [("P902", 16)]),
        ("id: some", "id: flood", [("P201", 15)]),
        ("id: thu", "id: khac", [("P109", 2)]),
    ],
)
def test_each_flaw_is_told_at_its_line(
    tmp_path: Path, written: str, instead: str, expected: list[tuple[str, int]]
) -> None:
    assert told(tmp_path, GOOD.replace(written, instead)) == expected


def test_a_self_assessment_needs_statements(tmp_path: Path) -> None:
    without = re.sub(r"self_assessment:\n.*\n.*\n", "", GOOD, count=1)
    assert told(tmp_path, without) == [("P903", 10)]


def test_the_scenario_that_may_have_been_meant_is_named(tmp_path: Path) -> None:
    told(tmp_path, GOOD.replace("scenario: lu-quet", "scenario: lu-quyt"))
    (problem,) = examine_course(tmp_path / "courses" / "thu.yaml", KNOWN).problems
    assert problem.nearest == "lu-quet"


@pytest.mark.parametrize(
    ("written", "instead"),
    [
        ("count: 3", "count: 0"),
        ("pass_mark: 65", "pass_mark: 101"),
        ("minutes: 45", "minutes: 0"),
        ('"08:15"', '"25:15"'),
        ("kind: exam", "kind: quiz"),
        ("skill: empathy", "skill: kindness"),
        ("kind: scenario", "kind: scenario, mode: exam"),
        ("{vi: Lũ, en: Flood}", "{vi: Lũ}"),
        ("licence: CC BY 4.0", "licence: CC BY 4.0\nprice: 3"),
    ],
)
def test_what_the_format_does_not_have_is_told(tmp_path: Path, written: str, instead: str) -> None:
    found = told(tmp_path, GOOD.replace(written, instead))
    assert found
    assert all(code.startswith("P1") for code, _ in found)


def test_steps_of_another_day_begin_anew(tmp_path: Path) -> None:
    step = '{id: x, kind: talk, at: "07:00", minutes: 5, title: {vi: X, en: X}}'
    more = f"  - title: {{vi: Hai, en: Two}}\n    steps:\n      - {step}\n"
    assert told(tmp_path, GOOD + more) == []


def test_a_file_is_a_course_by_where_it_lies(tmp_path: Path) -> None:
    assert is_course(tmp_path / "courses" / "thu.yaml")
    assert not is_course(tmp_path / "courses" / "thu.txt")
    assert not is_course(tmp_path / "lu-quet" / "scenario.yaml")


def test_a_file_that_is_not_there_is_the_machines_fault(tmp_path: Path) -> None:
    with pytest.raises(MachineError):
        examine_course(tmp_path / "courses" / "thu.yaml")


def test_a_course_is_found_by_its_id_and_the_first_if_none_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PODIUM_SCENARIOS", str(tmp_path))
    told(tmp_path, GOOD.replace("lu-quet", "lu-quet-na-lai").replace("tap-dot", "lu-quet-na-lai"))
    assert find_course("thu").id == "thu"
    assert find_course().id == "hai-ngay"
    with pytest.raises(UsageError, match="no course"):
        find_course("khac")
    told(tmp_path, GOOD)
    with pytest.raises(ScenarioInvalid):
        find_course("thu")


def shipped() -> Course:
    examined = examine_course(shelf.courses()["hai-ngay"])
    assert examined.problems == ()
    assert examined.course is not None
    return examined.course


def test_the_course_that_comes_with_podium_is_clean() -> None:
    course = shipped()
    assert len({statement.skill for statement in course.self_assessment}) == 9
    kinds = [step.kind for step in course.steps]
    assert kinds[0] == "self_assessment"
    assert kinds.count("self_assessment") == 2
    assert kinds.count("exam") == 1


def test_its_two_days_have_the_hours_of_two_days() -> None:
    for day in shipped().days[:2]:
        last = day.steps[-1]
        assert minutes_of_day(day.steps[0].at) >= 7 * 60
        assert minutes_of_day(last.at) + last.minutes <= 17 * 60 + 30


def test_it_leads_through_every_module_and_plays_nothing_twice() -> None:
    steps = shipped().steps
    assert {step.module for step in steps if step.module} == {"sovereignty", "press", "rights", "cohesion"}
    played = [step.scenario for step in steps if isinstance(step, ScenarioStep | ExamStep)]
    assert len(played) == len(set(played))
    assert any(isinstance(step, QuestionsStep) for step in steps)
