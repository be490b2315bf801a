"""Every P7xx file of tests/bad_scenarios says in its first lines what `podium check` finds in it: exactly that."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from simulator.authoring.lint.checks import CHECKS
from simulator.authoring.lint.lint import lint
from simulator.authoring.lint.pages import explain
from simulator.language.catalogue import Catalogue
from simulator.loading.codes import CODES, LINT
from simulator.loading.loader import read_bytes
from simulator.loading.render import hints, problem_text

FOLDER = Path(__file__).parents[2] / "bad_scenarios"
FILES = sorted(FOLDER.glob("P7*.yaml"))
TODAY = date(2026, 11, 26)

_EXPECTED = re.compile(rb"^# expect: (P\d{3}) (\d+):(\d+)$", re.MULTILINE)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_exactly_what_is_expected_is_told(file: Path) -> None:
    data = file.read_bytes()
    scenario, problems = read_bytes(data, file)
    assert scenario is not None
    assert not problems
    found = lint(scenario, data, str(file), TODAY)
    expected = [(code.decode(), int(line), int(column)) for code, line, column in _EXPECTED.findall(data)]
    assert [(problem.code, problem.line, problem.column) for problem in found] == expected
    assert file.name[:4] in {code for code, _, _ in expected}
    english = Catalogue("en")
    for problem in found:
        assert not re.search(
            r"\{\w*\}", "\n".join([problem_text(problem, english), *hints(problem, english)]).split("\n")[0]
        )


def test_every_check_is_provoked() -> None:
    assert {file.name[:4] for file in FILES} == {check.CODE for check in CHECKS}


def test_each_check_has_its_code_and_the_severity_of_its_code() -> None:
    codes = [check.CODE for check in CHECKS]
    assert codes == sorted(code for code, entry in CODES.items() if entry.page == LINT)
    assert {check.CODE: check.SEVERITY for check in CHECKS} == {code: CODES[code].severity for code in codes}


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.CODE)
def test_a_page_says_why_and_shows_the_mistake_and_its_mend(check: object) -> None:
    page = explain(check.CODE)  # type: ignore[attr-defined]
    assert page.count("\n\n") >= 2
    assert page.partition("\n")[0].endswith((".", ":"))
    assert "wrong" in page
    assert "mended" in page
