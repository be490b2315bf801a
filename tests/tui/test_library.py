"""The library: finding a scenario, and opening or resuming it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest
from textual.widgets import Input

from simulator.errors import MachineError
from simulator.language.catalogue import Tongue
from simulator.reports.library import LibraryEntry
from simulator.tui.app import PodiumApp
from simulator.tui.house import Notice
from simulator.tui.screens.briefing import BriefingScreen
from simulator.tui.screens.debrief import DebriefScreen
from simulator.tui.screens.library import LibraryScreen
from simulator.tui.widgets.filter_chip import FilterChip
from simulator.tui.widgets.shelf import EntryItem, Shelf
from tests.tui.house import FakeHouse, begun, made, press, room, running, seen, told
from tests.tui.story import TITLE


def shown(app: PodiumApp) -> list[str]:
    """The ids of the scenarios in sight."""
    return [item.entry.id for item in app.screen.query(EntryItem) if item.display]


@pytest.mark.parametrize(("tongue", "first"), [("vi", "sat-lo-khe-ten"), ("en", "acid")])
async def test_scenarios_in_the_players_language_come_first(tongue: Tongue, first: str) -> None:
    app = made(tongue=tongue)
    async with running(app):
        assert shown(app)[0] == first
        marked = app.screen.query_one(Shelf).marked
        assert marked is not None
        assert marked.id == first


async def test_role_and_objectives_of_the_marked_scenario_are_seen() -> None:
    app = made()
    async with running(app) as pilot:
        assert "Người phát ngôn của xã Khe Ten" in seen(app)
        await press(pilot, "down")
        assert "You speak for the commune." in seen(app)


@pytest.mark.parametrize("typed", ["sat lo", "SẠT", "khe ten", "khe sat", "gia dinh", "nguoi phat ngon"])
async def test_search_needs_no_diacritics_no_order_and_looks_into_role_and_objectives(typed: str) -> None:
    app = made()
    async with running(app) as pilot:
        await press(pilot, "slash", *(character if character != " " else "space" for character in typed))
        assert shown(app) == ["sat-lo-khe-ten"]


async def test_search_filters_while_typing_and_down_leads_to_the_list() -> None:
    app = made()
    async with running(app) as pilot:
        await press(pilot, "slash", "a", "c", "i")
        assert shown(app) == ["acid"]
        await press(pilot, "down")
        assert isinstance(app.focused, Shelf)
        await press(pilot, "enter")
        assert isinstance(app.screen, BriefingScreen)


async def test_nothing_found_is_said_and_escape_brings_all_back() -> None:
    app = made()
    async with running(app) as pilot:
        await press(pilot, "slash", "x", "q")
        assert shown(app) == []
        assert "Không có kịch bản nào khớp" in seen(app)
        assert "Esc Về danh sách" in seen(app)
        await press(pilot, "enter", "enter")
        assert isinstance(app.screen, LibraryScreen), "there is nothing to open"
        await press(pilot, "escape")
        assert len(shown(app)) == 2
        assert app.screen.query_one("#search", Input).value == ""
        assert "Esc Thoát" in seen(app)


async def test_the_list_is_as_wide_as_the_search() -> None:
    app = made()
    async with running(app):
        search, entry = app.screen.query_one("#search-line"), app.screen.query(EntryItem).first()
        assert entry.region.right == search.region.right


async def test_filters_turn_with_the_keys_and_say_their_value() -> None:
    app = made()
    async with running(app) as pilot:
        chip = app.screen.query_one(FilterChip)
        chip.focus()
        await press(pilot, "enter")
        assert chip.value == "sovereignty"
        assert shown(app) == ["acid"]
        await press(pilot, "left")
        assert len(shown(app)) == 2
        await press(pilot, "right", "space")
        assert chip.value == "press"
        assert shown(app) == ["sat-lo-khe-ten"]


async def test_filters_and_search_hold_together() -> None:
    app = made()
    async with running(app) as pilot:
        app.screen.query_one(FilterChip).focus()
        await press(pilot, "enter", "slash", *"khe")
        assert shown(app) == []


async def test_all_chosen_filters_fit_into_a_narrow_window() -> None:
    app = made()
    async with running(app) as pilot:
        for chip in app.screen.query(FilterChip):
            chip.focus()
            await press(pilot, "enter")
        assert all(chip.region.right <= 80 for chip in app.screen.query(FilterChip))


async def test_an_open_session_is_marked_and_resumed_with_one_key() -> None:
    house = FakeHouse()
    begun(house, "-", "owns")
    app = made(house)
    async with running(app) as pilot:
        assert "◐ Sạt lở Khe Ten" in seen(app)
        assert " R " in seen(app).splitlines()[-1]
        await press(pilot, "r")
        assert room(app).table.scene.id == "log"


async def test_resume_does_nothing_where_nothing_is_open() -> None:
    app = made()
    async with running(app) as pilot:
        await press(pilot, "r")
        assert isinstance(app.screen, LibraryScreen)


async def test_progress_is_read_again_after_a_session() -> None:
    app = made()
    async with running(app) as pilot:
        await press(pilot, "enter", "enter", "escape", "y")
        assert isinstance(app.screen, LibraryScreen)
        assert "◐ Sạt lở Khe Ten" in seen(app)


@pytest.mark.parametrize("key", ["escape", "ctrl+q"])
async def test_leaving_the_library_asks_nothing(key: str) -> None:
    app = made()
    async with running(app) as pilot:
        await pilot.press(key)
        await pilot.pause()
        assert app.return_code == 0


async def test_a_shelf_that_cannot_be_read_is_told_of() -> None:
    house = FakeHouse()
    house.trouble = MachineError("no room on {disk}", "free some", disk="[b]C:[/b]")
    app = made(house)
    async with running(app):
        assert told(app) == ["No room on [b]C:[/b]\nFree some"]
        assert "No room on [b]C:[/b]" in seen(app)


async def test_a_scenario_that_cannot_be_opened_leaves_the_library_as_it_is() -> None:
    house = FakeHouse()
    app = made(house)
    async with running(app) as pilot:
        house.trouble = MachineError("it has errors")
        await press(pilot, "enter")
        assert isinstance(app.screen, LibraryScreen)
        assert told(app) == ["It has errors"]
        house.trouble = None
        await press(pilot, "enter")
        assert isinstance(app.screen, BriefingScreen)


async def test_a_notice_is_told_once() -> None:
    house = FakeHouse()
    house.notices = [Notice("moved to {place}", {"place": "aside"})]
    app = made(house)
    async with running(app) as pilot:
        assert told(app) == ["moved to aside"]
        await press(pilot, "enter", "escape")
        assert told(app) == ["moved to aside"]


class FaultyHouse(FakeHouse):
    """All that stands on its shelf has errors."""

    def library(self) -> tuple[Sequence[LibraryEntry], Sequence[Notice]]:
        entries, notices = super().library()
        return [replace(entry, faults=2) for entry in entries], notices


async def test_a_faulty_scenario_is_shown_with_what_to_do() -> None:
    app = made(FaultyHouse(), "en")
    async with running(app):
        assert "has errors: see podium check" in seen(app)


async def test_the_title_stands_on_the_shelf() -> None:
    app = made()
    async with running(app):
        assert TITLE in seen(app)


POOR = ("-", "blames", "keep", "dodges")


async def test_the_row_tells_how_the_last_session_ended_and_a_key_opens_its_debrief() -> None:
    house = FakeHouse()
    begun(house, *POOR)
    app = made(house, "en")
    async with running(app, (120, 40)) as pilot:
        await press(pilot, "down")
        assert "last: trust lost" in seen(app)
        assert "Debrief" in seen(app).splitlines()[-1]
        before = house.journal.sessions()
        await press(pilot, "d")
        assert isinstance(app.screen, DebriefScreen)
        assert house.journal.sessions() == before, "to read it records nothing"
        await press(pilot, "escape")
        assert isinstance(app.screen, LibraryScreen)
        await press(pilot, "up")
        assert "Debrief" not in seen(app).splitlines()[-1], "nothing has been played of the other"
        await press(pilot, "d")
        assert isinstance(app.screen, LibraryScreen)


async def test_the_briefing_offers_the_debrief_too() -> None:
    house = FakeHouse()
    begun(house, *POOR)
    app = made(house, "en")
    async with running(app, (120, 40)) as pilot:
        await press(pilot, "down", "enter")
        assert "You have played this: D opens the debrief." in seen(app)
        await press(pilot, "d")
        assert isinstance(app.screen, DebriefScreen)


async def test_a_briefing_of_what_was_never_played_offers_none() -> None:
    app = made(tongue="en")
    async with running(app, (120, 40)) as pilot:
        await press(pilot, "down", "enter", "d")
        assert isinstance(app.screen, BriefingScreen)
        assert "You have played" not in seen(app)


async def test_the_debrief_of_a_session_left_at_its_beginning_says_that_nothing_was_asked() -> None:
    house = FakeHouse()
    begun(house)
    app = made(house, "en")
    async with running(app, (120, 40)) as pilot:
        await press(pilot, "down", "d")
        assert isinstance(app.screen, DebriefScreen)
        assert "No question was answered" in seen(app)
        await press(pilot, "right")
        assert "No question was answered" in seen(app)
        await press(pilot, "w", "down", "right", "right", "escape")
        assert isinstance(app.screen, LibraryScreen)
