"""The footer: the keys of the screen in the player's language, each of which can be clicked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import groupby
from typing import NamedTuple

from textual import events
from textual.app import RenderResult
from textual.content import Content
from textual.screen import Screen
from textual.widget import Widget

from simulator.tui.key_map import name_of
from simulator.tui.speaking import podium
from simulator.tui.spots import Spot

GAP = 2
"""Cells between two keys; one where there is no room for that."""


class Shortcut(NamedTuple):
    """A key that works now: its name for the program, how people read it, what it does, and the action's name."""

    key: str
    shown: str
    does: str
    action: str


ALL = "show_commands"
MORE = Shortcut("ctrl+p", "…", "", ALL)
"""Stands for the keys that do not fit: it opens the list of all."""

LAST = (ALL, "quit", "show_help")
"""What stands behind all others, whatever its keys."""


class KeyFooter(Widget, can_focus=False):
    """One widget that draws the keys which fit: Enter first, and Help, the way to all others, always at the right."""

    ALLOW_SELECT = False

    def __init__(self) -> None:
        super().__init__()
        self._shortcuts: tuple[Shortcut, ...] = ()

    def on_mount(self) -> None:
        self.screen.bindings_updated_signal.subscribe(self, self._keys_changed)

    def _keys_changed(self, screen: Screen[object]) -> None:
        self.show()

    def show(self) -> None:
        """Draw the keys that work now; nothing is painted if they are the same."""
        shortcuts = shown_shortcuts(self.screen)
        if shortcuts != self._shortcuts:
            self._shortcuts = shortcuts
            self.refresh()

    def render(self) -> RenderResult:
        text = Content("")
        for start, shortcut in self._placed():
            text = text.pad_right(start - text.cell_length) + _drawn(shortcut)
        return text

    def on_click(self, event: events.Click) -> None:
        """A click on a key presses it."""
        offset = event.get_content_offset(self)
        for start, shortcut in self._placed():
            if offset is not None and start <= offset.x < start + _drawn(shortcut).cell_length:
                self._press(shortcut)

    def spots(self) -> Iterator[Spot]:
        """Each key in sight."""
        for start, shortcut in self._placed():
            yield Spot(start, 0, partial(self._press, shortcut))

    def _press(self, shortcut: Shortcut) -> None:
        if shortcut is MORE:
            self.app.call_later(self.app.run_action, "show_commands")
        else:
            self.app.simulate_key(shortcut.key)

    def _placed(self) -> list[tuple[int, Shortcut]]:
        """Each key that fits, with the column that it begins at; where some do not, `…` opens the list of all."""
        *others, last = self._shortcuts or (Shortcut("", "", "", ""),)
        edge = max(0, self.content_size.width - _drawn(last).cell_length)
        roomy = _fitting(others, GAP, edge)
        if len(roomy) == len(others):
            return [*roomy, (edge, last)]
        more = max(0, edge - len(MORE.shown) - GAP)
        fitting = _fitting([shortcut for shortcut in others if shortcut.action != ALL], 1, more)
        apart = _fitting([shortcut for _, shortcut in fitting], GAP, more)
        return [*(apart if len(apart) == len(fitting) else fitting), (more, MORE), (edge, last)]


def _fitting(shortcuts: Sequence[Shortcut], gap: int, edge: int) -> list[tuple[int, Shortcut]]:
    """Those that fit before a column, each with the column that it begins at.

    Keys that are choices of one action (`rate(1)`, `rate(2)`) are all shown or none: 1 and 3 alone would mislead.
    """
    placed, column = [], 0
    for _, choices in groupby(shortcuts, lambda shortcut: shortcut.action.partition("(")[0]):
        together = [*_in_a_row([*choices], column, gap)]
        end = together[-1][0] + _drawn(together[-1][1]).cell_length
        if end + gap <= edge:
            placed += together
            column = end + gap
    return placed


def _in_a_row(shortcuts: Sequence[Shortcut], column: int, gap: int) -> Iterator[tuple[int, Shortcut]]:
    for shortcut in shortcuts:
        yield column, shortcut
        column += _drawn(shortcut).cell_length + gap


def shown_shortcuts(screen: Screen[object]) -> tuple[Shortcut, ...]:
    """The keys that a screen's footer shows, each action once, those of the App last."""
    app = podium(screen)
    found: dict[str, Shortcut] = {}
    for _, binding, enabled, _ in screen.active_bindings.values():
        if binding.show and enabled and binding.description:
            shortcut = Shortcut(binding.key, app.get_key_display(binding), app.name_of(binding), name_of(binding))
            found.setdefault(binding.action, shortcut)
    return tuple(sorted(found.values(), key=lambda shortcut: (shortcut.key != "enter", shortcut.action in LAST)))


def _drawn(shortcut: Shortcut) -> Content:
    description = (f" {shortcut.does}" if shortcut.does else "", "$footer-description-foreground")
    return Content.assemble((shortcut.shown, "bold $footer-key-foreground"), description)
