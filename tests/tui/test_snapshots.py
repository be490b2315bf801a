"""Pictures of the main screens, compared with those kept beside this file.

After a change that is meant: `pytest tests/tui/test_snapshots.py --snapshot-update`, and look at the pictures.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable

import pytest
from textual.events import Paste
from textual.pilot import Pilot

from simulator.language.catalogue import Tongue
from simulator.tui.app import PodiumApp
from tests.tui.house import FakeHouse, begun, made, press, settled

Before = Callable[[Pilot[None]], Awaitable[None]]
Compare = Callable[..., bool]

NARROW, WIDE = (80, 24), (140, 40)
QUESTION = ("-",)
DECISION = ("-", "owns")
TIMED = ("-", "owns", "keep")
ENDED = ("-", "blames", "publish", "plain")
THEMES = ("dark", "light", "contrast", "mono")
PASTE = "paste "
WRITTEN = (f"{PASTE}Xã xin lỗi bà con. 17 giờ mai có câu trả lời.\n\nĐây không phải lỗi tại dân.",)
SCREENS: dict[str, tuple[tuple[str, ...] | None, tuple[str, ...]]] = {
    # name: steps made before the press room is opened (None: from the library), keys pressed then
    "library": (None, ()),
    "search": (None, ("slash", "k", "h", "e")),
    "briefing": (None, ("enter",)),
    "rumours": (None, ("enter", *["right"] * 5)),
    "inject": ((), ()),
    "question": (QUESTION, ("2",)),
    "aftermath": (QUESTION, ("1", "enter")),
    "flagged": (QUESTION, ("4", "enter")),
    "own words": (QUESTION, ("f5", *WRITTEN)),
    "own words timed": (TIMED, ("f5", *WRITTEN)),
    "free answer": (QUESTION, ("f5", *WRITTEN, "f9")),
    "model answer": (QUESTION, ("f5", *WRITTEN, "f9", "m")),
    "decision": (DECISION, ()),
    "timed": (TIMED, ()),
    "dossier": (DECISION, ("f2", "right")),
    "leaving": (QUESTION, ("escape",)),
    "help": (QUESTION, ("f1",)),
    "palette": (QUESTION, ("ctrl+p",)),
    "ending": (ENDED, ()),
    "debrief": (ENDED, ("enter",)),
    "questions": (ENDED, ("enter", "right")),
    "path": (ENDED, ("enter", "right", "right")),
    "public": (QUESTION, ("4", "enter", "f6")),
    "front page": (ENDED, ("t",)),
    "other line": (ENDED, ("enter", "right", "w")),
    "what if": (ENDED, ("enter", "right", "w", "enter")),
}
BOTH_LANGUAGES = ("library", "briefing", "question", "aftermath", "own words", "free answer", "help", "debrief")
WIDE_TOO = ("library", "question", "aftermath", "own words", "free answer", "ending", "debrief", "questions")
NEW_TOO = ("public", "front page", "other line", "what if")
LIGHT_TOO = ("question", "aftermath", "own words", "free answer")
CASES = [
    *((name, "vi", NARROW, "dark") for name in SCREENS),
    *((name, "en", NARROW, "dark") for name in BOTH_LANGUAGES),
    *((name, "vi", WIDE, "dark") for name in WIDE_TOO),
    *((name, "en", WIDE, "light") for name in LIGHT_TOO),
    *((name, "en", WIDE, theme) for name in ("question", "public") for theme in ("contrast", "mono")),
    *((name, "en", WIDE, "light") for name in NEW_TOO),
]


@pytest.mark.parametrize(
    ("name", "tongue", "size", "theme"),
    CASES,
    ids=[f"{name.replace(' ', '-')}-{tongue}-{size[0]}x{size[1]}-{theme}" for name, tongue, size, theme in CASES],
)
def test_a_screen_looks_as_it_did(
    snap_compare: Compare, name: str, tongue: Tongue, size: tuple[int, int], theme: str
) -> None:
    steps, keys = SCREENS[name]
    keys = (*["f4"] * THEMES.index(theme), *keys)
    assert snap_compare(opened(steps, tongue), terminal_size=size, run_before=pressing(*keys))


def opened(steps: tuple[str, ...] | None, tongue: Tongue) -> PodiumApp:
    """At the library, or in the press room after some steps."""
    house = FakeHouse()
    return made(house, tongue, exercise=None if steps is None else begun(house, *steps))


def pressing(*keys: str) -> Before:
    """Presses keys one after the other, and pastes what begins with PASTE."""

    async def run(pilot: Pilot[None]) -> None:
        await settled(pilot)
        for key in keys:
            if key.startswith(PASTE):
                pilot.app.post_message(Paste(key.removeprefix(PASTE)))
                await settled(pilot)
            else:
                await press(pilot, key)

    return run
