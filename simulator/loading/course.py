"""A course's file -> a Course whose scenarios are on the shelf, or what is wrong with it, at its place."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

from simulator.errors import UsageError
from simulator.language.catalogue import template
from simulator.loading import shelf
from simulator.loading.checks.flaw import Flaw
from simulator.loading.files import bytes_of
from simulator.loading.loader import ScenarioInvalid
from simulator.loading.places import Path as Place
from simulator.loading.problems import Problem
from simulator.loading.report import Report
from simulator.loading.shape import note_flaw, read_as
from simulator.loading.source import Source, read_source
from simulator.loading.unseen import visible
from simulator.scenario.course import Course, CourseStep, ExamStep, ScenarioStep, SelfAssessmentStep
from simulator.scenario.situation import minutes_of_day


@dataclass(frozen=True, slots=True)
class ExaminedCourse:
    """A course's file after one run: all its problems, and the course unless one of them is an error."""

    path: Path
    course: Course | None
    problems: tuple[Problem, ...]


def find_course(id_: str = "") -> Course:
    """A course by its id; the first on the shelf if none is given. Raises UsageError, ScenarioInvalid, MachineError."""
    files = shelf.courses()
    file = files.get(id_ or next(iter(files), ""))
    if file is None:
        hint = template("known here: {known}") if files else ""
        told = template("no course is called `{name}`")
        raise UsageError(told, hint, name=visible(id_[:80]), known=", ".join(files))
    examined = examine_course(file)
    if examined.course is None:
        raise ScenarioInvalid(examined.problems)
    return examined.course


def is_course(path: Path) -> bool:
    """Whether a file lies where courses do."""
    return path.parent.name == shelf.COURSES and path.suffix == ".yaml"


def examine_course(path: Path, scenarios: Collection[str] | None = None) -> ExaminedCourse:
    """All that one run tells about a course's file, of which `scenarios` (by default those on the shelf) may be played.

    Raises MachineError if it cannot be read.
    """
    known = {file.parent.name for file in shelf.all_scenarios()} if scenarios is None else scenarios
    source, report = read_source(bytes_of(path), str(path))
    course = _examined(source, report, path.stem, known) if source is not None else None
    return ExaminedCourse(path, None if report.has_errors else course, report.problems())


def _examined(source: Source, report: Report, name: str, known: Collection[str]) -> Course | None:
    course = read_as(Course, source, report)
    if course is not None:
        for code, flaw in _flaws(course, name, known):
            note_flaw(code, flaw, source, report)
    return course


def _flaws(course: Course, name: str, known: Collection[str]) -> Iterator[tuple[str, Flaw]]:
    if course.id != name:
        hint = template("rename one of the two: the file is called {folder}")
        yield (
            "P109",
            Flaw(("id",), template("the id `{id}` is not the file's name"), hint, {"id": course.id, "folder": name}),
        )
    yield from _ids_twice(course)
    for place, step in _placed(course):
        if isinstance(step, ScenarioStep | ExamStep) and step.scenario not in known:
            told = template("there is no scenario `{name}` on the shelf")
            yield "P901", Flaw((*place, "scenario"), told, "", {"name": step.scenario}, step.scenario, known)
        if isinstance(step, SelfAssessmentStep) and not course.self_assessment:
            told = template("nobody can assess themselves: `self_assessment` has no statements")
            yield (
                "P903",
                Flaw((*place, "kind"), told, template("give the course `self_assessment:`, a list of statements")),
            )
    yield from _out_of_time(course)


def _placed(course: Course) -> Iterator[tuple[Place, CourseStep]]:
    for number, day in enumerate(course.days):
        for count, step in enumerate(day.steps):
            yield ("days", number, "steps", count), step


def _ids_twice(course: Course) -> Iterator[tuple[str, Flaw]]:
    seen: set[str] = set()
    for place, step in _placed(course):
        if step.id in seen:
            hint = template("give this one an id of its own")
            yield "P201", Flaw((*place, "id"), template("the id `{id}` is taken already"), hint, {"id": step.id})
        seen.add(step.id)


def _out_of_time(course: Course) -> Iterator[tuple[str, Flaw]]:
    """Steps that begin before the former one of their day has ended."""
    ends: dict[Place, int] = {}
    for place, step in _placed(course):
        begins, day = minutes_of_day(step.at), place[:2]
        if begins < ends.get(day, 0):
            told = template("this begins at {at}, and the step before it ends at {end}")
            end = f"{ends[day] // 60:02}:{ends[day] % 60:02}"
            yield "P902", Flaw((*place, "at"), told, "", {"at": step.at, "end": end})
        ends[day] = begins + step.minutes
