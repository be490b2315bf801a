"""Every colour that text is written in can be read on every ground that it is written on, in every theme."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from textual.color import Color
from textual.screen import ModalScreen
from textual.theme import Theme

import simulator.tui
from simulator.tui.app import PodiumApp
from simulator.tui.screens.jump import JumpScreen
from simulator.tui.sites import SCREENS as EVERY_SCREEN
from simulator.tui.themes import DARK, THEMES
from tests.tui.house import FakeHouse, begun, made, press, running, seen
from tests.tui.learning import Shelf

READABLE = 4.5
"""The least contrast for text, by WCAG 2.1, AA."""

GROUNDS = ("background", "surface", "panel", "chosen", "footer-background")
EVERYWHERE = (
    "foreground",
    "quiet",
    "primary",
    "secondary",
    "success",
    "warning",
    "error",
    "trust",
    "heat",
    *(f"level-{level}" for level in range(5)),
)
PAIRS = [
    *((text, ground) for text in EVERYWHERE for ground in GROUNDS),
    ("footer-key-foreground", "footer-background"),
    ("footer-description-foreground", "footer-background"),
    ("block-cursor-foreground", "block-cursor-background"),
    ("block-cursor-blurred-foreground", "block-cursor-blurred-background"),
    ("foreground", "block-hover-background"),
    ("quiet", "block-hover-background"),
    ("quiet", "block-cursor-background"),
    ("quiet", "block-cursor-blurred-background"),
    ("primary", "block-cursor-blurred-background"),
    # The last seconds of a timed question, and the focused button, stand in reverse.
    ("background", "error"),
    ("panel", "foreground"),
]


def colours(theme: Theme) -> dict[str, str]:
    """A theme's own colours and those that Textual derives from them, by name."""
    return {**theme.to_color_system().generate(), **theme.variables}


def luminance(colour: Color) -> float:
    """Relative luminance as WCAG defines it."""

    def linear(part: int) -> float:
        share = part / 255
        return share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4

    red, green, blue = (linear(part) for part in colour.rgb)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: Color, other: Color) -> float:
    """From 1 to 21."""
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
@pytest.mark.parametrize(("text", "ground"), PAIRS)
def test_text_can_be_read_on_its_ground(theme: Theme, text: str, ground: str) -> None:
    found = colours(theme)
    measured = contrast(Color.parse(found[text]), Color.parse(found[ground]))
    assert measured >= READABLE, f"{text} on {ground}: {measured:.2f}"


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_the_grounds_can_be_told_apart(theme: Theme) -> None:
    found = colours(theme)
    assert len({found[ground] for ground in ("background", "surface", "panel", "chosen")}) == 4


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
@pytest.mark.parametrize("size", [(80, 24), (140, 40)])
async def test_all_text_that_is_drawn_can_be_read(theme: Theme, size: tuple[int, int]) -> None:
    app = made(FakeHouse(shelf=Shelf()))
    faint: dict[str, float] = {}
    walked: set[str] = set()
    async with running(app, size) as pilot:
        app.theme = theme.name
        app.tell("A message.", severity="error")
        for keys in WALK:
            await press(pilot, *keys)
            faint |= dict(_faint(app))
            walked.add(type(app.screen).__name__)
    assert not faint
    assert walked == SCREENS


WALK = (
    ("f5",),
    ("slash", "k"),
    ("escape", "shift+tab", "enter"),
    ("left", "down", "enter"),
    *[("right",)] * 6,
    ("p", "x", "tab", "tab", "tab", "space"),
    ("tab", "x"),
    ("escape",),
    ("enter",),
    ("enter", "2"),
    ("f2",),
    *[("right",)] * 5,
    ("escape", "f6"),
    ("escape", "f5", "x"),
    ("escape", "escape"),
    ("escape", "f1"),
    ("escape", "ctrl+p"),
    ("escape", "ctrl+g"),
    ("escape", "enter"),
    ("f6",),
    ("escape", "enter"),
    ("1", "enter"),
    ("enter",),
    ("f8",),
    ("enter", "2", "enter"),
    ("enter",),
    ("t",),
    ("escape", "enter"),
    ("right",),
    ("w",),
    ("f5", "x"),
    ("escape", "enter"),
    ("escape", "escape", "right"),
    ("right",),
    ("escape", "c"),
    ("enter", "3"),
    ("2", "enter"),
    ("x",),
    ("enter",),
    ("escape", "down", "enter"),
    ("enter", "x"),
    ("f9", "enter"),
    ("escape", "up", "up", "up"),
    ("escape", "p"),
    ("h",),
    ("enter",),
    ("escape", "slash", "n"),
)
OVERLAYS = {"ConfirmScreen", "HelpScreen", "CommandsScreen", "JumpScreen"}
SCREENS = OVERLAYS | {screen.__name__ for screen in EVERY_SCREEN}
SOURCES = Path(simulator.tui.__file__).parent
DRAWN_WITH_SIGNS_ALONE = {"rule", "border", "border-blurred", *(f"scrollbar{part}" for part in ("", "-background"))}
"""Rules, bars and edges: nothing is read from their colour."""


def test_every_colour_that_the_screens_name_is_measured() -> None:
    files = [*SOURCES.rglob("*.py"), *SOURCES.rglob("*.tcss")]
    named = {name for file in files for name in re.findall(r"\$([a-z][a-z0-9-]*[a-z0-9])", file.read_text("utf-8"))}
    measured = {name for pair in PAIRS for name in pair}
    assert named - measured - DRAWN_WITH_SIGNS_ALONE <= {"level"}, "`$level-{n}` is put together"


def _faint(app: PodiumApp) -> Iterator[tuple[str, float]]:
    """Words on the screen that are too faint, with their contrast; not of what lies dimly beneath an overlay."""
    dimmed = isinstance(app.screen, ModalScreen) and not isinstance(app.screen, JumpScreen)
    seen = app.screen.children[0].region if dimmed else app.screen.region
    strips = app.screen._compositor.render_strips()[seen.y : seen.bottom]
    for strip in (strip.crop(seen.x, seen.right) for strip in strips):
        for text, style, _ in strip:
            if style is None or style.color is None or style.bgcolor is None or not any(map(str.isalnum, text)):
                continue
            ink, ground = Color.from_rich_color(style.color), Color.from_rich_color(style.bgcolor)
            if (measured := contrast(ink, ground)) < READABLE:
                yield text.strip(), round(measured, 2)


async def test_no_color_is_obeyed_and_marks_and_levels_are_still_told_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    app = made(house := FakeHouse(), exercise=begun(house, "-"))
    async with running(app, (140, 40)) as pilot:
        for keys in ((), ("4", "enter")):
            await press(pilot, *keys)
            styles = [style for strip in app.screen._compositor.render_strips() for _, style, _ in strip if style]
            used = {colour for style in styles for colour in (style.color, style.bgcolor) if colour}
            assert all(len({*colour.get_truecolor()}) == 1 for colour in used)
        assert "■··· 1" in seen(app)
        assert "⚑ Đổ lỗi" in seen(app)


def test_all_themes_name_the_same_colours() -> None:
    names = {frozenset(theme.variables) for theme in THEMES}
    assert len(names) == 1


def test_contrast_is_that_of_the_recommendation() -> None:
    assert contrast(Color.parse("#fff"), Color.parse("#000")) == pytest.approx(21)
    assert contrast(Color.parse("#777"), Color.parse("#fff")) == pytest.approx(4.48, abs=0.01)
    assert DARK.dark
