"""What the facilitator has sent to a seat, in full and the newest first. It opens by the seat's own key only."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content

from simulator.language.catalogue import template
from simulator.tui.screens.base import PodiumScreen
from simulator.tui.widgets.blocks import Block, Paragraph, prose
from simulator.tui.widgets.key_footer import KeyFooter
from simulator.tui.widgets.masthead import Masthead
from simulator.tui.widgets.page import Sheet
from simulator.tui.widgets.plain import plain
from simulator.tui.widgets.reading import SCROLLING
from simulator.workshop.seat.inbox import NAMES
from simulator.workshop.seat.press_room import STYLES
from simulator.workshop.seat.room_bar import seat_app

if TYPE_CHECKING:
    from simulator.workshop.seat.inbox import Kind, Told

SIGNS: dict[Kind, tuple[str, str]] = {
    "news": ("●", "$warning"),
    "word": ("✎", "$secondary"),
    "time": ("+", "$success"),
    "question": ("↩", "$primary"),
    "pin": ("▪", "$quiet"),
}


class MessagesScreen(PodiumScreen[None]):
    """All messages to this seat; whoever sees them here has read them."""

    AUTO_FOCUS = ""
    CSS_PATH = [STYLES / "reading.tcss", "styles/seat.tcss"]  # noqa: RUF012  # declared so by Textual
    HELP_TEXT = template("What the facilitator has sent you, the newest first. {go_back} goes back to where you were.")
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,h,H", "app.hot_wash", template("Closing questions"), key_display="Enter"),
        Binding("escape,enter", "go_back", template("Back"), key_display="Esc"),
        *SCROLLING,
    ]

    def compose(self) -> ComposeResult:
        yield Masthead()
        yield VerticalScroll(Sheet(), id="page", can_focus=False)
        yield KeyFooter()

    def fill(self) -> None:
        app = seat_app(self)
        messages = app.messages
        app.read = max(one.number for one in messages)
        self.query_one(Masthead).show(self.say(template("Messages to you")))
        self.query_one(Sheet).show(self._blocks(reversed(messages)))
        super().fill()

    def show_room(self) -> None:
        """Something has come in."""
        self.fill()

    def _blocks(self, messages: Iterator[Told]) -> Iterator[Block]:
        if seat_app(self).room.hot_wash:
            told = self.say(template("The facilitator asks the closing questions: {key} opens them."), key="Enter")
            yield Paragraph(Content.styled(told, "bold $secondary"), indent=0)
            yield prose("")
        for number, one in enumerate(messages):
            sign, tone = SIGNS[one.kind]
            name = (self.say(NAMES[one.kind]), f"bold {tone}")
            by = (f"  {plain(one.source)}" if one.source else "", "$quiet")
            head = Content.assemble(name, by)
            yield Paragraph(head, Content.styled(f"{sign} ", tone), indent=0, above=1 if number else 0)
            if one.headline:
                yield Paragraph(Content.styled(plain(" ".join(one.headline.split())), "bold"), indent=2)
            text = one.line(self.podium.catalogue) if one.kind in ("time", "pin") else one.text
            yield Paragraph(Content(plain(text)), indent=2)

    def action_go_back(self) -> None:
        self.dismiss()

    def action_scroll(self, lines: int) -> None:
        self.query_one("#page").scroll_relative(y=lines, animate=False)
