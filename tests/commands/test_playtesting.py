"""`podium playtest`, `podium test` and `podium record`, as an author and a script meet them."""

from __future__ import annotations

import json
import re
import shlex
from pathlib import Path

import pytest

from simulator.cli import main
from simulator.commands.house import LocalHouse
from simulator.errors import ExitCode
from simulator.exercise.clock import ManualClock
from simulator.exercise.exercise import Exercise
from simulator.loading.playthrough import examine_playthrough
from simulator.scenario.scenes import Question
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
    captured = capsys.readouterr()
    assert "failed: bot “blamer”, seed 0: no ending after 500 steps" in captured.out
    first = tmp_path / "playtest-evader-0.yaml"
    _, _, command = captured.err.partition("replay it with: podium ")
    words = shlex.split(command.splitlines()[0])
    assert words == ["test", str(own), "--playthrough", str(first)]
    assert main(words) == ExitCode.OK
    assert str(first) in capsys.readouterr().out


def test_a_run_that_fails_in_own_words_is_replayed_too(capsys: Captured, own: Path, tmp_path: Path) -> None:
    text = (own / "scenario.yaml").read_text(encoding="utf-8")
    way = "    then: post_spreads\n"
    assert way in text
    trap = "    then: [{when: 'level(empathy, opening) <= 1', go: opening}, {go: post_spreads}]\n"
    (own / "scenario.yaml").write_text(text.replace(way, trap), encoding="utf-8")
    words = ["playtest", str(own), "--runs", "7", "--own-words", "--failures", str(tmp_path)]
    assert main(words) == ExitCode.AUTHOR
    capsys.readouterr()
    (written, *_) = [file for file in tmp_path.glob("playtest-*.yaml") if "say: will_look" in file.read_text("utf-8")]
    assert main(["test", str(own), "--playthrough", str(written)]) == ExitCode.OK


def test_bots_say_samples_with_the_authors_grades_or_the_graders(capsys: Captured, own: Path) -> None:
    reports = []
    for flag in ("--own-words", "--graded"):
        assert main(["playtest", str(own), "--runs", "70", flag, "--format", "json"]) == ExitCode.OK
        reports.append(json.loads(capsys.readouterr().out))
    authors, graders = ({(p["scene"], p["choice"]): p for p in one["places"]} for one in reports)
    assert authors["opening", "own_words.apology_first"]["grade"] == 100
    assert authors["opening", "own_words.apology_first"]["hits"] > 0
    assert any(graders[key]["grade"] != place["grade"] for key, place in authors.items() if place["kind"] == "sample")


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


def test_a_file_that_is_there_is_recorded_over_only_if_asked_and_keeps_its_title(
    capsys: Captured, tmp_path: Path
) -> None:
    session, out = played().session_id, tmp_path / "recorded.yaml"
    assert main(["record", session, "--out", str(out)]) == ExitCode.OK
    text = re.sub(r"title: >-\n.*\n", "title: Mine  # for class\nabout: Look here.\n", out.read_text(encoding="utf-8"))
    out.write_text(text, encoding="utf-8")
    capsys.readouterr()
    assert main(["record", session, "--out", str(out)]) == ExitCode.USAGE
    assert "--replace" in capsys.readouterr().err
    assert out.read_text(encoding="utf-8") == text
    assert main(["record", session, "--out", str(out), "--replace"]) == ExitCode.OK
    assert "its comments" in capsys.readouterr().err
    again = out.read_text(encoding="utf-8")
    assert "title: >-\n  Mine\nabout: >-\n  Look here.\n" in again


def test_only_a_play_through_of_the_same_scenario_is_replaced(capsys: Captured, own: Path) -> None:
    session, before = played().session_id, (own / "scenario.yaml").read_bytes()
    assert main(["record", session, "--out", str(own / "scenario.yaml"), "--replace"]) == ExitCode.USAGE
    assert "is no play-through of" in capsys.readouterr().err
    assert (own / "scenario.yaml").read_bytes() == before


def test_which_session_is_recorded_is_told_and_whether_it_has_ended(capsys: Captured) -> None:
    exercise = played()
    assert main(["record"]) == ExitCode.OK
    told = capsys.readouterr().err
    assert f"Session {exercise.session_id}: {exercise.scenario.title}, begun " in told
    assert "This session has not ended" in told
    assert "left out" not in told
    assert "stood at" not in told
    ended = played_through("all-best.yaml")
    assert main(["record"]) == ExitCode.OK
    told = capsys.readouterr().err
    assert f"Session {ended}: " in told
    assert "has not ended" not in told


def test_presses_are_told_with_the_figures_that_differ_without_them(capsys: Captured) -> None:
    played_through("all-worst.yaml", presses=True)
    assert main(["record"]) == ExitCode.OK
    told = capsys.readouterr().err
    assert "questions that journalists pressed with, and what their answers did: Podium itself asked them" in told
    assert re.search(r"stood at score \d+, trust \d+, heat \d+ in the end; the play-through stands at score \d+", told)


def played_through(name: str, *, presses: bool = False) -> str:
    """The id of a session of all steps of a play-through; presses are answered with their last line."""
    loaded = LocalHouse().loaded(SPILL)
    one = examine_playthrough(SHELF / SPILL / "playthroughs" / name, loaded.scenario).playthrough
    assert one is not None
    clock = ManualClock()
    journal = LocalHouse().journal
    exercise = Exercise.begin(
        loaded.scenario, loaded.source_hash, journal, clock, seed=one.seed, time_scale=0, presses=presses
    )
    for step in one.steps:
        while exercise.state.press is not None:
            exercise.choose_line(exercise.state.press.lines[-1].id)
        if exercise.state.scene != step.at:
            break
        scene = loaded.scenario.scene_by_id[step.at]
        if isinstance(scene, Question):
            exercise.choose_line(step.choice)
        elif step.choice:
            exercise.take_option(step.choice)
        else:
            exercise.go_on()
    return exercise.session_id


def test_a_play_through_by_hand_is_filled_in(capsys: Captured, own: Path) -> None:
    (file, *_) = (own / "playthroughs").glob("*.yaml")
    recorded = file.read_text(encoding="utf-8")
    by_hand = re.sub(r"    expect:\n(      .*\n)+", "", recorded).replace("steps:", "# mine\nsteps:")
    file.write_text(by_hand, encoding="utf-8")
    assert main(["test", str(file), "--fill"]) == ExitCode.OK
    assert f"filled in: {file}" in capsys.readouterr().out
    assert file.read_text(encoding="utf-8") == recorded.replace("steps:", "# mine\nsteps:")
    broken = by_hand.replace("  - at: post_spreads\n", "")
    file.write_text(broken, encoding="utf-8")
    assert main(["test", str(file), "--fill"]) == ExitCode.AUTHOR
    out = capsys.readouterr().out
    assert f"left as it is: {file}" in out
    assert "step 2 should be at" in out
    assert file.read_text(encoding="utf-8") == broken


def test_what_cannot_be_is_told(capsys: Captured) -> None:
    assert main(["playtest", "no-such-scenario"]) == ExitCode.USAGE
    assert main(["test", "no-such-scenario"]) == ExitCode.USAGE
    assert main(["record", "no-such-session"]) == ExitCode.USAGE
    assert "Traceback" not in capsys.readouterr().err
