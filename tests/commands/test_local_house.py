"""The house of this machine: grading, and drafts that outlive a start of Podium."""

from __future__ import annotations

from pathlib import Path

import pytest

from simulator.commands.house import LocalHouse
from simulator.errors import UsageError
from simulator.journal.connect import data_folder
from simulator.session.events import IllegalEvent
from simulator.session.preparation import OPENING_SKILLS
from simulator.tui.house import Draft
from simulator.tui.preparing import Preparing, opened


def test_an_answer_is_graded_on_the_skills_of_its_question_by_what_is_known_then() -> None:
    house = LocalHouse(seed=1)
    exercise = house.begin("lu-quet-na-lai")
    with pytest.raises(IllegalEvent):
        house.grade(exercise, "Xin chào.")
    exercise.go_on()
    assessment = house.grade(exercise, "Tôi xin lỗi các gia đình. 17 giờ chúng tôi trả lời tại đây.")
    assert tuple(assessment.levels) == exercise.question.skills
    assert assessment.grader.startswith("podium-1/")
    assert house.grade(exercise, "Tôi xin lỗi các gia đình. 17 giờ chúng tôi trả lời tại đây.") == assessment
    exercise.answer("Tôi xin lỗi.", assessment)
    assert exercise.state.answers[-1].assessment == assessment


@pytest.mark.parametrize(
    ("scenario", "text"), [("lu-quet-na-lai", "Tôi xin lỗi."), ("chemical-spill-nam-ta", "Sorry.")]
)
def test_a_prepared_opening_is_graded_on_its_skills_before_anything_begins(scenario: str, text: str) -> None:
    house = LocalHouse(seed=1)
    exercise = opened(house, house.scenario(scenario), "exam", Preparing(("a", " ", ""), (), text))
    prepared = exercise.state.preparation
    assert prepared is not None
    assert prepared.assessment is not None
    assert tuple(prepared.assessment.levels) == OPENING_SKILLS
    assert prepared.messages == ("a",)


def test_an_exam_with_shortened_time_limits_is_refused_in_words() -> None:
    with pytest.raises(UsageError, match="exam"):
        LocalHouse(time_scale=50).begin("lu-quet-na-lai", "exam")


def test_a_draft_outlives_the_house() -> None:
    draft = Draft("q1", "Tôi xin lỗi\nbà con")
    LocalHouse().keep_draft("s-1", draft)
    assert LocalHouse().draft("s-1") == draft
    assert LocalHouse().draft("s-2") == Draft()
    LocalHouse().keep_draft("s-1", Draft())
    assert LocalHouse().draft("s-1") == Draft()
    assert not [*(data_folder() / "drafts").iterdir()]


@pytest.mark.parametrize("written", ["", "{", "[]", '{"scene": 1, "text": "x"}', '{"scene": "x"}'])
def test_a_draft_that_cannot_be_read_is_none(written: str) -> None:
    folder = data_folder() / "drafts"
    folder.mkdir(parents=True)
    (folder / "s-1.json").write_text(written, encoding="utf-8")
    assert LocalHouse().draft("s-1") == Draft()


def test_a_draft_that_cannot_be_kept_is_no_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    monkeypatch.setenv("PODIUM_DATA_DIR", str(tmp_path / "file"))
    LocalHouse().keep_draft("s-1", Draft("q1", "x"))
    assert LocalHouse().draft("s-1") == Draft()
