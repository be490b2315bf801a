"""An answer in one's own words in the preview: graded by the real grader, and kept nowhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.errors import PodiumError
from simulator.scenario.assessment import Assessment
from simulator.session.hints import Hint
from simulator.session.modes import Mode
from simulator.session.press import Press
from simulator.session.view import View
from simulator.tui.screens.own_words import OwnWordsScreen
from simulator.tui.widgets.side import Notes, notes_of

if TYPE_CHECKING:
    from simulator.authoring.preview.screens.looks import LookingPreview


class PreviewAnswer:
    """What the field needs of the room; the draft lives as long as the preview stays at the question."""

    press: Press | None = None
    hint: Hint | None = None
    mode: Mode = "guided"

    def __init__(self, room: LookingPreview) -> None:
        assert room.run_ is not None
        self.reading = False
        self.draft = ""
        self._room = room
        self._run = room.run_
        self._screen: OwnWordsScreen | None = None

    async def open(self) -> None:
        """Open the field over the room."""
        self._screen = OwnWordsScreen(self)
        await self._room.app.push_screen(self._screen)

    @property
    def title(self) -> str:
        return self._run.scenario.title

    @property
    def notes(self) -> Notes:
        return notes_of(self._run.scenario, None)

    @property
    def table(self) -> View:
        return self._run.table

    def write(self, text: str) -> None:
        self.draft = text

    def keep(self) -> None:
        """There is nowhere to keep it."""

    def left_ms(self) -> int | None:
        return None

    def open_dossier(self) -> None:
        self._room.action_open_dossier()

    async def say(self, text: str) -> None:
        """Have it graded in a thread, for the first time takes a while, and give it if the question still stands."""
        house, exercise, asked = self._room.podium.house, self._run.exercise, self._run.state.scene
        self._show_state(reading=True)

        async def give(assessment: Assessment) -> None:
            self._show_state(reading=False)
            if self._run.state.scene == asked:
                self._room.podium.uncover(self._room)
                self._room.make(lambda run: run.answer(text, assessment))

        async def failed(error: PodiumError) -> None:
            self._show_state(reading=False)
            self._room.podium.say_error(error)

        await self._room.podium.off_the_loop(lambda: house.grade(exercise, text), give, failed)

    def _show_state(self, *, reading: bool) -> None:
        self.reading = reading
        if self._screen is not None and self._screen.is_mounted:
            self._screen.show_state()
