"""The last way on has a condition, so there may be no way at all.

The first way whose condition holds is taken. If none holds, the session has nowhere to go; the last way therefore
stands without `when`.

    then:
      - {when: trust < 30, go: walkout}     # wrong: and if trust is 30?

    then:
      - {when: trust < 30, go: walkout}
      - go: next_question                   # mended
"""

from __future__ import annotations

from collections.abc import Iterator

from simulator.language.catalogue import template
from simulator.loading.checks.flaw import Flaw
from simulator.loading.checks.subject import Subject

CODE = "P402"
SEVERITY = "error"


def check(subject: Subject) -> Iterator[Flaw]:
    for path, ways in subject.ways:
        if all(way.when is not None for way in ways):
            message = template("if this condition does not hold, there is no way on")
            yield Flaw((*path, len(ways) - 1, "when"), message, template("add a last way without `when`: - go: …"))
