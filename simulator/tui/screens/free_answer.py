"""An answer in one's own words, from the key that opens the field to the step that it becomes."""

from __future__ import annotations

import asyncio
import secrets
from typing import TYPE_CHECKING

from simulator.language.catalogue import template
from simulator.scenario.scenes import SILENCE
from simulator.session.asked import present_id
from simulator.session.modes import Mode
from simulator.session.press import Press
from simulator.session.state import SessionState
from simulator.session.view import View
from simulator.tui.house import Draft
from simulator.tui.widgets.side import Notes

if TYPE_CHECKING:
    from simulator.session.hints import Hint
    from simulator.tui.screens.own_words import OwnWordsScreen
    from simulator.tui.screens.press_room_steps import SteppingRoom

ANOTHER = template(
    "This answer is being written in another window too. Nothing is overwritten: both texts are kept, and stand one "
    "under the other when the field is next opened anew."
)
BOTH = template(
    "Two windows wrote this answer: both texts stand in the field, one under the other. Keep what you want."
)
NOT_SAID = template(
    "Your answer was not said: another window had answered meanwhile. What you wrote stands in the field at the next "
    "question."
)


class FreeAnswer:
    """The press room's hand for it: keeps the draft, has the answer graded, and gives it as a step.

    There is one draft, for the question on the table; it is kept for the next start of Podium too.
    """

    def __init__(self, room: SteppingRoom) -> None:
        self.reading = False
        """Whether an answer is being graded."""
        self._room = room
        self._draft: Draft | None = None
        self._kept = Draft()
        self._window = secrets.token_hex(4)
        self._told_beside = False
        self._unsaid = self._saying = ""
        self._keeping = asyncio.Lock()
        self._scene = ""
        self._screen: OwnWordsScreen | None = None
        """The field while one writes in it."""
        self._field: OwnWordsScreen | None = None
        """The same, once it is laid out."""

    @property
    def title(self) -> str:
        """What the scenario is called."""
        return self._room.exercise.scenario.title

    @property
    def notes(self) -> Notes:
        """The messages, to write by."""
        return self._room.notes

    @property
    def mode(self) -> Mode:
        """The session's mode."""
        return self._room.exercise.state.mode

    @property
    def press(self) -> Press | None:
        """The press that waits for the answer, if it is one."""
        return self._room.exercise.state.press

    @property
    def hint(self) -> Hint | None:
        """The hint, if it has been asked for."""
        return self._room.hint

    @property
    def table(self) -> View:
        return self._room.table

    @property
    def draft(self) -> str:
        """What has been written for the question on the table, or what could not be said at the one before."""
        return self.draft_for(present_id(self._room.exercise.state)) or self._unsaid

    def draft_for(self, scene: str) -> str:
        """What has been written for a scene, as far as it has been read in."""
        return self._draft.text if self._draft is not None and self._draft.scene == scene else ""

    async def open(self) -> None:
        """Open the field; what was written in an earlier session is read in first."""
        house, session = self._room.podium.house, self._room.exercise.session_id
        if self._draft is None:
            await self._room.podium.off_the_loop(lambda: house.draft(session, self._window), self._open)
        else:
            await self._open(self._draft)

    async def _open(self, draft: Draft) -> None:
        if self._draft is None:
            self._draft = self._kept = draft._replace(beside=0)
            if draft.beside and draft.scene == present_id(self._room.exercise.state):
                self._tell(BOTH)
        if self._room.answering and self._room.is_current:
            self._scene = present_id(self._room.exercise.state)
            self._screen = self._opened_field()
            # Should it fail, the first answer will tell.
            warming = asyncio.to_thread(self._room.podium.house.warm_up)
            self._room.app.run_worker(warming, group="warm-up", exit_on_error=False)
            await self._room.app.push_screen(self._screen, self._closed)

    def _opened_field(self) -> OwnWordsScreen:
        """The field, as it stands for this question. It is laid out once: to do so for each answer is dear."""
        if self._field is None:
            self._field = self._room.own_words_screen()
            self._room.app.install_screen(self._field, f"own-words-{id(self._field)}")
        else:
            self._field.begin_anew()
        return self._field

    def field_ahead(self) -> OwnWordsScreen | None:
        """The field, to be laid out before anybody asks for it; None if it is there already."""
        if self._field is not None:
            return None
        return self._opened_field()

    async def put_away(self) -> None:
        """Let go of the field, for the press room is left for good."""
        field, self._field = self._field, None
        app = self._room.app
        if field is not None and app.is_running:
            app.uninstall_screen(field)
            if field not in app.screen_stack and field.is_running:
                await field.remove()

    def _closed(self, _: None) -> None:
        self._screen = None
        self._keep_soon(self._draft or Draft())
        self._room.fill()

    def write(self, text: str) -> None:
        """Take note of what is written now."""
        if self._screen is not None:
            self._unsaid = ""
            self._draft = Draft(self._scene, text)

    def forget(self) -> None:
        """The scene is done with, and so is what was written for it."""
        if self._draft is not None:
            self._draft = Draft()
            self._keep_soon(self._draft)

    def keep(self) -> None:
        """Keep what is being written for the next start of Podium."""
        if self._screen is not None and self._draft is not None:
            self._keep_soon(self._draft)

    def _keep_soon(self, draft: Draft) -> None:
        if draft != self._kept:
            self._kept = draft
            self._room.app.run_worker(self._keep(draft), group="draft")

    async def _keep(self, draft: Draft) -> None:
        house, session = self._room.podium.house, self._room.exercise.session_id
        async with self._keeping:  # One after the other, so that the last is what stays.
            beside = await asyncio.to_thread(house.keep_draft, session, draft, self._window)
            if beside and draft.text and not self._told_beside:
                self._told_beside = True
                self._tell(ANOTHER)
            if self._screen is not None and draft.text:
                await asyncio.to_thread(house.listen, self._room.exercise, draft.text)

    def left_ms(self) -> int | None:
        """What is left of the time to answer in."""
        return self._room.left_ms()

    def open_dossier(self) -> None:
        """The dossier, over whatever is being written."""
        self._room.open_dossier()

    async def say(self, text: str) -> None:
        """Have an answer graded and give it. The clock stands meanwhile: grading is not the trainee's time."""
        room = self._room
        if self.reading or room.podium.busy:
            room.podium.tell_busy()
            return
        house, exercise = room.podium.house, room.exercise
        self.reading, self._saying = True, text
        exercise.clock.pause()
        self._show_state()
        asked = present_id(exercise.state)  # Another question may come on the table while this is graded.
        await room.make_step(lambda: exercise.answer(text, house.grade(exercise, text), asked), asked)

    def stepped(self, before: SessionState) -> None:
        """A step was tried: go on writing if nothing came of it, else leave the field."""
        exercise, was_reading = self._room.exercise, self.reading
        self.reading = False
        if exercise.state is not before:
            self._close()
            if was_reading and self._was_said(before):
                self._keep_soon(Draft())  # It is said. Should it be taken back, it is still at hand.
            elif was_reading:
                self._unsaid = self._saying
                self._tell(NOT_SAID)
        elif was_reading:
            exercise.clock.go_on()
            self._show_state()

    def _was_said(self, before: SessionState) -> bool:
        """Whether the step was this answer, or silence, whose aftermath shows it. Another window may have answered."""
        new = self._room.exercise.state.answers[len(before.answers) :]
        return any(answer.choice == SILENCE or answer.text == self._saying for answer in new)

    def _tell(self, text: str) -> None:
        self._room.podium.tell(self._room.podium.say(text), seconds=15)

    def _close(self) -> None:
        if self._screen is not None:
            self._screen = None
            self._room.podium.uncover(self._room)

    def _show_state(self) -> None:
        if self._screen is not None and self._screen.is_mounted:
            self._screen.show_state()
