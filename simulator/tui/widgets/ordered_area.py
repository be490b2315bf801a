"""A field of several lines that keeps the order of keys and holds NFC; see `ordered_input` for why.

A letter paints the rows that it changes and no others: Textual would draw the whole field anew, and many people write
at once where one process serves their seats.
"""

from __future__ import annotations

import unicodedata
from typing import Self

from textual.geometry import Region
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.widgets import TextArea
from textual.widgets.text_area import EditResult, Location

from simulator.tui.widgets.ordered_input import OrderedKeys

SELECTING = ("f6", "f7")


class OrderedArea(OrderedKeys, TextArea):  # type: ignore[misc]  # their handlers of pastes are called one by one
    """A field of several lines, soft-wrapped, of at most so many characters; Tab leaves it, Enter begins a line."""

    class Full(Message):
        """Something was left out, for there was no room for it."""

    _typing = False  # Before `__init__` is done, Textual asks for paints already.

    def __init__(self, text: str, *, most: int, id: str) -> None:
        text = unicodedata.normalize("NFC", text)[:most]
        super().__init__(text, soft_wrap=True, tab_behavior="focus", highlight_cursor_line=False, id=id)
        self._most = most
        self._dressed: tuple[object, ...] = ()
        # A blink repaints twice a second, for ever.
        self.cursor_blink = False
        # Prose has no brackets to match, and a match may stand in any row.
        self.match_cursor_bracket = False
        # Nobody asks where the cursor is, and at every letter it would be told all the way up to the App.
        self.disable_messages(TextArea.SelectionChanged)

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
        within_a_line = self.selection.is_empty and start[0] == end[0] and "\n" not in composed
        before, row, breaks = self._outline, self._row_of(start), self._breaks_up_to(start)
        self._typing = within_a_line
        try:
            done = super().replace(composed, start, end, maintain_selection_offset=maintain_selection_offset)
        finally:
            self._typing = False
        if within_a_line and before == self._outline:
            # Part of a word may have gone up into the row before, and all that follows in the line moved on.
            first = row if self._breaks_up_to(start) == breaks else max(0, row - 1)
            last = self._row_of((start[0], len(self.document[start[0]])))
            self.refresh_lines(first, last - first + 1)
        elif within_a_line:
            self.refresh()
        return done

    @property
    def _outline(self) -> tuple[object, ...]:
        """What an edit within a line leaves as it is, unless every row is to be drawn anew."""
        return self.wrapped_document.height, self.scroll_offset, bool(self.text)

    def _breaks_up_to(self, location: Location) -> list[int]:
        """Where the line of a location is broken before it."""
        row, column = location
        return [place for place in self.wrapped_document.get_offsets(row) if place <= column]

    def _row_of(self, location: Location) -> int:
        return self.wrapped_document.location_to_offset(location).y

    def refresh(self, *regions: Region, repaint: bool = True, layout: bool = False, recompose: bool = False) -> Self:
        """Leave out what Textual asks for at every letter: `replace` sees to the rows that changed."""
        if self._typing and not (regions or layout or recompose):
            return self
        return super().refresh(*regions, repaint=repaint, layout=layout, recompose=recompose)

    def render_lines(self, crop: Region) -> list[Strip]:
        """Draw rows; the field's colours are looked up when they may have changed, not for every paint."""
        dress = (self.app.theme, self.has_focus, self.read_only, self.disabled)
        if self._theme is not None and dress != self._dressed:
            self._dressed = dress
            self._theme.apply_css(self)
        return ScrollView.render_lines(self, crop)

    def _fitting(self, insert: str, start: Location, end: Location) -> str:
        room = max(0, self._most - len(self.text) + len(self.get_text_range(start, end)))
        if len(insert) > room:
            self.post_message(self.Full())
        return insert[:room]
