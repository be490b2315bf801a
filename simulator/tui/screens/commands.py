"""The command palette: everything that can be done here, found by typing a part of its name."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Input, ListItem, ListView

from simulator.language.catalogue import template
from simulator.language.folding import folded
from simulator.tui.screens.base import PodiumOverlay
from simulator.tui.speaking import podium
from simulator.tui.widgets.ordered_input import OrderedInput

NO_COMMANDS = ("app.focus", "screen.copy", "show_commands", "scroll", "cursor", "turn")
"""Actions of which keys are the whole point."""


class CommandItem(ListItem):
    """One command, with the key that does the same."""

    def __init__(self, binding: Binding) -> None:
        super().__init__(classes="command")
        self.binding = binding

    @property
    def title(self) -> str:
        """The command's name in the present language."""
        return podium(self).name_of(self.binding)

    def render(self) -> Content:
        key = Content.styled(f" {self.app.get_key_display(self.binding)}", "$quiet")
        room = max(0, self.content_size.width - key.cell_length)
        return Content(self.title).truncate(room, ellipsis=True, pad=True) + key


class CommandsScreen(PodiumOverlay[str]):
    """Of the bindings that it is given; gives the key of the one chosen, to be pressed on the screen beneath."""

    CSS_PATH = "../styles/overlay.tcss"
    AUTO_FOCUS = "#wanted"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss", "", show=False),
        Binding("down", "move(1)", "", show=False),
        Binding("up", "move(-1)", "", show=False),
    ]

    def __init__(self, commands: Sequence[Binding]) -> None:
        super().__init__()
        self._commands = commands

    def compose(self) -> ComposeResult:
        with Vertical(id="commands"):
            yield OrderedInput(id="wanted", compact=True)
            yield ListView(*(CommandItem(command) for command in self._commands), id="found")

    def fill(self) -> None:
        self.query_one("#wanted", Input).placeholder = self.say(template("Type a command…"))
        for item in self.query(CommandItem):
            item.refresh()
        self._filter()

    @on(Input.Changed)
    def _filter(self) -> None:
        wanted = folded(self.query_one("#wanted", Input).value).split()
        found = self.query_one("#found", ListView)
        for item in self.query(CommandItem):
            item.display = all(word in folded(item.title) for word in wanted)
            item.disabled = not item.display
        marked = found.highlighted_child
        if marked is None or marked.disabled:
            found.index = next((place for place, item in enumerate(self.query(CommandItem)) if item.display), None)

    @on(Input.Submitted)
    @on(ListView.Selected)
    def _run(self) -> None:
        marked = self.query_one("#found", ListView).highlighted_child
        if isinstance(marked, CommandItem) and not marked.disabled:
            self.dismiss(marked.binding.key)

    def action_move(self, step: int) -> None:
        found = self.query_one("#found", ListView)
        if step > 0:
            found.action_cursor_down()
        else:
            found.action_cursor_up()


def commands(screen: Screen[object]) -> list[Binding]:
    """Everything with a name that can be done on a screen now; ask while nothing lies over it."""
    found: dict[str, Binding] = {}
    for _, binding, enabled, _ in screen.active_bindings.values():
        if enabled and binding.description and not binding.system:
            found.setdefault(binding.action, binding)
    return [binding for binding in found.values() if not binding.action.startswith(NO_COMMANDS)]
