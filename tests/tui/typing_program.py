"""An App with one field of ours, in a real terminal: F10 writes what it holds into a file.

python -m tests.tui.typing_program FILE
"""

from __future__ import annotations

import sys
from pathlib import Path

from textual.app import App, ComposeResult
from textual.widgets import Label

from simulator.tui.widgets.ordered_input import OrderedInput


class Typing(App[None]):
    """F9 empties the field, F10 writes it down."""

    def compose(self) -> ComposeResult:
        yield Label("READY")
        yield OrderedInput(id="field")

    def key_f9(self) -> None:
        self.query_one(OrderedInput).value = ""

    def key_f10(self) -> None:
        whole = Path(sys.argv[1])
        part = whole.with_suffix(".part")
        part.write_text(self.query_one(OrderedInput).value, encoding="utf-8")
        part.rename(whole)


if __name__ == "__main__":
    Typing().run()
