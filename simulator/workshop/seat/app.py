"""The App of a trainee's seat: the lobby, and the press room behind it. Room events come in by one callback."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar, Protocol, runtime_checkable

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Label, TextArea

from simulator.language.catalogue import Catalogue, template
from simulator.workshop.room import events as e
from simulator.workshop.seat.prepared import PreparedApp
from simulator.workshop.seat.press_room import STYLES
from simulator.workshop.serving import words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from simulator.exercise.exercise import Exercise
    from simulator.workshop.room.events import RoomEvent
    from simulator.workshop.room.state import RoomState
    from simulator.workshop.seat.desk import SeatDesk, Topic
    from simulator.workshop.seat.placed import SeatScreen as SeatScreen
    from simulator.workshop.serving.channel import Channel

OWN_STYLES = Path(__file__).parent / "styles"

MESSAGES = (e.Injected, e.Hinted, e.Extended)
"""What is only told; it changes no key."""

OTHERS = (e.SeatTaken, e.SeatRemoved, e.SeatRestored, e.Begun, e.Noted, e.HallRated, e.HotWashAnswered)
"""What others do in the room and changes nothing here; the lobby counts them by itself."""


@runtime_checkable
class Moved(Protocol):
    """A screen that takes in what happens in the room."""

    async def room_moved(self, events: Sequence[RoomEvent]) -> None:
        """Some events of the room, in their order; the state of the room is already that after them."""
        ...


class SeatApp(PreparedApp):
    """One seat. There is no library behind it: one comes back to the lobby, and from there into the press room."""

    ARRIVES_BY_HAND = True
    # Those of the screens that every seat comes to as well: each that is read later has all widgets styled anew.
    CSS_PATH = [  # type: ignore[assignment]  # noqa: RUF012  # as Textual takes it
        STYLES / "app.tcss",
        STYLES / "reading.tcss",
        OWN_STYLES / "seat.tcss",
        STYLES / "press_room.tcss",
        STYLES / "own_words.tcss",
    ]
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f8", "open_messages", template("Messages to you"), key_display="F8"),
        Binding("f7", "write_note", template("Private note"), key_display="F7"),
        Binding("ctrl+q", "quit", template("Lobby"), key_display="Ctrl+Q", priority=True),
    ]

    def __init__(self, channel: Channel, desk: SeatDesk, catalogue: Catalogue) -> None:
        super().__init__(channel, desk, catalogue)
        self._news: list[tuple[int, RoomEvent]] = []
        self._stops: list[Callable[[], None]] = []

    def _register_child(self, parent: Any, child: Any, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401
        # F7 is a field's own key for marking everything, as Ctrl+A is; here it has to reach the App.
        if isinstance(child, TextArea):
            child._bindings.key_to_bindings.pop("f7", None)
        super()._register_child(parent, child, *args, **kwargs)

    def compose(self) -> ComposeResult:
        yield Label("PODIUM", id="curtain-name")
        yield Label(Content(self.say(template("You are being shown in…"))), id="curtain-text")

    # Beginning, and what comes in.

    async def _raise_curtain(self) -> None:
        from simulator.workshop.seat.lobby import LobbyScreen

        self._stops = [self.desk.room.subscribe(self._heard), self.desk.watch(self._told_of)]
        self.channel.returned = self._returned
        self.channel.title(f"{self.seat.name} · {self.desk.room.header.title}")
        if self.may_prepare:
            self.keep_hidden()
        await self.push_screen(LobbyScreen())
        self.call_after_refresh(self.arrive)
        self.prepare()

    def on_unmount(self) -> None:
        for stop in self._stops:
            stop()

    def _heard(self, state: RoomState, number: int, event: RoomEvent) -> None:
        """On the loop, but in nobody's App: only what concerns this seat is taken in, by the App itself."""
        if isinstance(event, OTHERS) and getattr(event, "seat", "") != self.desk.seat_id:
            return
        self._news.append((number, event))
        if len(self._news) == 1:
            self.call_later(self._take_news)

    def _told_of(self, topic: Topic) -> None:
        if topic == "trouble":
            self.call_later(self.show_room)

    def _returned(self) -> None:
        """On the loop, but in nobody's App: a browser has come to this place again."""
        self.call_later(self.look_after)

    async def _take_news(self) -> None:
        news, self._news = self._news, []
        events = [event for _, event in news]
        if any(isinstance(event, e.SeatRemoved) for event in events) and self.seat.removed:
            await self._show_out()
            return
        if self._part is not None and self._part != self.part:
            await self.begin_anew()
        self._speak_news(news)
        self.show_room(keys=not all(isinstance(event, MESSAGES) for event in events))
        self.prepare()
        if self.prepared is not None and self.exercise is not None:
            await self.room_moved(events)

    async def room_moved(self, events: Sequence[RoomEvent]) -> None:
        """Hand the room's news on to the screen of the session, if it takes them."""
        if isinstance(self.prepared, Moved):
            await self.prepared.room_moved(events)

    def _speak_news(self, news: Sequence[tuple[int, RoomEvent]]) -> None:
        numbers = {number for number, _ in news}
        for told in self.messages:
            if told.number in numbers:
                self.channel.say(told.spoken(self.catalogue))
        for _, event in news:
            if type(event) in SPOKEN:
                self.channel.say(self.say(SPOKEN[type(event)]))

    def press_room(self, exercise: Exercise) -> SeatScreen:
        from simulator.workshop.seat.table_roles import screen_of

        return screen_of(self, exercise)

    # Leaving.

    @property
    def at_library(self) -> bool:
        """There is none: one comes back to the lobby."""
        return False

    def to_library(self) -> None:
        self.to_home()

    async def action_quit(self) -> None:
        """Back to the lobby; from there one leaves by closing the page."""
        if self.screen is self.home:
            self.tell(self.say(template("Close this page to leave. Your seat stays yours, and all you did is kept.")))
        else:
            self.to_home()

    async def _show_out(self) -> None:
        from simulator.workshop.seat.lobby import RemovedScreen

        await self.push_screen(RemovedScreen())
        self.call_after_refresh(self.channel.end, self.say(words.REMOVED))

    # What a seat can open.

    async def action_open_messages(self) -> None:
        from simulator.workshop.seat.messages import MessagesScreen

        await self._open(MessagesScreen)

    async def action_write_note(self) -> None:
        from simulator.workshop.seat.note import NoteScreen

        await self._open(NoteScreen)

    async def action_hot_wash(self) -> None:
        """The closing questions, once they are asked."""
        from simulator.workshop.seat.hot_wash import HotWashScreen

        if self.room.hot_wash:
            await self._open(HotWashScreen)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """The closing questions are there once they have been asked."""
        return action != "hot_wash" or bool(self.room.hot_wash)

    def action_switch_language(self) -> None:
        super().action_switch_language()
        self.show_room()

    async def _open(self, kind: Callable[[], Any]) -> None:
        """Lay a screen over what is there; one that lies there already is taken away again."""
        if isinstance(self.screen, kind):  # type: ignore[arg-type]  # every kind is a class
            self.pop_screen()
        elif not any(isinstance(screen, kind) for screen in self.screen_stack):  # type: ignore[arg-type]
            await self.push_screen(kind())


SPOKEN: dict[type, str] = {
    e.Paused: template("The facilitator has paused the room."),
    e.Resumed: template("The room goes on."),
    e.HotWashAsked: template("The facilitator asks the closing questions."),
    e.Closed: template("The room is closed."),
}
"""What is said aloud of what happens in the room, besides messages."""
