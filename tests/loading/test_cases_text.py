"""Cases written and read again are the same cases, whatever stands in them."""

from __future__ import annotations

from pathlib import Path

from simulator.loading.cases import read_cases
from simulator.loading.cases_text import cases_text
from simulator.scenario.case import Case

HERE = Path(__file__).parents[1] / "grading" / "dev" / "situations.yaml"
ODD = (
    "- no: list # here",
    "true",
    "12:30",
    '"quoted" \\ and {braces}: [x]',
    "two\nlines",
    "  blanks  ",
    "&a *b !c %d @e",
)


def test_cases_are_read_again_as_they_were(tmp_path: Path) -> None:
    cases = read_cases(HERE)
    file = tmp_path / "cases.yaml"
    file.write_text(cases_text(cases.values()), encoding="utf-8")
    assert read_cases(file) == cases


def test_text_that_looks_like_yaml_stays_text(tmp_path: Path) -> None:
    (first, *_) = read_cases(HERE).values()
    odd = [
        first.model_copy(update={"id": f"odd-{number}", "role": text, "key_messages": (text,)})
        for number, text in enumerate(ODD)
    ]
    file = tmp_path / "cases.yaml"
    file.write_text(cases_text(Case.model_validate(one.model_dump()) for one in odd), encoding="utf-8")
    assert [case.role for case in read_cases(file).values()] == list(ODD)


def test_of_no_case_comes_an_empty_list(tmp_path: Path) -> None:
    file = tmp_path / "cases.yaml"
    file.write_text(cases_text(()), encoding="utf-8")
    assert read_cases(file) == {}
