"""A variable lacks the bounds its type needs, or has bounds that do not go with it.

A whole number has a `range`, so that conditions on it can be judged; a text has `values`, so that a slip of
the pen is found; a bool has neither.

    variables:
      - name: host
        type: text                # wrong: nothing says what it may hold
        default: village
        about: Who hosts the briefing.

      - name: host
        type: text
        values: [village, province]   # mended
        default: village
        about: Who hosts the briefing.
"""

from __future__ import annotations

from collections.abc import Iterator

from simulator.language.catalogue import template
from simulator.loading.checks.flaw import Flaw
from simulator.loading.checks.subject import Subject
from simulator.loading.places import Path
from simulator.scenario.model import VARIABLE_BOUND, Variable

CODE = "P310"
SEVERITY = "error"


def check(subject: Subject) -> Iterator[Flaw]:
    for number, variable in enumerate(subject.scenario.variables):
        yield from _lacking(("variables", number), variable)
        yield from _not_fitting(("variables", number), variable)


def _lacking(path: Path, variable: Variable) -> Iterator[Flaw]:
    params = {"name": variable.name}
    if variable.type == "int" and variable.range is None:
        yield Flaw(
            path,
            template("the int `{name}` has no range"),
            template("write its least and greatest value: range: [0, 5]"),
            params,
        )
    if variable.type == "text" and not variable.values:
        yield Flaw(
            path,
            template("the text `{name}` has no values"),
            template("list all it may hold: values: [village, province]"),
            params,
        )


def _not_fitting(path: Path, variable: Variable) -> Iterator[Flaw]:
    if variable.range is not None:
        least, most = variable.range
        if variable.type != "int":
            yield Flaw((*path, "range"), template("only an int has a range"), template("take it out"), at_key=True)
        elif least > most:
            message = template("the range is upside down: {least} is greater than {most}")
            yield Flaw(
                (*path, "range"), message, template("write the least value first"), {"least": least, "most": most}
            )
        elif max(abs(least), abs(most)) > VARIABLE_BOUND:
            message = template("a range lies between -{most} and {most}")
            yield Flaw((*path, "range"), message, "", {"most": VARIABLE_BOUND})
    if variable.values is not None and variable.type != "text":
        yield Flaw((*path, "values"), template("only a text has values"), template("take them out"), at_key=True)
