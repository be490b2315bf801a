"""The preview on the screen: the press room beside the outline and the inspector, over a file that is being written."""

from __future__ import annotations

import subprocess
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot
from textual.screen import Screen
from textual.theme import Theme

from simulator.authoring.preview import watching
from simulator.authoring.preview.app import PreviewApp
from simulator.authoring.preview.beginnings import Beginning
from simulator.authoring.preview.course import Course
from simulator.authoring.preview.editors import Opening
from simulator.authoring.preview.screens import editing
from simulator.authoring.preview.screens.finding import FindScreen
from simulator.authoring.preview.screens.preview import PreviewScreen
from simulator.authoring.preview.screens.setting import SettingScreen
from simulator.authoring.preview.settings import Setting
from simulator.language.catalogue import Catalogue, Tongue
from simulator.loading.loader import read_bytes
from simulator.loading.problems import Problem
from simulator.loading.translation.texts import texts_of
from simulator.scenario.model import Scenario
from simulator.tui.preferences import Preferences
from simulator.tui.themes import THEMES
from tests.authoring.preview.story import YAML, save, written
from tests.tui.house import FakeHouse, press, running, seen, told, until
from tests.tui.test_themes import _faint

WIDE, SMALL = (140, 40), (80, 24)
H = "[bold red]x[/] {name} [@click=app.quit]y[/] %s $primary"


@pytest.fixture(autouse=True)
def _no_linter(monkeypatch: pytest.MonkeyPatch) -> None:
    """What the linter thinks of the story is not what is tested here."""
    monkeypatch.setattr(watching, "with_lint", lambda reading: reading)


def made(file: Path, tongue: Tongue = "en", course: Course | None = None) -> PreviewApp:
    """The App over a file. Nothing is read of the user's."""
    return PreviewApp(FakeHouse(), Catalogue(tongue), file, course, preferences=Preferences(None))


@asynccontextmanager
async def previewing(app: PreviewApp, size: tuple[int, int] = WIDE) -> AsyncIterator[Pilot[None]]:
    """Run it, and stop watching afterwards."""
    async with running(app, size) as pilot:
        yield pilot
    app.watching.stop()


def room(app: PreviewApp) -> PreviewScreen:
    """The preview, which must be where we are."""
    assert isinstance(app.screen, PreviewScreen)
    return app.screen


def place(app: PreviewApp) -> str:
    """The scene on the table."""
    run = app._preview.run_
    assert run is not None
    return run.state.scene


async def saved(pilot: Pilot[None], app: PreviewApp, file: Path, text: str) -> None:
    """Save the file and wait until it has been read."""
    version = app._preview.reading.version
    save(file, text)
    await until(pilot, lambda: app._preview.reading.version > version)


@pytest.mark.parametrize("size", [WIDE, SMALL])
async def test_a_scenario_is_played_in_it_with_levels_and_the_mentor_s_note(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    app = made(written(tmp_path))
    async with previewing(app, size) as pilot:
        assert "Bà con đã đứng kín sân." in seen(app)
        await press(pilot, "enter")
        assert "Còi báo sao không kêu?" in seen(app)
        await press(pilot, "enter")
        assert "88 of 100" in seen(app)
        assert "Nói đúng phần mình." in seen(app)
        assert "How sure" not in seen(app)
        await press(pilot, "enter", "enter", "enter", "2", "enter", "enter")
        assert place(app) == "end"
        assert "Xe vào được bản." in seen(app)


async def test_nothing_is_written_anywhere(tmp_path: Path) -> None:
    house = FakeHouse()
    app = PreviewApp(house, Catalogue("en"), written(tmp_path), preferences=Preferences(None))
    async with previewing(app) as pilot:
        await press(pilot, "enter", "1", "enter", "enter")
    assert not house.journal.sessions()
    assert not house.drafts
    assert [path.name for path in (tmp_path / "khe-ten").iterdir()] == ["scenario.yaml"]


async def test_the_outline_tells_where_one_is_and_was_and_starts_anywhere(tmp_path: Path) -> None:
    app = made(written(tmp_path))
    async with previewing(app) as pilot:
        await press(pilot, "enter")
        assert "✓ ● Sân xã" in seen(app)
        assert "▸ ? Còi báo" in seen(app)
        await press(pilot, "tab", "down", "down", "down", "enter")
        assert place(app) == "gauge"
        assert "begun at gauge" in seen(app)
        assert room(app).focused is None, "the stage has the keys again"
        await press(pilot, "2", "enter", "enter")
        assert place(app) == "end"


async def test_a_closed_line_says_which_part_of_its_condition_is_false(tmp_path: Path) -> None:
    app = made(written(tmp_path), course=Course(Beginning("opening")))
    async with previewing(app) as pilot:
        assert "trust > 90 is false: trust = 50" in seen(app)
        assert "published is false: published = false" in seen(app)
        await press(pilot, "2")
        assert "asks back: again" in seen(app)
        assert "flag(falsehood)" in seen(app)


async def test_it_begins_at_a_scene_with_a_state(tmp_path: Path) -> None:
    settings = (Setting("trust", 95), Setting("published", True))
    app = made(written(tmp_path), course=Course(Beginning("opening", settings)))
    async with previewing(app) as pilot:
        assert "begun at opening · trust = 95 · published = true" in seen(app)
        await press(pilot, "3", "enter")
        assert place(app) == "log"


async def test_a_value_is_set_in_a_field_and_what_does_not_fit_is_told_in_it(tmp_path: Path) -> None:
    app = made(written(tmp_path), course=Course(Beginning("opening")))
    async with previewing(app) as pilot:
        await press(pilot, "v", "down", "down", "down", "down", "enter")
        assert "Sức ép của đám đông." in seen(app)
        assert "May be: 0-5" in seen(app)
        await press(pilot, "9", "enter")
        assert "“19” is not a whole number from 0 to 5" in " ".join(seen(app).split()).replace("│ ", "")
        await press(pilot, "backspace", "backspace", "4", "enter")
        run = app._preview.run_
        assert run is not None
        assert run.state.values[0] == 4
        await press(pilot, "u")
        assert run.state.values[0] == 1


async def test_the_score_is_measured_and_cannot_be_set(tmp_path: Path) -> None:
    app = made(written(tmp_path))
    async with previewing(app) as pilot:
        await press(pilot, "v", "down", "down", "down", "enter")
        assert "cannot be set" in told(app)[-1]


async def test_a_scene_is_found_by_typing_without_diacritics(tmp_path: Path) -> None:
    app = made(written(tmp_path))
    async with previewing(app, SMALL) as pilot:
        await press(pilot, "slash", *"nguyen", "enter")
        assert place(app) == "gauge"


@pytest.mark.parametrize("size", [WIDE, SMALL])
async def test_saving_shows_the_new_text_and_keeps_the_place(tmp_path: Path, size: tuple[int, int]) -> None:
    file = written(tmp_path)
    app = made(file)
    async with previewing(app, size) as pilot:
        await press(pilot, "enter", "1", "enter", "enter", "down")
        assert place(app) == "log"
        await saved(pilot, app, file, YAML.replace("Giữ lại đã.", "Giữ lại và xin ý kiến tỉnh."))
        assert place(app) == "log"
        assert "Giữ lại và xin ý kiến tỉnh." in seen(app)
        assert room(app).marked == "keep", "what was marked is marked"


async def test_the_aftermath_on_show_is_told_anew(tmp_path: Path) -> None:
    file = written(tmp_path)
    app = made(file)
    async with previewing(app) as pilot:
        await press(pilot, "enter", "1", "enter")
        await saved(pilot, app, file, YAML.replace("note: Nói đúng phần mình.", "note: Nhận phần mình trước."))
        assert "Nhận phần mình trước." in seen(app)


async def test_renamed_ids_keep_the_place(tmp_path: Path) -> None:
    file = written(tmp_path)
    app = made(file)
    async with previewing(app) as pilot:
        await press(pilot, "enter", "1", "enter", "enter")
        renamed = YAML.replace("- id: opening\n", "- id: siren\n    was: [opening]\n").replace(
            "then: opening", "then: siren"
        )
        await saved(pilot, app, file, renamed)
        assert place(app) == "log"
        assert not told(app)


async def test_steps_that_do_not_fit_any_more_are_told(tmp_path: Path) -> None:
    file = written(tmp_path)
    app = made(file)
    async with previewing(app) as pilot:
        await press(pilot, "enter", "1", "enter", "enter")
        await saved(pilot, app, file, YAML.replace("- id: owns\n", "- id: owned\n"))
        assert place(app) == "opening"
        assert "1 of your steps" in told(app)[-1]
        await saved(pilot, app, file, YAML)
        assert place(app) == "log"


@pytest.mark.parametrize("size", [WIDE, SMALL])
async def test_a_broken_file_leaves_the_last_good_one_on_show_until_it_is_mended(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    file = written(tmp_path)
    app = made(file)
    async with previewing(app, size) as pilot:
        await press(pilot, "enter")
        await saved(pilot, app, file, YAML.replace("then: gauge", "then: guage").replace("Còi báo sao", "Sao còi"))
        assert "✕ errors: 1 · the last good version is on show" in seen(app)
        assert "Còi báo sao không kêu?" in seen(app)
        line = YAML.splitlines().index("    then: gauge") + 1
        assert f"scenario.yaml:{line}:11" in seen(app)
        assert "did you mean `gauge`?" in seen(app)
        await press(pilot, "1", "enter", "enter")
        assert place(app) == "log", "one can go on in it"
        await saved(pilot, app, file, YAML.replace("Sổ trực làm gì", "Sổ trực đêm qua làm gì"))
        assert "no problems" in seen(app)
        assert "scenario.yaml:" not in seen(app)
        assert "Sổ trực đêm qua làm gì" in seen(app)


async def test_the_outline_marks_the_scene_that_has_problems(tmp_path: Path) -> None:
    file = written(tmp_path)
    app = made(file)
    async with previewing(app) as pilot:
        await saved(pilot, app, file, YAML.replace("then: gauge", "then: guage"))
        assert "◆ ✕1 Sổ trực" in seen(app)


async def test_a_file_that_is_broken_at_first_begins_when_it_is_mended(tmp_path: Path) -> None:
    file = written(tmp_path, YAML.replace("then: gauge", "then: guage"))
    app = made(file, course=Course(Beginning("gauge")))
    async with previewing(app) as pilot:
        assert "Nothing to show yet" in seen(app)
        await press(pilot, "enter", "1", "i", "o", "v", "slash", "r", "u", "f2", "f6", "s", "w", "down", "pagedown")
        await saved(pilot, app, file, YAML)
        assert place(app) == "gauge"
        assert "Nguyên nhân là gì?" in seen(app)


async def test_a_file_that_is_gone_is_told_and_its_coming_back_too(tmp_path: Path) -> None:
    file = written(tmp_path)
    app = made(file)
    async with previewing(app) as pilot:
        file.unlink()
        await until(pilot, lambda: app._preview.reading.gone)
        assert "The file is gone" in seen(app)
        assert "Bà con đã đứng kín sân." in seen(app)
        save(file, YAML)
        await until(pilot, lambda: not app._preview.reading.gone)
        assert "no problems" in seen(app)


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[Opening]:
    """The editors that would have been started."""
    found: list[Opening] = []
    monkeypatch.setattr(editing, "start", lambda _, opening: found.append(opening))
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.setenv("EDITOR", "code --wait")
    return found


async def test_enter_on_a_problem_opens_the_editor_at_it(tmp_path: Path, opened: list[Opening]) -> None:
    file = written(tmp_path, YAML.replace("then: gauge", "then: guage").replace("then: log", "then: lag"))
    app = made(file)
    async with previewing(app) as pilot:
        await press(pilot, "n", "enter", "n", "enter", "n", "enter")
    lines = [int(opening.command[-1].split(":")[-2]) for opening in opened]
    assert lines[0] == lines[2] < lines[1], "after the last comes the first"
    assert opened[0].command[:3] == ("code", "--wait", "-g")
    assert opened[0].command[3].startswith(f"{file.absolute()}:")


async def test_the_editor_opens_at_the_scene_on_the_table(tmp_path: Path, opened: list[Opening]) -> None:
    app = made(written(tmp_path), course=Course(Beginning("gauge")))
    async with previewing(app) as pilot:
        await press(pilot, "e")
    line = YAML.splitlines().index("  - id: gauge") + 1
    assert opened[0].command[-1].endswith(f":{line}:1")


async def test_without_an_editor_that_is_told_in_a_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.delenv("EDITOR", raising=False)
    app = made(written(tmp_path))
    async with previewing(app) as pilot:
        await press(pilot, "e")
        assert "$EDITOR" in told(app)[-1]
        monkeypatch.setenv("EDITOR", "/nowhere/subl")
        await press(pilot, "e")
        assert "/nowhere/subl" in told(app)[-1]
        monkeypatch.setenv("EDITOR", "vim")
        await press(pilot, "e")
        assert "cannot be lent" in told(app)[-1], "there is no terminal here"


def test_no_shell_is_asked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    started: list[object] = []
    monkeypatch.setattr(subprocess, "Popen", lambda command, **given: started.append((command, given.get("shell"))))
    editing.start(made(written(tmp_path)), Opening(("code", "-g", "x;y:1:1"), in_a_window=True))
    assert started == [(("code", "-g", "x;y:1:1"), None)]


@pytest.mark.parametrize("size", [WIDE, SMALL])
async def test_an_author_s_text_is_data(tmp_path: Path, size: tuple[int, int]) -> None:
    hostile = YAML
    for text in ("Sân xã", "Bà con đã đứng kín sân.", "Còi báo sao không kêu?", "Sức ép của đám đông."):
        hostile = hostile.replace(text, f"'{H}'")
    app = made(written(tmp_path, hostile))
    async with previewing(app, size) as pilot:
        assert "[@click=app.quit]y[/] %s $primary" in seen(app)
        await press(pilot, "o", "o", "i", "slash", *"bold", "escape", "escape", "v")
        await press(pilot, "down", "down", "down", "down", "enter")
        assert "[bold red]x[/] {name}" in seen(app)


@pytest.mark.parametrize("tongue", ["vi", "en"])
async def test_language_theme_and_help_work_as_everywhere(tmp_path: Path, tongue: Tongue) -> None:
    app = made(written(tmp_path), tongue)
    async with previewing(app) as pilot:
        one = seen(app)
        await press(pilot, "f3")
        assert seen(app) != one
        await press(pilot, "f3", "f4", "f4", "f4", "f4")
        assert seen(app) == one
        await press(pilot, "f1")
        assert "$VISUAL" in seen(app)


async def test_all_of_it_stands_in_the_palette(tmp_path: Path) -> None:
    app = made(written(tmp_path), course=Course(Beginning("gauge", (Setting("trust", 30),))))
    async with previewing(app, WIDE) as pilot:
        await press(pilot, "2", "enter", "ctrl+p")
        for name in ("Back", "Restart", "Find scene", "Outline", "Inspector", "Set a value", "Editor", "Dossier"):
            assert name in seen(app)


async def test_dossier_public_and_own_words_are_those_of_the_press_room(tmp_path: Path) -> None:
    app = made(written(tmp_path), course=Course(Beginning("opening")))
    async with previewing(app) as pilot:
        await press(pilot, "f2")
        assert "Đất sạt xuống ba nhà." in seen(app)
        await press(pilot, "escape", "f6", "escape", "f5", *"abc", "f9")
        assert room(app)
        run = app._preview.run_
        assert run is not None
        assert run.state.answers[-1].text == "abc"
        assert "abc" in seen(app)


async def test_leaving_is_asked_from_the_stage_and_not_from_a_list(tmp_path: Path) -> None:
    app = made(written(tmp_path))
    async with previewing(app) as pilot:
        await press(pilot, "tab", "escape")
        assert room(app).focused is None
        await press(pilot, "escape")
        assert "Leave the preview?" in seen(app)
        await press(pilot, "escape")
        assert room(app)


@pytest.mark.parametrize("size", [WIDE, SMALL])
async def test_a_click_marks_a_line_and_the_inspector_tells_of_it(tmp_path: Path, size: tuple[int, int]) -> None:
    app = made(written(tmp_path), course=Course(Beginning("opening")))
    async with previewing(app, size) as pilot:
        await press(pilot, *([] if size == WIDE else ["i"]))
        rows = seen(app).splitlines()
        y = next(number for number, row in enumerate(rows) if "Còi vẫn tốt." in row)
        await pilot.click(offset=(rows[y].index("Còi vẫn"), y))
        await press(pilot)
        assert room(app).marked == "denies"
        assert "→ again" in seen(app)


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
@pytest.mark.parametrize("size", [WIDE, SMALL])
async def test_all_text_that_is_drawn_can_be_read(tmp_path: Path, theme: Theme, size: tuple[int, int]) -> None:
    file = written(tmp_path)
    app = made(file, course=Course(Beginning("opening", (Setting("trust", 30),))))
    faint: dict[str, float] = {}
    met: set[type[Screen[Any]]] = set()
    async with previewing(app, size) as pilot:
        app.theme = theme.name
        for keys in (
            ("2",),
            ("enter",),
            ("o",),
            # In a wide window the outline stands beside; Escape would leave the preview.
            ("v",) if size == WIDE else ("escape", "v"),
            ("down", "enter"),
            ("x", "enter"),
            ("escape", "slash"),
        ):
            await press(pilot, *keys)
            faint |= dict(_faint(app))
            met.add(type(app.screen))
        await press(pilot, "escape")
        await saved(pilot, app, file, YAML.replace("then: gauge", "then: guage"))
        await press(pilot, "n")
        faint |= dict(_faint(app))
    assert met == {PreviewScreen, SettingScreen, FindScreen}
    assert not faint


async def test_a_scenario_is_told_in_another_language_and_its_translation_is_watched_too(tmp_path: Path) -> None:
    file = written(tmp_path)
    told_by = file.parent / "en.po"
    told_by.write_text(translation("The yard is full."), "utf-8")
    app = PreviewApp(FakeHouse(), Catalogue("en"), file, language="en", preferences=Preferences(None))
    async with previewing(app) as pilot:
        assert "The yard is full." in seen(app)
        version = app._preview.reading.version
        save(told_by, translation("Not one place is left."))
        await until(pilot, lambda: app._preview.reading.version > version)
        assert "Not one place is left." in seen(app)
        version = app._preview.reading.version
        save(told_by, "nonsense")
        await until(pilot, lambda: app._preview.reading.version > version)
        assert "Bà con đã đứng kín sân." in seen(app), "the original, until it is mended"
        assert "en.po:1:1" in seen(app)


def translation(text: str) -> str:
    """A translation of the first scene's text alone."""
    scene = next(one for one in texts_of(_sound()) if one.text == "Bà con đã đứng kín sân.")
    return f'''msgid ""
msgstr ""
"Language: en\\n"
"Content-Type: text/plain; charset=UTF-8\\n"

msgctxt "{scene.key}"
msgid "{scene.text}"
msgstr "{text}"
'''


def _sound() -> Scenario:
    found, _ = read_bytes(YAML.encode(), Path("khe-ten.yaml"))
    assert found is not None
    return found


async def test_a_fault_of_our_own_in_the_watching_is_no_silence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = made(written(tmp_path))

    async def watched() -> None:
        async with previewing(app) as pilot:
            monkeypatch.setattr(app.watching, "look", lambda: 1 // 0)
            await until(pilot, lambda: app.bug is not None)

    with pytest.raises(ZeroDivisionError):
        await watched()
    assert isinstance(app.bug, ZeroDivisionError)


async def test_the_linter_s_thoughts_come_after_the_text_and_leave_the_stage_its_room(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = written(tmp_path)
    line = YAML.splitlines().index("  - id: opening") + 3
    thought = Problem("P999", "warning", str(file.absolute()), line, 5, "this may be said better", "say it better")
    monkeypatch.setattr(watching, "with_lint", lambda reading: replace(reading, problems=(thought,)))
    app = made(file)
    async with previewing(app) as pilot:
        await until(pilot, lambda: "warnings: 1" in seen(app))
        assert "▲1 Còi báo" in seen(app)
        assert "this may be said better" not in seen(app)
        await press(pilot, "n")
        assert "this may be said better" in seen(app)
        assert "hint: say it better" in seen(app)
