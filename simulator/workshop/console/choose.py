"""One of several, chosen from a list over the console."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from simulator.language.catalogue import template
from simulator.tui.screens.base import PodiumOverlay
from simulator.workshop.console.drawing import one_line
from simulator.workshop.console.row_list import Row, RowList

LINK_CELLS = 64
"""Where a link is folded, so that all of it can be read in the smallest window."""


def link_row(link: str, label: str = "") -> Row:
    """A row that shows a whole link, over as many lines as it needs; its key is the link."""
    text = one_line(link)
    folded = [Content(text[start : start + LINK_CELLS]) for start in range(0, len(text), LINK_CELLS)]
    lines = ([Content.styled(label, "$quiet")] if label else []) + folded
    return Row(link, lambda: lines, height=len(lines))


class ChooseScreen(PodiumOverlay[str]):
    """Gives the key of the row that was chosen; None if it was left. `title` is shown as it is."""

    CSS_PATH = ["../../tui/styles/overlay.tcss", "styles/form.tcss"]  # noqa: RUF012  # declared so by Textual
    AUTO_FOCUS = "#choices"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "choose", template("Choose"), key_display="Enter"),
        Binding("escape", "dismiss", template("Back"), key_display="Esc"),
    ]

    def __init__(self, title: str, rows: Sequence[Row], marked: str = "") -> None:
        super().__init__()
        self._title_shown = title
        self._rows = rows
        self._first = marked

    def compose(self) -> ComposeResult:
        with Vertical(id="form-box"):
            yield Static(Content(self._title_shown), id="form-title")
            yield RowList("choices")

    def on_mount(self) -> None:
        super().on_mount()
        choices = self.query_one(RowList)
        choices.styles.height = max(1, sum(row.height for row in self._rows))
        choices.show(self._rows)
        choices.mark(self._first)

    @on(RowList.Opened)
    def action_choose(self) -> None:
        self.dismiss(self.query_one(RowList).marked or None)
