"""All lines of a question have the same levels and flags, so it makes no difference what is said.

If the choice matters for the story and not for the grade, make it a decision. If all the lines are meant to be good,
let them be good at different things.

    - {id: one, levels: {accuracy: 2, empathy: 2}, …}
    - {id: two, levels: {accuracy: 2, empathy: 2}, …}     # wrong

    - {id: one, levels: {accuracy: 3, empathy: 1}, …}
    - {id: two, levels: {accuracy: 1, empathy: 3}, …}     # mended
"""

from __future__ import annotations

from collections.abc import Iterator

from simulator.authoring.lint.subject import Linted
from simulator.language.catalogue import template
from simulator.loading.checks.flaw import Flaw

CODE = "P717"
SEVERITY = "warning"


def check(subject: Linted) -> Iterator[Flaw]:
    for path, question in subject.questions:
        grades = {(tuple(sorted(line.levels.items())), frozenset(line.flags)) for line in question.lines}
        if len(grades) == 1:
            message = template("all {count} lines here are graded alike")
            hint = template("let them differ in a level, or make this a decision")
            yield Flaw((*path, "lines"), message, hint, {"count": len(question.lines)}, at_key=True)
