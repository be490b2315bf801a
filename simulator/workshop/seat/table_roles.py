"""Which screen a seat plays on, and how it changes over when the roles at its table move on: nothing typed is lost."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from typing import TYPE_CHECKING, Any, cast

from simulator.errors import PodiumError

if TYPE_CHECKING:
    from simulator.exercise.exercise import Exercise
    from simulator.tui.screens.base import PodiumScreen
    from simulator.workshop.seat.app import SeatApp, SeatScreen


def screen_of(app: SeatApp, exercise: Exercise, carried: str = "") -> SeatScreen:
    """The screen of a session for a seat, as its room has it now: to speak, to sit at a table, or in the hall.

    `carried` is what the seat has been writing for the question on the table.
    """
    from simulator.workshop.seat.press_room import SeatPressRoomScreen

    room, speaks = app.room, app.room.speaks(app.seat)
    if room.pace == "hot_seat" and not speaks:
        from simulator.workshop.seat.hall import HallScreen

        return cast("SeatScreen", HallScreen(exercise, app.desk))
    if not room.tables or not app.seat.table:
        return cast("SeatScreen", SeatPressRoomScreen(exercise))
    if speaks:
        from simulator.workshop.seat.table_speaker import TableSpeakerScreen

        return cast("SeatScreen", TableSpeakerScreen(exercise, app.desk, carried))
    from simulator.workshop.seat.table import TableScreen

    return cast("SeatScreen", TableScreen(exercise, app.desk, carried))


def may_change(app: SeatApp, left: PodiumScreen[Any]) -> bool:
    """Whether a screen can be changed for another now: it is in sight with nothing over it, or out of the way."""
    return left not in app.screen_stack or app.screen is left


async def take_role(app: SeatApp, left: PodiumScreen[Any], carried: str) -> None:
    """Change over from one screen to that of the role which the seat has now. Call it in the App's own turn."""
    exercise = app.exercise
    if app.prepared is not left or exercise is None or not may_change(app, left):
        return
    if app.room.speaks(app.seat):
        with suppress(PodiumError):  # Then it goes on in the language of whoever spoke before.
            await asyncio.to_thread(app.tell_in_own_language, exercise)
    if app.prepared is not left or not may_change(app, left):
        return  # It was left, or something was laid over it, meanwhile.
    async with app.desk.turn():
        await app.lay_out(screen_of(app, exercise, carried))
    entered = app.prepared
    if entered is left or entered is None:
        return
    if app.screen is left:
        await app.switch_screen(entered)
    await app.take_down(cast("SeatScreen", left))
    app.show_room()
