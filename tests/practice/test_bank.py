"""The bank: single questions with the tags that they themselves say."""

from __future__ import annotations

from pathlib import Path

import pytest

from simulator.loading.shelf import question_sets
from simulator.practice.bank import Wanted, bank, chosen
from simulator.scenario.single import parted
from tests.practice.answers import asked


def test_every_set_on_the_shelf_is_in_the_bank() -> None:
    sets = {parted(question.id)[0] for question in bank("vi")}
    assert sets == {path.parent.name for path in question_sets()}
    assert sets


def test_questions_are_told_in_the_language_that_is_wished_for() -> None:
    for vietnamese, english in zip(bank("vi"), bank("en"), strict=True):
        assert vietnamese.id == english.id
        assert (vietnamese.language, english.language) == ("vi", "en")
        assert (vietnamese.skills, vietnamese.flags) == (english.skills, english.flags)


def test_a_tag_is_what_the_question_is_graded_on_and_goes_wrong_by() -> None:
    question = next(one for one in bank("vi") if one.id == "bua-trua-ban-tru/giay_het_han")
    assert question.skills == ("accuracy", "accountability", "transparency")
    assert "blame" in question.flags
    assert (question.module, question.level) == ("press", "basic")


def test_a_set_that_cannot_be_read_is_left_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    broken = tmp_path / "bank" / "hong"
    broken.mkdir(parents=True)
    (broken / "scenario.yaml").write_text("format: 1\nid: hong\n", "utf-8")
    before = bank("vi")
    monkeypatch.setenv("PODIUM_SCENARIOS", str(tmp_path))
    assert bank("vi") == before


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        (Wanted(), "abc"),
        (Wanted(skill="empathy"), "b"),
        (Wanted(flag="blame"), "c"),
        (Wanted(module="rights"), "bc"),
        (Wanted(level="advanced"), "a"),
        (Wanted(skill="empathy", module="rights"), "b"),
        (Wanted(skill="empathy", level="advanced"), ""),
    ],
)
def test_questions_are_chosen_by_all_the_tags_that_are_named(wanted: Wanted, found: str) -> None:
    questions = (
        asked("a", "accuracy", level="advanced"),
        asked("b", "accuracy", "empathy", module="rights"),
        asked("c", flags=("blame",), module="rights"),
    )
    assert "".join(question.id for question in chosen(questions, wanted)) == found
