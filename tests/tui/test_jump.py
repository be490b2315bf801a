"""Jump mode: a letter on everything that a click would act upon, on every screen, and no letter that does harm."""

from __future__ import annotations

import inspect
from importlib import import_module
from pkgutil import iter_modules

import pytest
from textual.geometry import Region
from textual.pilot import Pilot
from textual.widget import Widget
from textual.widgets import Input

import simulator.tui.widgets
from simulator.tui.app import PodiumApp
from simulator.tui.screens.briefing import BriefingScreen
from simulator.tui.screens.commands import CommandsScreen
from simulator.tui.screens.debrief import DebriefScreen
from simulator.tui.screens.dossier import DossierScreen
from simulator.tui.screens.help import HelpScreen
from simulator.tui.screens.jump import LETTERS, JumpScreen, Label, codes
from simulator.tui.screens.library import LibraryScreen
from simulator.tui.screens.own_words import OwnWordsScreen
from simulator.tui.screens.press_room import PressRoomScreen
from simulator.tui.spots import Spotted
from simulator.tui.widgets.filter_chip import FilterChip
from simulator.tui.widgets.matters import Matters
from simulator.tui.widgets.ordered_area import OrderedArea
from simulator.tui.widgets.reading import Reading
from simulator.tui.widgets.shelf import Shelf
from tests.tui.house import FakeHouse, begun, made, press, room, running, seen, settled, until
from tests.tui.story import LIMIT_MS

ENDED = ("-", "owns", "keep", "dodges")


def letters_at(app: PodiumApp, words: str) -> str:
    """The letters to type for the control that stands where words are seen on the screen beneath."""
    assert isinstance(app.screen, JumpScreen)
    beneath = app.screen_stack[-2]
    lines = [strip.text for strip in beneath._compositor.render_strips()]
    row = next(number for number, line in enumerate(lines) if words in line)
    column = lines[row].index(words)
    before = [(target.place.x, code) for code, target in app.screen.acts.items() if target.place.y == row]
    return max((x, code) for x, code in before if x <= column)[1]


async def jump(pilot: Pilot[None], words: str, key: str = "ctrl+g") -> None:
    """Jump to where words are seen."""
    app = pilot.app
    assert isinstance(app, PodiumApp)
    await press(pilot, key)
    await press(pilot, *letters_at(app, words))
    assert not isinstance(app.screen, JumpScreen)


async def test_the_library_its_search_its_filters_its_entries_and_its_keys() -> None:
    app = made(tongue="en")
    async with running(app) as pilot:
        await jump(pilot, "Difficulty", "g")
        assert app.screen.query(FilterChip)[1].value == "basic"
        await jump(pilot, "Search titles")
        assert app.screen.query_one("#search", Input).has_focus
        await press(pilot, "g")
        assert app.screen.query_one("#search", Input).value == "g", "in a field it is a letter"
        await press(pilot, "escape")
        await jump(pilot, "✓ basic")
        await jump(pilot, "✓ intermediate")
        await jump(pilot, "✓ advanced")
        await jump(pilot, "Sạt lở Khe Ten", "G")
        shelf = app.screen.query_one(Shelf)
        assert shelf.marked is not None
        assert shelf.marked.id == "sat-lo-khe-ten"
        await jump(pilot, "Sạt lở Khe Ten")
        assert isinstance(app.screen, BriefingScreen), "as by a second click"


async def test_the_briefing_its_modes_and_its_tabs() -> None:
    app = made(tongue="en", scenario=FakeHouse().scenario("sat-lo-khe-ten"))
    async with running(app) as pilot:
        await jump(pilot, "● Exam")
        assert app.mode == "exam"
        await jump(pilot, "Facts")
        assert app.screen.query_one(Reading).active == 2


async def test_a_line_is_marked_and_never_said_but_by_the_key_for_that() -> None:
    app = made(tongue="en", exercise=begun(FakeHouse(), "-"))
    async with running(app) as pilot:
        for _ in range(3):
            await jump(pilot, "2 Tôi xin lỗi", "g")
            assert room(app).marked == "owns"
        await press(pilot, "g")
        with pytest.raises(ValueError, match="empty"):
            letters_at(app, "Sổ trực đã đăng")  # It is closed.
        await press(pilot, "escape")
        await jump(pilot, "Enter Say it")
        assert room(app).looking_back
        await jump(pilot, "Enter Continue", "g")
        await jump(pilot, "2 Giữ lại", "g")
        assert room(app).marked == "keep"


async def test_in_ones_own_words_and_back() -> None:
    app = made(tongue="en", exercise=begun(FakeHouse(), "-"))
    async with running(app) as pilot:
        await jump(pilot, "F5 Own words", "g")
        await press(pilot, "g", "a", "left")
        area = app.screen.query_one(OrderedArea)
        await jump(pilot, "ga")
        assert isinstance(app.screen, OwnWordsScreen)
        assert area.cursor_location == (0, 1), "the cursor stays where it was"
        await press(pilot, "b")
        assert area.text == "gba"
        await jump(pilot, "Esc Prepared lines")
        assert room(app).free.draft == "gba"


async def test_the_fields_and_the_matters_of_the_preparation() -> None:
    app = made(tongue="en", scenario=FakeHouse().scenario("sat-lo-khe-ten"))
    async with running(app) as pilot:
        await press(pilot, "p")
        await jump(pilot, "What people can do")
        assert app.focused is app.screen.query_one("#message-3")
        await jump(pilot, "[ ] Tên người trực")
        assert app.screen.query_one(Matters).marked == ("r1",)
        assert app.screen.query_one(Matters).has_focus
        await jump(pilot, "What you open")
        assert app.focused is app.screen.query_one(OrderedArea)


async def test_the_tabs_of_the_dossier_and_the_questions_of_the_debrief() -> None:
    app = made(tongue="en", exercise=begun(FakeHouse(), *ENDED))
    async with running(app, (140, 40)) as pilot:
        await press(pilot, "enter")
        assert isinstance(app.screen, DebriefScreen)
        await jump(pilot, "Questions", "g")
        assert app.screen.tab == "questions"
        await jump(pilot, "Nguyên nhân", "g")
        assert "Chuyện đó để sau." in seen(app)
    app = made(tongue="en", exercise=begun(FakeHouse(), "-"))
    async with running(app) as pilot:
        await jump(pilot, "F2 Dossier", "g")
        await jump(pilot, "Rumours", "g")
        assert isinstance(app.screen, DossierScreen)
        assert app.screen.query_one(Reading).active == 4
        await jump(pilot, "Esc Back", "g")
        assert room(app)


async def test_it_works_over_a_question_and_over_the_palette() -> None:
    app = made(tongue="en", exercise=begun(FakeHouse(), "-"))
    async with running(app) as pilot:
        await press(pilot, "ctrl+p")
        await jump(pilot, "Dossier ")
        assert isinstance(app.screen, DossierScreen)
        await press(pilot, "escape", "escape", "g")
        assert not isinstance(app.screen, JumpScreen), "at a question a bare letter does nothing"
        await jump(pilot, "Leave [Y]")
        assert isinstance(app.screen, LibraryScreen)


async def test_the_way_out_of_the_help_is_a_control_too() -> None:
    app = made(tongue="en")
    async with running(app) as pilot:
        await press(pilot, "f1")
        await jump(pilot, "Esc Back")
        assert isinstance(app.screen, LibraryScreen)
        await press(pilot, "f1")
        row = next(y for y, line in enumerate(seen(app).splitlines()) if "Esc Back" in line)
        await pilot.click(offset=(seen(app).splitlines()[row].index("Esc Back"), row))
        await settled(pilot)
        assert isinstance(app.screen, LibraryScreen)


async def test_the_palette_and_the_footer_offer_it_and_help_tells_of_it() -> None:
    app = made(tongue="en", exercise=begun(FakeHouse(), "-"))
    async with running(app, (100, 60)) as pilot:
        await press(pilot, "f5", "ctrl+p", *"jump", "enter")
        assert isinstance(app.screen, JumpScreen)
        await press(pilot, "escape", "f1")
        assert isinstance(app.screen, HelpScreen)
        assert "Ctrl+G (or G, where nothing is typed) puts a letter" in seen(app)


@pytest.mark.parametrize("key", ["escape", "ctrl+g", "z", "space", "1"])
async def test_it_is_left_with_nothing_done(key: str) -> None:
    app = made(house := FakeHouse(), exercise=begun(house, "-"))
    async with running(app) as pilot:
        before = seen(app)
        await press(pilot, "g")
        assert isinstance(app.screen, JumpScreen)
        await press(pilot, key)
        assert seen(app) == before
        assert room(app).marked == ""


async def test_whoever_believes_that_they_type_does_nothing() -> None:
    app = made(house := FakeHouse(), exercise=begun(house, "-"))
    async with running(app, (140, 40)) as pilot:
        await press(pilot, *"nghia nghe ngang nguyen giong ngo")
        assert not isinstance(app.screen, CommandsScreen)
        assert room(app).marked == ""
        assert not room(app).looking_back


async def test_labels_are_painted_over_the_screen_which_stays_as_it_was() -> None:
    app = made(exercise=begun(FakeHouse(), "-"))
    async with running(app) as pilot:
        before = seen(app).splitlines()
        await press(pilot, "g")
        after = seen(app).splitlines()
        labels = [label.region for label in app.screen.query(Label)]
        assert len(labels) == len(app.screen.acts)  # type: ignore[attr-defined]
        hidden = {(x, y) for region in labels for y in region.line_range for x in region.column_range}
        for y, (one, other) in enumerate(zip(before[1:], after[1:], strict=True), 1):
            assert all(a == b or (x, y) in hidden for x, (a, b) in enumerate(zip(one, other, strict=True)))
        screen = Region(0, 0, *app.size)
        assert all(screen.contains_region(region) for region in labels)
        assert not any(one.overlaps(other) for one in labels for other in labels if one is not other)


async def test_pairs_of_letters_are_typed_one_after_the_other() -> None:
    app = made(tongue="en", exercise=begun(FakeHouse(), "-"))
    async with running(app, (140, 40)) as pilot:
        await press(pilot, "g")
        assert isinstance(app.screen, JumpScreen)
        first, second = [*next(code for code in reversed(app.screen.acts) if len(code) == 2)]
        await press(pilot, first)
        assert {label.code[0] for label in app.screen.query(Label) if label.display} == {first}
        await press(pilot, "backspace")
        assert all(label.display for label in app.screen.query(Label))
        await press(pilot, first.upper(), second)
        assert isinstance(app.screen, HelpScreen), "it stands at the end of the footer"


@pytest.mark.parametrize("many", [0, 1, 11, 12, 21, 22, 60, 121])
def test_no_letters_begin_others(many: int) -> None:
    found = codes(many)
    assert len({*found}) == many
    assert not any(one != other and other.startswith(one) for one in found for other in found)
    assert {*"".join(found)} <= {*LETTERS}


async def test_it_is_left_where_everything_comes_to_stand_elsewhere() -> None:
    app = made(house := FakeHouse(), exercise=begun(house, "-", "owns", "keep"))
    async with running(app) as pilot:
        await press(pilot, "g", "f3")
        assert room(app)
        await press(pilot, "g")
        await pilot.resize_terminal(140, 40)
        await settled(pilot)
        assert room(app)
        await press(pilot, "g")
        house.clock.pass_time(LIMIT_MS)
        await until(pilot, lambda: isinstance(app.screen, PressRoomScreen))
        assert room(app).looking_back


async def test_it_is_left_where_the_language_was_changed_from_a_screen_above() -> None:
    app = made()
    async with running(app) as pilot:
        await press(pilot, "enter", "g", "ctrl+p", "f3", "escape")
        assert isinstance(app.screen, BriefingScreen)


def test_every_widget_that_can_be_clicked_has_its_letters() -> None:
    names = [found.name for found in iter_modules(simulator.tui.widgets.__path__)]
    modules = [import_module(f"simulator.tui.widgets.{name}") for name in names]
    kinds = {kind for module in modules for _, kind in inspect.getmembers(module, inspect.isclass)}
    ours = {kind for kind in kinds if issubclass(kind, Widget) and kind.__module__.startswith("simulator.")}
    clicked = {kind for kind in ours if "on_click" in vars(kind)}
    assert clicked
    assert {kind for kind in clicked if not issubclass(kind, Spotted)} == set()
