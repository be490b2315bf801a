"""A private note to the facilitator: one field, sent by a key. What could not be sent stays in it."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import TextArea

from simulator.errors import PodiumError
from simulator.language.catalogue import template
from simulator.language.signs import plain
from simulator.tui.key_map import shown_keys
from simulator.tui.screens.base import PodiumScreen
from simulator.tui.widgets.blocks import prose
from simulator.tui.widgets.key_footer import KeyFooter
from simulator.tui.widgets.masthead import Masthead
from simulator.tui.widgets.ordered_area import OrderedArea
from simulator.tui.widgets.page import Sheet
from simulator.workshop.room.events import TEXT_MOST, Noted
from simulator.workshop.seat.room_bar import RoomBar, seat_app


class NoteScreen(PodiumScreen[None]):
    """Goes back by itself once the note is in the room's log."""

    CSS_PATH = "styles/seat.tcss"
    AUTO_FOCUS = "#note"
    TYPING = True
    HELP_TEXT = template(
        "A note that nobody reads but the facilitator. {send} sends it; {go_back} goes back and keeps what you wrote."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f9,ctrl+s", "send", template("Send"), key_display="F9"),
        Binding("escape", "go_back", template("Back"), key_display="Esc"),
    ]

    def compose(self) -> ComposeResult:
        yield Masthead()
        yield RoomBar()
        yield VerticalScroll(Sheet(), id="about", can_focus=False)
        yield OrderedArea(seat_app(self).note, most=TEXT_MOST, id="note")
        yield KeyFooter()

    @property
    def _area(self) -> OrderedArea:
        return self.query_one(OrderedArea)

    def on_mount(self) -> None:
        self._area.move_cursor(self._area.document.end)

    def fill(self) -> None:
        self.query_one(Masthead).show(self.say(template("Private note")))
        told = template("Only the facilitator reads this. The clock of a timed question goes on meanwhile.")
        self.query_one(Sheet).show([prose(Content.styled(self.say(told), "$quiet"))])
        self._area.border_subtitle = Content(
            self.say(template("Enter: new line · {key}: send"), key=shown_keys(self)["send"])
        )
        super().fill()

    @on(TextArea.Changed)
    def _written(self) -> None:
        seat_app(self).note = self._area.text
        seat_app(self).unsent("note", bool(self._area.text.strip()))

    async def action_send(self) -> None:
        """Send it, unless there is nothing in it. The text leaves the field only once it is in the room's log."""
        app, text = seat_app(self), plain(self._area.text.strip())
        if not text:
            app.tell(self.say(template("There is nothing to send yet.")), severity="information")
            return

        async def sent(_: object) -> None:
            app.note = ""
            app.unsent("note", False)
            app.tell(self.say(template("Your note has been sent to the facilitator.")), severity="information")
            if self.is_current:
                self.dismiss()

        async def failed(error: PodiumError) -> None:
            app.say_error(error)

        note = Noted(seat=app.seat.id, text=text)
        await app.off_the_loop(lambda: app.desk.room.say(note), sent, failed)

    def action_go_back(self) -> None:
        self.dismiss()
