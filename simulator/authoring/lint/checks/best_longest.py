"""In nearly all questions the best line is the longest, or the shortest.

Length gives the answer away before a word is read. Authors write the good line with care and the others in a hurry:
give a poor line the same care, with a fact that is beside the point, or a courtesy that evades.

Told from three questions on that have one best line: of three, where it is so in all; of four and more, where it is so
in three of four. Lines with a `when` are left out.

    - {id: owns_it, text: "At 22:45 the centre warned us; our message left at 01:40. That was ours, and I am sorry."}
    - {id: blames, text: Ask the village head.}                          # wrong, if it is so in every question

    - {id: blames, text: "The message left on time by our log; whether the village passed it on you must ask there."}
    # mended
"""

from __future__ import annotations

from collections.abc import Iterator

from simulator.authoring.lint.habits import is_habit
from simulator.authoring.lint.subject import Linted, Table
from simulator.language.catalogue import template
from simulator.loading.checks.flaw import Flaw
from simulator.scenario.scenes import Line

CODE = "P712"
SEVERITY = "warning"


def check(subject: Linted) -> Iterator[Flaw]:
    clear = [table for table in subject.tables if table.best is not None]
    for longest, message in (
        (True, template("the best line is the longest in {count} of {all} questions")),
        (False, template("the best line is the shortest in {count} of {all} questions")),
    ):
        there = [table for table in clear if _extreme(table, longest=longest) is table.best]
        if is_habit(len(there), len(clear)):
            hint = template("shorten some of them, or give the others more to say")
            yield Flaw((*there[0].path, "lines"), message, hint, {"count": len(there), "all": len(clear)}, at_key=True)


def _extreme(table: Table, *, longest: bool) -> Line:
    """The longest (or the shortest) line that is always open."""
    return (max if longest else min)(table.lines, key=lambda line: len(line.text))
