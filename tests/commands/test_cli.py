"""The command line: what each verb prints, and that every failure is a line and an exit code of its own."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from simulator import __version__
from simulator.cli import guarded, main
from simulator.commands.house import LocalHouse
from simulator.errors import ExitCode, UsageError
from simulator.exercise.clock import ManualClock
from simulator.exercise.exercise import Exercise
from simulator.language.catalogue import Catalogue

ROOT = Path(__file__).parents[2]
Captured = pytest.CaptureFixture[str]


def played() -> Exercise:
    """A session of the English scenario with its first two steps made."""
    house = LocalHouse(seed=1)
    loaded = house.loaded("chemical-spill-nam-ta")
    exercise = Exercise.begin(loaded.scenario, loaded.source_hash, house.journal, ManualClock(), seed=1)
    exercise.choose_line("plain_acid")
    exercise.take_option("summary")
    return exercise


def test_version(capsys: Captured) -> None:
    assert main(["--version"]) == ExitCode.OK
    assert capsys.readouterr().out == f"podium {__version__}\n"


def test_help_speaks_the_language_asked_for(capsys: Captured, monkeypatch: pytest.MonkeyPatch) -> None:
    assert main(["--help"]) == ExitCode.OK
    assert "Play a scenario" in capsys.readouterr().out
    monkeypatch.setenv("PODIUM_LANGUAGE", "vi")
    assert main(["--help"]) == ExitCode.OK
    assert "kịch bản" in capsys.readouterr().out


def test_list_as_text_and_json(capsys: Captured) -> None:
    assert main(["list"]) == ExitCode.OK
    assert "lu-quet-na-lai" in capsys.readouterr().out
    assert main(["list", "--format", "json"]) == ExitCode.OK
    rows = {row["id"]: row for row in json.loads(capsys.readouterr().out)}
    assert rows["chemical-spill-nam-ta"]["language"] == "en"
    assert rows["lu-quet-na-lai"]["progress"] == "new"


def test_list_shows_what_was_played(capsys: Captured) -> None:
    session = played().session_id
    main(["list", "--format", "json"])
    rows = {row["id"]: row for row in json.loads(capsys.readouterr().out)}
    assert rows["chemical-spill-nam-ta"]["open_session"] == session
    assert rows["chemical-spill-nam-ta"]["progress"] == "open"


def test_a_broken_scenario_is_listed_and_cannot_be_played(
    capsys: Captured, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "own" / "half-done").mkdir(parents=True)
    (tmp_path / "own" / "half-done" / "scenario.yaml").write_text("format: 1\n", encoding="utf-8")
    monkeypatch.setenv("PODIUM_SCENARIOS", str(tmp_path / "own"))
    main(["list", "--format", "json"])
    rows = {row["id"]: row for row in json.loads(capsys.readouterr().out)}
    assert rows["half-done"]["faults"] > 0
    assert main(["play", "half-done"]) == ExitCode.AUTHOR
    assert "podium check" in capsys.readouterr().err


def test_check_is_clean_on_the_shipped_scenarios(capsys: Captured) -> None:
    assert main(["check", str(ROOT / "scenarios")]) == ExitCode.OK
    told = capsys.readouterr()
    assert told.out == ""
    assert " scenarios checked, one course checked: no problems.\n" in told.err
    assert told.err.count("`podium test`") == 1


def test_check_tells_place_line_and_hint(capsys: Captured, tmp_path: Path) -> None:
    bad = tmp_path / "bad.yaml"
    bad.write_text("format: 1\nid: x\nid: y\n", encoding="utf-8")
    assert main(["check", str(bad)]) == ExitCode.AUTHOR
    told = capsys.readouterr()
    assert "bad.yaml:3:1: P007 error: the key `id` stands here a second time\n  id: y\n  ^" in told.out
    assert main(["check", "--format", "json", str(bad)]) == ExitCode.AUTHOR
    assert {"code", "line", "column", "hint"} <= set(json.loads(capsys.readouterr().out)[0])


@pytest.mark.parametrize(
    "path",
    ["/no/such/place", "/dev/null", "/usr", "\ud800", "x\0y", "a" * 5000],
    ids=["missing", "device", "folder", "surrogate", "null", "long"],
)
def test_check_of_what_is_no_scenario_is_one_line(capsys: Captured, path: str) -> None:
    assert main(["check", path]) in (ExitCode.OK, ExitCode.AUTHOR, ExitCode.USAGE, ExitCode.ENVIRONMENT)
    assert "Traceback" not in capsys.readouterr().err


def test_an_unknown_scenario_names_the_nearest(capsys: Captured) -> None:
    assert main(["play", "lu-quet-na-la"]) == ExitCode.USAGE
    assert "did you mean `lu-quet-na-lai`?" in capsys.readouterr().err


def test_the_screens_need_a_terminal(capsys: Captured) -> None:
    assert main([]) == ExitCode.ENVIRONMENT
    assert main(["play", "lu-quet-na-lai"]) == ExitCode.ENVIRONMENT
    assert "need a terminal" in capsys.readouterr().err


def test_nothing_to_resume_and_nothing_to_debrief(capsys: Captured) -> None:
    with pytest.raises(UsageError):
        LocalHouse().resume()
    assert main(["resume"]) == ExitCode.ENVIRONMENT, "nothing is looked up, or branched, where nothing can be shown"
    assert main(["debrief"]) == ExitCode.USAGE
    assert main(["debrief", "no-such-session"]) == ExitCode.USAGE
    assert "Traceback" not in capsys.readouterr().err


def test_debrief_of_a_session(capsys: Captured) -> None:
    session = played().session_id
    assert main(["debrief", session]) == ExitCode.OK
    text = capsys.readouterr().out
    assert "This session has not ended yet." in text
    assert "Your answer" in text
    assert main(["debrief", "--format", "json"]) == ExitCode.OK
    data = json.loads(capsys.readouterr().out)
    assert data["session"] == session
    assert data["questions"][0]["given"]["id"] == "plain_acid"


@pytest.mark.parametrize("arguments", [["nonsense"], ["play"], ["check"], ["list", "--format", "xml"], ["--what"]])
def test_a_wrong_command_line_is_a_usage_error(capsys: Captured, arguments: list[str]) -> None:
    assert main(arguments) == ExitCode.USAGE
    assert "Usage" in capsys.readouterr().err


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion(capsys: Captured, shell: str) -> None:
    assert main(["completion", shell]) == ExitCode.OK
    assert "_PODIUM_COMPLETE" in capsys.readouterr().out


def test_a_record_that_cannot_be_written_is_one_line(
    capsys: Captured, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    monkeypatch.setenv("PODIUM_DATA_DIR", str(tmp_path / "file" / "below"))
    assert main(["list"]) == ExitCode.ENVIRONMENT
    assert "PODIUM_DATA_DIR" in capsys.readouterr().err


def test_a_bug_is_written_to_a_file_and_told_in_a_line(capsys: Captured, tmp_path: Path) -> None:
    def broken() -> int:
        raise ZeroDivisionError("planted")

    assert guarded(broken, Catalogue("en")) == ExitCode.BUG
    told = capsys.readouterr().err
    assert "Traceback" not in told
    log = Path(told.strip().rsplit(" ", 1)[1])
    assert "ZeroDivisionError: planted" in log.read_text(encoding="utf-8")


def test_ctrl_c_ends_quietly() -> None:
    def interrupted() -> int:
        raise KeyboardInterrupt

    assert guarded(interrupted, Catalogue("en")) == ExitCode.INTERRUPTED


@pytest.mark.skipif(sys.platform == "win32", reason="a shell pipe of POSIX systems")
def test_a_reader_that_goes_away_is_no_error() -> None:
    command = f"{sys.executable} -m simulator list --format json | head -1"
    done = subprocess.run(command, shell=True, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.stdout == "[\n"
    assert done.stderr == ""


def test_a_terminal_without_the_letters_is_no_error(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "simulator", "list"],
        cwd=ROOT,
        capture_output=True,
        env={"PYTHONIOENCODING": "ascii", "PATH": "", "HOME": str(tmp_path)},
        check=False,
    )
    assert done.returncode == ExitCode.OK
    assert done.stderr == b""


def test_check_of_an_empty_folder_says_so(capsys: Captured, tmp_path: Path) -> None:
    assert main(["check", str(tmp_path)]) == ExitCode.USAGE
    assert "there is no scenario in" in capsys.readouterr().err


def test_a_scenario_played_from_a_path_is_resumed_and_debriefed_from_there(capsys: Captured, tmp_path: Path) -> None:
    folder = tmp_path / "mine" / "chemical-spill-nam-ta"
    shutil.copytree(ROOT / "scenarios" / "chemical-spill-nam-ta", folder)
    text = (folder / "scenario.yaml").read_text(encoding="utf-8")
    (folder / "scenario.yaml").write_text(
        text.replace("title: Acid in the Nam Ta", "title: My own copy"), encoding="utf-8"
    )
    house = LocalHouse(seed=1)
    session = house.begin(house.loaded(str(folder)).scenario.id).session_id
    again = LocalHouse()
    assert again.resume(session).scenario.title == "My own copy"
    assert main(["debrief"]) == ExitCode.OK
    assert "My own copy" in capsys.readouterr().out
    assert main(["sessions"]) == ExitCode.OK
    assert capsys.readouterr().out == f"{session}  My own copy  (in progress)\n"


def test_sessions_of_others_are_listed_where_all_are_asked_for(capsys: Captured) -> None:
    session = LocalHouse(seed=1, learner="Lan").begin("chemical-spill-nam-ta").session_id
    assert main(["sessions"]) == ExitCode.OK
    assert "--all" in capsys.readouterr().err
    assert main(["sessions", "--all"]) == ExitCode.OK
    out = capsys.readouterr().out
    assert out.startswith(session)
    assert out.endswith("  Lan\n")
    assert main(["debrief"]) == ExitCode.USAGE
    assert "podium sessions --all" in capsys.readouterr().err


def test_a_language_on_the_command_line_holds_for_errors_and_help(
    capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PODIUM_LANGUAGE", "vi")
    assert main(["--language", "en", "debrief", "nosuch"]) == ExitCode.USAGE
    assert "there is no session" in capsys.readouterr().err
    assert main(["--language", "en", "--help"]) == ExitCode.OK
    assert "List the scenarios" in capsys.readouterr().out


def test_explain_prints_a_page(capsys: Captured) -> None:
    assert main(["explain", "p407"]) == ExitCode.OK
    assert "return" in capsys.readouterr().out
    assert main(["explain", "P999"]) == ExitCode.USAGE


def test_one_unreadable_scenario_leaves_the_others_listed(
    capsys: Captured, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "own" / "odd" / "scenario.yaml").mkdir(parents=True)
    (tmp_path / "own" / "twisted").mkdir()
    (tmp_path / "own" / "twisted" / "scenario.yaml").symlink_to(tmp_path / "nowhere")
    monkeypatch.setenv("PODIUM_SCENARIOS", str(tmp_path / "own"))
    assert main(["list"]) == ExitCode.OK
    assert "lu-quet-na-lai" in capsys.readouterr().out


def test_a_mistake_in_a_play_through_is_told(capsys: Captured, tmp_path: Path) -> None:
    folder = tmp_path / "lu-quet-na-lai"
    shutil.copytree(ROOT / "scenarios" / "lu-quet-na-lai", folder)
    play = folder / "playthroughs" / "all-best.yaml"
    play.write_text(
        play.read_text(encoding="utf-8").replace("choose: owns_it", "choose: owns_itt", 1), encoding="utf-8"
    )
    assert main(["check", str(folder)]) == ExitCode.AUTHOR
    assert "did you mean `owns_it`?" in capsys.readouterr().out
    assert main(["check", str(play)]) == ExitCode.AUTHOR
    assert "P60" in capsys.readouterr().out


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a device that is always full is Linux's own")
def test_output_that_cannot_be_written_is_the_machines_fault() -> None:
    done = subprocess.run(
        f"{sys.executable} -m simulator --language en list > /dev/full",
        shell=True,
        cwd=ROOT,
        capture_output=True,
        check=False,
    )
    assert done.returncode == ExitCode.ENVIRONMENT
    assert b"cannot be written" in done.stderr
