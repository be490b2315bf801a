"""The ending of a seat's session: one comes back to the lobby, for there is no library."""

from __future__ import annotations

from textual.app import ComposeResult

from simulator.language.catalogue import template
from simulator.tui.screens.ending import EndingScreen
from simulator.workshop.seat.press_room import STYLES
from simulator.workshop.seat.room_bar import RoomBar, seat_app
from simulator.workshop.seat.spoken import table_spoken


class SeatEndingScreen(EndingScreen):
    """As anybody's, with the room's line."""

    CSS_PATH = [STYLES / "reading.tcss", "styles/seat.tcss"]  # type: ignore[assignment]  # noqa: RUF012  # as Textual takes it
    HELP_TEXT = template(
        "The session has ended here, by what was said. {open_debrief} opens the debrief, {open_front_page} tomorrow's "
        "front page; the lobby offers the debrief again later."
    )

    def compose(self) -> ComposeResult:
        for number, widget in enumerate(super().compose()):
            yield widget
            if number == 0:
                yield RoomBar()

    def on_mount(self) -> None:
        seat_app(self).channel.say(table_spoken(self._table, self.podium.catalogue))
