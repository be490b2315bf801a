"""A question is asked by a journalist who is not in the cast.

cast:
  journalists:
    - {id: hang, name: Vi Thu Hang, outlet: Highland News, manner: sharp}
scenes:
  - id: opening
    kind: question
    journalist: hangg         # wrong

    journalist: hang          # mended
"""

from __future__ import annotations

from collections.abc import Iterator

from simulator.language.catalogue import template
from simulator.loading.checks.flaw import Flaw
from simulator.loading.checks.subject import Subject

CODE = "P206"
SEVERITY = "error"


def check(subject: Subject) -> Iterator[Flaw]:
    known = subject.scenario.journalist_by_id
    for path, question in subject.questions:
        if question.journalist not in known:
            asks = question.journalist
            yield Flaw((*path, "journalist"), template("no journalist is called `{id}`"), "", {"id": asks}, asks, known)
