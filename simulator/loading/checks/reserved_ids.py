"""A scene, pool, line or option has an id that means something else.

`return` is the way back from a scene that was called; `silence` is recorded when the time runs out, and `own_words`
when an answer is no prepared line.
A scene called `return` could never be led to.

    scenes:
      - id: return                # wrong
        kind: inject

    scenes:
      - id: back_at_the_hall      # mended
        kind: inject
"""

from __future__ import annotations

from collections.abc import Iterator

from simulator.language.catalogue import template
from simulator.loading.checks.flaw import Flaw
from simulator.loading.checks.subject import Subject
from simulator.loading.places import Path
from simulator.scenario.scenes import OWN_WORDS, RETURN, SILENCE

CODE = "P202"
SEVERITY = "error"

_RESERVED = (RETURN, SILENCE, OWN_WORDS)


def check(subject: Subject) -> Iterator[Flaw]:
    for path, id_ in _ids(subject):
        if id_ in _RESERVED:
            yield Flaw(
                (*path, "id"),
                template("`{id}` is a reserved word, not an id"),
                template("choose another id"),
                {"id": id_},
            )


def _ids(subject: Subject) -> Iterator[tuple[Path, str]]:
    yield from ((path, scene.id) for path, scene in subject.scenes)
    yield from ((("pools", number), pool.id) for number, pool in enumerate(subject.scenario.pools))
    yield from ((path, choice.id) for path, _, choice in subject.choices)
