"""What there is to learn by at this machine: the course, the bank of single questions, and what the record tells.

`now` is handed in, so that due dates can be checked to the second. Scenarios of past answers are loaded once each.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from typing import Protocol

from simulator.errors import PodiumError, UsageError
from simulator.exercise.exercise import Exercise
from simulator.journal.port import Journal, SessionSummary
from simulator.journal.revisions import all_revisions
from simulator.language.catalogue import template
from simulator.loading.course import find_course
from simulator.practice.answered import Answered, answered
from simulator.practice.bank import BankQuestion, Wanted, bank, chosen
from simulator.practice.desk import PracticeDesk, practice_desk
from simulator.practice.learners import LearnerEntry, learners
from simulator.practice.place import CoursePlace, Ratings, StepPlace, keep_begun, keep_done, place_in
from simulator.practice.results import CourseDesk, course_desk
from simulator.practice.schedule import most_needed, schedule
from simulator.scenario.course import Course, ExamStep, QuestionsStep, ScenarioStep
from simulator.scenario.model import Language, Scenario
from simulator.scenario.scenes import Ending
from simulator.scenario.single import parted
from simulator.session.modes import Mode


class Home(Protocol):
    """What is needed of the house."""

    @property
    def journal(self) -> Journal: ...
    @property
    def learner(self) -> str: ...
    @property
    def tongue(self) -> Language: ...
    def own_sessions(self) -> Sequence[SessionSummary]: ...
    def scenario(self, scenario_id: str) -> Scenario: ...
    def begin(self, scenario_id: str, mode: Mode | None = None) -> Exercise: ...
    def learn_as(self, name: str) -> None: ...


def utc() -> datetime:
    """This moment."""
    return datetime.now(UTC)


class LocalLearning:
    """The learning of a house, told in the language that is spoken there."""

    def __init__(
        self,
        home: Home,
        now: Callable[[], datetime] = utc,
        questions: Callable[[Language], Sequence[BankQuestion]] = bank,
        courses: Callable[[str], Course] = find_course,
    ) -> None:
        self._home = home
        self._now = now
        self._questions = questions
        self._courses = courses
        self._scenarios: dict[tuple[str, Language], Scenario | None] = {}
        self._read: tuple[object, tuple[Answered, ...]] | None = None
        """What was answered as it was last read, and how the record stood then."""

    @property
    def learner(self) -> str:
        return self._home.learner

    def course(self, course_id: str = "") -> CourseDesk:
        summaries = self._home.own_sessions()
        course = self._courses(course_id)
        return course_desk(self._place(course, summaries), self.answered(), self._ending_of(summaries))

    def step_question(self, course_id: str, step_id: str) -> str:
        course, place = self._step(course_id, step_id)
        step = place.step
        if not isinstance(step, QuestionsStep):
            raise UsageError(
                template("the step `{step}` of the course {course} puts no questions"), **_names(course, step_id)
            )
        wanted = Wanted(step.skill, step.flag, step.module, step.level)
        found, answers = chosen(self.bank(), wanted), self.answered()
        if not found:
            raise UsageError(
                template("the bank has no question for the step `{step}` of the course {course}"),
                **_names(course, step_id),
            )
        here = {self._home.journal.header(session).scenario_id for session in place.ended}
        fresh = tuple(one for one in found if one.id not in here) or found
        last = {answer.question_id: answer.at for answer in answers}
        return most_needed(fresh, schedule(answers), last, self._now())[0].id

    def begin_step(self, course_id: str, step_id: str, question_id: str = "") -> Exercise:
        course, place = self._step(course_id, step_id)
        step = place.step
        if isinstance(step, QuestionsStep):
            exercise = self._home.begin(question_id or self.step_question(course.id, step_id), "practice")
        elif isinstance(step, ScenarioStep):
            exercise = self._home.begin(step.scenario, step.mode)
        elif isinstance(step, ExamStep):
            exercise = self._home.begin(step.scenario, "exam")
        else:
            told = template("there is nothing to play at the step `{step}` of the course {course}")
            raise UsageError(told, **_names(course, step_id))
        keep_begun(course, self._home.journal, self.learner, step_id, exercise.session_id)
        return exercise

    def step_done(self, course_id: str, step_id: str, ratings: Ratings | None = None) -> None:
        course, _ = self._step(course_id, step_id)
        keep_done(course, self._home.journal, self.learner, step_id, ratings)

    def practice(self) -> PracticeDesk:
        return practice_desk(self.bank(), self.answered(), self._now())

    def bank(self) -> Sequence[BankQuestion]:
        """Every question of the bank."""
        return self._questions(self._home.tongue)

    def answered(self) -> tuple[Answered, ...]:
        """Everything that the learner has answered, the earliest first; of an exam, once it has ended."""
        summaries, revisions = self._home.own_sessions(), all_revisions(self._home.journal)
        # Whatever is recorded shows in the summary of its session: what was read once need not be read again.
        stands = tuple((one.header.id, one.entries) for one in summaries)
        record = self.learner, self._home.tongue, stands, revisions
        if self._read is None or self._read[0] != record:
            ended = {one.header.id for one in summaries if one.ended}
            kept = self._home.journal.answers(self.learner)
            told = (one for one in kept if one.mode != "exam" or one.session in ended)
            self._read = record, answered(told, self._known, revisions)
        return self._read[1]

    def learners(self) -> Sequence[LearnerEntry]:
        return learners(self._home.journal.sessions(), self.learner)

    def learn_as(self, name: str) -> None:
        self._home.learn_as(name)

    def _known(self, scenario_id: str) -> Scenario | None:
        """A scenario that something was answered in, as it is on the shelf today; None if it is not there any more."""
        place = scenario_id, self._home.tongue
        if place not in self._scenarios:
            try:
                # A question that was put alone has its grades in the whole scenario too, which is loaded once.
                whole = parted(scenario_id)[0]
                self._scenarios[place] = self._home.scenario(whole) if whole == scenario_id else self._known(whole)
            except PodiumError:
                self._scenarios[place] = None
        return self._scenarios[place]

    def _place(self, course: Course, summaries: Sequence[SessionSummary]) -> CoursePlace:
        later = {one.header.id: one.continued_as for one in summaries}
        ended = {one.header.id for one in summaries if one.ended}
        return place_in(course, self._home.journal, self.learner, ended, later)

    def _step(self, course_id: str, step_id: str) -> tuple[Course, StepPlace]:
        course = self._courses(course_id)
        place = self._place(course, self._home.own_sessions()).at(step_id)
        if place is None:
            hint = template("its steps: {known}")
            known = ", ".join(step.id for step in course.steps)
            raise UsageError(
                template("the course {course} has no step `{step}`"), hint, known=known, **_names(course, step_id)
            )
        return course, place

    def _ending_of(self, summaries: Sequence[SessionSummary]) -> Callable[[str], Ending | None]:
        known = {one.header.id: one for one in summaries}

        def ending_of(session: str) -> Ending | None:
            summary = known.get(session)
            scenario = self._known(summary.header.scenario_id) if summary else None
            ending = scenario.scene_by_id.get(summary.ending) if scenario and summary else None
            return ending if isinstance(ending, Ending) else None

        return ending_of


def _names(course: Course, step_id: str) -> dict[str, str]:
    return {"course": course.id, "step": step_id[:80]}
