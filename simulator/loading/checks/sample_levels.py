"""A sample answer is not graded on exactly the skills of its question.

The grader grades every answer on all skills of its question, so a sample says what it expects for each of them and
for no other.

    skills: [accuracy, empathy]
    samples:
      - id: bare_figures
        text: As of three o'clock, ten houses have no water.
        levels: {accuracy: 4}                 # wrong: what is expected for empathy?

        levels: {accuracy: 4, empathy: 1}     # mended
"""

from __future__ import annotations

from collections.abc import Iterator

from simulator.language.catalogue import template
from simulator.loading.checks.flaw import Flaw
from simulator.loading.checks.subject import Subject

CODE = "P507"
SEVERITY = "error"


def check(subject: Subject) -> Iterator[Flaw]:
    for path, question, sample in subject.samples:
        missing = [skill for skill in dict.fromkeys(question.skills) if skill not in sample.levels]
        if missing:
            message = template("no level is given here for {skills}, which the question exercises")
            hint = template("give the level from 0 to 4 that you expect of the grader")
            yield Flaw((*path, "levels"), message, hint, {"skills": ", ".join(missing)}, at_key=True)
        for skill in sample.levels:
            if skill not in question.skills:
                message = template("the question does not exercise `{skill}`")
                hint = template("add it to the question's `skills`, or take the level out")
                yield Flaw((*path, "levels", skill), message, hint, {"skill": skill}, at_key=True)
