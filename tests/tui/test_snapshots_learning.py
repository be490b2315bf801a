"""Pictures of the course, practice and history; see `test_snapshots`."""

from __future__ import annotations

import time
from collections.abc import Iterator

import pytest

from simulator.language.catalogue import Tongue
from tests.tui.house import FakeHouse, made
from tests.tui.learning import SET, Shelf
from tests.tui.test_snapshots import LOOKS, PASTE, Compare, in_theme, picture_id, pressing

ANSWERED = ("nuoc", "tien!", "don", "dan!", "nuoc", "tien")
SAID = (f"{PASTE}Xã nhận lỗi. 17 giờ mai có câu trả lời.", "f9", "enter")
SCREENS: dict[str, tuple[str, ...]] = {
    # name: keys pressed from the library
    "learn line": (),
    "course": ("c",),
    "self-assessment": ("c", "up", "up", "enter", "4"),
    "practice": ("p",),
    "case": ("p", "enter"),
    "answered": ("p", "enter", "enter", *SAID),
    "history": ("p", "h"),
    "past answer": ("p", "h", "enter"),
    "tried again": ("p", "h", "down", "r", "enter", *SAID),
}
CASES = [(name, *look) for name in SCREENS for look in LOOKS]


@pytest.fixture(autouse=True)
def _time_zone(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Days and times are told by the clock of one place, wherever the tests run."""
    monkeypatch.setenv("TZ", "Asia/Ho_Chi_Minh")
    if hasattr(time, "tzset"):
        time.tzset()
    yield
    monkeypatch.undo()
    if hasattr(time, "tzset"):
        time.tzset()


def learner() -> FakeHouse:
    """Somebody in the midst of the course, who has practised on six days."""
    house = FakeHouse(shelf=Shelf(), learner="Lò Thị Mây")
    for one in ANSWERED:
        house.begin(f"{SET}/{one.removesuffix('!')}").choose_line("do" if one.endswith("!") else "tot")
        house.calendar.pass_days(2)
    house.learning.step_done("hai-buoi", "before", {"accuracy": 2, "empathy": 3})
    house.learning.step_done("hai-buoi", "talk")
    return house


@pytest.mark.parametrize(("name", "tongue", "size", "theme"), CASES, ids=picture_id)
def test_a_screen_to_learn_by_looks_as_it_did(
    snap_compare: Compare, name: str, tongue: Tongue, size: tuple[int, int], theme: str
) -> None:
    run_before = pressing(*in_theme(theme), *SCREENS[name])
    assert snap_compare(made(learner(), tongue), terminal_size=size, run_before=run_before)
