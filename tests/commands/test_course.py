"""`podium course`: the agenda with one's own place, its steps by lines, and `check`, which knows courses."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from simulator.commands.house import LocalHouse
from simulator.errors import ExitCode
from simulator.practice.place import StepPlace
from tests.commands.practised import Typed
from tests.loading.test_course import GOOD

ROOT = Path(__file__).parents[2]


@pytest.fixture
def podium(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> Typed:
    """With a short course of one's own on the shelf, beside that of two days."""
    folder = tmp_path / "own" / "courses"
    folder.mkdir(parents=True)
    text = GOOD.replace("lu-quet", "lu-quet-na-lai").replace("tap-dot", "chemical-spill-nam-ta")
    text = text.replace("count: 3", "count: 2")
    text += '      - {id: meal, kind: pause, at: "10:30", minutes: 60, title: {vi: Ăn trưa, en: Lunch}}\n'
    (folder / "thu.yaml").write_text(text, "utf-8")
    monkeypatch.setenv("PODIUM_SCENARIOS", str(tmp_path / "own"))
    return Typed(monkeypatch, capsys)


def at(step: str, learner: str = "") -> StepPlace:
    found = LocalHouse(learner=learner).learning.course("thu").place.at(step)
    assert found is not None
    return found


def test_the_two_day_course_is_printed_with_ones_place(podium: Typed) -> None:
    code, out, _ = podium(["course"])
    assert code == ExitCode.OK
    assert out.startswith("The spokesperson in a crisis, a two-day course\n")
    assert "0 of 33 steps done" in out
    assert "▸ 07:30  Self-assessment before the course (self-assessment, 15 min, this is next)  before" in out
    assert "○ 07:45" in out
    assert "podium course --plain --start" in out


def test_the_agenda_is_in_the_readers_language(podium: Typed) -> None:
    _, out, _ = podium(["--language", "vi", "course", "thu"])
    assert "Khóa thử" in out
    assert "▸ 08:00  Tự đánh giá (tự đánh giá, 15 phút, bước tiếp theo)" in out


def test_a_break_is_marked_as_done(podium: Typed) -> None:
    code, _, err = podium(["course", "thu", "--done", "meal"])
    assert (code, err) == (ExitCode.OK, "Done: Lunch\n")
    assert at("meal").standing == "done"
    assert "✓ 10:30  Lunch (break, 60 min, done)" in podium(["course", "thu"])[1]


def test_statements_are_asked_one_by_one_and_only_numbers_are_taken(podium: Typed) -> None:
    code, out, _ = podium(["course", "thu", "--start", "--plain"], "0", "huh", "4")
    assert code == ExitCode.OK
    assert out.count("Please type a number from 1 to 5.") == 2
    assert at("before").ratings == {"accuracy": 4}
    assert "Accuracy 4" in podium(["course", "thu"])[1]


def test_a_self_assessment_that_is_left_is_not_kept(podium: Typed) -> None:
    _, out, _ = podium(["course", "thu", "--start", "before", "--plain"])
    assert "nothing is kept" in out
    assert at("before").standing == "ahead"


def test_a_scenario_is_begun_in_its_mode_and_gone_on_with(podium: Typed) -> None:
    podium(["course", "thu", "--start", "flood", "--plain"], "", "", "q")
    one = at("flood")
    assert one.standing == "begun"
    (session,) = one.sessions
    assert LocalHouse().journal.sessions()[0].header.id == session
    podium(["course", "thu", "--start", "flood", "--plain"], "y", "", "q")
    assert at("flood").sessions == (session,), "the session that was left is gone on with"


def test_an_exam_is_begun_as_an_exam(podium: Typed) -> None:
    _, out, _ = podium(["course", "thu", "--start", "test", "--plain"], "", "q")
    assert "Exam" in out
    exercise = LocalHouse().look_back(at("test").sessions[0])
    assert exercise.state.mode == "exam"


def test_questions_are_put_until_there_are_enough(podium: Typed) -> None:
    answered = ("", "Tôi xin lỗi bà con.", ".", "")
    code, out, _ = podium(["course", "thu", "--start", "some", "--plain"], *answered, "", *answered)
    assert code == ExitCode.OK
    assert "last question of this round" in out
    one = at("some")
    assert (one.standing, len(one.ended)) == ("done", 2)
    asked = [answer.question_id for answer in LocalHouse().learning.answered()]
    assert len(set(asked)) == 2
    assert all("empathy" in answer.levels for answer in LocalHouse().learning.answered())
    assert "2 of 2 questions answered, " in podium(["course", "thu"])[1]


def test_a_talk_tells_how_to_mark_it(podium: Typed) -> None:
    _, out, _ = podium(["course", "thu", "--start", "meal", "--plain"])
    assert "podium course --done meal" in out


def test_everybody_has_a_place_of_their_own(podium: Typed) -> None:
    podium(["course", "thu", "--done", "meal", "--as", "An"])
    assert at("meal", "An").standing == "done"
    assert at("meal").standing == "ahead"
    assert "An: 1 of 5 steps done" in podium(["course", "thu", "--as", "An"])[1]


def test_the_course_for_programs(podium: Typed) -> None:
    podium(["course", "thu", "--done", "meal"])
    data = json.loads(podium(["course", "thu", "--format", "json"])[1])
    assert (data["course"], data["done"], data["steps_in_all"], data["next"]) == ("thu", 1, 5, "before")
    steps = {step["id"]: step for day in data["days"] for step in day["steps"]}
    assert steps["meal"]["standing"] == "done"
    assert steps["flood"]["scenario"] == "lu-quet-na-lai"
    assert steps["some"]["count"] == 2


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["khac"], "no course is called `khac`"),
        (["thu", "--start", "nowhere", "--plain"], "the course thu has no step `nowhere`"),
        (["thu", "--done", "nowhere"], "its steps: before, flood, some, test, meal"),
        (["thu", "--done", "before"], "a self-assessment is done by answering it"),
        (["thu", "--done", "test"], "an exam is done by sitting it"),
    ],
)
def test_what_is_not_there_is_told(podium: Typed, arguments: list[str], told: str) -> None:
    code, _, err = podium(["course", *arguments])
    assert code == ExitCode.USAGE
    assert told in err


def test_check_takes_files_in_courses_for_courses_and_counts_them(podium: Typed, tmp_path: Path) -> None:
    code, _, err = podium(["check", str(tmp_path / "own")])
    assert (code, err) == (ExitCode.OK, "One course checked: no problems.\n")
    file = tmp_path / "own" / "courses" / "thu.yaml"
    file.write_text(file.read_text("utf-8").replace("lu-quet-na-lai", "lu-quet"), "utf-8")
    code, out, _ = podium(["check", str(file)])
    assert code == ExitCode.AUTHOR
    assert "P901" in out
    assert "did you mean" in out


@pytest.mark.parametrize("verb", [["fmt", "--check"], ["agree"]])
def test_what_is_for_scenarios_leaves_courses_alone(podium: Typed, tmp_path: Path, verb: list[str]) -> None:
    code, _, _ = podium([*verb, str(tmp_path / "own")])
    assert code == ExitCode.OK
