"""`podium profile` and `podium history`: how one does, and what one has answered."""

from __future__ import annotations

import json

import pytest

from simulator.cli import main
from simulator.commands.house import LocalHouse
from simulator.errors import ExitCode
from tests.commands.practised import LUNCH, NAMES, practised

Captured = pytest.CaptureFixture[str]


def told(capsys: Captured, *arguments: str) -> tuple[int, str, str]:
    code = main([*arguments])
    captured = capsys.readouterr()
    return code, captured.out, captured.err


def test_a_profile_of_nothing_says_how_to_begin(capsys: Captured) -> None:
    code, out, err = told(capsys, "profile")
    assert (code, out) == (ExitCode.OK, "")
    assert "podium practice" in err


def test_a_profile_tells_skills_with_their_interval_flags_and_what_is_due(capsys: Captured) -> None:
    practised(LUNCH, NAMES, learner="An")
    practised(LUNCH, line=2, learner="An")
    code, out, _ = told(capsys, "profile", "--as", "An")
    assert code == ExitCode.OK
    lines = out.splitlines()
    assert lines[0] == "An: 3 answers, on one day"
    (accuracy,) = [line for line in lines if line.strip().startswith("Accuracy")]
    assert "n=2" in accuracy
    assert "█" in accuracy
    assert "–" in accuracy
    assert "tomorrow" in out.partition("\nDue\n")[2]


def test_a_profile_is_in_the_readers_language(capsys: Captured) -> None:
    practised(LUNCH)
    _, out, _ = told(capsys, "--language", "vi", "profile")
    assert "Chính xác" in out
    assert "," in out.partition("Chính xác")[2].partition("\n")[0]


def test_a_profile_for_programs_has_every_figure(capsys: Captured) -> None:
    practised(LUNCH, NAMES)
    _, out, _ = told(capsys, "profile", "--format", "json")
    data = json.loads(out)
    assert data["answers"] == 2
    assert data["days_in_a_row"] == 1
    skills = {row["skill"]: row for row in data["skills"]}
    assert skills.keys() >= {"accuracy", "accountability", "transparency"}
    for row in skills.values():
        assert 0 <= row["low"] <= row["mean"] <= row["high"] <= 4
        assert row["change_30_days"] is None
    assert {row["kind"] for row in data["schedule"]} == {"skill", "flag", "module"}


def test_history_tells_the_latest_first_with_grades(capsys: Captured) -> None:
    practised(LUNCH, NAMES)
    _, out, _ = told(capsys, "history")
    assert out.index(NAMES) < out.index(LUNCH)
    assert "of 100, by a prepared line: " in out
    assert "Accountability" in out


def test_history_of_nothing_says_how_to_begin(capsys: Captured) -> None:
    assert told(capsys, "history")[1] == ""
    assert json.loads(told(capsys, "history", "--format", "json")[1]) == []


def test_all_answers_to_a_question_stand_side_by_side(capsys: Captured) -> None:
    practised(LUNCH, NAMES)
    practised(LUNCH, line=1)
    house = LocalHouse()
    house.speak("en")
    first, second = [one for one in house.learning.answered() if one.question_id == LUNCH]
    _, out, _ = told(capsys, "history", "--question", LUNCH)
    (row,) = [line for line in out.splitlines() if line.startswith("Accuracy")]
    assert [int(word) for word in row.split()[1:]] == [second.levels["accuracy"], first.levels["accuracy"]]
    assert out.index(second.text) < out.index(first.text)
    _, out, _ = told(capsys, "history", "--question", LUNCH, "--format", "json")
    assert [row["overall"] for row in json.loads(out)] == [second.overall, first.overall]


def test_a_question_that_was_never_answered_is_told(capsys: Captured) -> None:
    code, _, err = told(capsys, "history", "--question", LUNCH)
    assert code == ExitCode.USAGE
    assert "has not been answered yet" in err


def test_answers_of_an_exam_are_kept_back_until_it_has_ended(capsys: Captured) -> None:
    house = LocalHouse(seed=1, presses=False)
    exercise = house.begin("chemical-spill-nam-ta", "exam")
    exercise.choose_line("plain_acid")
    assert json.loads(told(capsys, "history", "--format", "json")[1]) == []
    assert json.loads(told(capsys, "profile", "--format", "json")[1])["answers"] == 0


def test_learners_do_not_see_each_other(capsys: Captured, monkeypatch: pytest.MonkeyPatch) -> None:
    practised(LUNCH, learner="An")
    practised(NAMES, learner="Bình")
    monkeypatch.setenv("PODIUM_LEARNER", "Bình")
    assert NAMES in told(capsys, "history")[1]
    assert LUNCH not in told(capsys, "history")[1]
    assert LUNCH in told(capsys, "history", "--as", "An")[1]


def test_what_a_terminal_would_obey_in_an_answer_is_shown_and_not_obeyed(capsys: Captured) -> None:
    house = LocalHouse(seed=1)
    exercise = house.begin(LUNCH)
    text = "Tôi xin lỗi.\x1b[2J\x1b]0;pwned\x07"
    exercise.answer(text, house.grade(exercise, text))
    for arguments in ((), ("--question", LUNCH)):
        out = told(capsys, "history", *arguments)[1]
        assert "Tôi xin lỗi." in out
        assert "\x1b" not in out
