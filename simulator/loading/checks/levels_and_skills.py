"""A line, or silence, is not graded on exactly the skills of its question.

A question lists the skills it exercises; each of its lines, and its silence, gives a level for each of them and
for no other. Otherwise two trainees would be compared on different things.

    skills: [accuracy, empathy]
    lines:
      - id: owns_it
        levels: {accuracy: 4}                 # wrong: no level for empathy

        levels: {accuracy: 4, empathy: 2}     # mended
"""

from __future__ import annotations

from collections.abc import Iterator

from simulator.language.catalogue import template
from simulator.loading.checks.flaw import Flaw
from simulator.loading.checks.subject import Subject

CODE = "P501"
SEVERITY = "error"


def check(subject: Subject) -> Iterator[Flaw]:
    for path, question, outcome in subject.graded:
        if len(outcome.levels) == len(question.skills) and all(skill in outcome.levels for skill in question.skills):
            continue
        missing = [skill for skill in dict.fromkeys(question.skills) if skill not in outcome.levels]
        if missing:
            message = template("no level is given here for {skills}, which the question exercises")
            yield Flaw(
                (*path, "levels"),
                message,
                template("give a level from 0 to 4"),
                {"skills": ", ".join(missing)},
                at_key=True,
            )
        for skill in outcome.levels:
            if skill not in question.skills:
                message = template("the question does not exercise `{skill}`")
                hint = template("add it to the question's `skills`, or take the level out")
                yield Flaw((*path, "levels", skill), message, hint, {"skill": skill}, at_key=True)
