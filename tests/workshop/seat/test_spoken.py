"""What is read aloud of a table and of an aftermath."""

from __future__ import annotations

from simulator.exercise.exercise import Exercise
from simulator.language.catalogue import Catalogue
from simulator.session.view import view
from simulator.tui.widgets.told import told_of
from simulator.workshop.seat.spoken import aftermath_spoken, table_spoken
from tests.tui.house import FakeHouse, begun

ENGLISH = Catalogue("en")


def table(exercise: Exercise) -> str:
    return table_spoken(view(exercise.scenario, exercise.state), ENGLISH)


def aftermath(exercise: Exercise) -> str:
    told = told_of(exercise)
    assert told is not None
    return aftermath_spoken(told, ENGLISH)


def test_a_question_says_who_asks_and_how_many_choices_are_open() -> None:
    assert table(begun(FakeHouse(), "-")).split("\n") == [
        "Vi Thu Hằng, Kênh Tin Vùng Cao, asks:",
        "Còi báo sạt lở sao không kêu, và ai chịu trách nhiệm?",
        "Choices that are open: 3.",
        "You can answer in your own words.",
    ]


def test_an_inject_says_who_brings_it() -> None:
    assert table(begun(FakeHouse())).startswith("Sân xã, trời còn mưa\nLò Văn Ún, Trưởng bản Khe Ten\n")


def test_an_aftermath_says_grade_levels_and_flags_in_words() -> None:
    spoken = aftermath(begun(FakeHouse(), "-", "blames"))
    assert "of 100" in spoken
    assert "Accuracy: 1, " in spoken
    assert "Red flags: Shifting blame" in spoken


def test_an_exam_says_no_grade() -> None:
    house = FakeHouse()
    exercise = house.begin("sat-lo-khe-ten", "exam")
    exercise.go_on()
    exercise.choose_line("blames")
    spoken = aftermath(exercise)
    assert "of 100" not in spoken
    assert "Accuracy" not in spoken
    assert "The debrief will tell how it was graded." in spoken
