"""`podium debrief --front-page` and `--what-if`: text, JSON, and one line for what cannot be."""

from __future__ import annotations

import json

import pytest

from simulator.cli import main
from simulator.commands.house import LocalHouse
from simulator.errors import ExitCode
from tests.commands.test_cli import Captured, played


def test_the_front_page_of_a_session(capsys: Captured) -> None:
    session = played().session_id
    assert main(["--language", "en", "debrief", session, "--front-page"]) == ExitCode.OK
    assert "Tomorrow's front page" in capsys.readouterr().out
    assert main(["debrief", "--front-page", "--format", "json"]) == ExitCode.OK
    assert json.loads(capsys.readouterr().out)["fair"]["number"] == 1


def test_what_if(capsys: Captured) -> None:
    session = played().session_id
    assert main(["--language", "en", "debrief", session, "--what-if", "1=half_known"]) == ExitCode.USAGE
    assert "there is no “half_known” here" in capsys.readouterr().err
    assert main(["--language", "en", "debrief", session, "--what-if", "1=plain_acid"]) == ExitCode.OK
    assert "What if question 1" in capsys.readouterr().out
    assert main(["debrief", "--what-if", "1=plain_acid", "--format", "json"]) == ExitCode.OK
    assert json.loads(capsys.readouterr().out)["step"] == 1


@pytest.mark.parametrize("other", ["nonsense", "=owns", "1=", "x=owns", "9=owns", "²=owns", "99999999999=owns"])
def test_what_cannot_be_is_one_line(capsys: Captured, other: str) -> None:
    played()
    assert main(["debrief", "--what-if", other]) == ExitCode.USAGE
    assert "Traceback" not in capsys.readouterr().err


@pytest.mark.parametrize("options", [["--front-page"], ["--what-if", "1=plain_acid"]])
def test_an_exam_that_goes_on_tells_neither(capsys: Captured, options: list[str]) -> None:
    house = LocalHouse(seed=1, mode="exam")
    exercise = house.begin("chemical-spill-nam-ta")
    exercise.choose_line("plain_acid")
    assert main(["--language", "en", "debrief", exercise.session_id, *options]) == ExitCode.USAGE
    assert "it is told at its end" in capsys.readouterr().err
    assert main(["--language", "en", "debrief", exercise.session_id]) == ExitCode.OK
    out = capsys.readouterr().out
    assert "This is an exam that goes on" in out
    assert "/100" not in out
