"""`podium playtest`, `podium test` and `podium record`, as an author and a script meet them."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from simulator.cli import main
from simulator.errors import ExitCode
from tests.commands.test_cli import Captured, played

SPILL = "chemical-spill-nam-ta"
SHELF = Path(__file__).parents[2] / "scenarios"


@pytest.fixture
def own(tmp_path: Path, capsys: Captured) -> Path:
    """A new scenario's folder."""
    assert main(["new", "mine", "--no-input", "--into", str(tmp_path), "--language", "en"]) == ExitCode.OK
    capsys.readouterr()
    return tmp_path / "mine"


def test_a_playtest_tells_its_coverage_and_can_be_repeated(capsys: Captured) -> None:
    printed = []
    for _ in range(2):
        assert main(["playtest", SPILL, "--runs", "140", "--seed", "5", "--calibrate", "30"]) == ExitCode.OK
        printed.append(capsys.readouterr().out)
    assert printed[0] == printed[1]
    assert "140 runs from seed 5, 0 failed" in printed[0]
    assert "score >= " in printed[0]


def test_too_little_coverage_is_an_error(capsys: Captured) -> None:
    assert main(["playtest", SPILL, "--runs", "1", "--min-coverage", "100", "--format", "json"]) == ExitCode.AUTHOR
    captured = capsys.readouterr()
    assert json.loads(captured.out)["coverage"] < 100
    assert "and 100 % are wanted" in captured.err


def test_a_run_that_fails_is_written_and_tested(capsys: Captured, own: Path, tmp_path: Path) -> None:
    text = (own / "scenario.yaml").read_text(encoding="utf-8")
    (own / "scenario.yaml").write_text(trapped(text), encoding="utf-8")
    assert main(["playtest", str(own), "--runs", "7", "--failures", str(tmp_path)]) == ExitCode.AUTHOR
    assert "failed: bot “blamer”, seed 0: no ending after 500 steps" in capsys.readouterr().out
    (first, *_) = sorted(tmp_path.glob("playtest-*.yaml"))
    assert main(["test", str(own), "--playthrough", str(first)]) == ExitCode.OK
    assert str(first) in capsys.readouterr().out


def trapped(text: str) -> str:
    """The new scenario, in which whoever blames is asked its opening for ever."""
    line = "- id: put_up_a_notice\n"
    assert line in text
    return text.replace(line, f"{line}        then: opening\n")


def test_play_throughs_of_several_scenarios_and_of_one_file(capsys: Captured) -> None:
    assert main(["test", SPILL, str(SHELF / "lu-quet-na-lai")]) == ExitCode.OK
    captured = capsys.readouterr()
    assert captured.out.count("agrees: ") == 32
    assert "of which 32 agree" in captured.err
    one = SHELF / SPILL / "playthroughs" / "all-best.yaml"
    assert main(["test", str(one), "--format", "json"]) == ExitCode.OK
    assert [played["file"] for played in json.loads(capsys.readouterr().out)["playthroughs"]] == [str(one)]


def test_a_difference_is_an_error(capsys: Captured, own: Path) -> None:
    (file, *_) = (own / "playthroughs").glob("*.yaml")
    text = re.sub(r"(?m)^score: .*$", "score: 1", file.read_text(encoding="utf-8"))
    file.write_text(text, encoding="utf-8")
    assert main(["test", str(own)]) == ExitCode.AUTHOR
    assert "score should be" in capsys.readouterr().out


def test_a_recorded_session_is_a_play_through_that_agrees(capsys: Captured, tmp_path: Path) -> None:
    session = played().session_id
    out = tmp_path / "recorded.yaml"
    assert main(["record", session, "--out", str(out)]) == ExitCode.OK
    capsys.readouterr()
    assert main(["test", SPILL, "--playthrough", str(out)]) == ExitCode.OK
    capsys.readouterr()
    assert main(["record"]) == ExitCode.OK
    assert capsys.readouterr().out == out.read_text(encoding="utf-8")


def test_what_cannot_be_is_told(capsys: Captured) -> None:
    assert main(["playtest", "no-such-scenario"]) == ExitCode.USAGE
    assert main(["test", "no-such-scenario"]) == ExitCode.USAGE
    assert main(["record", "no-such-session"]) == ExitCode.USAGE
    assert "Traceback" not in capsys.readouterr().err
