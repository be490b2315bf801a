"""A filter that turns through its values by Enter, space, the arrow keys or a click."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from simulator.language.catalogue import template
from simulator.tui.spots import Spot


class FilterChip(Static, can_focus=True):
    """One filter. The empty value stands for all; a chosen value says by itself what is filtered, without the label."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "turn(1)", template("Next value"), key_display="Enter"),
        Binding("right,space", "turn(1)", "", show=False),
        Binding("left", "turn(-1)", "", show=False),
    ]

    class Turned(Message):
        """The filter stands at another value."""

        def __init__(self, key: str, value: str) -> None:
            super().__init__()
            self.key = key
            self.value = value

    def __init__(self, key: str) -> None:
        super().__init__(classes="chip")
        self.key = key
        self.value = ""
        self._label = ""
        self._all = ""
        self._names: Mapping[str, str] = {}

    def name_it(self, label: str, all_: str, names: Mapping[str, str]) -> None:
        """Say in the present language what is filtered, and what its values are called."""
        self._label, self._all, self._names = label, all_, names
        self._draw()

    def spots(self) -> Iterator[Spot]:
        """The filter itself."""
        yield Spot(0, 0, partial(self.action_turn, 1))

    def on_click(self) -> None:
        self.action_turn(1)

    def action_turn(self, step: int) -> None:
        values = ["", *self._names]
        self.value = values[(values.index(self.value) + step) % len(values)]
        self._draw()
        self.post_message(self.Turned(self.key, self.value))

    def _draw(self) -> None:
        if self.value:
            self.update(Content.styled(f"✓ {self._names[self.value]}", "bold $primary"))
        else:
            self.update(Content.assemble((f"{self._label}: ", "$quiet"), self._all))
