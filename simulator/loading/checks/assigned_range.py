"""An effect sets a variable to a value outside its range.

Whole numbers are kept within the declared range, so the value would silently become another: `promises = 9` with
a range up to 5 makes 5. That is hardly what was meant. `trust` and `heat` go from 0 to 100.

    variables:
      - {name: promises, type: int, range: [0, 5], default: 0, about: Promises made.}
    …
    effects: [promises = 9]       # wrong

    effects: [promises = 5]       # mended
"""

from __future__ import annotations

from collections.abc import Iterator

from simulator.language.catalogue import template
from simulator.loading.checks.flaw import Flaw
from simulator.loading.checks.subject import Subject
from simulator.scenario.expressions import STEERABLE, Assignment, Constant, Expr, Negative

CODE = "P308"
SEVERITY = "error"


def check(subject: Subject) -> Iterator[Flaw]:
    ranges = {variable.name: variable.range for variable in subject.scenario.variables if variable.type == "int"}
    ranges.update(dict.fromkeys(STEERABLE, (0, 100)))
    for written in subject.written:
        effect = written.read
        if not isinstance(effect, Assignment) or effect.operator != "=":
            continue
        value, bounds = _constant(effect.value), ranges.get(effect.target)
        if value is not None and bounds is not None and not bounds[0] <= value <= bounds[1]:
            params = {"name": effect.target, "least": bounds[0], "most": bounds[1], "value": value}
            message = template("`{name}` goes from {least} to {most}, so it cannot become {value}")
            yield Flaw(written.path, message, "", params, offset=effect.value.start)


def _constant(value: Expr) -> int | None:
    if isinstance(value, Negative):
        inner = _constant(value.operand)
        return None if inner is None else -inner
    return value.value if isinstance(value, Constant) and isinstance(value.value, int) else None
