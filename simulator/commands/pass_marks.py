"""From which grade on an exam is passed: what the courses on the shelf say of its scenario."""

from __future__ import annotations

from simulator.errors import PodiumError
from simulator.loading.course import find_course
from simulator.loading.shelf import courses
from simulator.scenario.course import ExamStep


def pass_marks() -> dict[str, int]:
    """The mark to pass, 1-100, by the ids of the scenarios that a course has as an exam; the highest of several."""
    marks: dict[str, int] = {}
    for course_id in courses():
        try:
            steps = find_course(course_id).steps
        except PodiumError:
            continue
        for step in steps:
            if isinstance(step, ExamStep):
                marks[step.scenario] = max(step.pass_mark, marks.get(step.scenario, 0))
    return marks
