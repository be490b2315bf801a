"""A variable's default is of another type, outside its range, or not among its values.

variables:
  - name: promises
    type: int
    range: [0, 5]
    default: 7                # wrong: greater than 5
    about: Promises made.

    default: 0                # mended
"""

from __future__ import annotations

from collections.abc import Iterator

from simulator.language.catalogue import template
from simulator.loading.checks.flaw import Flaw
from simulator.loading.checks.subject import Subject
from simulator.scenario.model import Variable

CODE = "P309"
SEVERITY = "error"

_TYPES: dict[str, type] = {"bool": bool, "int": int, "text": str}
_WANTED = {
    "bool": template("the default of a bool is true or false"),
    "int": template("the default of an int is a whole number"),
    "text": template("the default of a text is a text"),
}


def check(subject: Subject) -> Iterator[Flaw]:
    for number, variable in enumerate(subject.scenario.variables):
        path = ("variables", number, "default")
        if type(variable.default) is not _TYPES[variable.type]:
            yield Flaw(
                path,
                _WANTED[variable.type],
                template("write true and false small, and text in quotes if it looks like a number"),
            )
        elif not _is_in_range(variable):
            message = template("the default {value} is outside the range")
            yield Flaw(path, message, template("widen the range, or begin within it"), {"value": variable.default})
        elif variable.values is not None and variable.default not in variable.values:
            value, known = str(variable.default), ", ".join(variable.values)
            message, hint = template("the default “{value}” is not among the values"), template("known here: {known}")
            yield Flaw(path, message, hint, {"value": value, "known": known}, value, variable.values)


def _is_in_range(variable: Variable) -> bool:
    least, most = variable.range or (0, -1)
    if variable.type != "int" or least > most or not isinstance(variable.default, int):
        return True  # a range upside down is told by another check
    return least <= variable.default <= most
