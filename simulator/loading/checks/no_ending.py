"""From a scene that is reached, no ending ever is.

Whatever the trainee chooses here, the session goes round for ever. Somewhere a way to an ending is missing.

    - {id: ask, kind: question, …, then: ask_again}
    - {id: ask_again, kind: question, …, then: ask}       # wrong: round and round

    - {id: ask_again, kind: question, …, then: the_end}   # mended
"""

from __future__ import annotations

from collections.abc import Iterator

from simulator.language.catalogue import template
from simulator.loading.checks.flaw import Flaw
from simulator.loading.checks.subject import Subject

CODE = "P410"
SEVERITY = "error"


def check(subject: Subject) -> Iterator[Flaw]:
    """One flaw for each knot of scenes that lead only to each other, at the first of them in the file."""
    places = [(path, scene.id) for path, scene in subject.scenes]
    places += [(("pools", number), pool.id) for number, pool in enumerate(subject.scenario.pools)]
    knots = subject.graph.knots
    told: set[int] = set()
    for path, id_ in places:
        knot = knots.get(id_)
        if knot is not None and knot not in told:
            told.add(knot)
            others = sum(1 for number in knots.values() if number == knot) - 1
            message = template("from `{id}` no ending can be reached, nor from {others} other scenes beside it")
            alone = template("from `{id}` no ending can be reached")
            hint = template("lead one of them to an ending")
            yield Flaw((*path, "id"), message if others else alone, hint, {"id": id_, "others": others})
