"""A variable is read, but no effect ever changes it.

Every condition that asks for it has the same answer in every session.

    variables:
      - {name: promised, type: bool, default: false, about: A promise was made.}
    when: promised                           # wrong, if no line ever sets it

    effects: [promised = true]               # mended, on the line that makes the promise
"""

from __future__ import annotations

from collections.abc import Iterator

from simulator.authoring.lint.subject import Linted
from simulator.language.catalogue import template
from simulator.loading.checks.flaw import Flaw

CODE = "P706"
SEVERITY = "warning"


def check(subject: Linted) -> Iterator[Flaw]:
    written = {effect.target for _, effect in subject.found.plan.effects}
    for number, variable in enumerate(subject.scenario.variables):
        if variable.name not in written:
            message = template("no effect ever changes `{name}`")
            hint = template("set it where what it stands for happens, or take it out")
            yield Flaw(("variables", number, "name"), message, hint, {"name": variable.name})
