"""A list that is searched and filtered: the line to search in, the filters, and the ways between them and the list."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Input, Static

from simulator.language.catalogue import template
from simulator.tui.screens.base import PodiumScreen
from simulator.tui.widgets.filter_chip import FilterChip
from simulator.tui.widgets.ordered_input import OrderedInput


class SearchedScreen(PodiumScreen[None]):
    """A screen over one list. `/` goes to the search, Enter and ↓ back to the list, Esc clears what was searched."""

    LIST: ClassVar[str] = ""
    """The list's selector."""
    FILTERS: ClassVar[Sequence[tuple[str, str, Mapping[str, str]]]] = ()
    """Each filter's key, its label, and what its values are called."""

    def compose_search(self) -> ComposeResult:
        """The line to search in, and the filters."""
        with Horizontal(id="search-line"):
            yield Static(Content.styled("/", "bold $primary"), id="search-sign")
            yield OrderedInput(id="search", compact=True)
        with Horizontal(id="filters"):
            for key, _, _ in self.FILTERS:
                yield FilterChip(key)

    def name_search(self, placeholder: str) -> None:
        """Say in the player's language what can be searched (a template), and what the filters are called."""
        self.query_one("#search", Input).placeholder = self.say(placeholder)
        for chip, (_, label, names) in zip(self.query(FilterChip), self.FILTERS, strict=True):
            shown = {value: self.say(name) for value, name in names.items()}
            chip.name_it(self.say(label), self.say(template("all")), shown)

    @property
    def searched(self) -> str:
        """What is searched for."""
        return self.query_one("#search", Input).value

    @property
    def searching(self) -> bool:
        """Whether something is searched for, or the list is not where one is."""
        return bool(self.searched) or not self.query_one(self.LIST).has_focus

    @on(Input.Submitted, "#search")
    def action_to_list(self) -> None:
        """From the search and the filters down to the list."""
        self.set_focus(self.query_one(self.LIST))

    def action_search(self) -> None:
        self.set_focus(self.query_one("#search"))

    def action_to_all(self) -> None:
        """Clear the search and lead back to the list."""
        self.query_one("#search", Input).value = ""
        self.action_to_list()
