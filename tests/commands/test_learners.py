"""`podium learners`: who learns here; to change, to take one's record along, to be forgotten."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from simulator.commands import learners as verb
from simulator.commands.house import LocalHouse
from simulator.errors import ExitCode
from tests.commands.practised import LUNCH, NAMES, Typed, practised


@pytest.fixture
def podium(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Typed:
    return Typed(monkeypatch, capsys)


def test_everybody_on_record_is_listed_with_the_present_one_marked(podium: Typed) -> None:
    practised(LUNCH, NAMES, learner="An")
    practised(LUNCH)
    code, out, _ = podium(["learners"])
    assert code == ExitCode.OK
    nobody, an = out.splitlines()
    assert nobody.startswith("▸ (without a name)  one session, the last ")
    assert an.startswith("  An ")
    assert "2 sessions" in an


def test_the_list_for_programs(podium: Typed) -> None:
    practised(LUNCH, learner="An")
    rows = json.loads(podium(["learners", "--format", "json"])[1])
    assert [(row["name"], row["sessions"], row["present"]) for row in rows] == [("An", 1, False), ("", 0, True)]


def test_whoever_is_named_learns_from_then_on(podium: Typed, monkeypatch: pytest.MonkeyPatch) -> None:
    code, _, err = podium(["learners", "use", "  Lò   Thị Mây "])
    assert code == ExitCode.OK
    assert "Lò Thị Mây" in err
    assert LocalHouse().learner == "Lò Thị Mây"
    monkeypatch.setenv("PODIUM_LEARNER", "Bình")
    assert LocalHouse().learner == "Bình", "the environment overrides"
    monkeypatch.delenv("PODIUM_LEARNER")
    podium(["learners", "use", ""])
    assert LocalHouse().learner == ""


def test_everything_of_a_learner_is_exported_and_nothing_of_others(podium: Typed, tmp_path: Path) -> None:
    (mine,), (other,) = practised(LUNCH, learner="An"), practised(NAMES, learner="Bình")
    journal = LocalHouse().journal
    journal.remark("course/hai-ngay", "course.done", "An", '{"step": "skills"}')
    journal.remark(mine.session_id, "verdict", "Cô Mai", "{}")
    journal.remark(other.session_id, "verdict", "Cô Mai", "{}")
    out = tmp_path / "an.json"
    code, printed, err = podium(["learners", "export", "An", "--out", str(out)])
    assert (code, printed) == (ExitCode.OK, "")
    assert str(out) in err
    data = json.loads(out.read_text("utf-8"))
    assert data["learner"] == "An"
    (session,) = data["sessions"]
    assert session["header"]["id"] == mine.session_id
    assert [entry["event"]["type"] for entry in session["entries"]] == ["started", "line_chosen"]
    assert [(remark["about"], remark["by"]) for remark in data["remarks"]] == [
        ("course/hai-ngay", "An"),
        (mine.session_id, "Cô Mai"),
    ]


def test_nothing_is_deleted_in_a_pipe_without_yes(podium: Typed) -> None:
    practised(LUNCH, learner="An")
    code, _, err = podium(["learners", "forget", "An"], "y")
    assert code == ExitCode.USAGE
    assert "--yes" in err
    assert len(LocalHouse().journal.sessions()) == 1


def test_who_is_forgotten_leaves_nothing_behind(podium: Typed) -> None:
    practised(LUNCH, NAMES, learner="An")
    practised(LUNCH, learner="Bình")
    LocalHouse().journal.remark("course/hai-ngay", "course.done", "An", '{"step": "skills"}')
    code, _, err = podium(["learners", "forget", "An", "--yes"])
    assert (code, err) == (ExitCode.OK, "Deleted: 2 sessions.\n")
    journal = LocalHouse().journal
    assert {summary.header.learner for summary in journal.sessions()} == {"Bình"}
    assert journal.remarks_by("An") == ()


def test_whoever_learns_here_and_is_forgotten_does_so_no_more(podium: Typed) -> None:
    practised(LUNCH, learner="An")
    practised(LUNCH, learner="Bình")
    podium(["learners", "use", "Bình"])
    podium(["learners", "forget", "An", "--yes"])
    assert LocalHouse().learner == "Bình"
    podium(["learners", "forget", "Bình", "--yes"])
    assert LocalHouse().learner == ""


@pytest.mark.parametrize(("typed", "left"), [("y", 0), ("", 1), ("n", 1), ("An", 1)])
def test_at_a_terminal_it_is_asked_and_enter_deletes_nothing(
    podium: Typed, monkeypatch: pytest.MonkeyPatch, typed: str, left: int
) -> None:
    practised(LUNCH, learner="An")
    monkeypatch.setattr(verb, "_at_terminal", lambda: True)
    code, out, _ = podium(["learners", "forget", "An"], typed)
    assert code == ExitCode.OK
    assert "An (one session)" in out
    assert len(LocalHouse().journal.sessions()) == left


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["forget", "Ang"], "did you mean `An`?"),
        (["export", "Bình"], "nobody is called `Bình` here"),
        (["forget"], "a name is missing"),
        (["use"], "a name is missing"),
    ],
)
def test_what_is_not_there_is_told(podium: Typed, arguments: list[str], told: str) -> None:
    practised(LUNCH, learner="An")
    code, _, err = podium(["learners", *arguments])
    assert code == ExitCode.USAGE
    assert told in err
    assert len(LocalHouse().journal.sessions()) == 1
