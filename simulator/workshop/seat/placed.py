"""What the App of a seat knows of its place in the room: whose session it is in, what it was told, what is unsent."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from simulator.tui.app import PodiumApp
from simulator.tui.preferences import Preferences
from simulator.tui.screens.base import PodiumScreen
from simulator.workshop.room import events as e
from simulator.workshop.seat.inbox import inbox, unread
from simulator.workshop.seat.room_bar import Now
from simulator.workshop.serving.served import Served

if TYPE_CHECKING:
    from simulator.exercise.exercise import Exercise
    from simulator.language.catalogue import Catalogue
    from simulator.workshop.room.state import RoomState, Seat
    from simulator.workshop.seat.desk import SeatDesk
    from simulator.workshop.seat.inbox import Told
    from simulator.workshop.seat.room_bar import RoomBar
    from simulator.workshop.serving.channel import Channel

    class SeatScreen(PodiumScreen[None]):
        """What a seat takes part in a session by: the press room, or a screen that follows whoever speaks.

        `goes_on_writing`: an answer was being written when the seat was left, and its field is to be opened.
        """

        exercise: Exercise
        goes_on_writing: bool


class PlacedApp(Served, PodiumApp):
    """An App with a place in a room. Nothing of the user's own is read or kept: it is somebody else's machine."""

    def __init__(self, channel: Channel, desk: SeatDesk, catalogue: Catalogue) -> None:
        super().__init__(channel, desk.house, catalogue, preferences=Preferences(None))
        self.desk = desk
        self.exercise: Exercise | None = None
        """The session of the present run, once it is at hand."""
        self.prepared: SeatScreen | None = None
        """Its press room, laid out and ready to be entered; None before that and after its end."""
        self.read = -2
        """The number of the message that was read last."""
        self.note = ""
        """What was being written to the facilitator."""
        self.closing: tuple[str, ...] = ()
        """What was being written in answer to the closing questions."""
        self.bars: set[RoomBar] = set()
        """The room's lines on all screens that are laid out; a query over their widgets would cost each seat more."""
        self._unsent: frozenset[str] = frozenset()

    @property
    def room(self) -> RoomState:
        """The room as this node has it."""
        return self.desk.room.state

    @property
    def seat(self) -> Seat:
        """This place in it."""
        return self.room.seats[self.desk.seat_id]

    @property
    def owner(self) -> str:
        """Whose session it takes part in; empty while nobody is in the hot seat."""
        return self.room.owner(self.seat)

    @property
    def part(self) -> tuple[int, str]:
        """Which run it is, and whose session this seat takes part in."""
        return self.room.run, self.owner

    @property
    def has_own_session(self) -> bool:
        """Whether nobody else takes part in it, so that its clock may stand while one is out of the press room."""
        return self.owner == self.seat.id and self.room.pace != "hot_seat"

    @property
    def stands_away(self) -> bool:
        """Whether the clock stands while one is in the lobby: not for others at the table, and in no exam."""
        return self.has_own_session and self.exercise is not None and self.exercise.rules.pause

    @property
    def messages(self) -> Sequence[Told]:
        """All that this seat has been told, the earliest first."""
        return inbox(self.room, self.seat)

    @property
    def unread(self) -> Sequence[Told]:
        """Messages that have not been opened yet."""
        return unread(self.messages, self.read)

    @property
    def questions_wait(self) -> bool:
        """Whether the facilitator asks something that is not in the session yet."""
        if self.exercise is None:
            return False
        orders = (one for one in self.room.orders_for(self.owner) if isinstance(one.event, e.Asked))
        return any(one.number not in self.exercise.state.orders for one in orders)

    @property
    def now(self) -> Now:
        """What the room's line tells of."""
        from simulator.workshop.seat.press_room import SeatPressRoomScreen

        here = self.prepared if isinstance(self.prepared, SeatPressRoomScreen) else None
        return Now(
            self.room,
            self.desk.trouble,
            waits=here is not None and here.waiting,
            question=here is not None and here.writing and self.questions_wait,
            unread=self.unread,
            washed=self.seat.id in self.room.hot_washed,
        )

    def show_room(self, *, keys: bool = True) -> None:
        """Bring what tells of the room up to date: the line, the lobby, the messages if they are open.

        `keys` says whether other keys may work now; to find that out is dear, and comes to every seat at once.
        """
        for bar in tuple(self.bars):
            bar.show_room()
        getattr(self.screen, "show_room", lambda: None)()
        if keys:
            self.screen.refresh_bindings()

    def unsent(self, what: str, is_unsent: bool) -> None:
        """Take note of whether something unsent is being written, so that the page guards against leaving."""
        before = self._unsent
        self._unsent = before | {what} if is_unsent else before - {what}
        if bool(before) != bool(self._unsent):
            self.channel.draft(bool(self._unsent))
