"""Pictures of the modes, of a press, of a rating and of the preparation; see `test_snapshots`."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from simulator.exercise.clock import ManualClock
from simulator.language.catalogue import Tongue
from simulator.session.modes import Mode
from simulator.tui.app import PodiumApp
from tests.tui.house import FakeHouse, made
from tests.tui.story import landslide
from tests.tui.test_pressing import pressed
from tests.tui.test_snapshots import LOOKS, PASTE, Compare, in_theme, picture_id, pressing

MESSAGES = (f"{PASTE}Xã nhận lỗi vì còi không kêu.", "enter", f"{PASTE}17 giờ mai có câu trả lời tại sân này.")
OPENING = f"{PASTE}Xã xin lỗi bà con. 17 giờ mai có câu trả lời."
PREPARED = ("enter", "p", *MESSAGES, "enter", "enter", "space", "tab", OPENING)
TO_THE_END = ("enter", "enter", "4", "enter", "3", "enter", "2", "enter", "1", "enter", "2", "enter", "enter")

SCREENS: dict[str, tuple[Mode, tuple[str, ...]]] = {
    # name: the mode, keys pressed from the library
    "exam briefing": ("practice", ("enter", "m")),
    "preparation": ("practice", PREPARED),
    "opening": ("practice", (*PREPARED, "f9")),
    "prepared": ("practice", (*PREPARED, "f9", *TO_THE_END, "left")),
    "confidence": ("practice", (*PREPARED, "f9", *TO_THE_END)),
    "own messages": ("guided", (*PREPARED, "f9", "enter", "enter", "f5", f"{PASTE}Xã nhận lỗi vì còi không kêu.")),
    "hint": ("guided", ("enter", "enter", "enter", "h")),
    "exam answer": ("exam", ("enter", "enter", "enter", "1", "enter", "2")),
}
CASES = [(name, *look) for name in SCREENS for look in LOOKS]


@pytest.fixture(autouse=True)
def _standing_clock(monkeypatch: pytest.MonkeyPatch) -> None:
    """The preparation's own clock stands, or the pictures would tell the time."""
    monkeypatch.setattr("simulator.tui.screens.preparation.RunningClock", ManualClock)


@pytest.mark.parametrize(("name", "tongue", "size", "theme"), CASES, ids=picture_id)
def test_a_mode_looks_as_it_did(
    snap_compare: Compare, name: str, tongue: Tongue, size: tuple[int, int], theme: str
) -> None:
    mode, keys = SCREENS[name]
    app = made(FakeHouse(landslide()), tongue)
    app.mode = mode
    assert snap_compare(app, terminal_size=size, run_before=pressing(*in_theme(theme), *keys))


def _one(house: FakeHouse, tongue: Tongue) -> PodiumApp:
    return made(house, tongue, exercise=pressed(house))


def _two(house: FakeHouse, tongue: Tongue) -> PodiumApp:
    return made(house, tongue, exercise=pressed(house, both=True))


@pytest.mark.parametrize(("tongue", "size", "theme"), LOOKS, ids=picture_id)
@pytest.mark.parametrize(
    ("opened", "keys"),
    [(_one, ()), (_two, ()), (_two, ("f5",)), (_two, ("1", "enter"))],
    ids=["words", "contradiction", "own-words", "answered"],
)
def test_a_press_looks_as_it_did(
    snap_compare: Compare,
    opened: Callable[[FakeHouse, Tongue], PodiumApp],
    keys: tuple[str, ...],
    tongue: Tongue,
    size: tuple[int, int],
    theme: str,
) -> None:
    assert snap_compare(opened(FakeHouse(), tongue), terminal_size=size, run_before=pressing(*in_theme(theme), *keys))
