"""What of the dossier an answer holds is found by rule, with and without diacritics."""

from __future__ import annotations

import pytest

from simulator.scoring.desk import Desk
from simulator.scoring.slots import answer_slots, clashes, sentence_slots
from simulator.scoring.text import fold, read_answer

TOLD = (
    "Tính đến 15 giờ, 7 người chết, 4 người mất tích, 12 người bị thương. "
    "Xin gọi 0200 555 0112 hoặc xem sonkhe.example/nalai."
)


@pytest.mark.parametrize("typed", [TOLD, fold(TOLD)])
def test_facts_numbers_and_channels_are_found(desk: Desk, typed: str) -> None:
    slots = answer_slots(read_answer(typed), desk)
    assert slots["fact"] > 0.7
    assert slots["phone"] == slots["web"] == 1
    assert slots["known_numbers"] >= 4


def test_a_number_that_is_not_on_the_desk_is_strange(desk: Desk) -> None:
    assert answer_slots(read_answer("Có 99 người chết."), desk)["strange_numbers"] == 1


def test_a_number_clashes_with_another_of_the_same_thing(desk: Desk) -> None:
    assert clashes("Có 999 người mất tích.", desk)
    assert not clashes("Có 4 người mất tích.", desk)


def test_the_question_given_back_is_an_echo(desk: Desk) -> None:
    assert answer_slots(read_answer(desk.question.text), desk)["echo"] > 0.9


def test_each_sentence_has_its_own_slots(desk: Desk) -> None:
    first, second = sentence_slots(read_answer("Có 7 người chết. Trời mưa!"), desk)
    assert (first["numbers"], second["numbers"]) == (1, 0)
    assert (first["first"], second["last"], second["exclaims"]) == (1, 1, 1)


def test_nothing_holds_nothing(desk: Desk) -> None:
    assert answer_slots(read_answer(""), desk)["fact"] == 0
    assert sentence_slots(read_answer(""), desk) == []
