"""Every line or option of a scene can be closed, so there may be nothing left to say.

A line with `when` is closed while its condition does not hold, and one with `once` after it has been used. A
question needs at least one line with neither, a decision at least one such option.

    lines:
      - {id: owns_it, when: log_published, …}     # wrong: both may be closed
      - {id: promises, once: true, …}

    lines:
      - {id: owns_it, when: log_published, …}
      - {id: promises, …}                         # mended: always open
"""

from __future__ import annotations

from collections.abc import Iterator

from simulator.language.catalogue import template
from simulator.loading.checks.flaw import Flaw
from simulator.loading.checks.subject import Subject
from simulator.scenario.scenes import Line, Option

CODE = "P404"
SEVERITY = "error"


def check(subject: Subject) -> Iterator[Flaw]:
    for path, question in subject.questions:
        if not any(map(_is_always_open, question.lines)):
            message = template("every line here may be closed, and then there is nothing to say")
            yield Flaw((*path, "lines"), message, template("leave one line without `when` and `once`"), at_key=True)
    for path, decision in subject.decisions:
        if not any(map(_is_always_open, decision.options)):
            message = template("every option here may be closed, and then there is nothing to decide")
            yield Flaw((*path, "options"), message, template("leave one option without `when` and `once`"), at_key=True)


def _is_always_open(choice: Line | Option) -> bool:
    return choice.when is None and not choice.once
