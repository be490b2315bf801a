"""A way stands after one that is always open, so it is never taken.

The ways are tried from top to bottom, and a way without `when` is always open.

    then:
      - go: next_question
      - {when: trust < 30, go: walkout}     # wrong: never looked at

    then:
      - {when: trust < 30, go: walkout}
      - go: next_question                   # mended
"""

from __future__ import annotations

from collections.abc import Iterator

from simulator.language.catalogue import template
from simulator.loading.checks.flaw import Flaw
from simulator.loading.checks.subject import Subject
from simulator.scenario.graph import taken

CODE = "P403"
SEVERITY = "error"


def check(subject: Subject) -> Iterator[Flaw]:
    for path, ways in subject.ways:
        if len(ways) > 1:
            for number in range(sum(1 for _ in taken(ways)), len(ways)):
                message = template("this way is never taken: the one before it is always open")
                yield Flaw((*path, number), message, template("put the way without `when` last"))
