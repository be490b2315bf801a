"""A seat's answer in its own words: the room's line stays in sight, and while the room is paused nothing is said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.widgets import TextArea

from simulator.tui.screens.own_words import OwnWordsScreen
from simulator.tui.widgets.countdown import Countdown
from simulator.workshop.seat.press_room import STYLES
from simulator.workshop.seat.room_bar import RoomBar, seat_app

if TYPE_CHECKING:
    from simulator.tui.screens.own_words import Answering
    from simulator.workshop.seat.press_room import SeatPressRoomScreen


class SeatOwnWordsScreen(OwnWordsScreen):
    """Goes on taking what is typed whatever happens in the room."""

    CSS_PATH = [STYLES / "own_words.tcss", "styles/seat.tcss"]  # type: ignore[assignment]  # noqa: RUF012  # as Textual takes it

    def __init__(self, answering: Answering, room: SeatPressRoomScreen) -> None:
        super().__init__(answering)
        self._room = room

    def compose(self) -> ComposeResult:
        for number, widget in enumerate(super().compose()):
            yield widget
            if number == 0:
                yield RoomBar()

    def show_countdown(self) -> None:
        """Draw the time left, and whether it stands."""
        self._show_countdown()

    def _show_countdown(self) -> None:
        self.query_one(Countdown).show(self._answering.left_ms(), stands=self._room.clock_stands)

    @on(TextArea.Changed)
    def _told_unsent(self) -> None:
        seat_app(self).unsent("answer", bool(self._area.text.strip()))

    async def action_say_it(self) -> None:
        """Say it, unless the facilitator holds the room up."""
        if self._room.refusal:
            self.podium.tell(self.say(self._room.refusal), severity="information")
        else:
            await super().action_say_it()
