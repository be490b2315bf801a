"""What the screens of those who do not speak have in common: they follow the session that another seat plays."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.binding import Binding, BindingType
from textual.message import Message

from simulator.errors import PodiumError
from simulator.language.catalogue import template
from simulator.session.replay import replay
from simulator.session.view import View, view
from simulator.tui.screens.base import PodiumScreen
from simulator.tui.widgets.told import Told, told_of
from simulator.workshop.room import events as e
from simulator.workshop.seat.listening import QUICK, Heard, Listening, Paced
from simulator.workshop.seat.role_card import desk_for, hidden_from
from simulator.workshop.seat.spoken import table_spoken

if TYPE_CHECKING:
    from simulator.exercise.exercise import Exercise
    from simulator.scenario.model import Scenario
    from simulator.session.modes import Rules
    from simulator.session.state import SessionState
    from simulator.session.view import Desk
    from simulator.workshop.room.events import RoomEvent
    from simulator.workshop.room.state import RoomState, Seat
    from simulator.workshop.seat.app import SeatApp
    from simulator.workshop.seat.desk import SeatDesk

SEATING = (e.Rotated, e.SeatTaken, e.SeatRemoved, e.SeatRestored)
"""What can change who has which role at a table."""


class Reseated(Message, bubble=False):
    """Roles may have changed, or something else in the room that this screen listens for."""


class ListeningScreen(PodiumScreen[None]):
    """`exercise` belongs to whoever speaks, and is read only; `state` is as it was when the screen was last filled.

    Everybody may read in a language of one's own: then the session is replayed in it.
    """

    HEARS: ClassVar[tuple[type, ...]] = SEATING
    """Which of the room's events change something here."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f2", "open_dossier", template("Dossier"), key_display="F2"),
    ]

    def __init__(self, exercise: Exercise, desk: SeatDesk) -> None:
        super().__init__()
        self.exercise = exercise
        self.desk = desk
        self.goes_on_writing = False
        self.scenario = exercise.scenario
        self.state = exercise.state
        self._seen = len(exercise.events)
        self._stops: list[Callable[[], None]] = []
        self._entries = Paced(self, self._catch_up, self._caught_up, QUICK)
        self._spoke_first = False

    # As those see it who show a session: it is no Exercise of this seat's.

    @property
    def rules(self) -> Rules:
        """What the session's mode shows and allows."""
        return self.exercise.rules

    @property
    def story(self) -> Scenario:
        return self.scenario

    def retell(self, story: Scenario) -> None:
        """Only for this screen; whoever speaks goes on in another language."""
        self._tell_as(story)

    @work(exclusive=True, group="retold")
    async def _tell_in_own_language(self) -> None:
        """The session goes on in the language of whoever speaks; here it is told in that of this seat."""
        try:
            story = await asyncio.to_thread(self.desk.house.retold, self.scenario)
        except PodiumError:
            return  # Then it is told as the speaker has it.
        if story is not self.scenario:
            await self._told_as(story)

    @work(exclusive=True, group="retold")
    async def _tell_as(self, story: Scenario) -> None:
        await self._told_as(story)

    async def _told_as(self, story: Scenario) -> None:
        self.state = await asyncio.to_thread(self._state_in, story)
        self.scenario = story
        self.fill()

    @property
    def table(self) -> View:
        """What is on the table now."""
        return view(self.scenario, self.state)

    def told(self) -> Told | None:
        """What there is to tell of the last step, as far as the mode tells it."""
        told = told_of(self)  # type: ignore[arg-type]  # it reads scenario, state and rules alone
        return replace(told, confidence=None) if told else None  # How sure one was, only the speaker says.

    @property
    def room(self) -> RoomState:
        return self.desk.room.state

    @property
    def seat(self) -> Seat:
        return self.room.seats[self.desk.seat_id]

    @property
    def seat_app(self) -> SeatApp:
        """The App, by its own type."""
        from simulator.workshop.seat.app import SeatApp

        assert isinstance(self.app, SeatApp)
        return self.app

    # What comes in.

    def on_mount(self) -> None:
        listening = Listening(self, self.desk, self.exercise)
        self._stops = [listening.stop, self.desk.room.subscribe(self._room_told)]
        self._entries.news()
        self._tell_in_own_language()

    def on_screen_resume(self) -> None:
        """It is seen, for the first time or again; who is read to hears once where the session is."""
        if not self._spoke_first:
            self._spoke_first = True
            self.speak()

    def on_unmount(self) -> None:
        for stop in self._stops:
            stop()
        self._stops = []

    def _room_told(self, state: RoomState, number: int, event: RoomEvent) -> None:
        """On the loop, but in nobody's App."""
        if isinstance(event, self.HEARS) and self.concerns(state, event):
            self.post_message(Reseated())

    def concerns(self, state: RoomState, event: RoomEvent) -> bool:
        """Whether an event of HEARS changes something here."""
        return True

    @on(Heard)
    def _heard(self, message: Heard) -> None:
        if message.topic == "entries":
            self._entries.news()
        elif message.topic == "drafts":
            self.drafts_written()

    def drafts_written(self) -> None:
        """Somebody at the table has written something."""

    @on(Reseated)
    async def _reseated(self) -> None:
        await self.room_changed()

    async def room_changed(self) -> None:
        """Something in the room has changed that matters here."""

    async def room_moved(self, events: Sequence[RoomEvent]) -> None:
        """As of a press room; what matters is heard by the screen itself."""

    def _catch_up(self) -> SessionState:
        """The session as it stands. All seats of a node share one exercise: whoever is first reads for the others."""
        known = len(self.exercise.events)
        if known == self._seen:
            self.exercise.refresh()
            known = len(self.exercise.events)
        self._seen = known
        return self._state_in(self.scenario)

    def _state_in(self, story: Scenario) -> SessionState:
        """The session as it stands, told as in `story`."""
        if story is self.exercise.scenario:
            return self.exercise.state
        return replay(story, self.exercise.events).state

    def _caught_up(self, state: SessionState) -> None:
        before, self.state = self.state, state
        if state is not before and state != before:
            self.call_later(self.session_moved, before)

    async def session_moved(self, before: SessionState) -> None:
        """The session has gone on, or a step was taken back."""
        self.fill()

    def spoken(self) -> str:
        """What is read aloud, for who asked for it, of what is on the screen now."""
        return table_spoken(self.table, self.podium.catalogue)

    def speak(self) -> None:
        """Have it read aloud."""
        if self.is_attached and not self.table.ended:
            self.seat_app.channel.say(self.spoken())

    # Keys.

    def left_ms(self) -> int | None:
        """What is left of the time to answer in; None where there is no limit."""
        return self.exercise.time_left_ms

    def own_desk(self) -> Desk:
        """The dossier as this seat reads it now."""
        return desk_for(self.scenario, self.state, hidden_from(self.scenario, self.room, self.seat))

    async def action_open_dossier(self) -> None:
        """The dossier without what other roles' cards hold."""
        from simulator.tui.screens.dossier import DossierScreen

        preparation = self.state.preparation
        own = preparation.messages if preparation else ()
        await self.app.push_screen(DossierScreen(self.own_desk(), self.table.time, self.left_ms, own, self.own_desk))

    def action_leave(self) -> None:
        """To the lobby; the session goes on."""
        self.podium.to_home()
