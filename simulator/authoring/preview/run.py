"""A run of the preview: the scenario as it was last read well, and the course on it. Nothing of it is ever recorded."""

from __future__ import annotations

from simulator.authoring.preview.beginnings import Beginning
from simulator.authoring.preview.course import Course, Gone, Step, go
from simulator.authoring.preview.settings import Setting, read_setting
from simulator.exercise.clock import ManualClock
from simulator.exercise.exercise import Exercise
from simulator.exercise.record import Record, new_header
from simulator.journal.memory import MemoryJournal
from simulator.language.catalogue import template
from simulator.scenario.assessment import Assessment
from simulator.scenario.model import Scenario
from simulator.scenario.scenes import SILENCE, Ending
from simulator.session.advance import deadline
from simulator.session.compiled import compiled
from simulator.session.events import AnswerGiven, AtScene, IllegalEvent, Started
from simulator.session.rehearsal import STEP_MS, event_of
from simulator.session.state import SessionState
from simulator.session.view import View, view


class Run:
    """Steps are made by the real Exercise over a journal in memory; a step back or a new file goes the course again.

    `looking_back` says whether what the last step did is on show.
    """

    def __init__(self, scenario: Scenario, course: Course | None = None) -> None:
        self.scenario = scenario
        self.start(course or Course())

    def _take_over(self, scenario: Scenario, gone: Gone) -> None:
        self.scenario = scenario
        self.course = gone.course
        self.before = gone.before
        self.exercise = _exercise(scenario, gone.course.beginning.seed, gone.state)
        self.looking_back = False

    @property
    def state(self) -> SessionState:
        return self.exercise.state

    @property
    def table(self) -> View:
        """What is on the table now."""
        return view(self.scenario, self.state)

    @property
    def ended(self) -> bool:
        return isinstance(self.scenario.scene_by_id[self.state.scene], Ending)

    @property
    def can_go_back(self) -> bool:
        return bool(self.course.steps)

    def choose(self, choice: str) -> None:
        """Say a line, take an option, keep silence, or take note of an inject (without a choice).

        Raises IllegalEvent, and nothing has changed.
        """
        if choice == SILENCE and deadline(compiled(self.scenario).scene(self.state.scene), self.state) is None:
            raise IllegalEvent(
                template("this question has no time limit, so that nobody can keep silent until it ends")
            )
        event = event_of(self.scenario, self.state, choice)
        assert isinstance(event, AtScene)
        self._make(event)

    def answer(self, text: str, assessment: Assessment) -> None:
        """Answer in one's own words, as graded. Raises IllegalEvent."""
        self._make(AnswerGiven(self.state.scene, text, assessment, self.state.at + STEP_MS))

    def go_back(self) -> None:
        """Take back the last thing done: a step, or a value that was set."""
        self.start(Course(self.course.beginning, self.course.steps[:-1]))

    def restart(self) -> None:
        """To where this run began."""
        self.start(Course(self.course.beginning))

    def start_at(self, scene: str) -> None:
        """Begin at a scene. What the author has set is kept; what was done is not."""
        self.start(Course(Beginning(scene, self.course.settings, self.course.beginning.seed)))

    def start_anew(self) -> None:
        """Begin where every session begins, with nothing set."""
        self.start(Course(Beginning(seed=self.course.beginning.seed)))

    def start(self, course: Course) -> None:
        """Go another course."""
        self._take_over(self.scenario, go(self.scenario, course))
        self._whole = self.course

    def put(self, setting: Setting) -> None:
        """Set a value, here and now."""
        self.start(Course(self.course.beginning, (*self.course.steps, setting)))

    def set_value(self, name: str, written: str) -> None:
        """Set a value as it is written. Raises UsageError, in one line."""
        self.put(read_setting(self.scenario, name, written))

    def read_anew(self, scenario: Scenario) -> Gone:
        """Go on with the scenario as it is now written, at the same place as far as that is possible.

        What does not fit is not forgotten until another step is made: the next version may take it again.
        """
        was_looking_back = self.looking_back
        gone = go(scenario, self._whole)
        self._take_over(scenario, gone)
        if not gone.rest and not gone.lost:
            self._whole = gone.course
        self.looking_back = was_looking_back and not gone.rest and bool(self.state.path)
        return gone

    def _make(self, event: AtScene) -> None:
        before = self.state
        self.exercise.submit(event)
        self.before = before
        steps: tuple[Step, ...] = (*self.course.steps, event)
        self.course = self._whole = Course(self.course.beginning, steps)
        self.looking_back = True


def _exercise(scenario: Scenario, seed: int, state: SessionState) -> Exercise:
    """An Exercise that stands at a state, with a journal that forgets all with it and a clock that does not run."""
    journal = MemoryJournal()
    started = (Started(seed, mode="guided"),)
    header = new_header(scenario, "", journal, seed)
    journal.begin(header, started)
    return Exercise(scenario, Record(journal, header, started), ManualClock(), state)
