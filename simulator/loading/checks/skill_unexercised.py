"""The scenario sets out to exercise a skill, but no question does.

`skills` in the head is a promise to the trainee and to those who plan a course.

    skills: [accuracy, empathy]   # wrong, if no question has empathy among its skills

    skills: [accuracy]            # mended
"""

from __future__ import annotations

from collections.abc import Iterator

from simulator.language.catalogue import template
from simulator.loading.checks.flaw import Flaw
from simulator.loading.checks.subject import Subject

CODE = "P506"
SEVERITY = "warning"


def check(subject: Subject) -> Iterator[Flaw]:
    exercised = {skill for _, question in subject.questions for skill in question.skills}
    for number, skill in enumerate(subject.scenario.skills):
        if skill not in exercised:
            message = template("no question exercises `{skill}`")
            yield Flaw(
                ("skills", number),
                message,
                template("add it to a question's `skills`, or take it out here"),
                {"skill": skill},
            )
