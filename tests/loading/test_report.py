from __future__ import annotations

from simulator.loading.report import TOLD_MAX, Report, more_may_come
from tests.loading.texts import codes_of, problems_of, small


def _add(report: Report, code: str, line: int, column: int = 1, name: str = "") -> None:
    report.add(code, line, column, "it is so", name=name, among=("opening", "closing"))


def test_problems_are_told_in_the_order_of_the_file() -> None:
    report = Report("x.yaml", "a\nb\nc")
    for line, column in ((3, 1), (1, 5), (1, 2), (2, 1)):
        _add(report, "P102", line, column)
    told = report.problems()
    assert [(problem.line, problem.column) for problem in told] == [(1, 2), (1, 5), (2, 1), (3, 1)]
    assert [problem.snippet for problem in told] == ["a", "a", "b", "c"]


def test_of_too_many_problems_the_errors_are_told_first() -> None:
    report = Report("x.yaml")
    for line in range(TOLD_MAX):
        _add(report, "P409", line + 1)
    _add(report, "P101", 9_999)
    told = report.problems()
    assert len(told) == TOLD_MAX + 1
    assert (told[-1].code, told[-1].severity, told[-1].params) == ("P023", "info", {"count": 1})
    assert told[-2].code == "P101"


def test_the_nearest_name_is_told() -> None:
    report = Report("x.yaml")
    _add(report, "P204", 1, name="openning")
    _add(report, "P204", 2, name="zzz")
    assert [problem.nearest for problem in report.problems()] == ["opening", ""]


def test_only_errors_keep_a_scenario_from_being_played() -> None:
    report = Report("x.yaml")
    _add(report, "P409", 1)
    assert not report.has_errors
    _add(report, "P101", 1)
    assert report.has_errors


def test_a_line_that_nobody_could_read_is_not_shown() -> None:
    report = Report("x.yaml", "x" * 1_000_000 + "\nshort")
    _add(report, "P101", 1)
    _add(report, "P101", 2)
    assert [problem.snippet for problem in report.problems()] == ["", "short"]


def test_there_is_no_problem_without_a_file() -> None:
    assert codes_of("") == ["P002"]


def test_more_may_come_once_an_error_of_the_scenario_is_mended() -> None:
    assert more_may_come(problems_of(small(("then: the_end", "then: the_edn"))))
    assert not more_may_come(problems_of(small(("skills: [accuracy]\nauthor", "skills: [accuracy, empathy]\nauthor"))))
    assert not more_may_come(())
