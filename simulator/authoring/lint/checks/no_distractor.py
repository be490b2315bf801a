"""One line is plainly good and all the others are plainly bad: the question answers itself.

There is no plausible second best, so a trainee learns nothing by choosing. Of the lines that are always open, one is
graded 75 or more without a flag, and every other one raises a red flag and is graded 25 or less.

    - {id: owns_it, levels: {accuracy: 4}, …}
    - {id: shouts, levels: {accuracy: 0}, flags: [attack], …}
    - {id: lies, levels: {accuracy: 0}, flags: [falsehood], …}       # wrong

    - {id: half_true, levels: {accuracy: 2}, …}                      # mended: right, but it leaves half of it out
"""

from __future__ import annotations

from collections.abc import Iterator

from simulator.authoring.lint.subject import Linted
from simulator.language.catalogue import template
from simulator.loading.checks.flaw import Flaw

CODE = "P715"
SEVERITY = "warning"

GOOD_LEAST = 75
BAD_MOST = 25
"""Overall grades, 0-100."""


def check(subject: Linted) -> Iterator[Flaw]:
    for table in subject.tables:
        good = table.best
        if good is None or good.flags or table.highest < GOOD_LEAST or len(table.lines) == 1:
            continue
        others = [(line, grade) for line, grade in zip(table.lines, table.grades, strict=True) if line is not good]
        if all(line.flags and grade <= BAD_MOST for line, grade in others):
            message = template("only `{line}` can be meant seriously: every other line is plainly bad")
            hint = template("write a line that many people would say, and that is half right")
            yield Flaw((*table.path, "lines"), message, hint, {"line": good.id}, at_key=True)
