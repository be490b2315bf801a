"""In nearly all questions the best line stands first, or last.

A trainee who notices answers without reading, and then the grade measures nothing. Shuffle the lines by hand: Podium
shows them in the order in which they are written, so that a play-through and a debrief can be compared.

Told from three questions on that have one best line: of three, where it is so in all; of four and more, where it is so
in three of four. Lines with a `when` are left out.

    lines: [owns_it, waits, blames]      # wrong, if the best line is the first in every question
    lines: [states, evades, accuses]

    lines: [owns_it, waits, blames]      # mended
    lines: [evades, states, accuses]
"""

from __future__ import annotations

from collections.abc import Iterator

from simulator.authoring.lint.habits import is_habit
from simulator.authoring.lint.subject import Linted
from simulator.language.catalogue import template
from simulator.loading.checks.flaw import Flaw

CODE = "P711"
SEVERITY = "warning"


def check(subject: Linted) -> Iterator[Flaw]:
    clear = [table for table in subject.tables if table.best is not None]
    for place, message in (
        (0, template("the best line stands first in {count} of {all} questions")),
        (-1, template("the best line stands last in {count} of {all} questions")),
    ):
        there = [table for table in clear if table.question.lines[place] is table.best]
        if is_habit(len(there), len(clear)):
            hint = template("move some of them, so that nobody can go by the place")
            yield Flaw((*there[0].path, "lines"), message, hint, {"count": len(there), "all": len(clear)}, at_key=True)
