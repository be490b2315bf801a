"""Whoever speaks for a table: the press room of a seat, with what the others suggest beside the question."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult

from simulator.errors import PodiumError
from simulator.language.catalogue import template
from simulator.language.words import ROLE_NAMES
from simulator.session.asked import present_id
from simulator.tui.house import Draft
from simulator.tui.screens.free_answer import FreeAnswer
from simulator.tui.widgets.blocks import Block
from simulator.tui.windows import WIDE
from simulator.workshop.seat.listening import Heard, Listening, Paced
from simulator.workshop.seat.listening_screen import SEATING, Reseated
from simulator.workshop.seat.press_room import STYLES, SeatPressRoomScreen
from simulator.workshop.seat.role_card import desk_for, hidden_from
from simulator.workshop.seat.suggestions import SuggestionPanel, suggestion_blocks
from simulator.workshop.seat.table_roles import may_change, take_role

if TYPE_CHECKING:
    from simulator.exercise.exercise import Exercise
    from simulator.session.state import SessionState
    from simulator.session.view import Desk
    from simulator.tui.screens.own_words import OwnWordsScreen
    from simulator.workshop.room.events import RoomEvent
    from simulator.workshop.room.state import RoomState
    from simulator.workshop.seat.desk import SeatDesk, Suggestion

IN_SIGHT = 3
"""Lines of a suggestion that stand under the question, where there is no room beside it."""

MOVED_ON = template(
    "The roles at your table have moved on: you are now the {role}. "
    "What you write stays on the table as your suggestion."
)


class TableFreeAnswer(FreeAnswer):
    """What is written is on the table, too, while it is being written."""

    def __init__(self, room: TableSpeakerScreen, desk: SeatDesk, carried: str) -> None:
        super().__init__(room)
        self._desk = desk
        self._laying = asyncio.Lock()
        if carried.strip():
            self._draft = Draft(present_id(room.exercise.state), carried)

    def _keep_soon(self, draft: Draft) -> None:
        if draft != self._kept and draft.scene:
            self._room.app.run_worker(self._lay_down(draft), group="suggest")
        super()._keep_soon(draft)

    async def _lay_down(self, draft: Draft) -> None:
        async with self._laying:
            try:
                await asyncio.to_thread(self._desk.suggest, draft.scene, draft.text)
            except PodiumError:
                return  # The room's line tells of it; the next change tries again.


class TableSpeakerScreen(SeatPressRoomScreen):
    """Only this seat sends. Once another is to speak, this one leaves with the next step, never amid its writing."""

    CSS_PATH = [  # noqa: RUF012  # as Textual takes it
        STYLES / "press_room.tcss",
        "styles/seat.tcss",
        "styles/table_speaker.tcss",
    ]

    def __init__(self, exercise: Exercise, desk: SeatDesk, carried: str = "") -> None:
        super().__init__(exercise)
        self.desk = desk
        self.free = TableFreeAnswer(self, desk, carried)
        self.goes_on_writing = bool(carried.strip())
        self.suggestions: Sequence[Suggestion] = ()
        self._told_moved = False
        self._unhear: list[Callable[[], None]] = []
        self._drafts = Paced(self, self._read_drafts, self._show_drafts)

    def compose(self) -> ComposeResult:
        for widget in super().compose():
            yield widget
            if widget.id == "side":
                yield SuggestionPanel()

    def on_mount(self) -> None:
        listening = Listening(self, self.desk, None)
        self._unhear = [listening.stop, self.desk.room.subscribe(self._room_told)]
        self._drafts.news()

    def on_unmount(self) -> None:
        for stop in self._unhear:
            stop()
        self._unhear = []

    # What the others suggest.

    @on(Heard)
    def _heard(self, message: Heard) -> None:
        if message.topic == "drafts":
            self._drafts.news()

    def _read_drafts(self) -> tuple[str, Sequence[Suggestion]]:
        scene = present_id(self.exercise.state)
        return scene, self.desk.suggestions(scene)

    def _show_drafts(self, found: tuple[str, Sequence[Suggestion]]) -> None:
        scene, suggestions = found
        if scene != present_id(self.exercise.state):
            self._drafts.news()
        elif tuple(suggestions) != tuple(self.suggestions):
            self.suggestions = suggestions
            self._show_suggestions()
            if self.app.size.width < WIDE and not self.looking_back:
                self._show_stage(anew=False)

    def _show_suggestions(self) -> None:
        self.query_one(SuggestionPanel).show_suggestions(self.suggestions, self.podium.catalogue)
        for words in self.own_words_open:
            words.fill()

    def asides(self) -> Sequence[Block]:
        """Under the question, where there is no room beside it."""
        if self.app.size.width >= WIDE or not self.answering:
            return ()
        return tuple(suggestion_blocks(self.suggestions, self.podium.catalogue, above=1, most=IN_SIGHT))

    def fill(self) -> None:
        super().fill()
        self._show_suggestions()

    async def enter_scene(self) -> None:
        self.suggestions = ()
        self.query_one(SuggestionPanel).display = not self.looking_back
        self._drafts.news()
        await super().enter_scene()
        self._show_suggestions()

    def own_words_screen(self) -> OwnWordsScreen:
        from simulator.workshop.seat.table_own_words import TableOwnWordsScreen

        return TableOwnWordsScreen(self.free, self)

    def open_dossier(self) -> None:
        """The dossier without what the cards of the others hold."""
        from simulator.tui.screens.dossier import DossierScreen

        self.app.push_screen(
            DossierScreen(self.own_desk(), self.table.time, self.left_ms, self.notes.own, self.own_desk)
        )

    def own_desk(self) -> Desk:
        """The dossier as whoever speaks reads it."""
        room = self.seat_app.room
        return desk_for(
            self.exercise.scenario, self.exercise.state, hidden_from(self.exercise.scenario, room, self.seat_app.seat)
        )

    # The roles move on.

    @property
    def speaks(self) -> bool:
        """Whether this seat speaks for its table, as the room has it now."""
        return self.seat_app.room.speaks(self.seat_app.seat)

    def _room_told(self, state: RoomState, number: int, event: RoomEvent) -> None:
        """On the loop, but in nobody's App."""
        if isinstance(event, SEATING):
            self.post_message(Reseated())

    @on(Reseated)
    def _reseated(self) -> None:
        self._show_suggestions()
        if self.speaks:
            self._told_moved = False
        elif not self.looking_back and may_change(self.seat_app, self):
            self._give_way()
        elif not self._told_moved:
            self._told_moved = True
            role = self.say(ROLE_NAMES[self.seat_app.room.role(self.seat_app.seat)])
            self.podium.tell(self.say(MOVED_ON, role=role), seconds=15)

    def _give_way(self) -> None:
        """To the table, with what was being written as this seat's suggestion."""
        self.app.call_later(take_role, self.seat_app, self, self.free.draft_for(present_id(self.exercise.state)))

    async def on_screen_resume(self) -> None:
        """One has come back, perhaps from writing, while another was to speak."""
        if not self.speaks and not self.looking_back:
            self._give_way()

    async def make_step(self, step: Callable[[], object], scene: str = "") -> None:
        """Only whoever speaks makes a step; time runs out for anybody."""
        if scene and not self.speaks:
            self._told_moved = False
            for words in self.own_words_open:
                words.dismiss()
            self._give_way()
            return
        await super().make_step(step, scene)

    async def action_go_on(self) -> None:
        looked_back = self.looking_back
        await super().action_go_on()
        if looked_back and not self.looking_back and not self.speaks and not self.exercise.ended:
            self._give_way()

    async def _moved(self, before: SessionState, *, look_back: bool = True) -> None:
        await super()._moved(before, look_back=look_back)
        if not self.looking_back and not self.speaks and not self.exercise.ended:
            self._give_way()
