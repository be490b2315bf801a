"""The press room of a seat: as anybody's, but the facilitator may hold it up, move it on, and bring things into it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType

import simulator.tui
from simulator.language.catalogue import template
from simulator.scenario.single import parted
from simulator.tui.screens.press_room import PressRoomScreen
from simulator.tui.widgets.countdown import Countdown
from simulator.tui.widgets.stage import Stage
from simulator.tui.widgets.told import told_of
from simulator.tui.working import PATIENCE
from simulator.workshop.room import events as e
from simulator.workshop.seat.gate import waits_for_room
from simulator.workshop.seat.room_bar import RoomBar, seat_app
from simulator.workshop.seat.spoken import aftermath_spoken, table_spoken

if TYPE_CHECKING:
    from simulator.exercise.exercise import Exercise
    from simulator.scenario.model import Scenario
    from simulator.session.state import SessionState
    from simulator.tui.screens.own_words import OwnWordsScreen
    from simulator.workshop.room.events import RoomEvent
    from simulator.workshop.seat.app import SeatApp

STYLES = Path(simulator.tui.__file__).parent / "styles"
"""Where the styles of the screens are that a seat's are made of."""

PAUSED = template("The facilitator has paused the room: what you type is kept, and you go on when it goes on.")
CLOSED = template("The room is closed: nothing more is recorded. The debrief is in the lobby.")
WAITS = template("The facilitator moves the room on: the next question comes to all at the same time.")

LOOK_AGAIN = 0.05
"""Seconds between two looks whether a step is still being recorded."""


class SeatPressRoomScreen(PressRoomScreen):
    """Told of the room's events by `room_moved`; while the room is paused, its clock stands and no step is made."""

    CSS_PATH = [STYLES / "press_room.tcss", "styles/seat.tcss"]  # type: ignore[assignment]  # noqa: RUF012  # as Textual takes it
    # A phone's bar of keys has one that is called Speak: at a question it opens the field, and never says a line.
    BINDINGS: ClassVar[list[BindingType]] = [Binding("f9", "own_words", "", show=False)]

    HELP_TEXT = template(
        "Mark a line with the arrow keys or its number and say it with {say_line}; {own_words} lets you answer in your "
        "own words, {open_dossier} opens the dossier.\n"
        "The line under the title tells what the facilitator does. While the room is paused the clock stands, and what "
        "you type is kept. {open_messages} shows what was sent to you, {write_note} writes a note that only the "
        "facilitator reads.\n"
        "Every answer is kept at once. If the connection breaks or you close the lid, the clock stands, and you come "
        "back to this very place; {leave} leads to the lobby."
    )

    def __init__(self, exercise: Exercise) -> None:
        super().__init__(exercise)
        self.goes_on_writing = False
        """Whether an answer was being written when the seat was left: its field is opened on entering."""
        self._held = False
        self._entered = False
        self._ordering = asyncio.Lock()

    @property
    def seat_app(self) -> SeatApp:
        """The App, as that of a seat."""
        return seat_app(self)

    def compose(self) -> ComposeResult:
        for number, widget in enumerate(super().compose()):
            yield widget
            if number == 0:
                yield RoomBar()

    def on_mount(self) -> None:
        """Whoever comes back to a closed gate sees the aftermath again, and not the question behind it."""
        if waits_for_room(self.seat_app.room, self.exercise.state) and not self.exercise.ended:
            self.looking_back = told_of(self.exercise) is not None
            self._held = self.looking_back

    def on_unmount(self) -> None:
        """Nobody answers here any more, be it that the seat was removed or that its browser stayed away too long."""
        if self.seat_app.has_own_session:
            self.exercise.clock.pause()

    async def on_screen_resume(self) -> None:
        """It is seen, for the first time or again."""
        self.set_clock()
        if not self._entered:
            self._entered = True
            self._speak()
        self.query_one(RoomBar).show_room()
        if self.goes_on_writing:
            self.goes_on_writing = False
            self.call_after_refresh(self.free.open)
        elif self._held:
            await self._let_go()
        self._take_what_waits()

    def _warm_up(self) -> None:
        """Nothing is drawn unseen for each seat: the node has done so once for all before anybody came."""

    def retell(self, story: Scenario) -> None:
        self._tell_as(story)

    @work(exclusive=True, group="retold")
    async def _tell_as(self, story: Scenario) -> None:
        """Off the loop: others at the table may hold the session while its record is out of reach."""
        await asyncio.to_thread(self.exercise.retell, story)
        self.fill()
        for words in self.own_words_open:
            words.fill()

    # The clock, and what is refused.

    @property
    def waiting(self) -> bool:
        """Whether the aftermath stays until the facilitator goes on."""
        return self.looking_back and not self.table.ended and waits_for_room(self.seat_app.room, self.exercise.state)

    @property
    def clock_stands(self) -> bool:
        """Whether time does not count for the question on the table.

        It stands, in an exam too, while whoever is to answer has no browser here: a broken line costs nobody an answer.
        """
        room = self.seat_app.room
        app, here = self.seat_app, self in self.app.screen_stack
        away = not here and (app.stands_away or (app.has_own_session and not self._entered))
        return room.paused or room.closed or self.looking_back or self.free.reading or away or app.channel.away

    def set_clock(self) -> None:
        """Let the clock run or stand, as everything is now."""
        clock = self.exercise.clock
        (clock.pause if self.clock_stands else clock.go_on)()

    def show_countdown(self) -> None:
        timed = not self.looking_back and not self.table.ended
        self.query_one(Countdown).show(self.exercise.time_left_ms if timed else None, stands=self.clock_stands)

    async def tick(self) -> None:
        self.set_clock()
        if self.seat_app.room.paused or self.seat_app.room.closed or self not in self.app.screen_stack:
            self.show_countdown()
        else:
            await super().tick()

    @property
    def refusal(self) -> str:
        """Why no step is made now, as a template; empty if it is."""
        room = self.seat_app.room
        return CLOSED if room.closed else PAUSED if room.paused else ""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """It is the facilitator who pauses; and what the hall has heard is said: its ratings are of this answer."""
        if action == "pause" or (action == "take_back" and self.seat_app.room.pace == "hot_seat"):
            return False
        return super().check_action(action, parameters)

    async def make_step(self, step: Callable[[], object], scene: str = "") -> None:
        if self.refusal:
            self._tell_quietly(self.refusal)
            return
        if self._ordering.locked():
            with suppress(TimeoutError):
                await asyncio.wait_for(self._orders_taken(), PATIENCE)
        await super().make_step(step, scene)

    async def _orders_taken(self) -> None:
        async with self._ordering:
            pass

    async def action_go_on(self) -> None:
        held = self.refusal or (WAITS if self.waiting else "")
        if self.looking_back and held:
            self._tell_quietly(held)
            return
        await super().action_go_on()
        self.set_clock()
        self._take_what_waits()

    async def _moved(self, before: SessionState, *, look_back: bool = True) -> None:
        await super()._moved(before, look_back=look_back)
        self.set_clock()
        self._held = self.waiting
        self.seat_app.unsent("answer", bool(self.free.draft.strip()))
        self.query_one(RoomBar).show_room()
        self._take_what_waits()

    # What the facilitator does.

    async def room_moved(self, events: Sequence[RoomEvent]) -> None:
        """Take in what has happened in the room; the room's line is brought up to date by the App."""
        self.set_clock()
        self.show_countdown()
        for words in self.own_words_open:
            words.show_countdown()
        await self._let_go()
        if any(isinstance(event, e.Order) for event in events):
            self.take_orders()

    async def _let_go(self) -> None:
        """Take on whoever waited at a gate that is open now."""
        if not self._held or self.waiting or self.refusal or self not in self.app.screen_stack:
            return
        self._held = False
        if self.looking_back:
            await self.action_go_on()
            self.query_one(RoomBar).show_room()

    @property
    def own_words_open(self) -> Sequence[SeatOwnWordsScreen]:
        """The screen on which an answer is being written, if it is there."""
        from simulator.workshop.seat.own_words import SeatOwnWordsScreen

        return [screen for screen in self.app.screen_stack if isinstance(screen, SeatOwnWordsScreen)]

    @property
    def writing(self) -> bool:
        """Whether an answer is being written or graded, or lies there unsaid: no other question comes between."""
        return bool(self.own_words_open) or self.free.reading or self.goes_on_writing or bool(self.free.draft.strip())

    def _take_what_waits(self) -> None:
        if self.seat_app.questions_wait and not self.writing:
            self.take_orders()

    def take_orders(self) -> None:
        """Have put into the session what the facilitator has ordered, and show it."""
        self.app.run_worker(self._take_orders(), group="orders")

    async def _take_orders(self) -> None:
        async with self._ordering:
            while self.podium.busy:
                await asyncio.sleep(LOOK_AGAIN)
            if not self.is_attached:
                return
            before, desk, questions = self.exercise.state, self.seat_app.desk, not self.writing

            async def done(_: None) -> None:
                await self._ordered(before)

            await self.podium.off_the_loop(lambda: desk.apply_orders(self.exercise, questions=questions), done)

    async def _ordered(self, before: SessionState) -> None:
        """Show what came of orders. A question takes the table, unless an aftermath is being read."""
        state = self.exercise.state
        if state is before or not self.is_attached:
            return
        asks = state.press is not None and state.press is not before.press
        if asks and (self._held or not self.looking_back):
            self.free.stepped(before)
            self.looking_back = self.shows_model = self._held = False
            self.set_clock()
            await self.enter_scene()
        else:
            self.fill()
        for words in self.own_words_open:
            words.fill()
        self.query_one(RoomBar).show_room()

    # What is shown.

    def fill(self) -> None:
        if self.query(Stage):  # A field that was open over it may tell of its end only when it is gone.
            super().fill()

    def own_words_screen(self) -> OwnWordsScreen:
        from simulator.workshop.seat.own_words import SeatOwnWordsScreen

        return SeatOwnWordsScreen(self.free, self)

    async def enter_scene(self) -> None:
        await super().enter_scene()
        if self._entered and (self.looking_back or not self.table.ended):
            self._speak()

    def _speak(self) -> None:
        told = told_of(self.exercise) if self.looking_back else None
        catalogue = self.podium.catalogue
        spoken = aftermath_spoken(told, catalogue) if told else table_spoken(self.table, catalogue)
        self.seat_app.channel.say(spoken)

    def _left(self, leave: bool | None) -> None:
        if leave:
            self.podium.to_home()

    @property
    def what_is_kept(self) -> str:
        if parted(self.exercise.scenario.id)[1] or (self.answering and self.free.draft.strip()):
            return super().what_is_kept
        return template("Every answer so far is kept. Enter brings you back from the lobby to this very place.")

    async def _to_ending(self) -> None:
        await self.seat_app.ended(self.exercise)


if TYPE_CHECKING:
    from simulator.workshop.seat.own_words import SeatOwnWordsScreen
