"""A variable is called like a measure, a function or a word of the expression language.

`trust`, `heat`, `minutes` and `score` exist in every scenario; `visits`, `level` and the other functions, `true`,
`false`, `and`, `or`, `not` and a few more words mean something in conditions. A variable of such a name
could not be spoken of.

    variables:
      - name: trust               # wrong
        type: int

    variables:
      - name: trust_of_families   # mended
        type: int
"""

from __future__ import annotations

from collections.abc import Iterator
from keyword import iskeyword

from simulator.language.catalogue import template
from simulator.loading.checks.flaw import Flaw
from simulator.loading.checks.subject import Subject
from simulator.scenario.expressions import FUNCTIONS, MEASURES

CODE = "P211"
SEVERITY = "error"

_RESERVED = frozenset({*MEASURES, *FUNCTIONS, "true", "false"})


def check(subject: Subject) -> Iterator[Flaw]:
    for number, variable in enumerate(subject.scenario.variables):
        if variable.name in _RESERVED or iskeyword(variable.name):
            message = template("`{name}` means something in every condition, so no variable can be called so")
            yield Flaw(("variables", number, "name"), message, template("choose another name"), {"name": variable.name})
