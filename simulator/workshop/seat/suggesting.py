"""What one at a table writes for whoever speaks: laid on the table as it is written, and what the others laid there."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual import on
from textual.widgets import TextArea

from simulator.errors import PodiumError
from simulator.session.asked import present_id
from simulator.tui.widgets.ordered_area import OrderedArea
from simulator.tui.widgets.plain import plain
from simulator.tui.widgets.spoken_length import full_told
from simulator.workshop.seat.listening import Paced
from simulator.workshop.seat.listening_screen import ListeningScreen

if TYPE_CHECKING:
    from simulator.exercise.exercise import Exercise
    from simulator.workshop.seat.desk import SeatDesk, Suggestion

NOT_KEPT = "\0"
"""Stands for what is on the table where that is not known: no text is like it, so that the next look tries again."""


class SuggestingScreen(ListeningScreen):
    """One field for the question on the table; `carried` is what was written there by this seat before."""

    def __init__(self, exercise: Exercise, desk: SeatDesk, carried: str = "") -> None:
        super().__init__(exercise, desk)
        self._carried = carried
        self._scene = present_id(self.state)
        self._kept = ""
        self._keeping = asyncio.Lock()
        self._suggestions: Sequence[Suggestion] = ()
        self._drafts = Paced(self, self._read_drafts, self._show_drafts)

    def on_mount(self) -> None:
        self._area.move_cursor(self._area.document.end)
        self._drafts.news()
        if not self._carried:
            self.run_worker(self._restore(), group="restore")

    @property
    def _area(self) -> OrderedArea:
        return self.query_one(OrderedArea)

    def show_suggestions(self) -> None:
        """Show anew what the others suggest."""

    # What the others write.

    def drafts_written(self) -> None:
        self._drafts.news()

    def _read_drafts(self) -> tuple[str, Sequence[Suggestion]]:
        scene = self._scene
        return scene, self.desk.suggestions(scene)

    def _show_drafts(self, found: tuple[str, Sequence[Suggestion]]) -> None:
        scene, suggestions = found
        if scene == self._scene and tuple(suggestions) != tuple(self._suggestions):
            self._suggestions = suggestions
            self.show_suggestions()

    # What one writes.

    def _begin_scene(self, scene: str) -> None:
        """Another question is on the table: nothing is written for it yet."""
        self._scene, self._kept, self._suggestions = scene, "", ()
        self._area.text = ""
        self._drafts.news()

    async def _restore(self) -> None:
        """What was written for this question before the App was begun anew."""
        house, session = self.desk.house, self.exercise.session_id
        try:
            draft = await asyncio.to_thread(house.draft, session)
        except PodiumError:
            return
        if draft.scene == self._scene and draft.text and not self._area.text:
            self._area.text = self._kept = plain(draft.text)
            self._area.move_cursor(self._area.document.end)

    def keep(self) -> None:
        """Lay on the table what is written, if it is not there yet."""
        text = self._area.text
        if text != self._kept:
            self._kept = text
            self.app.run_worker(self._lay_down(self._scene, text), group="suggest")

    async def _lay_down(self, scene: str, text: str) -> None:
        async with self._keeping:  # One after the other, so that the last is what stays.
            try:
                await asyncio.to_thread(self.desk.suggest, scene, text)
            except PodiumError:
                if self._kept == text and scene == self._scene:
                    self._kept = NOT_KEPT
        self.seat_app.unsent("suggestion", self._kept == NOT_KEPT)

    @on(TextArea.Changed)
    def _written(self) -> None:
        if self._area.text != self._kept:
            self.seat_app.unsent("suggestion", True)

    @on(OrderedArea.Full)
    def _tell_full(self) -> None:
        self.podium.tell(full_told(self.podium.catalogue))

    def on_screen_suspend(self) -> None:
        """Something lies over it, or it goes away."""
        self.keep()
