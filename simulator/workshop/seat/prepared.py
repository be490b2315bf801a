"""The press room behind a seat's lobby: made ready off the loop, entered, left, and changed for that of another run."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from simulator.errors import PodiumError
from simulator.session.asked import present_id
from simulator.workshop.seat.inbox import read_before
from simulator.workshop.seat.placed import PlacedApp

if TYPE_CHECKING:
    from simulator.exercise.exercise import Exercise
    from simulator.language.catalogue import Catalogue
    from simulator.tui.screens.base import PodiumScreen
    from simulator.workshop.seat.desk import SeatDesk
    from simulator.workshop.seat.placed import SeatScreen
    from simulator.workshop.serving.channel import Channel

HIDDEN_MOST = 3.0
"""Seconds after which the lobby is shown in any case."""

AGAIN = 3.0
"""Seconds after which a press room that could not be prepared is tried again."""


class PreparedApp(PlacedApp):
    """There is one press room at a time: that of the present run, and of the session that the seat takes part in."""

    def __init__(self, channel: Channel, desk: SeatDesk, catalogue: Catalogue) -> None:
        super().__init__(channel, desk, catalogue)
        self.refused = ""
        """Why the press room could not be prepared, in the player's language."""
        self._part: tuple[int, str] | None = None
        self._preparing = False
        self._stays = False
        self._hidden = False

    def press_room(self, exercise: Exercise) -> SeatScreen:
        """The screen of a session for this seat: to speak, to sit at a table, or in the hall."""
        raise NotImplementedError

    # Making it ready.

    @property
    def may_prepare(self) -> bool:
        """Whether there is a session to be in, and none is at hand yet."""
        return self.exercise is None and self.room.started and bool(self.owner) and not self.room.closed

    def prepare(self) -> None:
        """Have the press room made ready, if it can be and is not yet."""
        if self.may_prepare and not self._preparing:
            self._preparing = True
            self.run_worker(self._prepare(), group="prepare")

    def keep_hidden(self) -> None:
        """Paint nothing until the press room is there, or is slow to come: the channel's own lobby is seen meanwhile.

        So a crowd that comes at once costs a lobby less for each.
        """
        self._hidden = True
        self._begin_batch()
        self.set_timer(HIDDEN_MOST, self._show_itself)

    def _show_itself(self) -> None:
        if self._hidden:
            self._hidden = False
            self._end_batch()

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
        finally:
            self._show_itself()

    async def _prepare_once(self) -> None:
        part = self.part
        exercise, writing = await asyncio.to_thread(self._opened_session)
        self.refused = ""
        if part != self.part:
            return
        self.exercise, self._part = exercise, part
        self.read = max(self.read, read_before(exercise.state))
        if not exercise.ended:
            async with self.desk.turn():
                await self.lay_out(self.press_room(exercise))
            if self.prepared is not None:
                self.prepared.goes_on_writing = writing
        self.show_room()
        await self.enter_if_ready()
        await self._lay_out_field()

    async def _lay_out_field(self) -> None:
        """Lay the field for answers out while one reads: a hall that is asked begins to write all at once."""
        room = self.prepared
        free = getattr(room, "free", None)  # A listener at a table, or in the hall, has none.
        if room is None or free is None:
            return
        self._show_itself()
        async with self.desk.turn():
            field = free.field_ahead() if room is self.prepared else None
            if field is not None:
                await self._mount_behind(field)

    def _opened_session(self) -> tuple[Exercise, bool]:
        """The session, with what was ordered meanwhile, and whether an answer was being written. Blocks."""
        exercise = self.desk.exercise()
        if self.has_own_session:
            exercise.clock.pause()
        draft = self.house.draft(exercise.session_id)
        writing = bool(draft.text.strip()) and draft.scene == present_id(exercise.state)
        if self.room.speaks(self.seat):  # Its questions and its language are the speaker's; others have their own.
            self.desk.apply_orders(exercise, questions=not writing)
            self.tell_in_own_language(exercise)
        return exercise, writing

    async def lay_out(self, screen: SeatScreen) -> None:
        """Mount the press room behind whatever is seen; it is kept when one leaves it for the lobby."""
        self.install_screen(screen, f"press-room-{id(screen)}")
        await self._mount_behind(screen)
        if self.exercise is screen.exercise:
            self.prepared = screen
        else:
            await self.take_down(screen)

    async def _mount_behind(self, screen: PodiumScreen[None]) -> None:
        """Lay out a screen that is installed, behind whatever is seen."""
        self._load_screen_css(screen)
        _, mounted = self._get_screen(screen)
        await mounted()
        screen.lay_out_unseen(self.size)

    async def take_down(self, screen: SeatScreen) -> None:
        """Let go of a press room that nobody comes back to."""
        self.uninstall_screen(screen)
        if screen not in self.screen_stack:
            await screen.remove()

    # Entering and leaving.

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
            await self.take_down(left)

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

    async def look_after(self) -> None:
        """Somebody is here again: if the session has gone on elsewhere meanwhile, begin where it stands now.

        A browser that lost this node may have been at another one.
        """
        exercise = self.exercise
        if exercise is None or not self.room.speaks(self.seat):  # Whoever follows a session hears of it anyhow.
            return
        try:
            came = await asyncio.to_thread(exercise.refresh)
        except PodiumError:
            return  # The room's line tells that the record is out of reach; the next step finds out.
        if came and exercise is self.exercise:
            await self.begin_anew()
            self.prepare()

    async def ended(self, exercise: Exercise) -> None:
        """The session has come to its end: show it in place of the press room."""
        from simulator.workshop.seat.ending import SeatEndingScreen

        left, self.prepared = self.prepared, None
        if left is None:
            return
        own = await self._own_copy(exercise)
        self.uncover(left)
        await self.switch_screen(SeatEndingScreen(own))
        self.call_later(self.take_down, left)

    # Every seat reads in a language of its own.

    async def _own_copy(self, exercise: Exercise) -> Exercise:
        """A session to look back on, which can be told in another language without telling others in it."""
        if self.has_own_session:
            return exercise
        try:
            return await asyncio.to_thread(self.look_back, exercise.session_id)
        except PodiumError:
            return exercise

    def look_back(self, session: str) -> Exercise:
        """A session to look back on, in one's own language. Blocks; raises PodiumError."""
        looked = self.house.look_back(session)
        self.tell_in_own_language(looked)
        return looked

    def tell_in_own_language(self, exercise: Exercise) -> None:
        """Have a session go on in this seat's language. Blocks; raises PodiumError."""
        exercise.retell(self.house.retold(exercise.scenario))
