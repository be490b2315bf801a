"""The house of this machine: grading, and drafts that outlive a start of Podium."""

from __future__ import annotations

from pathlib import Path

import pytest

from simulator.commands.house import LocalHouse
from simulator.errors import UsageError
from simulator.journal.connect import data_folder
from simulator.session.events import IllegalEvent
from simulator.session.preparation import OPENING_SKILLS
from simulator.session.view import view
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
    assert assessment.grader.startswith("podium-2/")
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


def test_two_windows_on_one_session_never_overwrite_each_other() -> None:
    house, scene = LocalHouse(), "q1"
    house.keep_draft("s-1", Draft(scene, "Câu đầu."), "a")
    assert house.draft("s-1", "b") == Draft(scene, "Câu đầu."), "the second window goes on from what lies there"
    assert house.keep_draft("s-1", Draft(scene, "Câu đầu. Bên b."), "b") is False
    assert house.keep_draft("s-1", Draft(scene, "Câu đầu. Bên a."), "a"), "the later writer is told"
    assert house.keep_draft("s-1", Draft(scene, "Câu đầu. Bên b, nữa."), "b")
    both = house.draft("s-1", "c")
    assert both.beside == 2
    assert "Bên a." in both.text
    assert "Bên b, nữa." in both.text
    assert house.draft("s-1", "c").text == both.text, "read once more, they are not doubled"
    assert house.keep_draft("s-1", Draft(scene, "Một."), "c") is False
    assert house.draft("s-1").text == "Một."
    assert house.keep_draft("s-1", Draft()) is False
    assert not [*(data_folder() / "drafts").iterdir()]


def test_a_window_that_only_wrote_less_of_the_same_is_no_second_text() -> None:
    house = LocalHouse()
    house.keep_draft("s-1", Draft("q1", "Tôi xin lỗi"), "a")
    house.keep_draft("s-1", Draft("q1", "Tôi xin lỗi bà con."), "b")
    assert house.draft("s-1", "c") == Draft("q1", "Tôi xin lỗi bà con.")


def test_what_another_window_wrote_for_another_scene_does_not_stand_under_it() -> None:
    house = LocalHouse()
    house.keep_draft("s-1", Draft("q1", "Cũ."), "a")
    assert house.keep_draft("s-1", Draft("q2", "Mới."), "b") is False
    assert house.draft("s-1", "c") == Draft("q2", "Mới.")


def test_another_answer_in_ones_own_words_is_graded_by_what_was_known_then_and_recorded_nowhere() -> None:
    house = LocalHouse(seed=1, presses=False)
    exercise = house.begin("lu-quet-na-lai")
    exercise.go_on()
    line = next(offer.id for offer in view(exercise.scenario, exercise.state).offers if offer.open)
    text = "Tôi xin lỗi các gia đình. 17 giờ chúng tôi trả lời tại đây."
    expected = house.grade(exercise, text)
    exercise.choose_line(line)
    before = house.journal.entries(exercise.session_id)
    compared = house.what_if_said(exercise, 1, text)
    assert compared.question.instead is not None
    assert (compared.question.instead.text, compared.question.instead.overall) == (text, expected.overall)
    assert compared.question.done is not None
    assert compared.question.done.choice == line
    assert house.journal.entries(exercise.session_id) == before
    with pytest.raises(IllegalEvent, match="no answer 9"):
        house.what_if_said(exercise, 9, text)


def test_a_session_is_looked_back_on_without_a_word_in_the_record() -> None:
    house = LocalHouse(seed=1)
    exercise = house.begin("lu-quet-na-lai")
    assert house.session_to_debrief("lu-quet-na-lai") == exercise.session_id
    assert house.session_to_debrief("chemical-spill-nam-ta") == ""
    before = house.journal.sessions()
    assert house.look_back(exercise.session_id).state == exercise.state
    assert house.journal.sessions() == before
