"""A question before leaving: yes or no, no by default."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Button, Label, Static

from simulator.language.catalogue import template
from simulator.tui.speaking import say


class ConfirmScreen(ModalScreen[bool]):
    """Asks `question` with a line of `detail`; gives True for yes."""

    CSS_PATH = "../styles/overlay.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("y", "answer(True)", "", show=False),
        Binding("n,escape", "answer(False)", "", show=False),
        Binding("left,right", "app.focus_next", "", show=False),
    ]

    def __init__(self, question: str, detail: str) -> None:
        super().__init__()
        self._question = question
        self._detail = detail

    def compose(self) -> ComposeResult:
        with Vertical(id="box"):
            yield Label(Content(self._question), classes="heading")
            yield Static(Content(self._detail), classes="detail")
            with Horizontal(id="buttons"):
                yield Button(Content(say(self, template("Stay [Esc]"))), id="no", variant="primary", compact=True)
                yield Button(Content(say(self, template("Leave [Y]"))), id="yes", compact=True)

    @on(Button.Pressed)
    def _pressed(self, event: Button.Pressed) -> None:
        self.dismiss(event.button.id == "yes")

    def action_answer(self, yes: bool) -> None:
        self.dismiss(yes)
