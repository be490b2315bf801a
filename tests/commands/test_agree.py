"""`podium agree`, as an author and a script meet it."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pytest

from simulator.cli import main
from simulator.errors import ExitCode
from tests.commands.test_cli import Captured

SHELF = Path(__file__).parents[2] / "scenarios"


@pytest.fixture
def own(tmp_path: Path, capsys: Captured) -> Path:
    """A new scenario's folder; it comes with samples."""
    assert main(["new", "mine", "--no-input", "--into", str(tmp_path), "--language", "en"]) == ExitCode.OK
    capsys.readouterr()
    return tmp_path / "mine"


def test_a_new_scenario_agrees_well_enough_and_the_figures_can_be_repeated(capsys: Captured, own: Path) -> None:
    printed = []
    for _ in range(2):
        assert main(["agree", str(own), "--format", "json"]) == ExitCode.OK
        printed.append(capsys.readouterr().out)
    assert printed[0] == printed[1]
    (told,) = json.loads(printed[0])["scenarios"]
    assert told["all"]["n"] >= 6
    assert {answer["kind"] for answer in told["answers"]} == {"sample"}


def test_what_is_wanted_and_not_met_is_an_error(capsys: Captured, own: Path) -> None:
    assert main(["agree", str(own), "--min-kappa", "-1", "--max-gap", "4"]) == ExitCode.OK
    assert "wanted" not in capsys.readouterr().err
    assert main(["agree", str(own), "--lines", "--min-kappa", "1", "--max-gap", "0"]) == ExitCode.AUTHOR
    told = capsys.readouterr().err
    assert "and 1.0 is wanted" in told
    assert "and 0 is allowed" in told


def test_a_scenario_without_samples_meets_nothing(capsys: Captured, own: Path) -> None:
    file = own / "scenario.yaml"
    text = file.read_text(encoding="utf-8")
    file.write_text(re.sub(r"(?m)^    samples:\n(?:      .*\n)+", "", text), encoding="utf-8")
    assert main(["agree", str(own)]) == ExitCode.OK
    assert main(["agree", str(own), "--min-kappa", "0"]) == ExitCode.AUTHOR
    assert "no question has `samples` yet" in capsys.readouterr().out


def test_a_folder_of_scenarios_is_all_of_them(capsys: Captured, tmp_path: Path) -> None:
    for name in ("chemical-spill-nam-ta", "lu-quet-na-lai"):  # All twelve would take a minute and a half.
        shutil.copytree(SHELF / name, tmp_path / name)
    assert main(["agree", str(tmp_path), "--format", "json"]) == ExitCode.OK
    told = json.loads(capsys.readouterr().out)["scenarios"]
    assert [one["scenario"] for one in told] == ["chemical-spill-nam-ta", "lu-quet-na-lai"]
    for one in told:
        questions = {answer["question"] for answer in one["answers"]}
        assert all(sum(answer["question"] == name for answer in one["answers"]) >= 3 for name in questions)
        assert not any("samples for the questions that have none" in each["told"] for each in one["wanted"])


def test_what_cannot_be_is_told(capsys: Captured, tmp_path: Path) -> None:
    assert main(["agree", "no-such-scenario"]) == ExitCode.USAGE
    bad = tmp_path / "scenario.yaml"
    bad.write_text("format: 1\n", encoding="utf-8")
    assert main(["agree", str(bad)]) == ExitCode.AUTHOR
    assert "Traceback" not in capsys.readouterr().err
