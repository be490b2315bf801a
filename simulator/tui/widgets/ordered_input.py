"""Text fields that keep the order of keys, so that Vietnamese input methods type what is meant.

Unikey, EVKey and OpenKey correct a letter by sending backspaces and retyped letters in one burst. Textual handles a
letter in the focused field but a bound key, such as backspace, only after its event has bubbled to the
screen, so letters overtake backspaces. Running a field's own bindings where letters are handled keeps the order.

All text is NFC, whether it is typed, pasted or set, so that a letter is one character to the cursor and to a search.
"""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from textual import events
from textual.widget import Widget
from textual.widgets import Input

from simulator.tui.widgets.plain import plain

if TYPE_CHECKING:
    _Field = Widget
else:
    _Field = object


class OrderedKeys(_Field):
    """Mixin before an Input or TextArea: edits in the order of the keys, and takes pasted text in NFC."""

    async def _on_key(self, event: events.Key) -> None:
        bound = self._bindings.key_to_bindings.get(event.key)
        # Keys that only scroll are left to those around the field.
        if bound and not bound[0].action.startswith(("scroll", "page")):
            event.stop()
            event.prevent_default()
            await self.run_action(bound[0].action)

    def _on_paste(self, event: events.Paste) -> None:
        # The field's own handler comes next by itself: Textual calls that of every class.
        event.stop()
        lines = event.text.replace("\r\n", "\n").replace("\r", "\n")  # Terminals send either for a new line.
        event.text = plain(unicodedata.normalize("NFC", lines))


class OrderedInput(OrderedKeys, Input):
    """A one-line field."""

    def __init__(self, value: str = "", *, placeholder: str = "", id: str | None = None, compact: bool = False) -> None:
        super().__init__(value, placeholder=placeholder, id=id, compact=compact)
        # Coming back to a field must not put all of it under the next key.
        self.select_on_focus = False
        # A blink repaints twice a second, for ever.
        self.cursor_blink = False

    def validate_value(self, value: str) -> str:
        """Whatever is set, by whom ever, is NFC."""
        return unicodedata.normalize("NFC", value)

    def replace(self, text: str, start: int, end: int) -> None:
        """Every edit comes through here. A mark that was typed after its letter becomes one character with it."""
        start, end = sorted((max(0, start), min(len(self.value), end)))
        before = unicodedata.normalize("NFC", self.value[:start] + text)
        kept = _common(self.value[:start], before)
        super().replace(before[kept:], kept, end)


def _common(one: str, other: str) -> int:
    """How many characters two texts begin with alike."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((place for place, (left, right) in pairs if left != right), min(len(one), len(other)))
