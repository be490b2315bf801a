"""F3 and F4 work on every screen, overlays too, and the place is kept."""

from __future__ import annotations

import ast
from functools import cache
from pathlib import Path

import pytest

import simulator
from simulator.language.catalogue import Catalogue
from simulator.tui.themes import DARK, LIGHT, THEMES
from simulator.tui.widgets.reading import Reading
from simulator.tui.widgets.stage import Stage
from tests.tui.house import FakeHouse, begun, made, press, room, running, seen
from tests.tui.learning import Shelf

ROOT = Path(simulator.__file__).parent
OPENINGS = {
    "library": (),
    "briefing": ("enter",),
    "press room": ("enter", "enter"),
    "dossier": ("enter", "enter", "f2"),
    "own words": ("enter", "enter", "enter", "f5"),
    "free answer": ("enter", "enter", "enter", "f5", "x", "f9"),
    "help": ("f1",),
    "palette": ("ctrl+p",),
    "question before leaving": ("enter", "enter", "escape"),
}
WORDS = {
    "library": ("Thư viện kịch bản", "Scenario library"),
    "briefing": ("Vai đảm nhận", "Your role"),
    "press room": ("Niềm tin", "Trust"),
    "dossier": ("Hồ sơ", "Dossier"),
    "own words": ("Enter: xuống dòng", "Enter: new line"),
    "free answer": ("Máy này không chạy được", "Graded by its words alone"),
    "help": ("Trợ giúp", "Help"),
    "palette": ("Gõ tên lệnh", "Type a command"),
    "question before leaving": ("Rời phòng họp báo?", "Leave the press room?"),
}


@pytest.mark.parametrize("name", OPENINGS)
async def test_every_screen_changes_its_language_and_its_colours(name: str) -> None:
    app = made()
    async with running(app) as pilot:
        await press(pilot, *OPENINGS[name])
        vietnamese, english = WORDS[name]
        assert vietnamese in seen(app)
        where = [type(screen) for screen in app.screen_stack]
        await press(pilot, "f3")
        assert english in seen(app)
        assert vietnamese not in seen(app)
        await press(pilot, "f4")
        assert app.theme == LIGHT.name
        await press(pilot, *["f4"] * (len(THEMES) - 1), "f3")
        assert app.theme == DARK.name
        assert vietnamese in seen(app)
        assert [type(screen) for screen in app.screen_stack] == where


async def test_screens_beneath_an_overlay_change_too() -> None:
    app = made(exercise=begun(FakeHouse(), "-"))
    async with running(app) as pilot:
        await press(pilot, "f1", "f3", "escape")
        assert "Trust" in seen(app)
        assert "Enter Say it" in seen(app)
        assert "F5 Own words" in seen(app)


async def test_the_mark_and_the_scroll_of_a_question_are_kept() -> None:
    app = made(exercise=begun(FakeHouse(), "-"))
    async with running(app, (50, 12)) as pilot:
        await press(pilot, "4")
        stage = app.screen.query_one(Stage)
        place, top = stage.place, stage._list.top
        assert top > 0
        await press(pilot, "f3", "f4")
        assert (stage.place, stage._list.top) == (place, top)
        assert "Highland" not in seen(app)
        await press(pilot, "enter")
        assert room(app).exercise.state.answers[-1].choice == "blames"


@pytest.mark.parametrize("size", [(60, 14), (140, 40)])
async def test_the_aftermath_stays_on_show_in_the_other_language(size: tuple[int, int]) -> None:
    app = made(exercise=begun(FakeHouse(), "-"))
    async with running(app, size) as pilot:
        await press(pilot, "1", "enter", "down", "down")
        top = app.screen.query_one(Stage)._said.top
        await press(pilot, "f3")
        assert room(app).looking_back
        assert app.screen.query_one(Stage)._said.top == top
        await press(pilot, *["up"] * 5)
        assert "Your answer" in seen(app)
        await press(pilot, "u", "right", "enter")
        assert room(app).table.scene.id == "opening"


async def test_the_open_tab_is_kept() -> None:
    app = made(scenario=FakeHouse().scenario("sat-lo-khe-ten"))
    async with running(app) as pilot:
        await press(pilot, "right", "right", "f3", "f4")
        assert app.screen.query_one(Reading).active == 2
        assert "Facts" in seen(app)


async def test_the_debrief_keeps_its_question() -> None:
    app = made(exercise=begun(FakeHouse(), "-", "owns", "keep", "dodges"))
    async with running(app) as pilot:
        await press(pilot, "enter", "right", "down", "f3")
        assert "Overview" in seen(app)
        assert "Chuyện đó để sau." in seen(app)


async def test_no_text_of_the_interface_is_left_in_english_on_a_vietnamese_screen() -> None:
    app = made(FakeHouse(shelf=Shelf()))
    vietnamese = Catalogue("vi")
    left: set[str] = set()
    async with running(app, (140, 40)) as pilot:
        for keys in WALK:
            await press(pilot, *keys)
            text = seen(app)
            left |= {text_ for text_ in templates() if text_ in text and text_ not in vietnamese.say(text_)}
    assert not left, "each is either not translated or not looked up"


WALK = (
    ("f1", "escape"),
    ("ctrl+p",),
    ("escape", "enter"),
    *(("right",),) * 7,
    ("enter",),
    ("f2",),
    ("escape", "f6"),
    ("f1",),
    ("escape", "escape", "enter"),
    ("f5",),
    ("f9",),
    ("f1",),
    ("escape", *"17", "space", *"giờ", "f9"),
    ("m",),
    ("u",),
    ("right", "enter"),
    ("enter",),
    ("ctrl+g",),
    ("escape", "1", "enter"),
    ("f1",),
    ("escape", "enter"),
    ("f5",),
    ("enter",),
    ("1", "enter"),
    ("enter", "1", "enter"),
    ("enter",),
    ("t",),
    ("f1",),
    ("escape", "escape", "enter"),
    ("right",),
    ("w",),
    ("f1",),
    ("escape", "enter"),
    ("f1",),
    ("escape", "escape", "escape", "right"),
    ("right",),
    ("escape", "c"),
    ("f1",),
    ("escape", "enter", "3"),
    ("f1",),
    ("escape", "enter", "2", "enter"),
    ("x",),
    ("down", "enter"),
    ("f1",),
    ("escape", "enter", "x"),
    ("f9", "enter"),
    ("f1",),
    ("escape", "escape", "down"),
    ("escape", "p"),
    ("f1",),
    ("escape", "h"),
    ("f1",),
    ("escape", "enter"),
    ("f1",),
)


@cache
def templates() -> frozenset[str]:
    """The texts of the screens as they are written in the code, from their first placeholder on cut off."""
    found = set()
    shown = [
        *(ROOT / "tui").rglob("*.py"),
        *(ROOT / "practice").glob("*.py"),
        *(ROOT / "scoring").glob("*.py"),
        ROOT / "language" / "words.py",
    ]
    for file in shown:
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "template":
                text = ast.literal_eval(node.args[0]).partition("{")[0].strip()
                found |= {text} if len(text) > 3 else set()
    return frozenset(found)
