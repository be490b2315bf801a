"""Pictures of every screen, at three sizes and in both languages, compared with those kept beside this file.

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

SMALL, MIDDLE, LARGE = (80, 24), (120, 36), (200, 50)
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
    "take back": (QUESTION, ("1", "enter", "u")),
    "jump": (QUESTION, ("g",)),
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
    "other words": (ENDED, ("enter", "right", "w", "f5", *WRITTEN)),
    "what if": (ENDED, ("enter", "right", "w", "enter")),
}
LOOKS: list[tuple[Tongue, tuple[int, int], str]] = [
    # The smallest terminal, a laptop's and a projector's, each in both languages; between them every theme.
    ("vi", SMALL, "dark"),
    ("en", SMALL, "light"),
    ("vi", MIDDLE, "contrast"),
    ("en", MIDDLE, "dark"),
    ("vi", LARGE, "light"),
    ("en", LARGE, "mono"),
]
CASES = [(name, *look) for name in SCREENS for look in LOOKS]


def picture_id(value: object) -> str:
    """How a case is called: part of its picture's name."""
    return f"{value[0]}x{value[1]}" if isinstance(value, tuple) else str(value).replace(" ", "-")


@pytest.mark.parametrize(("name", "tongue", "size", "theme"), CASES, ids=picture_id)
def test_a_screen_looks_as_it_did(
    snap_compare: Compare, name: str, tongue: Tongue, size: tuple[int, int], theme: str
) -> None:
    steps, keys = SCREENS[name]
    assert snap_compare(opened(steps, tongue), terminal_size=size, run_before=pressing(*in_theme(theme), *keys))


def in_theme(theme: str) -> tuple[str, ...]:
    """The keys that lead to a theme."""
    return ("f4",) * THEMES.index(theme)


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
