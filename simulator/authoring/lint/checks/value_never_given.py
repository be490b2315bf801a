"""A text variable has a value that it is never given.

It is neither the default nor set by any effect, so no condition that asks for it can hold.

    variables:
      - {name: host, type: text, values: [town, village, nobody], default: town, about: Who hosts.}
    # wrong, if no effect says: host = "nobody"

      - {name: host, type: text, values: [town, village], default: town, about: Who hosts.}   # mended
"""

from __future__ import annotations

from collections.abc import Iterator

from simulator.authoring.lint.subject import Linted
from simulator.language.catalogue import template
from simulator.loading.checks.flaw import Flaw
from simulator.scenario.tree import Constant

CODE = "P707"
SEVERITY = "info"


def check(subject: Linted) -> Iterator[Flaw]:
    given: dict[str, set[object]] = {}
    for _, effect in subject.found.plan.effects:
        value = effect.value
        given.setdefault(effect.target, set()).add(value.value if isinstance(value, Constant) else None)
    for number, variable in enumerate(subject.scenario.variables):
        values = given.get(variable.name, set())
        if variable.values is None or not values or None in values:
            continue
        for place, value_ in enumerate(variable.values):
            if value_ != variable.default and value_ not in values:
                message = template("`{name}` is never given the value “{value}”")
                hint = template("set it by an effect, or take the value out")
                params = {"name": variable.name, "value": value_}
                yield Flaw(("variables", number, "values", place), message, hint, params)
