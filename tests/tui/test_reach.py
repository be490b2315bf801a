"""Whatever can be done on a screen is among the commands and on something that is seen and can be clicked."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from textual.binding import Binding
from textual.screen import ModalScreen

from simulator.tui.app import PodiumApp
from simulator.tui.key_map import name_of
from simulator.tui.screens.base import PodiumScreen
from simulator.tui.screens.commands import commands
from simulator.tui.sites import sites
from simulator.tui.widgets.key_footer import MORE, KeyFooter, shown_shortcuts
from tests.tui.house import FakeHouse, made, press, running
from tests.tui.learning import Shelf
from tests.tui.test_themes import SCREENS, WALK

MOVES = ("choose", "cursor", "mark", "page", "scroll", "to_list", "turn", "app.focus")
"""They only move about in what is seen, where a click or the wheel does the same."""

TEXTUALS = ("screen.", "command_palette", "help_quit")
EXPLAINS = ("own_words_closed",)


@pytest.mark.parametrize("size", [(80, 24), (240, 40)])
async def test_every_action_is_a_command_and_stands_in_the_footer_or_behind_its_dots(size: tuple[int, int]) -> None:
    app = made(FakeHouse(shelf=Shelf()))
    walked: set[str] = set()
    async with running(app, size) as pilot:
        for keys in WALK:
            await press(pilot, *keys)
            screen = app.screen
            if isinstance(screen, ModalScreen):
                continue
            walked.add(type(screen).__name__)
            actions = {name_of(binding) for binding in _done_here(app)}
            listed = {name_of(binding) for binding in commands(screen)} | {"show_commands"}
            shown = {shortcut.action for shortcut in shown_shortcuts(screen)}
            placed = {shortcut for _, shortcut in screen.query_one(KeyFooter)._placed()}
            assert actions <= listed, f"among the commands of {screen}"
            assert actions <= shown, f"in the footer of {screen}"
            assert MORE in placed or actions <= {shortcut.action for shortcut in placed}
    assert {name for name in SCREENS if name.endswith("Screen")} - walked <= {
        "ConfirmScreen",
        "HelpScreen",
        "CommandsScreen",
        "JumpScreen",
    }


def _done_here(app: PodiumApp) -> Iterator[Binding]:
    """What the keys of a screen and of the App do now, but for mere moves."""
    assert isinstance(app.screen, PodiumScreen)
    for node, binding, enabled, _ in app.screen.active_bindings.values():
        ours = node in (app, app.screen) and not binding.system
        if ours and enabled and not binding.action.startswith((*MOVES, *TEXTUALS, *EXPLAINS)):
            yield binding


def test_no_key_does_two_things_on_one_screen_unless_they_take_turns() -> None:
    turns = {frozenset(pair) for pair in TURNS}
    for site in sites(PodiumApp):
        by_key: dict[str, set[str]] = {}
        for binding in site.bindings:
            if not binding.action.startswith(TEXTUALS):
                by_key.setdefault(binding.key, set()).add(name_of(binding).partition("(")[0])
        shared = {frozenset(names) for names in by_key.values() if len(names) > 1}
        assert shared <= turns


TURNS = (
    # Of each of these only one is open at a time.
    {"say_line", "take_option", "go_on"},
    {"choose", "scroll"},
    {"rate", "mark"},
)
