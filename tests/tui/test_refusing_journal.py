"""A journal that refuses: a message, nothing changed, and the same key works again later."""

from __future__ import annotations

import threading

import pytest

from simulator.errors import PodiumError
from simulator.journal.errors import JournalBusy, JournalFull, JournalUnreachable, JournalUnwritable
from simulator.journal.memory import MemoryJournal
from simulator.session.events import Event, LineChosen
from simulator.tui import working
from simulator.tui.screens.confirm import ConfirmScreen
from simulator.tui.screens.library import LibraryScreen
from tests.tui.house import FakeHouse, begun, made, press, room, running, settled, told


class Refusing(MemoryJournal):
    """Raises `error` instead of recording, if there is one; waits for `gate` before it does anything."""

    error: PodiumError | None = None

    def __init__(self) -> None:
        super().__init__()
        self.gate = threading.Event()
        self.gate.set()

    def append(self, session: str, number: int, event: Event, ending: str = "") -> None:
        self.gate.wait(10)
        if self.error is not None:
            raise self.error
        super().append(session, number, event, ending)


ERRORS = [
    JournalFull("/data"),
    JournalBusy("/data"),
    JournalUnwritable("/data", "read-only"),
    JournalUnreachable("db", "no answer"),
]


@pytest.mark.parametrize("error", ERRORS, ids=lambda error: type(error).__name__)
async def test_a_refused_answer_is_told_and_can_be_given_again(error: PodiumError) -> None:
    journal = Refusing()
    app = made(house := FakeHouse(journal=journal), exercise=begun(house, "-"))
    async with running(app) as pilot:
        before = room(app).exercise.state
        journal.error = error
        await press(pilot, "2", "enter")
        assert len(told(app)) == 1
        assert "/data" in told(app)[0] or "db" in told(app)[0]
        assert room(app).exercise.state is before
        assert not room(app).looking_back
        journal.error = None
        await press(pilot, "enter")
        assert room(app).looking_back
        assert [event.line for event in room(app).exercise.events if isinstance(event, LineChosen)] == ["owns"]


@pytest.mark.parametrize(("steps", "marked"), [((), ()), (("-", "owns"), ("1",))], ids=["inject", "decision"])
async def test_a_refused_step_of_another_kind_can_be_made_again(steps: tuple[str, ...], marked: tuple[str]) -> None:
    journal = Refusing()
    app = made(house := FakeHouse(journal=journal), exercise=begun(house, *steps))
    async with running(app) as pilot:
        scene = room(app).table.scene.id
        journal.error = JournalFull("/data")
        await press(pilot, *marked, "enter")
        assert room(app).table.scene.id == scene
        journal.error = None
        await press(pilot, "enter")
        assert room(app).exercise.state.path[-1].scene == scene


async def test_a_refused_taking_back_leaves_the_aftermath_on_show() -> None:
    journal = Refusing()
    app = made(house := FakeHouse(journal=journal), exercise=begun(house, "-"))
    async with running(app) as pilot:
        await press(pilot, "2", "enter")
        journal.error = JournalFull("/data")
        await press(pilot, "u", "right", "enter")
        assert room(app).looking_back
        journal.error = None
        await press(pilot, "u", "right", "enter")
        assert room(app).table.scene.id == "opening"


async def test_a_session_that_goes_on_elsewhere_is_shown_as_it_stands() -> None:
    house = FakeHouse()
    mine = begun(house, "-")
    theirs = house.resume(mine.session_id)
    app = made(house, exercise=mine)
    async with running(app) as pilot:
        theirs.choose_line("blames")
        await press(pilot, "2", "enter")
        assert len(told(app)) == 1
        assert room(app).table.scene.id == "log"
        assert not room(app).looking_back


async def test_one_can_leave_while_a_database_hangs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(working, "PATIENCE", 0.05)
    journal = Refusing()
    app = made(house := FakeHouse(journal=journal), exercise=begun(house, "-"))
    async with running(app) as pilot:
        journal.gate.clear()
        try:
            await pilot.press("2", "enter")
            await pilot.pause(0.1)
            assert app.busy
            await pilot.press("enter")
            await pilot.pause(0.1)
            assert len(told(app)) == 1, "a second step is refused while the first is under way"
            await pilot.press("escape")
            await pilot.pause()
            assert isinstance(app.screen, ConfirmScreen)
            await pilot.press("y")
            await pilot.pause()
            assert isinstance(app.screen, LibraryScreen)
        finally:
            journal.gate.set()
        await settled(pilot)
        assert [event.line for event in house.journal_events() if isinstance(event, LineChosen)] == ["owns"]


async def test_an_impossible_step_is_told_and_changes_nothing() -> None:
    app = made(house := FakeHouse(), "en", exercise=begun(house, "-"))
    async with running(app) as pilot:
        exercise = room(app).exercise
        await room(app).make_step(lambda: exercise.choose_line("no_such_line"))
        await settled(pilot)
        assert len(told(app)) == 1
        assert room(app).table.scene.id == "opening"
