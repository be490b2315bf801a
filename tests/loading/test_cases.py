"""Cases: the calibration material reads without a problem, and a mistake is told at its place."""

from __future__ import annotations

from pathlib import Path

import pytest

from simulator.errors import UsageError
from simulator.loading.cases import read_cases
from simulator.loading.loader import ScenarioInvalid

GRADING = Path(__file__).parents[1] / "grading"


@pytest.mark.parametrize(("folder", "count"), [("dev", 12), ("own", 36)])
def test_the_calibration_material_is_sound(folder: str, count: int) -> None:
    cases = read_cases(GRADING / folder / "situations.yaml")
    assert len(cases) == count
    assert all(case.dossier.facts for case in cases.values())


def test_a_mistake_is_told_at_its_place(tmp_path: Path) -> None:
    file = tmp_path / "cases.yaml"
    text = (GRADING / "dev" / "situations.yaml").read_text(encoding="utf-8")
    file.write_text(text.replace("  title: Lũ quét", "  titel: Lũ quét", 1), encoding="utf-8")
    with pytest.raises(ScenarioInvalid) as caught:
        read_cases(file)
    assert [(problem.code, problem.line) for problem in caught.value.problems] == [("P101", 1), ("P102", 3)]


def test_two_cases_of_one_id_are_told_with_both_lines(tmp_path: Path) -> None:
    file = tmp_path / "cases.yaml"
    text = (GRADING / "dev" / "situations.yaml").read_text(encoding="utf-8")
    first, second = list(read_cases(GRADING / "dev" / "situations.yaml"))[:2]
    file.write_text(text.replace(f"id: {second}\n", f"id: {first}\n", 1), encoding="utf-8")
    lines = [number for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1) if first in line]
    with pytest.raises(ScenarioInvalid) as caught:
        read_cases(file)
    (problem,) = caught.value.problems
    assert (problem.code, problem.line, problem.params["first"]) == ("P201", lines[1], lines[0])


def test_what_is_no_list_of_cases(tmp_path: Path) -> None:
    with pytest.raises(UsageError):
        read_cases(tmp_path / "missing.yaml")
    (tmp_path / "one.yaml").write_text("a: 1\n", encoding="utf-8")
    with pytest.raises(UsageError):
        read_cases(tmp_path / "one.yaml")
