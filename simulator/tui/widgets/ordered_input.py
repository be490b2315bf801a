"""Text fields that keep the order of keys, so that Vietnamese input methods type what is meant.

Unikey, EVKey and OpenKey correct a letter by sending backspaces and retyped letters in one burst. Textual handles a
letter in the focused field but a bound key, such as backspace, only after its event has bubbled to the
screen, so letters overtake backspaces. Running a field's own bindings where letters are handled keeps the order.
"""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from textual import events
from textual.widgets import Input

if TYPE_CHECKING:
    _Field = Input
else:
    _Field = object


class OrderedKeys(_Field):
    """Mixin before an Input or TextArea: edits in the order of the keys, and takes pasted text in NFC."""

    async def _on_key(self, event: events.Key) -> None:
        bound = self._bindings.key_to_bindings.get(event.key)
        if bound:
            event.stop()
            event.prevent_default()
            await self.run_action(bound[0].action)
        else:
            await super()._on_key(event)

    def _on_paste(self, event: events.Paste) -> None:
        event.text = unicodedata.normalize("NFC", event.text)
        super()._on_paste(event)


class OrderedInput(OrderedKeys, Input):
    """A one-line field."""
