"""Keys of the user's own, from `keys.toml`; and the theme, which is remembered."""

from __future__ import annotations

from pathlib import Path

import pytest

from simulator.tui.app import PodiumApp
from simulator.tui.preferences import Preferences
from simulator.tui.screens.dossier import DossierScreen
from simulator.tui.screens.own_words import OwnWordsScreen
from simulator.tui.screens.public import PublicScreen
from simulator.tui.sites import SCREENS
from simulator.tui.themes import CONTRAST, DARK, LIGHT
from tests.tui.house import FakeHouse, begun, made, press, room, running, seen, told


def with_keys(folder: Path, text: str, tongue: str = "en") -> PodiumApp:
    (folder / "keys.toml").write_text(text, "utf-8")
    house = FakeHouse()
    return made(house, tongue, exercise=begun(house, "-"), preferences=Preferences(folder))  # type: ignore[arg-type]


async def test_keys_are_redefined_by_the_names_of_actions(tmp_path: Path) -> None:
    app = with_keys(tmp_path, 'open_dossier = "o"\nopen_public = ["f7", "ctrl+u"]\nshow_help = "f10"\n')
    async with running(app, (120, 40)) as pilot:
        assert not told(app)
        assert "O Dossier" in seen(app)
        assert "F7 Public" in seen(app)
        await press(pilot, "f2")
        assert room(app)
        await press(pilot, "o")
        assert isinstance(app.screen, DossierScreen)
        await press(pilot, "escape", "ctrl+u")
        assert isinstance(app.screen, PublicScreen)
        await press(pilot, "escape", "f10")
        text = seen(app)
        for words in ("O opens the", "F7 shows how", "F10", "O           Dossier"):
            assert words in text
        assert "F2" not in text


async def test_a_redefined_key_stands_on_the_line_for_own_words_and_letters_stay_letters(tmp_path: Path) -> None:
    app = with_keys(tmp_path, 'own_words = "e"\nopen_dossier = "o"\nsay_it = "f8"\n')
    async with running(app, (120, 40)) as pilot:
        assert "E In your own words" in seen(app)
        await press(pilot, "e", "o")
        assert isinstance(app.screen, OwnWordsScreen)
        assert "F8: say it" in seen(app)
        await press(pilot, "f2")
        assert isinstance(app.screen, DossierScreen)


async def test_actions_that_share_a_key_may_share_another(tmp_path: Path) -> None:
    app = with_keys(tmp_path, 'say_line = "ctrl+j"\ngo_on = "ctrl+j"\ntake_option = "ctrl+j"\n')
    async with running(app, (120, 40)) as pilot:
        assert not told(app)
        await press(pilot, "enter")
        assert not room(app).looking_back
        await press(pilot, "1", "ctrl+j", "ctrl+j")
        assert room(app).table.scene.id == "log"


@pytest.mark.parametrize(
    ("text", "notice"),
    [
        ('open_dosier = "o"', "keys.toml: there is no action “open_dosier”"),
        ('open_dossier = "f6"', "keys.toml: F6 would do two things, open_dossier and open_public; both keep their own"),
        ('open_dossier = "x"\nleave = "x"', "keys.toml: X would do two things, open_dossier and leave"),
        ('open_dossier = "nokey"', "keys.toml: “nokey” is no key; open_dossier keeps its own"),
        ("open_dossier = 3", "keys.toml: “3” is no key; open_dossier keeps its own"),
        ("open_dossier = []", "keys.toml: “” is no key; open_dossier keeps its own"),
        ('open_dossier = "f4"', "keys.toml: F4 would do two things"),
        ("= =", "keys.toml cannot be read:"),
        ('"\x1b[31m[bold]" = "o"', "keys.toml cannot be read:"),
        ('"\\u001b[31m[bold]" = "o"', "keys.toml: there is no action “␛[31m[bold]”"),
    ],
)
async def test_what_is_wrong_is_told_in_one_line_and_the_defaults_stand(tmp_path: Path, text: str, notice: str) -> None:
    app = with_keys(tmp_path, text)
    async with running(app, (120, 40)) as pilot:
        assert len(told(app)) == 1
        assert told(app)[0].startswith(notice)
        assert "\n" not in told(app)[0]
        await press(pilot, "f2")
        assert isinstance(app.screen, DossierScreen)


async def test_a_key_map_that_is_no_text_is_told(tmp_path: Path) -> None:
    (tmp_path / "keys.toml").write_bytes(b"\xff\xfe\x00")
    app = made(preferences=Preferences(tmp_path), tongue="en")
    async with running(app):
        assert told(app)[0].startswith("keys.toml cannot be read")


def test_every_screen_that_is_no_overlay_is_a_site() -> None:
    from simulator.tui.screens.base import PodiumScreen

    def kinds(kind: type[object]) -> set[type[object]]:
        return {kind}.union(*map(kinds, kind.__subclasses__()))

    known = {base for screen in SCREENS for base in screen.__mro__}
    assert {kind for kind in kinds(PodiumScreen) if kind.__module__.startswith("simulator.tui.")} <= known


async def test_the_theme_is_remembered(tmp_path: Path) -> None:
    folder = tmp_path / "not" / "yet"
    app = made(preferences=Preferences(folder))
    async with running(app) as pilot:
        assert app.theme == DARK.name
        await press(pilot, "f4", "f4")
    assert made(preferences=Preferences(folder)).theme == CONTRAST.name


@pytest.mark.parametrize("kept", [b"textual-ansi", b"", b"\xff", b"podium-light\n"])
def test_a_theme_that_is_none_of_ours_is_not_taken_over(tmp_path: Path, kept: bytes) -> None:
    (tmp_path / "theme").write_bytes(kept)
    expected = LIGHT.name if b"light" in kept else DARK.name
    assert made(preferences=Preferences(tmp_path)).theme == expected


async def test_a_folder_that_cannot_be_written_is_no_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    app = made(preferences=Preferences(tmp_path / "file"))
    async with running(app) as pilot:
        await press(pilot, "f4")
        assert app.theme == LIGHT.name
        assert not told(app)
