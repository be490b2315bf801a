"""A variable is set, but no condition and no effect ever reads it.

What a trainee does then changes something that has no consequence, which is worse than no variable: the author
believes that the choice matters. Ask for it in a `when`, or take it out together with its effects.

    variables:
      - {name: promised, type: bool, default: false, about: A promise was made.}
    effects: [promised = true]               # wrong, if nothing ever asks for it

    then:
      - {when: promised, go: promise_due}    # mended
"""

from __future__ import annotations

from collections.abc import Iterator

from simulator.authoring.lint.subject import Linted
from simulator.language.catalogue import template
from simulator.loading.checks.flaw import Flaw
from simulator.scenario.tree import Name, leaves

CODE = "P705"
SEVERITY = "warning"


def check(subject: Linted) -> Iterator[Flaw]:
    read = _names_read(subject)
    for number, variable in enumerate(subject.scenario.variables):
        if variable.name not in read:
            message = template("nothing ever reads `{name}`")
            hint = template("ask for it in a condition, or take it out")
            yield Flaw(("variables", number, "name"), message, hint, {"name": variable.name})


def _names_read(subject: Linted) -> set[str]:
    plan = subject.found.plan
    return {
        *(leaf.name for asked in plan.conditions for leaf in leaves(asked.tree) if isinstance(leaf, Name)),
        *(leaf.name for _, effect in plan.effects for leaf in leaves(effect.value) if isinstance(leaf, Name)),
    }
