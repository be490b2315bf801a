"""A scene or a pool that no session ever reaches.

Nothing leads to it from the start: no `then`, no follow-up, no pool, no interruption. Often a way to it was
forgotten, or it is left over from an earlier version.

    start: opening
    scenes:
      - {id: opening, …, then: the_end}
      - {id: second_question, …}            # wrong: nothing leads here

      - {id: opening, …, then: second_question}   # mended
"""

from __future__ import annotations

from collections.abc import Iterator

from simulator.language.catalogue import template
from simulator.loading.checks.flaw import Flaw
from simulator.loading.checks.subject import Subject

CODE = "P409"
SEVERITY = "warning"


def check(subject: Subject) -> Iterator[Flaw]:
    reached = subject.graph.reached
    for number, pool in enumerate(subject.scenario.pools):
        if pool.id not in reached:
            yield Flaw(("pools", number, "id"), template("the pool `{id}` is never reached"), _HINT, {"id": pool.id})
    for path, scene in subject.scenes:
        if scene.id not in reached:
            yield Flaw((*path, "id"), template("the scene `{id}` is never reached"), _HINT, {"id": scene.id})


_HINT = template("lead to it, or take it out")
