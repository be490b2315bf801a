"""A field of several lines that keeps the order of keys and holds NFC; see `ordered_input` for why."""

from __future__ import annotations

import unicodedata

from textual.widgets import TextArea
from textual.widgets.text_area import EditResult, Location

from simulator.tui.widgets.ordered_input import OrderedKeys


class OrderedArea(TextArea):
    """A field of several lines, soft-wrapped; Tab leaves it."""

    # The handlers of the one-line field, which ask nothing of a field but its bindings. Textual calls those of
    # TextArea after them.
    _on_key = OrderedKeys._on_key
    _on_paste = OrderedKeys._on_paste  # type: ignore[assignment]

    def __init__(self, text: str, *, placeholder: str, id: str) -> None:
        super().__init__(text, soft_wrap=True, tab_behavior="focus", placeholder=placeholder, id=id)
        # A blink repaints twice a second, for ever.
        self.cursor_blink = False

    def replace(
        self, insert: str, start: Location, end: Location, *, maintain_selection_offset: bool = True
    ) -> EditResult:
        """Every edit comes through here. A mark that was typed after its letter becomes one character with it."""
        start, end = min(start, end), max(start, end)
        if insert and unicodedata.combining(insert[0]) and start[1] > 0:
            start = (start[0], start[1] - 1)
            insert = self.get_text_range(start, (start[0], start[1] + 1)) + insert
        composed = unicodedata.normalize("NFC", insert)
        return super().replace(composed, start, end, maintain_selection_offset=maintain_selection_offset)
