"""What the screens need of the rest of the program, as a port; `commands` builds the real one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple, Protocol

if TYPE_CHECKING:
    from simulator.exercise.exercise import Exercise
    from simulator.practice.desk import PracticeDesk
    from simulator.practice.learners import LearnerEntry
    from simulator.practice.place import Ratings
    from simulator.practice.results import CourseDesk
    from simulator.reports.debrief import Debrief
    from simulator.reports.editions import Edition
    from simulator.reports.library import LibraryEntry
    from simulator.reports.what_if import Comparison
    from simulator.scenario.assessment import Assessment
    from simulator.scenario.model import Language, Scenario
    from simulator.session.modes import Mode


class Notice(NamedTuple):
    """Something to be told once: an English template and its parameters."""

    message: str
    params: Mapping[str, object]


class Draft(NamedTuple):
    """An answer in one's own words that has not been said yet: the scene that it is for, and the text so far.

    `beside` counts the windows whose texts stand in it one under the other; 0 where there was but one.
    """

    scene: str = ""
    text: str = ""
    beside: int = 0


class Learning(Protocol):
    """What there is to learn by, for whoever learns here: courses, single questions, and what the record tells.

    Methods may block and may raise PodiumError, as those of the house.
    """

    @property
    def learner(self) -> str:
        """Whose sessions are recorded; empty where nobody gave a name."""
        ...

    def course(self, course_id: str = "") -> CourseDesk:
        """The place in a course and what came of its steps; of the first on the shelf if none is named."""
        ...

    def step_question(self, course_id: str, step_id: str) -> str:
        """The id of the question to put next at a step of single questions."""
        ...

    def begin_step(self, course_id: str, step_id: str, question_id: str = "") -> Exercise:
        """Begin what a step leads to, in the step's mode, and keep that it was begun there."""
        ...

    def step_done(self, course_id: str, step_id: str, ratings: Ratings | None = None) -> None:
        """Keep that a step is done; of a self-assessment, with its ratings."""
        ...

    def practice(self) -> PracticeDesk:
        """The practice desk at this moment, with everything that has been answered."""
        ...

    def learners(self) -> Sequence[LearnerEntry]:
        """Everybody on record here, the one that was there last first."""
        ...

    def learn_as(self, name: str) -> None:
        """From now on, record sessions as this learner's, here and when Podium is started again."""
        ...


class House(Protocol):
    """Scenarios to play and sessions to resume. Methods may block: call them off the event loop.

    Any of them may raise PodiumError, whose message is for the player.
    """

    @property
    def learning(self) -> Learning:
        """What there is to learn by. Never blocks."""
        ...

    def library(self) -> tuple[Sequence[LibraryEntry], Sequence[Notice]]:
        """Every scenario on the shelf, and what there is to tell of the record."""
        ...

    def scenario(self, scenario_id: str) -> Scenario:
        """A scenario by its id. Raises PodiumError if it has errors."""
        ...

    def speak(self, language: Language) -> None:
        """From now on, tell scenarios in this language as far as they are translated into it. Never blocks."""
        ...

    def retold(self, scenario: Scenario) -> Scenario:
        """The same scenario in the language that is spoken; the very same where it is not translated into it."""
        ...

    def edition(self, scenario: Scenario) -> Edition:
        """In which languages a scenario of this house can be played. Never blocks."""
        ...

    def begin(self, scenario_id: str, mode: Mode | None = None) -> Exercise:
        """A new session of a scenario, already started and recorded; without a mode, in the house's own."""
        ...

    def resume(self, session_id: str) -> Exercise:
        """A recorded session, at the very place where it was left."""
        ...

    def session_to_debrief(self, scenario_id: str) -> str:
        """The latest session of a scenario that has ended, else the one that is open; empty if there is none."""
        ...

    def look_back(self, session_id: str) -> Exercise:
        """A recorded session to be read, ended or not: as far as it fits its scenario, with nothing recorded."""
        ...

    def debrief(self, exercise: Exercise) -> Debrief:
        """The debrief of a session as it stands."""
        ...

    def warm_up(self) -> None:
        """Make ready to grade, so that the first answer is graded as quickly as others."""
        ...

    def grade(self, exercise: Exercise, text: str) -> Assessment:
        """Grade an answer to the question on the table. May raise IllegalEvent if there is none."""
        ...

    def grade_opening(self, scenario: Scenario, text: str) -> Assessment:
        """Grade an opening statement, on OPENING_SKILLS and against what is known before the conference."""
        ...

    def listen(self, exercise: Exercise, text: str) -> None:
        """Take in an answer that is still being written, so that grading it is quick. Never raises."""
        ...

    def draft(self, session_id: str, window: str = "") -> Draft:
        """What was being written in a session when it was left; empty if nothing. This `window` goes on from it."""
        ...

    def keep_draft(self, session_id: str, draft: Draft, window: str = "") -> bool:
        """Keep what is being written, as well as can be: that it could not be kept is no error.

        Windows do not overwrite each other; returns whether another one has written for the same scene meanwhile.
        """
        ...

    def what_if(self, exercise: Exercise, step: int, instead: str) -> Comparison:
        """The session beside itself, had answer `step` (from 1) been the line `instead`. May raise IllegalEvent."""
        ...

    def what_if_said(self, exercise: Exercise, step: int, text: str) -> Comparison:
        """The same, had answer `step` been these words of one's own: graded first, by what was known then."""
        ...
