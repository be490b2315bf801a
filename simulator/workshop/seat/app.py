"""The App of a trainee's seat: the lobby, and the press room behind it. Room events come in by one callback."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, ClassVar, Protocol, runtime_checkable

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Label, TextArea

from simulator.errors import PodiumError
from simulator.language.catalogue import Catalogue, template
from simulator.session.asked import present_id
from simulator.workshop.room import events as e
from simulator.workshop.seat.placed import PlacedApp
from simulator.workshop.seat.room_bar import RoomBar

if TYPE_CHECKING:
    from collections.abc import Sequence

    from simulator.exercise.exercise import Exercise
    from simulator.workshop.room.events import RoomEvent
    from simulator.workshop.room.state import RoomState
    from simulator.workshop.seat.desk import SeatDesk, Topic
    from simulator.workshop.seat.placed import SeatScreen as SeatScreen
    from simulator.workshop.serving.channel import Channel

MESSAGES = (e.Injected, e.Hinted, e.Extended)
"""What is only told; it changes no key."""

AGAIN = 3.0
"""Seconds after which a press room that could not be prepared is tried again."""

OTHERS = (e.SeatTaken, e.SeatRemoved, e.SeatRestored, e.Begun, e.Noted, e.HallRated, e.HotWashAnswered)
"""What others do in the room and changes nothing here; the lobby counts them by itself."""


@runtime_checkable
class Moved(Protocol):
    """A screen that takes in what happens in the room."""

    async def room_moved(self, events: Sequence[RoomEvent]) -> None:
        """Some events of the room, in their order; the state of the room is already that after them."""
        ...


class SeatApp(PlacedApp):
    """One seat. There is no library behind it: one comes back to the lobby, and from there into the press room."""

    ARRIVES_BY_HAND = True
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f8", "open_messages", template("Messages to you"), key_display="F8"),
        Binding("f7", "write_note", template("Private note"), key_display="F7"),
        Binding("ctrl+q", "quit", template("Lobby"), key_display="Ctrl+Q", priority=True),
    ]

    def __init__(self, channel: Channel, desk: SeatDesk, catalogue: Catalogue) -> None:
        super().__init__(channel, desk, catalogue)
        self.refused = ""
        """Why the press room could not be prepared, in the player's language."""
        self._part: tuple[int, str] | None = None
        self._preparing = False
        self._stays = False
        self.bars: set[RoomBar] = set()
        """The room's lines on all screens that are laid out; a query over their widgets would cost each seat more."""
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
        self.channel.title(f"{self.seat.name} · {self.desk.room.header.title}")
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

    def show_room(self, *, keys: bool = True) -> None:
        """Bring what tells of the room up to date: the line, the lobby, the messages if they are open.

        `keys` says whether other keys may work now; to find that out is dear, and comes to every seat at once.
        """
        for bar in tuple(self.bars):
            bar.show_room()
        getattr(self.screen, "show_room", lambda: None)()
        if keys:
            self.screen.refresh_bindings()

    def _speak_news(self, news: Sequence[tuple[int, RoomEvent]]) -> None:
        numbers = {number for number, _ in news}
        for told in self.messages:
            if told.number in numbers:
                self.channel.say(told.spoken(self.catalogue))
        for _, event in news:
            if type(event) in SPOKEN:
                self.channel.say(self.say(SPOKEN[type(event)]))

    # The press room.

    def press_room(self, exercise: Exercise) -> SeatScreen:
        """The screen of a session for this seat: to speak, to sit at a table, or in the hall."""
        from simulator.workshop.seat.table_roles import screen_of

        return screen_of(self, exercise)

    @property
    def may_prepare(self) -> bool:
        """Whether there is a session to be in, and none is at hand yet."""
        return self.exercise is None and self.room.started and bool(self.owner) and not self.room.closed

    def prepare(self) -> None:
        """Have the press room made ready, if it can be and is not yet."""
        if self.may_prepare and not self._preparing:
            self._preparing = True
            self.run_worker(self._prepare(), group="prepare")

    async def _prepare(self) -> None:
        try:
            await self._prepare_once()
        except PodiumError as error:
            self._preparing = False
            self.refused = " ".join(self.sentences(error))
            self.show_room()
            self.set_timer(AGAIN, self.prepare)
        else:
            self._preparing = False
            self.prepare()  # The room may have gone on to another run meanwhile.

    async def _prepare_once(self) -> None:
        part = self.part
        exercise, writing = await asyncio.to_thread(self._opened_session)
        self.refused = ""
        if part != self.part:
            return
        self.exercise, self._part = exercise, part
        if self.read < -1 and exercise.state.path:
            self.read = -1
        if not exercise.ended:
            async with self.desk.turn():
                await self._lay_out(self.press_room(exercise))
            if self.prepared is not None:
                self.prepared.goes_on_writing = writing
        self.show_room()
        await self.enter_if_ready()

    def _opened_session(self) -> tuple[Exercise, bool]:
        """The session, with what was ordered meanwhile, and whether an answer was being written. Blocks."""
        exercise = self.desk.exercise()
        if self.has_own_session:
            exercise.clock.pause()
        draft = self.house.draft(exercise.session_id)
        writing = bool(draft.text.strip()) and draft.scene == present_id(exercise.state)
        if self.room.speaks(
            self.seat
        ):  # Whoever follows a session leaves its questions and its language to the speaker.
            self.desk.apply_orders(exercise, questions=not writing)
            exercise.retell(self.house.retold(exercise.scenario))
        return exercise, writing

    async def _lay_out(self, screen: SeatScreen) -> None:
        """Mount the press room behind whatever is seen; it is kept when one leaves it for the lobby."""
        self._load_screen_css(screen)
        self.install_screen(screen, f"press-room-{id(screen)}")
        _, mounted = self._get_screen(screen)
        await mounted()
        if self.exercise is screen.exercise:
            self.prepared = screen
        else:
            await self._take_down(screen)

    async def _take_down(self, screen: SeatScreen) -> None:
        self.uninstall_screen(screen)
        if screen not in self.screen_stack:
            await screen.remove()

    async def enter_if_ready(self) -> None:
        """Go into the press room of one's own accord, unless one has left it on purpose or reads something else."""
        if not self._stays and self.screen is self.home:
            await self.enter()

    async def enter(self) -> None:
        """Go into the press room, if it is ready."""
        self._stays = False
        if self.prepared is not None and self.screen is self.home and not self.room.closed:
            await self.push_screen(self.prepared)

    async def begin_anew(self) -> None:
        """Leave the press room of a run, or of a speaker, for good; its session stays as it is."""
        left, self.prepared, self.exercise, self._part = self.prepared, None, None, None
        self._stays = False
        self.unsent("answer", False)
        await self._back_to_lobby()
        if left is not None:
            await self._take_down(left)

    async def ended(self, exercise: Exercise) -> None:
        """The session has come to its end: show it in place of the press room."""
        from simulator.workshop.seat.ending import SeatEndingScreen

        left, self.prepared = self.prepared, None
        if left is not None:
            self.uncover(left)
        await self.switch_screen(SeatEndingScreen(exercise))
        if left is not None:
            self.call_later(self._take_down, left)

    # Leaving.

    @property
    def at_library(self) -> bool:
        """There is none: one comes back to the lobby."""
        return False

    def to_library(self) -> None:
        self.to_home()

    def to_home(self) -> None:
        self._stays = True
        self.call_later(self._back_to_lobby)

    async def _back_to_lobby(self) -> None:
        """Take away whatever lies over the lobby; an answer that is being written is kept first."""
        from simulator.tui.screens.own_words import OwnWordsScreen

        home = self.home
        while self.screen is not home:
            if isinstance(self.screen, OwnWordsScreen):
                self.screen.dismiss()
            else:
                self.pop_screen()
        if self.exercise is not None and self.stands_away:
            self.exercise.clock.pause()

    async def action_quit(self) -> None:
        """Back to the lobby; from there one leaves by closing the page."""
        if self.screen is self.home:
            self.tell(self.say(template("Close this page to leave. Your seat stays yours, and all you did is kept.")))
        else:
            self.to_home()

    async def _show_out(self) -> None:
        from simulator.workshop.seat.lobby import RemovedScreen

        await self.push_screen(RemovedScreen())
        self.call_after_refresh(self.channel.end, self.say(REMOVED))

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


REMOVED = template("The facilitator has removed this seat.")

SPOKEN: dict[type, str] = {
    e.Paused: template("The facilitator has paused the room."),
    e.Resumed: template("The room goes on."),
    e.HotWashAsked: template("The facilitator asks the closing questions."),
    e.Closed: template("The room is closed."),
}
"""What is said aloud of what happens in the room, besides messages."""
