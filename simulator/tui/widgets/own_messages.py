"""The messages that one prepared, in sight while one writes."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content
from textual.widgets import Static

from simulator.session.discipline import comes_back
from simulator.tui.widgets.plain import plain


class OwnMessages(Static):
    """A line for each, with a tick where what is written comes back to it; no line at all where there is none."""

    def __init__(self, messages: Sequence[str]) -> None:
        super().__init__(id="own-messages")
        self._messages = messages
        self.styles.height = len(messages)

    def show(self, text: str) -> None:
        """Tell which of them a text comes back to."""
        lines = (_line(message, comes_back(message, text)) for message in self._messages)
        self.update(Content("\n").join(list(lines)), layout=False)


def _line(message: str, said: bool) -> Content:
    sign = Content.styled("✓ " if said else "▸ ", "bold $success" if said else "$quiet")
    return Content.assemble(sign, plain(message) if said else (plain(message), "$quiet"))
