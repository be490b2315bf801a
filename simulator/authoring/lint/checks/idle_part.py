"""A part of a condition decides nothing: it is always true within an `and`, or never true within an `or`.

The condition as a whole can hold and fail, so nothing is lost; but whoever reads it believes that the part matters.

    when: trust < 40 or visits(opening) > 1     # wrong, if nothing leads back to the opening

    when: trust < 40                            # mended
"""

from __future__ import annotations

from collections.abc import Iterator

from simulator.authoring.lint.deciding import idle_parts, values_told
from simulator.authoring.lint.reach.amounts import EITHER
from simulator.authoring.lint.subject import Linted
from simulator.language.catalogue import template
from simulator.loading.checks.flaw import Flaw
from simulator.scenario.tree import Joined

CODE = "P703"
SEVERITY = "info"


def check(subject: Linted) -> Iterator[Flaw]:
    judge = subject.found.judge
    for verdict in subject.found.verdicts:
        if verdict.found != EITHER or not isinstance(verdict.asked.tree, Joined):
            continue
        asked = verdict.asked
        for part, holds, place in idle_parts(judge, asked.tree, verdict.place):
            message = template("`{part}` is never true here, so it decides nothing: {values}")
            if holds:
                message = template("`{part}` is always true here, so it decides nothing: {values}")
            params = {
                "part": asked.text[part.start : part.end],
                "values": values_told(judge, part, place, asked.text),
            }
            yield Flaw(asked.path, message, template("take this part out"), params, offset=part.start)
