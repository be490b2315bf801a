"""Promises, the times people give them, and when they fall due on the story's clock."""

from __future__ import annotations

import pytest

from simulator.scenario.claims import Promise
from simulator.scoring.claims import claims_of, deadline_minutes, due

START = "15:30"
DAY = "Ngày 14/8"


def promises(text: str) -> list[Promise]:
    return [claim for claim in claims_of(text) if isinstance(claim, Promise)]


@pytest.mark.parametrize(
    ("text", "falls"),
    [
        ("Chúng tôi sẽ cập nhật lúc 17 giờ.", 90),
        ("Chúng tôi sẽ trả lời lúc 5 giờ chiều.", 90),
        ("chung toi se tra loi luc 5 gio chieu", 90),
        ("Tôi sẽ gặp lại các anh chị lúc 17h30.", 120),
        ("Chúng tôi sẽ có câu trả lời trong hai giờ nữa.", 120 + 10),
        ("Tôi hứa sẽ trả lời trước cuối ngày hôm nay.", 510),
        ("Chúng tôi sẽ công bố lúc 17:00 ngày 14/8.", 90),
        ("Sáng mai, 8:00, tôi sẽ trả lời.", None),
        ("8:00 ngày mai tôi sẽ trả lời.", 990),
        ("Chúng tôi sẽ công bố lúc 17 giờ ngày 18/8.", 4 * 1440 + 90),
        ("We will publish the figures at 5 p.m.", 90),
        ("We will answer within two hours.", 130),
        ("I'll be back at 5 o'clock with the numbers.", 90),
        ("We will report tomorrow at 8:00.", 990),
        ("We will publish the figures on Friday.", None),
        ("We will tell you by the end of the day.", 510),
    ],
)
def test_deadlines_on_the_clock(text: str, falls: int | None) -> None:
    found = promises(text)
    if falls is None and not found:
        return
    assert [deadline_minutes(promise.deadline, 10, START, DAY) for promise in found] == [falls]


@pytest.mark.parametrize("text", ["Chúng tôi sẽ trả lời lúc 17 giờ.", "We will answer at 5 p.m."])
def test_a_promise_falls_due_when_its_time_has_come(text: str) -> None:
    made = [(10, promise) for promise in promises(text)]
    assert due(made, 89, START, DAY) == ()
    assert due(made, 90, START, DAY) == tuple(made)


@pytest.mark.parametrize("text", ["Ngày mai lúc 8 giờ tôi sẽ trả lời.", "We will publish it at 17:00 on 18 August."])
def test_another_day_never_falls_due_within_the_sessions_day(text: str) -> None:
    made = [(10, promise) for promise in promises(text)]
    assert made
    assert due(made, 24 * 60 - 930, START, DAY) == ()


def test_a_time_already_past_when_promised_is_not_due() -> None:
    made = [(120, promise) for promise in promises("Chúng tôi sẽ trả lời lúc 16:00.")]
    assert made
    assert due(made, 200, START, DAY) == ()


def test_what_is_promised_and_where() -> None:
    [promise] = promises("Tôi sẽ công bố kết quả trên trang web lúc 17 giờ.")
    assert promise.channel == "web"
    assert "qua" in promise.what or "ket" in promise.what


@pytest.mark.parametrize(
    "text", ["Chúng tôi đã trả lời lúc 17 giờ.", "Anh muốn tôi trả lời lúc 17 giờ?", "Lũ về lúc 2 giờ."]
)
def test_what_is_past_or_asked_is_no_promise(text: str) -> None:
    assert promises(text) == []
