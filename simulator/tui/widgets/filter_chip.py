"""A filter that turns through its values by Enter, space, the arrow keys or a click."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.widgets import Static


class FilterChip(Static, can_focus=True):
    """One filter: `names` are its values and how they are shown; the empty value stands for all."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,space,right", "turn(1)", "", show=False),
        Binding("left", "turn(-1)", "", show=False),
    ]

    class Turned(Message):
        """The filter stands at another value."""

        def __init__(self, key: str, value: str) -> None:
            super().__init__()
            self.key = key
            self.value = value

    def __init__(self, key: str, label: str, all_: str, names: Mapping[str, str], value: str) -> None:
        super().__init__(classes="chip")
        self.key = key
        self._label = label
        self._names = {"": all_, **names}
        self.value = value

    def render(self) -> Content:
        style = "bold $primary" if self.value else ""
        return Content.assemble((f"{self._label}: ", "$quiet"), (self._names[self.value], style))

    def on_click(self) -> None:
        self.action_turn(1)

    def action_turn(self, step: int) -> None:
        values = list(self._names)
        self.value = values[(values.index(self.value) + step) % len(values)]
        self.refresh(layout=True)
        self.post_message(self.Turned(self.key, self.value))
