"""The steps of the press room: each is recorded before the screen moves on."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from textual import on

from simulator.errors import PodiumError
from simulator.language.catalogue import template
from simulator.scenario.scenes import OWN_WORDS, Question
from simulator.session.asked import present_id
from simulator.session.events import IllegalEvent
from simulator.tui.screens.free_answer import FreeAnswer
from simulator.tui.screens.press_room_looks import LookingRoom
from simulator.tui.widgets.countdown import Countdown
from simulator.tui.widgets.stage import Stage
from simulator.tui.widgets.told import told_of

if TYPE_CHECKING:
    from simulator.exercise.exercise import Exercise
    from simulator.session.state import SessionState
    from simulator.tui.screens.own_words import OwnWordsScreen

QUIET_SECONDS = 4

PATIENT_TICKS = 20
"""Looks at the clock between two attempts to record that time has run out, if it could not be recorded."""


class SteppingRoom(LookingRoom):
    """Makes the steps, by key, by click or as the time runs out. After each, `enter_scene` shows what is next."""

    def __init__(self, exercise: Exercise) -> None:
        super().__init__(exercise)
        self.free = FreeAnswer(self)
        self.before: SessionState | None = None
        """The state before the last step."""
        self.shows_model = False
        self._patience = 0

    async def enter_scene(self) -> None:
        """Go to what is next: the aftermath, the scene on the table, or the ending."""
        raise NotImplementedError

    def own_words_screen(self) -> OwnWordsScreen:
        """The screen on which an answer in own words is written."""
        from simulator.tui.screens.own_words import OwnWordsScreen

        return OwnWordsScreen(self.free)

    async def tick(self) -> None:
        self.show_countdown()
        self._patience = max(0, self._patience - 1)
        if self.looking_back or self._patience or self.podium.busy or self.exercise.time_left_ms != 0:
            return
        self._patience = PATIENT_TICKS
        await self.make_step(self.exercise.let_time_pass)
        if self.looking_back:
            self.podium.uncover(self)

    def show_countdown(self) -> None:
        timed = not self.looking_back and not self.table.ended
        self.query_one(Countdown).show(self.exercise.time_left_ms if timed else None)

    async def action_say_line(self) -> None:
        """Say the marked line."""
        offer, scene = self.marked, self.table.scene.id
        if offer == OWN_WORDS:
            await self.free.open()
        elif offer:
            await self.make_step(lambda: self.exercise.choose_line(offer), scene)
        else:
            self._tell_quietly(template("Mark a line first, with ↑↓ or its number."))

    async def action_own_words(self) -> None:
        """Answer in one's own words."""
        await self.free.open()

    async def action_take_option(self) -> None:
        """Decide for the marked option."""
        offer, scene = self.marked, self.table.scene.id
        if offer:
            await self.make_step(lambda: self.exercise.take_option(offer), scene)
        else:
            self._tell_quietly(template("Mark an option first, with ↑↓ or its number."))

    def _tell_quietly(self, text: str) -> None:
        self.podium.tell(self.say(text), severity="information", seconds=QUIET_SECONDS)

    async def action_go_on(self) -> None:
        """Past the aftermath, or past an inject."""
        if self.looking_back:
            self.looking_back = self.shows_model = False
            self.free.forget()
            self.exercise.clock.go_on()
            await self.enter_scene()
        else:
            await self.make_step(self.exercise.go_on, self.table.scene.id)

    def action_own_words_closed(self) -> None:
        """Say why own words are not taken here: what is typed in the belief that they are would act as keys."""
        if self.deciding:
            text = template("A decision is made by one of its options; your own words are for questions.")
        elif self.answering:
            text = template("This question is answered by one of its lines only.")
        else:
            text = template("No question waits for an answer now; own words are open again at the next one.")
        self._tell_quietly(text)

    async def action_take_back(self) -> None:
        """Take the last step back, once it is confirmed: a letter is easily hit by whoever believes that they type."""
        from simulator.tui.screens.confirm import ConfirmScreen

        asked = ConfirmScreen(
            template("Take this back?"),
            template("You choose again at the same place. The record keeps what you take back."),
            no=template("Keep it [Esc]"),
            yes=template("Take it back"),
            leaving=False,
        )
        await self.app.push_screen(asked, self._take_back_if)

    def _take_back_if(self, yes: bool | None) -> None:
        if yes:
            self.app.call_later(self.make_step, self.exercise.take_back)

    async def action_rate(self, confidence: int) -> None:
        """Say how sure one was of the answer on show, which stays on show."""

        async def done(refusal: IllegalEvent | None) -> None:
            if refusal is not None:
                self.podium.tell(self.say(refusal.message, **refusal.params))
            self.fill()

        await self.podium.off_the_loop(lambda: self._tried(lambda: self.exercise.rate(confidence)), done)

    @on(Stage.Taken)
    def _clicked(self) -> None:
        """The marked offer was clicked again. The App makes the step, in turn with the keys."""
        question = isinstance(self.table.scene, Question)
        self.app.call_later(self.run_action, "say_line" if question else "take_option")

    @on(Stage.Rated)
    def _rated(self, message: Stage.Rated) -> None:
        """It was clicked how sure one was. The App does it, in turn with the keys."""
        self.app.call_later(self.run_action, f"rate({message.confidence})")

    async def make_step(self, step: Callable[[], object], scene: str = "") -> None:
        """Make one step, if the scene is still the one it was meant for.

        It is recorded before the screen moves on, in a thread, for a disk or a database may take its time.
        If it is refused, nothing has changed, and the same key works again later.
        """
        before = self.exercise.state
        if scene and scene != present_id(before):
            return

        async def done(refusal: IllegalEvent | None) -> None:
            if refusal is not None:
                self.podium.tell(self.say(refusal.message, **refusal.params))
            await self._moved(before)

        async def failed(error: PodiumError) -> None:
            self.podium.say_error(error)
            # Another program may have gone on with this session, and its steps been taken over.
            await self._moved(before, look_back=False)

        await self.podium.off_the_loop(lambda: self._tried(step), done, failed)

    async def _moved(self, before: SessionState, *, look_back: bool = True) -> None:
        self.free.stepped(before)
        after = self.exercise.state
        if after is before or not self.is_attached:
            return
        self.before = before
        self.looking_back = look_back and len(after.path) > len(before.path) and told_of(self.exercise) is not None
        self._patience = 0
        self.shows_model = False
        if self.looking_back:
            self.exercise.clock.pause()
        else:
            self.exercise.clock.go_on()
        await self.enter_scene()

    def _tried(self, step: Callable[[], object]) -> IllegalEvent | None:
        """Make a step, in a thread; returns the refusal if the session does not accept it.

        The public's reaction is read there too, so that it is at hand when the screen is painted.
        """
        try:
            step()
        except IllegalEvent as refusal:
            return refusal
        self.read_public()
        return None
