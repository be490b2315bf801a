"""A pool's question leads on to its own pool instead of returning.

The pool asks its next question by itself when a question comes back with `return`. A question that leads to the
pool with `then` calls it anew each time, one inside the other, and the calls before it are never finished.

    pools:
      - {id: floor, questions: [money], then: closing}
    scenes:
      - {id: money, kind: question, …, then: floor}       # wrong

      - {id: money, kind: question, …, then: return}      # mended
"""

from __future__ import annotations

from collections.abc import Iterator

from simulator.language.catalogue import template
from simulator.loading.checks.flaw import Flaw
from simulator.loading.checks.subject import Subject

CODE = "P411"
SEVERITY = "warning"

_POOLS_LOOKED_AT = 50
"""For each of them the graph is walked once; nobody writes more, but a hostile file may hold ten thousand."""


def check(subject: Subject) -> Iterator[Flaw]:
    for number, pool in enumerate(subject.scenario.pools[:_POOLS_LOOKED_AT]):
        below = subject.graph.below(pool.id)
        if pool.id in below:
            params = {"id": pool.id, "last": below[pool.id]}
            message = template("the pool `{id}` is reached again from its own questions, by `{last}`")
            yield Flaw(
                ("pools", number, "id"),
                message,
                template("let the questions of a pool end with `then: return`"),
                params,
            )
