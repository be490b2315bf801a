"""A condition always holds in its place, so it decides nothing.

What is written under it is always open, and ways written after it are never taken. Often a bound is off by one, or
the variable that it waits for is set on every road that leads here. How Podium knows stands on the page of P701.

    - id: first_question
      lines:
        - {id: admits, when: trust < 80, …}     # wrong: trust starts at 50, so it is never 80 yet

        - {id: admits, …}                       # mended
"""

from __future__ import annotations

from collections.abc import Iterator

from simulator.authoring.lint.deciding import decided
from simulator.authoring.lint.subject import Linted
from simulator.language.catalogue import template
from simulator.loading.checks.flaw import Flaw

CODE = "P702"
SEVERITY = "warning"


def check(subject: Linted) -> Iterator[Flaw]:
    hint = template("take the condition out, or change it so that it can fail")
    return decided(subject, template("`{part}` is always true here: {values}"), hint, holds=True)
