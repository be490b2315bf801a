"""Every file of tests/bad_scenarios says in its first lines what is wrong with it: exactly that is told.

    # expect: P102 12:5

A file is named for the code it is about and the mistake it shows.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from simulator.language.catalogue import Catalogue
from simulator.loading.codes import CODES
from simulator.loading.limits import NODES_MAX, SIZE_MAX
from simulator.loading.loader import read_scenario
from simulator.loading.render import hints, problem_text
from simulator.loading.report import TOLD_MAX
from tests.loading.texts import codes_of

FOLDER = Path(__file__).parent.parent / "bad_scenarios"
FILES = [file for file in sorted([*FOLDER.glob("*.yaml"), *FOLDER.glob("*/scenario.yaml")]) if file.name[:2] != "P7"]
"""What only `podium check` looks for is in tests/authoring/lint."""

TOO_LARGE_TO_KEEP = {
    "P020": "# " + "x" * SIZE_MAX,
    "P022": "format: 1\nscenes: [" + "a," * NODES_MAX + "a]",
    "P023": "format: 1\n" + "format: 1\n" * (TOLD_MAX + 1),
}

ENGLISH = Catalogue("en")
_EXPECTED = re.compile(rb"^# expect: (P\d{3}) (\d+):(\d+)$", re.MULTILINE)


def _name(file: Path) -> str:
    return file.parent.name if file.name == "scenario.yaml" else file.stem


@pytest.mark.parametrize("file", FILES, ids=_name)
def test_exactly_what_is_expected_is_told(file: Path) -> None:
    expected = [(code.decode(), int(line), int(column)) for code, line, column in _EXPECTED.findall(file.read_bytes())]
    scenario, problems = read_scenario(file)
    assert [(problem.code, problem.line, problem.column) for problem in problems] == expected
    assert _name(file)[:4] in {code for code, _, _ in expected}
    assert (scenario is None) == any(problem.severity == "error" for problem in problems)
    for problem in problems:
        assert not re.search(
            r"\{\w*\}", "\n".join([problem_text(problem, ENGLISH).partition("\n")[0], *hints(problem, ENGLISH)])
        )


@pytest.mark.parametrize("code", TOO_LARGE_TO_KEEP)
def test_what_is_too_large_to_keep_is_told(code: str) -> None:
    assert code in codes_of(TOO_LARGE_TO_KEEP[code])


def test_every_code_of_scenarios_is_provoked() -> None:
    provoked = {_name(file)[:4] for file in FILES} | TOO_LARGE_TO_KEEP.keys()
    assert {code for code in CODES if code < "P6"} == provoked


def test_there_are_enough_of_them() -> None:
    assert len(FILES) >= 45
