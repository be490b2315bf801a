"""The closing questions: a field for each, sent together, and sent anew as often as one likes until the room closes."""

from __future__ import annotations

from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import TextArea

from simulator.errors import PodiumError
from simulator.language.catalogue import template
from simulator.language.signs import plain
from simulator.tui.screens.base import PodiumScreen
from simulator.tui.widgets.blocks import Paragraph, prose
from simulator.tui.widgets.key_footer import KeyFooter
from simulator.tui.widgets.masthead import Masthead
from simulator.tui.widgets.ordered_area import OrderedArea
from simulator.tui.widgets.page import Sheet
from simulator.workshop.room.events import TEXT_MOST, HotWashAnswered
from simulator.workshop.seat.room_bar import RoomBar, seat_app


class HotWashScreen(PodiumScreen[None]):
    """Begins with what was written but not sent, else with what was sent last."""

    CSS_PATH = "styles/seat.tcss"
    AUTO_FOCUS = ""
    TYPING = True
    HELP_TEXT = template(
        "The facilitator's closing questions. Tab goes to the next field, {send} sends all answers; you can change and "
        "send them again until the room is closed. {go_back} goes back and keeps what you wrote."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f9,ctrl+s", "send", template("Send"), key_display="F9"),
        Binding("tab", "app.focus_next", template("Next field"), key_display="Tab"),
        Binding("escape", "go_back", template("Back"), key_display="Esc"),
    ]

    def compose(self) -> ComposeResult:
        app = seat_app(self)
        self._questions = app.room.hot_wash
        begun = app.closing or app.room.hot_washed.get(app.seat.id, ())
        texts = (*begun, *[""] * len(self._questions))
        yield Masthead()
        yield RoomBar()
        with VerticalScroll(id="closing", can_focus=False):
            yield Sheet(id="how")
            for number, (question, text) in enumerate(zip(self._questions, texts, strict=False), 1):
                asked = Content.styled(plain(" ".join(question.split())), "bold")
                with Vertical(classes="closing-one"):
                    yield Sheet(Paragraph(asked, Content.styled(f"{number}. ", "$primary"), indent=0))
                    field = OrderedArea(text, most=TEXT_MOST, id=f"closing-{number}")
                    field.add_class("closing-answer")
                    yield field
        yield KeyFooter()

    def on_mount(self) -> None:
        self.query(OrderedArea).first().focus(scroll_visible=False)

    def fill(self) -> None:
        self.query_one(Masthead).show(self.say(template("Closing questions")))
        how = self.say(template("Leave a field empty where you have nothing to say. F9 sends all of them."))
        self.query_one("#how", Sheet).show([prose(Content.styled(how, "$quiet"))])
        super().fill()

    @on(events.DescendantFocus)
    def _field_marked(self, event: events.DescendantFocus) -> None:
        """Show the question with its field, where both fit."""
        asked = event.widget.parent
        if isinstance(asked, Vertical):  # Textual brings the field to the middle first.
            self.call_later(self.call_after_refresh, self._show_asked, asked)

    def _show_asked(self, asked: Vertical) -> None:
        is_first = asked is self.query(Vertical).first()
        self.query_one("#closing").scroll_to(y=0 if is_first else asked.virtual_region.y, animate=False)

    @property
    def _answers(self) -> tuple[str, ...]:
        return tuple(field.text for field in self.query(OrderedArea))

    @on(TextArea.Changed)
    def _written(self) -> None:
        seat_app(self).closing = self._answers
        seat_app(self).unsent("closing", self._answers != self._sent)

    @property
    def _sent(self) -> tuple[str, ...]:
        app = seat_app(self)
        return app.room.hot_washed.get(app.seat.id, ("",) * len(self._questions))

    async def action_send(self) -> None:
        """Send all answers; they stay in the fields, to be changed."""
        app = seat_app(self)
        if app.room.closed:
            app.tell(self.say(template("The room is closed: answers can no longer be sent.")))
            return

        async def sent(_: object) -> None:
            app.unsent("closing", False)
            app.tell(
                self.say(template("Your answers have been sent. You can still change them.")), severity="information"
            )
            app.show_room()
            if self.is_current:
                self.dismiss()

        async def failed(error: PodiumError) -> None:
            app.say_error(error)

        answers = tuple(plain(text.strip()) for text in self._answers)
        answered = HotWashAnswered(seat=app.seat.id, answers=answers)
        await app.off_the_loop(lambda: app.desk.room.say(answered), sent, failed)

    def action_go_back(self) -> None:
        self.dismiss()
