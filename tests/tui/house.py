"""A house for the screens without a file or a database, and what helps to play in it."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager, suppress
from threading import Event

from textual.app import App
from textual.events import Key
from textual.keys import _character_to_key, key_to_character
from textual.pilot import Pilot

from simulator.commands.learning import LocalLearning
from simulator.errors import PodiumError, UsageError
from simulator.exercise.clock import ManualClock
from simulator.exercise.exercise import Exercise
from simulator.journal.memory import MemoryJournal
from simulator.journal.port import SessionSummary
from simulator.language.catalogue import Catalogue, Tongue
from simulator.reports.debrief import Debrief, debrief
from simulator.reports.editions import Edition
from simulator.reports.library import LibraryEntry
from simulator.reports.what_if import Comparison, comparison
from simulator.scenario.assessment import Assessment, Finding
from simulator.scenario.model import Language, Scenario
from simulator.scenario.rubric import RedFlag, Skill, overall
from simulator.scenario.scenes import Ending
from simulator.scenario.single import parted, single
from simulator.session.counterfactual import before_answer, what_if
from simulator.session.events import AnswerGiven
from simulator.session.events import Event as Recorded
from simulator.session.modes import Mode
from simulator.session.preparation import OPENING_SKILLS
from simulator.tui.app import PodiumApp
from simulator.tui.house import Draft, Notice
from simulator.tui.preferences import Preferences
from simulator.tui.screens.press_room import PressRoomScreen
from tests.builders import question, scenario
from tests.tui.learning import Calendar, Shelf
from tests.tui.story import landslide

HASH = "hash-of-today"
SEED = 7


class FakeHouse:
    """Scenarios, one memory journal and one clock that is moved by hand. Whatever `trouble` is set is raised."""

    def __init__(
        self, *scenarios: Scenario, journal: MemoryJournal | None = None, shelf: Shelf | None = None, learner: str = ""
    ) -> None:
        self.scenarios = {story.id: story for story in scenarios or (landslide(), other())}
        self.calendar = Calendar()
        self.journal = journal or MemoryJournal(self.calendar.written)
        self.shelf = shelf or Shelf([], [])
        """Single questions and courses; none unless they are given."""
        self.learner = learner
        self.spoken: Language = "vi"
        self.learning = LocalLearning(self, self.calendar.moment, self.shelf.questions, self.shelf.course)
        self.clock = ManualClock()
        self.notices: list[Notice] = []
        self.trouble: PodiumError | None = None
        self.drafts: dict[str, Draft] = {}
        self.other_window = False
        """Whether another window writes drafts too."""
        self.graded: list[str] = []
        self.translated: dict[tuple[str, Language], Scenario] = {}
        """Scenarios in the languages that they are told in, by id and language, where there are several."""
        self.gate = Event()
        """Whoever grades waits until it is open."""
        self.gate.set()
        self.hash = HASH

    def library(self) -> tuple[Sequence[LibraryEntry], Sequence[Notice]]:
        self._raise_trouble()
        notices, self.notices = self.notices, []
        return [self._entry(story) for story in self.scenarios.values()], notices

    def scenario(self, scenario_id: str) -> Scenario:
        self._raise_trouble()
        whole, asked = parted(scenario_id)
        story = next((one for one in (*self.shelf.sets, *self.scenarios.values()) if one.id == whole), None)
        if story is None:
            raise UsageError("no scenario is called `{name}`", name=whole)
        return single(story, asked) if asked else story

    @property
    def tongue(self) -> Language:
        return self.spoken

    def own_sessions(self) -> Sequence[SessionSummary]:
        return [one for one in self.journal.sessions() if one.header.learner == self.learner]

    def learn_as(self, name: str) -> None:
        self.learner = name

    def speak(self, language: Language) -> None:
        """Everything is told in what it was written in, unless a test has it otherwise in `translated`."""
        self.spoken = language

    def retold(self, scenario: Scenario) -> Scenario:
        self._raise_trouble()
        return self.translated.get((scenario.id, self.spoken), scenario)

    def edition(self, scenario: Scenario) -> Edition:
        others = (language for id_, language in self.translated if id_ == scenario.id)
        return Edition(scenario.language, tuple({scenario.language, *others}), scenario.language)

    def begin(self, scenario_id: str, mode: Mode | None = None) -> Exercise:
        self._raise_trouble()
        story = self.scenario(scenario_id)
        return Exercise.begin(
            story, HASH, self.journal, self.clock, seed=SEED, mode=mode or "practice", learner=self.learner
        )

    def resume(self, session_id: str) -> Exercise:
        self._raise_trouble()
        story = self.scenario(self.journal.header(session_id).scenario_id)
        return Exercise.resume(story, self.hash, self.journal, session_id, self.clock)

    def session_to_debrief(self, scenario_id: str) -> str:
        self._raise_trouble()
        return next((entry.debriefed for entry in self.library()[0] if entry.id == scenario_id), "")

    def look_back(self, session_id: str) -> Exercise:
        self._raise_trouble()
        return self.resume(session_id)

    def debrief(self, exercise: Exercise) -> Debrief:
        self._raise_trouble()
        return debrief(exercise.scenario, exercise.events, exercise.session_id)

    def warm_up(self) -> None:
        """Nothing to load, but what can go wrong does."""
        self._raise_trouble()

    def grade(self, exercise: Exercise, text: str) -> Assessment:
        """As the machine by words alone would tell it: every skill by the first sentence, and blame by `dân`."""
        self.graded.append(text)
        assert self.gate.wait(10)
        self._raise_trouble()
        return graded(text, exercise.question.skills)

    def grade_opening(self, scenario: Scenario, text: str) -> Assessment:
        self.graded.append(text)
        assert self.gate.wait(10)
        self._raise_trouble()
        return graded(text, OPENING_SKILLS)

    def listen(self, exercise: Exercise, text: str) -> None:
        """There is nothing to take in."""

    def draft(self, session_id: str, window: str = "") -> Draft:
        return self.drafts.get(session_id, Draft())

    def keep_draft(self, session_id: str, draft: Draft, window: str = "") -> bool:
        self.drafts[session_id] = draft
        return self.other_window

    def what_if(self, exercise: Exercise, step: int, instead: str) -> Comparison:
        self._raise_trouble()
        return comparison(exercise.scenario, what_if(exercise.scenario, exercise.events, step, instead))

    def what_if_said(self, exercise: Exercise, step: int, text: str) -> Comparison:
        self.graded.append(text)
        assert self.gate.wait(10)
        self._raise_trouble()
        _, asked = before_answer(exercise.scenario, exercise.events, step)
        instead = AnswerGiven(asked.id, text, graded(text, asked.skills), 0)
        return comparison(exercise.scenario, what_if(exercise.scenario, exercise.events, step, instead))

    def journal_events(self) -> list[Recorded]:
        """All that has been recorded of the newest session."""
        newest = self.journal.sessions()[0].header.id
        return [entry.event for entry in self.journal.entries(newest)]

    def _raise_trouble(self) -> None:
        if self.trouble is not None:
            raise self.trouble

    def _entry(self, story: Scenario) -> LibraryEntry:
        summaries = [summary for summary in self.journal.sessions() if summary.header.scenario_id == story.id]
        open_session = self.journal.latest_open(story.id)
        ended = next((summary for summary in summaries if summary.ended), None)
        ending = story.scene_by_id[ended.ending] if ended else None
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
            ended_session=ended.header.id if ended else "",
            last_outcome=ending.outcome if isinstance(ending, Ending) else None,
        )


def graded(text: str, skills: Sequence[Skill]) -> Assessment:
    """The same for the same words: the first sentence owns, a later `17 giờ` gives a time, `lỗi tại dân` is blame."""
    first = text.find(".") + 1 or len(text)
    levels: dict[Skill, int] = dict(zip(skills, (3, 1, 2, 4, 0), strict=False))
    findings = [
        Finding("owns what is one's own to own", skill, end=first, better="give a date by which the result is due")
        if level > 1
        else Finding("nothing in the answer serves this skill", skill, better="say what is not known yet")
        for skill, level in levels.items()
    ]
    for words in ("17 giờ", "lỗi tại dân"):
        place = text.find(words)
        if place >= 0:
            blames = words == "lỗi tại dân"
            because = "puts the fault on others" if blames else "says when more will be known"
            skill, flag = (None, "blame") if blames else (skills[0], None)
            findings.append(Finding(because, skill, flag, place, place + len(words)))  # type: ignore[arg-type]
    flags: tuple[RedFlag, ...] = ("blame",) if "lỗi tại dân" in text else ()
    return Assessment(levels, flags, tuple(findings), overall(levels, flags), "podium-1/lexical")


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
    preferences: Preferences | None = None,
) -> PodiumApp:
    """An App in a house; the landslide by default. Nothing is read of the user's, unless it is given."""
    return PodiumApp(
        house or FakeHouse(),
        Catalogue(tongue),
        exercise=exercise,
        scenario=scenario,
        open_session=open_session,
        preferences=preferences or Preferences(None),
    )


@asynccontextmanager
async def running(app: PodiumApp, size: tuple[int, int] = (80, 24)) -> AsyncIterator[Pilot[None]]:
    """Run an App without a terminal until its first screen stands."""
    async with app.run_test(size=size, notifications=True) as pilot:
        await settled(pilot)
        yield pilot


async def settled(pilot: Pilot[None]) -> None:
    """Wait until whatever was begun is done and painted: the shelf read, the step recorded, all messages handled.

    Pilot itself waits for a process that sleeps, 20 ms at a time; this waits for what is to be done, and no longer.
    """
    calm = 0
    while calm < 2:
        await _handled(pilot)
        await _painted(pilot.app)
        at_work = [worker for worker in pilot.app.workers if not worker.is_finished]
        await pilot.app.workers.wait_for_complete(at_work)
        calm = 0 if at_work else calm + 1


async def until(pilot: Pilot[None], true: Callable[[], bool], seconds: float = 10) -> None:
    """Wait for what a timer brings about."""
    end = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < end, "it did not come about"
        await asyncio.sleep(0.02)
        await settled(pilot)


async def _painted(app: App[None]) -> None:
    """Wait for the next paint, and for what was put off until after it."""
    painted = asyncio.Event()
    app.screen.call_after_refresh(painted.set)
    with suppress(TimeoutError):
        await asyncio.wait_for(painted.wait(), 1)


async def _handled(pilot: Pilot[None]) -> None:
    """Wait until no message waits, here or in a widget, nor what came of it."""
    quiet = 0
    while quiet < 2:
        while any(node.message_queue_size for node in (pilot.app, *pilot.app.screen.walk_children(with_self=True))):
            _raise_bug(pilot.app)
            await asyncio.sleep(0)
        # A handler may be in the midst of waiting; whatever it posts then makes for another round.
        await pilot._wait_for_screen()
        nodes = (pilot.app, *pilot.app.screen.walk_children(with_self=True))
        quiet = 0 if any(node.message_queue_size for node in nodes) else quiet + 1


def _raise_bug(app: App[None]) -> None:
    """An App that has died would never handle what waits."""
    if isinstance(app, PodiumApp) and app.bug is not None:
        raise app.bug


async def press(pilot: Pilot[None], *keys: str) -> None:
    """Press keys, each after the one before has had its effect."""
    for key in keys:
        assert not pilot.app._exit, f"{key}: the App has been left"
        name = _character_to_key(key) if len(key) == 1 and not key.isalnum() else key
        pilot.app.post_message(Key(name, key_to_character(name)))
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
