"""Whoever always says the first line, the last, the longest, the shortest, or any line by chance, does well.

Then the exercise measures nothing: the mean grade of such a guesser should be far from that of somebody who reads.
It is counted over all questions, lines with a `when` left out. From four questions on, 60 counts as doing well; of
three questions, where one lucky hit weighs more, 75. Of fewer nothing is said.

    levels: {accuracy: 3}      # wrong, if hardly any line of the scenario is graded below that
    levels: {accuracy: 3}

    levels: {accuracy: 3}      # mended: beside a good line stands one that many people would say, and should not
    levels: {accuracy: 1}
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from simulator.authoring.lint.subject import Linted, Table
from simulator.language.catalogue import template
from simulator.loading.checks.flaw import Flaw
from simulator.scenario.scenes import Line

CODE = "P713"
SEVERITY = "warning"

DOING_WELL = 60
"""A mean grade that a guesser should not reach."""

FEW, DOING_WELL_IN_FEW = 3, 75
"""The same for so many questions; of fewer nothing can be said."""


def check(subject: Linted) -> Iterator[Flaw]:
    if len(subject.tables) < FEW:
        return
    well = DOING_WELL if len(subject.tables) > FEW else DOING_WELL_IN_FEW
    mean, how = max((sum(map(pick, subject.tables)) / len(subject.tables), how) for how, pick in _GUESSERS)
    if mean >= well:
        hint = template("grade more sharply, or write lines that tempt and are wrong")
        yield Flaw(("scenes",), how, hint, {"mean": int(mean)}, at_key=True)


def _by_length(table: Table, place: int) -> int:
    """The grade of the shortest line (0) or of the longest (-1)."""
    return sorted(zip(map(_length, table.lines), table.grades, strict=True))[place][1]


def _length(line: Line) -> int:
    return len(line.text)


_GUESSERS: tuple[tuple[str, Callable[[Table], float]], ...] = (
    (template("whoever always says the first line comes to {mean} of 100"), lambda table: table.grades[0]),
    (template("whoever always says the last line comes to {mean} of 100"), lambda table: table.grades[-1]),
    (
        template("whoever always says the longest line comes to {mean} of 100"),
        lambda table: _by_length(table, -1),
    ),
    (
        template("whoever always says the shortest line comes to {mean} of 100"),
        lambda table: _by_length(table, 0),
    ),
    (
        template("whoever says any line by chance comes to {mean} of 100"),
        lambda table: sum(table.grades) / len(table.grades),
    ),
)
