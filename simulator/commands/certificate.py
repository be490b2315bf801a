"""`podium certificate`: a page that says what somebody did: an exam that was passed, or a course that was done."""

from __future__ import annotations

from collections.abc import Iterator

from simulator.commands.debrief import debriefed, hand_out
from simulator.commands.house import LocalHouse
from simulator.commands.pass_marks import pass_marks
from simulator.errors import ExitCode, UsageError
from simulator.journal.port import utc_now
from simulator.language.catalogue import Catalogue, template
from simulator.language.days import written_day
from simulator.language.words import SKILL_NAMES
from simulator.loading.shelf import courses
from simulator.practice.results import CourseDesk
from simulator.reports.certificate import NAME_MOST, Certificate
from simulator.reports.debrief import Debrief
from simulator.reports.pages.certificate_page import certificate_page
from simulator.reports.summary import figure
from simulator.scenario.course import ExamStep


def run(catalogue: Catalogue, about: str, name: str, out: str, learner: str) -> ExitCode:
    """Write the certificate of a session or a course. Raises UsageError where there is nothing to certify."""
    if not 0 < len(name.strip()) <= NAME_MOST:
        raise UsageError(template("a certificate is made out to a name of 1 to {most} characters"), most=NAME_MOST)
    house = LocalHouse(learner=learner or None)
    house.speak(catalogue.tongue)
    certificate = (_of_course if about in courses() else _of_exam)(house, about, name.strip(), catalogue)
    hand_out(certificate_page(certificate, catalogue), out, catalogue)
    return ExitCode.OK


def _of_exam(house: LocalHouse, session: str, name: str, catalogue: Catalogue) -> Certificate:
    _, read = debriefed(session, house)
    mark = _passed(read)
    say = catalogue.say
    exam = template("Passed as an exam, against the clock, with {overall} of 100; {mark} are wanted.")
    answered = catalogue.count("One question was answered.", "{n} questions were answered.", len(read.questions))
    last = next(one.last_at for one in house.journal.sessions() if one.header.id == read.session)
    return Certificate(
        name=name,
        title=read.title,
        done=(say(exam, overall=read.overall, mark=mark), answered),
        day=written_day(last[:10], catalogue.tongue),
        about=read.session,
        skills=tuple((say(SKILL_NAMES[one.skill]), figure(one.mean, catalogue)) for one in read.skills),
    )


def _passed(read: Debrief) -> int:
    """The mark that an exam was passed with. Raises UsageError where there was none, or where it was not passed."""
    mark = pass_marks().get(read.scenario)
    if read.mode != "exam" or mark is None:
        told = template("the session {session} is no exam with a mark to pass")
        raise UsageError(told, template("a course says which scenarios are exams"), session=read.session)
    if read.withheld or read.ending is None:
        raise UsageError(template("the exam {session} has not ended"), session=read.session)
    if read.overall < mark:
        told = template("the exam {session} was not passed: {overall} of 100, and {mark} are wanted")
        raise UsageError(told, session=read.session, overall=read.overall, mark=mark)
    return mark


def _of_course(house: LocalHouse, course_id: str, name: str, catalogue: Catalogue) -> Certificate:
    desk = house.learning.course(course_id)
    place, tongue = desk.place, catalogue.tongue
    if place.next is not None:
        told = template("the course {course} is not done: {done} of {all} steps")
        hint = template("next comes: {title}")
        numbers = {"course": course_id, "done": place.done, "all": len(place.steps)}
        raise UsageError(told, hint, title=place.next.step.title.in_(tongue), **numbers)
    steps = catalogue.count("Its one step was done.", "All its {n} steps were done.", len(place.steps))
    return Certificate(
        name=name,
        title=place.course.title.in_(tongue),
        done=(steps, *_exams(desk, catalogue)),
        day=written_day(_last_day(house, desk), tongue),
        about=course_id,
    )


def _exams(desk: CourseDesk, catalogue: Catalogue) -> Iterator[str]:
    """What came of the course's exams, passed or not."""
    say = catalogue.say
    for one in desk.place.steps:
        result = desk.results.get(one.step.id)
        if isinstance(one.step, ExamStep) and result is not None:
            passed = template("{title}: passed with {overall} of 100; {mark} are wanted.")
            taken = template("{title}: {overall} of 100; {mark} are wanted.")
            figures = {"overall": result.overall, "mark": one.step.pass_mark}
            yield say(passed if result.passed else taken, title=one.step.title.in_(catalogue.tongue), **figures)


def _last_day(house: LocalHouse, desk: CourseDesk) -> str:
    """The day on which the last session of a course ended; today, where it had none."""
    ours = {session for one in desk.place.steps for session in one.ended}
    ends = [one.last_at for one in house.own_sessions() if one.header.id in ours]
    return max(ends, default=utc_now())[:10]
