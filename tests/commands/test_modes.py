"""The modes on the command line and in the house, and presses, which the house lets come."""

from __future__ import annotations

import pytest

from simulator.cli import main
from simulator.commands.house import LocalHouse
from simulator.errors import ExitCode
from simulator.scenario.scenes import Decision, Question
from simulator.session.modes import MODES, Mode
from simulator.session.view import view
from tests.commands.test_cli import Captured


@pytest.mark.parametrize("mode", MODES)
def test_the_house_begins_in_its_mode_and_resumes_in_it(mode: Mode) -> None:
    begun = LocalHouse(seed=1, mode=mode).begin("lu-quet-na-lai")
    assert begun.state.mode == mode
    assert LocalHouse().resume(begun.session_id).state.mode == mode


@pytest.mark.parametrize("scale", ["1", "50"])
def test_an_exam_with_shorter_limits_is_refused(scale: str, capsys: Captured) -> None:
    options = ["--mode", "exam", "--time-scale", scale, "--plain"]
    assert main(["play", "lu-quet-na-lai", *options]) == ExitCode.USAGE
    assert "never shortened" in capsys.readouterr().err


def test_an_unknown_mode_is_refused(capsys: Captured) -> None:
    assert main(["play", "lu-quet-na-lai", "--mode", "easy", "--plain"]) == ExitCode.USAGE
    assert "guided" in capsys.readouterr().err


def test_in_the_house_journalists_press_and_ones_own_words_answer_them() -> None:
    house = LocalHouse(seed=1)
    exercise = house.begin("lu-quet-na-lai")
    text = "Tôi bảo đảm mọi thứ hoàn toàn an toàn, bà con cứ yên tâm, không có gì phải lo."
    while exercise.state.press is None:  # The author's own follow-ups and interruptions go first.
        scene = view(exercise.scenario, exercise.state).scene
        if isinstance(scene, Question):
            exercise.answer(text, house.grade(exercise, text))
        elif isinstance(scene, Decision):
            exercise.take_option(scene.options[0].id)
        else:
            exercise.go_on()
    press = exercise.state.press
    assert all(quote.words in text for quote in press.quotes)
    owned = "Tôi rút câu ấy. Đến 15 giờ có 7 người chết, 4 người mất tích, theo Ban Chỉ huy tỉnh."
    exercise.answer(owned, house.grade(exercise, owned))
    assert exercise.state.answers[-1].scene == press.id
    assert set(exercise.state.answers[-1].levels) == set(press.skills)


def test_presses_can_be_left_out() -> None:
    exercise = LocalHouse(seed=1, presses=False).begin("lu-quet-na-lai")
    exercise.go_on()
    exercise.choose_line("village_chief")
    assert exercise.state.pressed == ()
