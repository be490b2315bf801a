"""What the facilitator does to the room as a whole. Each act is said to the room off the loop; the log has the rest."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from textual.content import Content

from simulator.errors import PodiumError
from simulator.language.catalogue import template
from simulator.tui.screens.confirm import ConfirmScreen
from simulator.workshop.console.base import RoomScreen
from simulator.workshop.console.choose import ChooseScreen
from simulator.workshop.console.drawing import one_line
from simulator.workshop.console.form import Field, FormScreen, Values
from simulator.workshop.console.row_list import Row, row
from simulator.workshop.rolled_up import next_gate
from simulator.workshop.room.events import (
    Closed,
    HotWashAsked,
    NextRun,
    Paused,
    Resumed,
    RoomEvent,
    Rotated,
    WentOn,
)
from simulator.workshop.room.state import RoomState

if TYPE_CHECKING:
    from simulator.workshop.live_room import Say


class RoomActs(RoomScreen):
    """Pause, go on, the next scenario, rotation, hot wash, the end."""

    async def say_if(self, make: Say) -> None:
        """Say to the room, off the loop, what `make` makes of its state."""
        await self.podium.off_the_loop(lambda: self.desk.room.say_if(make), self._said)

    async def _said(self, _: RoomState) -> None:
        self.draw()

    async def ask_first(self, question: str, detail: str, yes: str, make: Say, name: str = "") -> None:
        """Say it once it has been confirmed; `question`, which may hold a {name}, `detail` and `yes` are templates."""

        def confirmed(sure: bool | None) -> None:
            if sure:
                self.run_worker(self.say_if(make), group="act")

        asking = ConfirmScreen(question, detail, no=template("No [Esc]"), yes=yes, leaving=False, about=name)
        await self.app.push_screen(asking, confirmed)

    async def choose(self, title: str, rows: list[Row], then: Callable[[str], Any], marked: str = "") -> None:
        """Have one of several chosen; `then` may give a coroutine."""

        def chosen(key: str | None) -> None:
            if key is not None:
                self.app.call_later(then, key)

        await self.app.push_screen(ChooseScreen(title, rows, marked), chosen)

    async def open_form(self, name: str, title: str, fields: list[Field], send: Callable[[Values], object]) -> None:
        """Have something written, and sent."""
        await self.app.push_screen(FormScreen(name, title, fields, send), self._form_left)

    def _form_left(self, _: bool | None) -> None:
        self.draw()

    async def action_pause(self) -> None:
        await self.say_if(lambda state: None if state.paused else Paused())

    async def action_resume(self) -> None:
        await self.say_if(lambda state: Resumed() if state.paused else None)

    async def action_start(self) -> None:
        await self._go_on()

    async def action_go_on(self) -> None:
        await self._go_on()

    async def _go_on(self) -> None:
        """Open the gate that follows the one that was seen; if another facilitator was first, that one counts."""
        seen = self.state
        gate = next_gate(seen)

        def make(state: RoomState) -> RoomEvent | None:
            same = (state.run, state.started, state.gate) == (seen.run, seen.started, seen.gate)
            return WentOn(gate=gate) if same else None

        await self.say_if(make)

    async def action_next_run(self) -> None:
        programme = self.state.programme
        await self.podium.off_the_loop(lambda: [self._title_of(name) for name in programme], self._choose_run)

    def _title_of(self, name: str) -> str:
        """The title of a scenario of the programme; its name where it cannot be read. May block."""
        try:
            return self.desk.house.scenario(name).title
        except PodiumError:
            return name

    async def _choose_run(self, titles: list[str]) -> None:
        following = (self.state.place + 1) % len(titles)
        rows = [row(str(place), Content(f"{place + 1}. {one_line(title)}")) for place, title in enumerate(titles)]
        await self.choose(
            self.say(template("Which scenario shall be played now?")), rows, self._next_run, str(following)
        )

    async def _next_run(self, place: str) -> None:
        await self.ask_first(
            template("Go to this scenario?"),
            template("Everybody leaves the present one and begins anew; what was answered is kept."),
            template("Go there"),
            partial(_next_of, self.state.run, int(place)),
        )

    async def action_rotate(self) -> None:
        """At the tables of the seats that are marked, else at all of them."""
        events = [Rotated(table=table) for table in self.tables_meant() or ("",)]
        await self.podium.off_the_loop(lambda: [self.desk.room.say(event) for event in events][-1], self._said)

    def tables_meant(self) -> tuple[str, ...]:
        """The tables of the chosen seats; none where all are meant."""
        return ()

    async def action_close_room(self) -> None:
        await self.ask_first(
            template("Close the room?"),
            template("Nothing new begins after that, and it cannot be opened again. Everything answered is kept."),
            template("Close it"),
            lambda state: None if state.closed else Closed(),
        )

    async def put_hot_wash(self, questions: list[str]) -> None:
        """Put the closing questions to everybody, once it has been confirmed."""
        await self.ask_first(
            template("Put these questions to everybody?"),
            template("They appear on every seat, whatever is being played."),
            template("Put them"),
            lambda _: HotWashAsked(questions=tuple(questions)),
        )


def _next_of(run: int, place: int, state: RoomState) -> RoomEvent | None:
    """Unless another facilitator has moved the room on meanwhile."""
    return NextRun(place=place) if state.run == run else None
