"""A form over the console: what is written and chosen in it is sent off the loop, and kept until it has been sent."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, ItemGrid, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Button, Input, Static

from simulator.errors import PodiumError, UsageError
from simulator.language.catalogue import template
from simulator.tui.screens.base import PodiumOverlay
from simulator.tui.widgets.filter_chip import FilterChip
from simulator.tui.widgets.ordered_area import OrderedArea
from simulator.tui.widgets.ordered_input import OrderedInput

if TYPE_CHECKING:
    from simulator.workshop.console.app import ConsoleApp

Values = Mapping[str, str]
"""What was written and chosen, by the keys of the fields."""


@dataclass(frozen=True, slots=True)
class Writing:
    """A field to write in, of several lines if it is `long`. `label` is a template."""

    key: str
    label: str
    most: int
    long: bool = False
    needed: bool = True
    value: str = ""


@dataclass(frozen=True, slots=True)
class Choosing:
    """A chip to turn. `label` and `unset` (the empty value's name) are shown as they are, and so are `names`."""

    key: str
    label: str
    unset: str
    names: Mapping[str, str] = field(default_factory=dict)
    value: str = ""


Field = Writing | Choosing

TOLD_FOR = 3.0
"""Seconds that it is told that something has been sent: the form closes, and nothing else may be seen of it here."""

EMPTY = template("Nothing is written yet under “{label}”.")


class FormScreen(PodiumOverlay[bool]):
    """`title` is shown as it is. `send` is done off the loop with what was written; it may raise PodiumError.

    Then the form stays open. What is in it when it is left without being sent stands there the next time that a form
    of this `name` is opened.
    """

    CSS_PATH = ["../../tui/styles/overlay.tcss", "styles/form.tcss"]  # noqa: RUF012  # declared so by Textual
    HELP_TEXT = template("Tab goes from field to field. {send} sends; Esc leaves, and what was written is kept.")
    # No key has priority, or it would overtake letters that were typed before it.
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f9,ctrl+s", "send", template("Send"), key_display="F9"),
        Binding("escape", "leave", template("Back"), key_display="Esc"),
    ]

    def __init__(self, name: str, title: str, fields: Sequence[Field], send: Callable[[Values], object]) -> None:
        super().__init__()
        self.form = name
        self.title_shown = title
        self.fields = fields
        self._send = send

    @property
    def console(self) -> ConsoleApp:
        """The App, by its own type."""
        from simulator.workshop.console.app import ConsoleApp

        assert isinstance(self.app, ConsoleApp)
        return self.app

    def compose(self) -> ComposeResult:
        kept = self.console.unsent.get(self.form, {})
        with Vertical(id="form-box"):
            yield Static(Content(self.title_shown), id="form-title")
            with VerticalScroll(id="form-fields", can_focus=False):
                chips = [one for one in self.fields if isinstance(one, Choosing)]
                if chips:
                    with ItemGrid(min_column_width=23, id="form-chips"):
                        for choosing in chips:
                            yield self._chip(choosing, kept)
                for one in self.fields:
                    if isinstance(one, Writing):
                        yield Static(Content(self.say(one.label)), classes="label")
                        text = kept.get(one.key, one.value)
                        if one.long:
                            yield OrderedArea(text, most=one.most, id=f"field-{one.key}")
                        else:
                            yield self._line(one, text)
            with Horizontal(id="form-foot"):
                yield Button(Content(self.say(template("Send [F9]"))), id="form-send", compact=True)
                # The keys of what lies beneath are still in sight below; these are the form's.
                yield Static(Content(self.say(template("Tab next · Enter changes · Esc back"))), id="form-keys")

    def _line(self, one: Writing, text: str) -> OrderedInput:
        line = OrderedInput(text, id=f"field-{one.key}", compact=True)
        line.max_length = one.most
        return line

    def _chip(self, one: Choosing, kept: Values) -> FilterChip:
        chip = FilterChip(one.key)
        value = kept.get(one.key, one.value)
        chip.value = value if value in one.names else ""
        chip.name_it(one.label, one.unset, one.names)
        return chip

    def on_mount(self) -> None:
        super().on_mount()
        first = next((one for one in self.fields if isinstance(one, Writing)), None)
        if first is not None:
            self.query_one(f"#field-{first.key}").focus()

    @property
    def values(self) -> dict[str, str]:
        """What is written and chosen now."""
        found = {chip.key: chip.value for chip in self.query(FilterChip)}
        for one in self.fields:
            if isinstance(one, Writing):
                widget = self.query_one(f"#field-{one.key}")
                found[one.key] = widget.text if isinstance(widget, OrderedArea) else self._typed(one.key)
        return found

    def _typed(self, key: str) -> str:
        return self.query_one(f"#field-{key}", Input).value

    @on(Input.Submitted)
    def _next_field(self) -> None:
        self.focus_next()

    @on(Button.Pressed, "#form-send")
    async def action_send(self) -> None:
        """Send what stands here, off the loop; it is kept until that has been done."""
        values = self.values
        for one in self.fields:
            if isinstance(one, Writing) and one.needed and not values[one.key].strip():
                self.console.tell(self.say(EMPTY, label=self.say(one.label)))
                self.query_one(f"#field-{one.key}").focus()
                return
        self.console.unsent[self.form] = values
        await self.console.off_the_loop(lambda: self._send(values), self._sent, self._refused)

    async def _sent(self, _: object) -> None:
        self.console.unsent.pop(self.form, None)
        self.console.tell(self.say(template("Sent.")), severity="information", seconds=TOLD_FOR)
        if self.is_current:
            self.dismiss(True)

    async def _refused(self, error: PodiumError) -> None:
        self.console.say_error(error)

    def action_leave(self) -> None:
        """Leave it; what differs from what it began with is kept."""
        values = self.values
        if values != {one.key: one.value for one in self.fields}:
            self.console.unsent[self.form] = values
        self.dismiss(False)


def refused(message: str, most: int = 0) -> UsageError:
    """What `send` raises for something that cannot be sent as it is."""
    return UsageError(message, most=most)
