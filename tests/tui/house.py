"""A house for the screens without a file or a database, and what helps to play in it."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager

from textual.pilot import Pilot

from simulator.errors import PodiumError
from simulator.exercise.clock import ManualClock
from simulator.exercise.exercise import Exercise
from simulator.journal.memory import MemoryJournal
from simulator.language.catalogue import Catalogue, Tongue
from simulator.reports.debrief import Debrief, debrief
from simulator.reports.library import LibraryEntry
from simulator.scenario.model import Scenario
from simulator.session.events import Event
from simulator.tui.app import PodiumApp
from simulator.tui.house import Notice
from simulator.tui.screens.press_room import PressRoomScreen
from tests.builders import question, scenario
from tests.tui.story import landslide

HASH = "hash-of-today"
SEED = 7


class FakeHouse:
    """Scenarios, one memory journal and one clock that is moved by hand. Whatever `trouble` is set is raised."""

    def __init__(self, *scenarios: Scenario, journal: MemoryJournal | None = None) -> None:
        self.scenarios = {story.id: story for story in scenarios or (landslide(), other())}
        self.journal = journal or MemoryJournal()
        self.clock = ManualClock()
        self.notices: list[Notice] = []
        self.trouble: PodiumError | None = None
        self.hash = HASH

    def library(self) -> tuple[Sequence[LibraryEntry], Sequence[Notice]]:
        self._raise_trouble()
        notices, self.notices = self.notices, []
        return [self._entry(story) for story in self.scenarios.values()], notices

    def scenario(self, scenario_id: str) -> Scenario:
        self._raise_trouble()
        return self.scenarios[scenario_id]

    def begin(self, scenario_id: str) -> Exercise:
        self._raise_trouble()
        return Exercise.begin(self.scenarios[scenario_id], HASH, self.journal, self.clock, seed=SEED)

    def resume(self, session_id: str) -> Exercise:
        self._raise_trouble()
        story = self.scenarios[self.journal.header(session_id).scenario_id]
        return Exercise.resume(story, self.hash, self.journal, session_id, self.clock)

    def debrief(self, exercise: Exercise) -> Debrief:
        self._raise_trouble()
        return debrief(exercise.scenario, exercise.state, exercise.session_id)

    def journal_events(self) -> list[Event]:
        """All that has been recorded of the newest session."""
        newest = self.journal.sessions()[0].header.id
        return [entry.event for entry in self.journal.entries(newest)]

    def _raise_trouble(self) -> None:
        if self.trouble is not None:
            raise self.trouble

    def _entry(self, story: Scenario) -> LibraryEntry:
        summaries = [summary for summary in self.journal.sessions() if summary.header.scenario_id == story.id]
        open_session = self.journal.latest_open(story.id)
        return LibraryEntry(
            id=story.id,
            title=story.title,
            module=story.module,
            level=story.level,
            language=story.language,
            minutes=story.minutes,
            role=story.role,
            objectives=story.objectives,
            author=story.author,
            licence=story.licence,
            open_session=open_session.header.id if open_session else "",
            times_ended=sum(summary.ended for summary in summaries),
        )


def other(**changes: object) -> Scenario:
    """A second scenario, in English and of another module, so that there is something to filter."""
    head = {"id": "acid", "title": "Acid in the Nam Ta", "module": "sovereignty", "level": "advanced", **changes}
    return scenario(question("q1"), **head)


def made(
    house: FakeHouse | None = None,
    tongue: Tongue = "vi",
    *,
    exercise: Exercise | None = None,
    scenario: Scenario | None = None,
    open_session: str = "",
) -> PodiumApp:
    """An App in a house; the landslide by default."""
    catalogue = Catalogue(tongue)
    return PodiumApp(house or FakeHouse(), catalogue, exercise=exercise, scenario=scenario, open_session=open_session)


@asynccontextmanager
async def running(app: PodiumApp, size: tuple[int, int] = (80, 24)) -> AsyncIterator[Pilot[None]]:
    """Run an App without a terminal until its first screen stands."""
    async with app.run_test(size=size, notifications=True) as pilot:
        await settled(pilot)
        yield pilot


async def settled(pilot: Pilot[None]) -> None:
    """Wait until whatever was begun is done: the shelf read, the step recorded, all messages handled."""
    await pilot.pause()
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()


async def press(pilot: Pilot[None], *keys: str) -> None:
    """Press keys, each after the one before has had its effect."""
    for key in keys:
        await pilot.press(key)
        await settled(pilot)


def seen(app: PodiumApp) -> str:
    """The text on the screen, line by line."""
    return "\n".join(strip.text for strip in app.screen._compositor.render_strips())


def told(app: PodiumApp) -> list[str]:
    """The messages that were told and still stand."""
    return [notification.message for notification in app._notifications]


def room(app: PodiumApp) -> PressRoomScreen:
    """The press room, which must be where we are."""
    assert isinstance(app.screen, PressRoomScreen)
    return app.screen


def begun(house: FakeHouse, *steps: str) -> Exercise:
    """A session of the landslide with some steps made: `-` goes on, anything else is chosen."""
    exercise = house.begin("sat-lo-khe-ten")
    for step in steps:
        house.clock.pass_time(1_000)
        if step == "-":
            exercise.go_on()
        elif exercise.state.scene == "log":
            exercise.take_option(step)
        else:
            exercise.choose_line(step)
    return exercise
