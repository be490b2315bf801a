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
from simulator.loading.places import Path

CODE = "P410"
SEVERITY = "error"

_SHOWN = 5


def check(subject: Subject) -> Iterator[Flaw]:
    """One flaw for each knot of scenes that lead only to each other, at the first of them in the file."""
    places = [(path, scene.id) for path, scene in subject.scenes]
    places += [(("pools", number), pool.id) for number, pool in enumerate(subject.scenario.pools)]
    together: dict[int, list[tuple[Path, str]]] = {}
    for path, id_ in places:
        if id_ in subject.graph.knots:
            together.setdefault(subject.graph.knots[id_], []).append((path, id_))
    for knot in together.values():
        shown = ", ".join(id_ for _, id_ in knot[:_SHOWN]) + (", …" if len(knot) > _SHOWN else "")
        message = template("no ending can be reached from here: {scenes}")
        yield Flaw((*knot[0][0], "id"), message, template("lead one of them to an ending"), {"scenes": shown})
