"""A field of several lines that keeps the order of keys and holds NFC; see `ordered_input` for why."""

from __future__ import annotations

import unicodedata

from textual.message import Message
from textual.widgets import TextArea
from textual.widgets.text_area import EditResult, Location

from simulator.tui.widgets.ordered_input import OrderedKeys

SELECTING = ("f6", "f7")


class OrderedArea(OrderedKeys, TextArea):  # type: ignore[misc]  # their handlers of pastes are called one by one
    """A field of several lines, soft-wrapped, of at most so many characters; Tab leaves it, Enter begins a line."""

    class Full(Message):
        """Something was left out, for there was no room for it."""

    def __init__(self, text: str, *, most: int, id: str) -> None:
        text = unicodedata.normalize("NFC", text)[:most]
        super().__init__(text, soft_wrap=True, tab_behavior="focus", highlight_cursor_line=False, id=id)
        self._most = most
        # A blink repaints twice a second, for ever.
        self.cursor_blink = False

    def on_mount(self) -> None:
        """Leave those function keys to the screen and the App that they use: Textual selects a line or all by them."""
        for key in SELECTING:
            if key in self.screen._bindings.key_to_bindings or key in self.app._bindings.key_to_bindings:
                self._bindings.key_to_bindings.pop(key, None)

    def replace(
        self, insert: str, start: Location, end: Location, *, maintain_selection_offset: bool = True
    ) -> EditResult:
        """Every edit comes through here. A mark that was typed after its letter becomes one character with it."""
        start, end = min(start, end), max(start, end)
        if insert and unicodedata.combining(insert[0]) and start[1] > 0:
            start = (start[0], start[1] - 1)
            insert = self.get_text_range(start, (start[0], start[1] + 1)) + insert
        composed = self._fitting(unicodedata.normalize("NFC", insert), start, end)
        return super().replace(composed, start, end, maintain_selection_offset=maintain_selection_offset)

    def _fitting(self, insert: str, start: Location, end: Location) -> str:
        room = max(0, self._most - len(self.text) + len(self.get_text_range(start, end)))
        if len(insert) > room:
            self.post_message(self.Full())
        return insert[:room]
