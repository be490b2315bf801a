"""What an answer puts on record: the dossier's own facts, by wording or by number, with or without diacritics."""

from __future__ import annotations

import pytest

from simulator.scenario.case import Case
from simulator.scoring.desk import Desk
from simulator.scoring.said import said
from simulator.scoring.text import fold, read_answer


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Đến 15 giờ có 7 người chết, 4 người mất tích, 12 người bị thương.", "f1"),
        ("Trạm đo mưa Hua Lìm hỏng từ 20/6, báo cáo ngày 22/6 mà chưa sửa.", "f4"),
        ("Vì sao tin nhắn cảnh báo chậm gần ba giờ thì tổ kiểm tra công bố lúc 17 giờ ngày 18/8.", "u1"),
    ],
)
def test_facts_and_unknowns_are_found(desk: Desk, text: str, expected: str) -> None:
    assert expected in said(read_answer(text), desk)
    assert expected in said(read_answer(fold(text)), desk)


def test_a_wrong_number_puts_nothing_on_record(desk: Desk) -> None:
    assert "f1" not in said(read_answer("Có 9 người chết, 4 người mất tích, 12 người bị thương."), desk)


def test_general_words_put_nothing_on_record(flood: Case, desk: Desk) -> None:
    assert said(read_answer("Chúng tôi đang vào cuộc quyết liệt, xin chia buồn với bà con."), desk) == ()
    assert set(desk.dossier.sayable) >= {fact.id for fact in flood.dossier.facts}
