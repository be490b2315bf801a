"""A question before what is not lightly undone: yes or no, no by default."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Button

from simulator.language.catalogue import template
from simulator.tui.screens.base import PodiumOverlay
from simulator.tui.widgets.blocks import heading, prose
from simulator.tui.widgets.page import Sheet


class ConfirmScreen(PodiumOverlay[bool]):
    """Asks `question` with a line of `detail`, all templates; gives True for yes. `about` is the question's {name}.

    Unless it asks about `leaving`, no letter says yes: whoever believes that they type would go on typing.
    """

    CSS_PATH = "../styles/overlay.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("y,Y", "answer(True)", template("Leave"), show=False),
        Binding("n,N,escape", "answer(False)", template("Stay"), show=False),
        Binding("left,right,up,down", "app.focus_next", "", show=False),
    ]

    def __init__(
        self,
        question: str,
        detail: str,
        *,
        no: str = template("Stay [Esc]"),
        yes: str = template("Leave [Y]"),
        leaving: bool = True,
        about: str = "",
    ) -> None:
        super().__init__()
        self.leaving = leaving
        self._no = no
        self._yes = yes
        self._question = question
        self._detail = detail
        self._about = about

    def compose(self) -> ComposeResult:
        with Vertical(id="box"):
            yield Sheet(id="asked-before")
            with Horizontal(id="buttons"):
                yield Button(id="no", compact=True)
                yield Button(id="yes", compact=True)

    def fill(self) -> None:
        blocks = [heading(self.say(self._question, name=self._about), above=0), prose(self.say(self._detail), above=1)]
        self.query_one("#asked-before", Sheet).show(blocks)
        self.query_one("#no", Button).label = Content(self.say(self._no))
        self.query_one("#yes", Button).label = Content(self.say(self._yes))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Whether a letter may say yes."""
        return action != "answer" or self.leaving or parameters == (False,)

    @on(Button.Pressed)
    def _pressed(self, event: Button.Pressed) -> None:
        self.dismiss(event.button.id == "yes")

    def action_answer(self, yes: bool) -> None:
        self.dismiss(yes)
