"""The hall of a hot seat: follows the speaker, rates each answer by the grader's rubric, sees how close it is."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Static

from simulator.language.catalogue import template
from simulator.tui.widgets.blocks import Block, Paragraph, prose
from simulator.tui.widgets.key_footer import KeyFooter
from simulator.tui.widgets.masthead import Masthead
from simulator.tui.widgets.modes import mode_tag
from simulator.tui.widgets.page_view import PageView
from simulator.tui.widgets.plain import plain
from simulator.tui.windows import WIDE
from simulator.workshop.room import events as e
from simulator.workshop.seat.agreement_blocks import agreement_blocks, closeness_lines
from simulator.workshop.seat.hall_blocks import Given, effect_blocks, given, given_blocks, table_blocks
from simulator.workshop.seat.hall_rating import Does, Hall, compared
from simulator.workshop.seat.listening_screen import ListeningScreen
from simulator.workshop.seat.rating_sheet import RatingSheet
from simulator.workshop.seat.room_bar import RoomBar
from simulator.workshop.seat.spoken import answer_spoken

if TYPE_CHECKING:
    from simulator.exercise.exercise import Exercise
    from simulator.session.state import SessionState
    from simulator.workshop.agreement import HallAgreement
    from simulator.workshop.room.events import RoomEvent
    from simulator.workshop.room.state import RoomState
    from simulator.workshop.seat.desk import SeatDesk

PACE = 1.0
"""Seconds between two times that a comparison takes in what others rated."""


class HallScreen(ListeningScreen):
    """Everybody but the speaker. The grader's levels are hidden until one has rated, or the facilitator shows all."""

    CSS_PATH = ["styles/seat.tcss", "styles/hall.tcss"]  # noqa: RUF012  # declared so by Textual
    AUTO_FOCUS = ""
    HEARS = (e.HallRated, e.RatingsShown)
    HELP_TEXT = template(
        "You follow whoever is in the hot seat. After each answer you rate it by the rubric: ↑↓ choose a skill, 0 to 4 "
        "give its level, and {send_rating} sends it. Then you see how close you are to the grader and to the hall. "
        "{open_dossier} opens the dossier."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "send_rating", template("Send rating"), key_display="Enter"),
        Binding("enter", "go_on", template("Continue"), key_display="Enter"),
        Binding("pagedown,space,ctrl+down", "scroll(5)", template("Scroll"), key_display="PgUp/PgDn"),
        Binding("pageup,ctrl+up", "scroll(-5)", "", show=False),
        Binding("d,D", "open_dossier", "", show=False),
        Binding("escape", "leave", template("Lobby"), key_display="Esc"),
    ]

    def __init__(self, exercise: Exercise, desk: SeatDesk) -> None:
        super().__init__(exercise, desk)
        self.hall = Hall().follow(exercise.session_id, len(exercise.state.answers), busy=False)
        self._sending = False
        self._soon = False
        self._rated: tuple[int, Does] | None = None

    def compose(self) -> ComposeResult:
        yield Masthead()
        yield RoomBar()
        yield Static(id="hall-line")
        with Horizontal(id="hall"):
            yield PageView("said", " ", airy=True)
            with Vertical(id="judging"):
                yield RatingSheet()
                yield PageView("compared", "│ ", airy=True)
        yield KeyFooter()

    # Where the hall is.

    @property
    def does(self) -> Does:
        """What there is to do now."""
        return self.hall.does(self.room, self.desk.seat_id)

    @property
    def speaker(self) -> str:
        """The name of whoever is in the hot seat."""
        seat = self.room.seats.get(self.room.speaker)
        return plain(seat.name) if seat else ""

    @property
    def _given(self) -> Given | None:
        answers = len(self.state.answers)
        return given(self.scenario, self.state, self.hall.at) if 0 < self.hall.at <= answers else None

    @property
    def _sheet(self) -> RatingSheet:
        return self.query_one(RatingSheet)

    async def session_moved(self, before: SessionState) -> None:
        """A new answer is shown at once, unless one is in the midst of rating another."""
        busy = self._sending or (self.does == "rates" and bool(self._sheet.levels))
        self.hall = self.hall.follow(self.exercise.session_id, len(self.state.answers), busy)
        shown = self._rated
        self.fill()
        if self.does == "waits" and self._rated == shown:  # Else it was read when the hall had something else to do.
            self.speak()

    def concerns(self, state: RoomState, event: RoomEvent) -> bool:
        about = isinstance(event, e.HallRated | e.RatingsShown)
        return about and (event.session, event.answer) == (self.hall.session, self.hall.at)  # type: ignore[union-attr]

    async def room_changed(self) -> None:
        """A hall of two hundred rates within seconds: that is taken in at most once in PACE."""
        if not self._soon:
            self._soon = True
            self.set_timer(PACE, self._take_in)

    def _take_in(self) -> None:
        self._soon = False
        self.fill()

    # What is shown.

    def fill(self) -> None:
        self.query_one(Masthead).show(
            self.scenario.title, self.table.time, mode_tag(self.state.mode, self.podium.catalogue)
        )
        self.query_one("#hall-line", Static).update(self._line(), layout=False)
        self._fit()
        self.query_one("#said", PageView).show(self._said())
        wide = self.app.size.width >= WIDE
        self.query_one("#compared", PageView).show(self._compared() if wide and self.does == "compares" else ())
        super().fill()
        self.refresh_bindings()

    def _fit(self) -> None:
        """Lay out anew only when there is something else to do."""
        now = self.hall.at, self.does
        if now == self._rated:
            return
        before, self._rated = self._rated, now
        rates, compares = now[1] == "rates", now[1] == "compares"
        one = self._given
        if rates and one is not None:
            self._sheet.begin(one.skills, self.room.ratings.get((self.hall.session, one.number), {}).get(self.seat.id))
        wide = self.app.size.width >= WIDE
        self._sheet.display = rates
        self.query_one("#compared").display = wide and not rates
        self.query_one("#judging").display = rates or (wide and compares)
        self.query_one("#said", PageView).begin()
        if rates:
            self._sheet.focus()
        else:
            self.set_focus(None)
        if before is not None and self._spoke_first:
            self.speak()

    def spoken(self) -> str:
        """The answer that is to be rated; then how close one is; else what is on the table."""
        one, catalogue = self._given, self.podium.catalogue
        if one is None or self.does == "waits":
            return super().spoken()
        if self.does == "rates":
            return answer_spoken(one, self.speaker, catalogue)
        return "\n".join(closeness_lines(self._agreement(one), catalogue))

    def _line(self) -> Content:
        name = Content.styled(self.say(template("Hot seat: {name}"), name=self.speaker), "bold $secondary")
        told = {
            "rates": template("rate this answer by the rubric, 0 to 4"),
            "compares": template("how close you are"),
            "waits": template("the answer comes next"),
        }[self.does]
        if self.seat.observer and self.does == "compares":
            told = template("how the hall rated it")
        return Content.assemble(name, (f"  {self.say(told)}", "$quiet"))

    def _said(self) -> Iterator[Block]:
        """The answer that one rates; with what became of it once one has; or the question on the table."""
        one, catalogue, does = self._given, self.podium.catalogue, self.does
        if one is None or does == "waits":
            yield from table_blocks(self, catalogue)
            return
        compares = does == "compares"
        if compares and self.app.size.width < WIDE:
            yield from self._compared()
        yield from given_blocks(one, self.speaker, catalogue, above=1 if compares and self.app.size.width < WIDE else 0)
        if compares and one.number == len(self.state.answers):
            yield from effect_blocks(self.told())

    def _compared(self) -> Iterator[Block]:
        one = self._given
        if one is None:
            return
        agreement = self._agreement(one)
        yield from agreement_blocks(agreement, self.podium.catalogue, grader_hidden=not self._tells_grader(one))
        if not agreement.raters:
            yield prose(Content.styled(self.say(template("Nobody has rated this answer yet.")), "$quiet"))
        if len(self.state.answers) > one.number:
            waits = self.say(template("Another answer has been given meanwhile."))
            yield Paragraph(Content.styled(waits, "$warning"), Content.styled("● ", "$warning"), above=1)

    def _tells_grader(self, one: Given) -> bool:
        """Whether the grader's levels may be seen: by the session's mode, or because the facilitator shows them."""
        return self.rules.levels or (self.hall.session, one.number) in self.room.shown

    def _agreement(self, one: Given) -> HallAgreement:
        answer, told = self.state.answers[one.number - 1], self._tells_grader(one)
        return compared(self.room, self.hall.session, one.number, answer, self.desk.seat_id, one.skills, told)

    async def on_resize(self, event: events.Resize) -> None:
        self._sheet.fit()
        self._rated = None
        given_so_far = dict(self._sheet.levels)
        self.fill()
        if self.does == "rates" and given_so_far:
            self._sheet.begin(self._sheet.skills, given_so_far)

    # Keys.

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action == "send_rating":
            return self.does == "rates"
        return self.does == "compares" if action == "go_on" else True

    @on(RatingSheet.Changed)
    def _changed(self) -> None:
        self.refresh_bindings()
        self.seat_app.channel.say(self._sheet.spoken())

    async def action_send_rating(self) -> None:
        """Send the levels, once each skill has one; the room's record keeps them."""
        sheet, one = self._sheet, self._given
        if one is None or self._sending:
            return
        if not sheet.whole:
            sheet.mark_missing()
            self.podium.tell(self.say(template("Give every skill a level first.")), severity="information", seconds=4)
            return
        rating = e.HallRated(
            seat=self.desk.seat_id, session=self.hall.session, answer=one.number, levels=dict(sheet.levels)
        )
        self._sending = True

        async def sent(_: RoomState) -> None:
            self._sending = False
            self.fill()

        async def failed(error: Exception) -> None:
            self._sending = False
            self.podium.say_error(error)  # type: ignore[arg-type]  # off_the_loop gives PodiumErrors alone

        await self.podium.off_the_loop(lambda: self.desk.room.say(rating), sent, failed)

    def action_go_on(self) -> None:
        """To the latest answer, or to the question on the table."""
        self.hall = self.hall.go_on(len(self.state.answers))
        self.fill()

    def action_scroll(self, lines: int) -> None:
        if not self.query_one("#said", PageView).scroll(lines):
            self.query_one("#compared", PageView).scroll(lines)
