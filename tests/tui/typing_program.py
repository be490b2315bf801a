"""An App with one field of ours, in a real terminal: F10 writes what it holds into a file.

python -m tests.tui.typing_program FILE line|area
"""

from __future__ import annotations

import sys
from pathlib import Path

from textual.app import App, ComposeResult
from textual.widgets import Label

from simulator.tui.widgets.ordered_area import OrderedArea
from simulator.tui.widgets.ordered_input import OrderedInput


class Typing(App[None]):
    """F9 empties the field, F10 writes it down."""

    def compose(self) -> ComposeResult:
        yield Label("READY")
        yield OrderedArea("", most=1_000, id="field") if sys.argv[2] == "area" else OrderedInput(id="field")

    @property
    def held(self) -> str:
        """What the field holds."""
        field = self.query_one("#field")
        assert isinstance(field, OrderedInput | OrderedArea)
        return field.value if isinstance(field, OrderedInput) else field.text

    def key_f9(self) -> None:
        field = self.query_one("#field")
        if isinstance(field, OrderedInput):
            field.value = ""
        elif isinstance(field, OrderedArea):
            field.text = ""

    def key_f10(self) -> None:
        whole = Path(sys.argv[1])
        part = whole.with_suffix(".part")
        part.write_text(self.held, encoding="utf-8")
        part.rename(whole)


if __name__ == "__main__":
    Typing().run()
