"""A pool leads directly to a pool.

When a pool has no open question left, the story goes on where its `then` says. Two pools that lead to each other
would pass the session to and fro for ever. Put a scene between them, an inject for instance.

    pools:
      - {id: floor, questions: [money], then: last_round}       # wrong: `last_round` is a pool

    pools:
      - {id: floor, questions: [money], then: moderator}        # mended: an inject that leads to `last_round`
"""

from __future__ import annotations

from collections.abc import Iterator

from simulator.language.catalogue import template
from simulator.loading.checks.flaw import Flaw
from simulator.loading.checks.subject import Subject

CODE = "P405"
SEVERITY = "error"


def check(subject: Subject) -> Iterator[Flaw]:
    pools = subject.scenario.pool_by_id
    for number, pool in enumerate(subject.scenario.pools):
        for place, way in enumerate(pool.then):
            if way.go in pools:
                message = template("a pool cannot lead straight to the pool `{id}`")
                yield Flaw(
                    ("pools", number, "then", place, "go"),
                    message,
                    template("put an inject between them"),
                    {"id": way.go},
                )
