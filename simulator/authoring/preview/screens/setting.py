"""A field for one value of the run; what does not fit is told in a line, and the field stays."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, Static

from simulator.authoring.preview.settings import Setting, as_written
from simulator.authoring.preview.watches import Watch
from simulator.authoring.preview.widgets.inspector import shown_name
from simulator.errors import PodiumError
from simulator.language.catalogue import template
from simulator.tui.screens.base import PodiumOverlay
from simulator.tui.widgets.blocks import Block, heading, prose
from simulator.tui.widgets.ordered_input import OrderedInput
from simulator.tui.widgets.page import Sheet
from simulator.tui.widgets.plain import plain


class SettingScreen(PodiumOverlay[Setting]):
    """Gives the value. `read` makes one of what is written, or raises PodiumError."""

    CSS_PATH = "../preview.tcss"
    AUTO_FOCUS = "#value"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "dismiss", "", show=False)]

    def __init__(self, watch: Watch, read: Callable[[str], Setting]) -> None:
        super().__init__()
        self._watch = watch
        self._read = read
        self._error: PodiumError | None = None

    def compose(self) -> ComposeResult:
        with Vertical(id="value-box"):
            yield Sheet(id="value-about")
            yield OrderedInput(as_written(self._watch.value), id="value", compact=True)
            yield Static(id="value-error")

    def fill(self) -> None:
        self.query_one("#value-about", Sheet).show(self._blocks())
        error = self._error
        told = " ".join(self.podium.sentences(error)) if error else self.say(template("Enter sets it, Esc leaves it"))
        tone = "$error" if error else "$quiet"
        self.query_one("#value-error", Static).update(Content.styled(plain(told), tone))

    def _blocks(self) -> list[Block]:
        watch = self._watch
        name = shown_name(watch.name, self.podium.catalogue)
        blocks: list[Block] = [heading(name if name == watch.name else f"{name} ({watch.name})", above=0)]
        if watch.about:
            blocks.append(prose(watch.about))
        if watch.range:
            blocks.append(prose(Content.styled(self.say(template("May be: {range}"), range=watch.range), "$quiet")))
        return blocks

    @on(Input.Changed)
    def _retyped(self) -> None:
        if self._error is not None:
            self._error = None
            self.fill()

    @on(Input.Submitted)
    def _set(self) -> None:
        try:
            setting = self._read(self.query_one("#value", Input).value)
        except PodiumError as error:
            self._error = error
            self.fill()
        else:
            self.dismiss(setting)
