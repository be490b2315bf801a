"""An earlier id, listed under `was`, is in use, or is claimed twice.

`was` tells saved sessions what a scene or line is called now. If the old id belongs to something else today,
an old session would be led to the wrong place.

    - id: opening
      was: [first_question]
    - id: first_question          # wrong: this scene has the old id of the other

    - id: opening
      was: [first_question]
    - id: second_question         # mended
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from simulator.language.catalogue import template
from simulator.loading.checks.flaw import Flaw
from simulator.loading.checks.subject import Subject
from simulator.loading.places import Path
from simulator.scenario.scenes import Decision, Line, Option, Question, Scene

CODE = "P203"
SEVERITY = "error"


def check(subject: Subject) -> Iterator[Flaw]:
    pools = [pool.id for pool in subject.scenario.pools]
    yield from _collisions(("scenes",), subject.scenario.scenes, pools)
    for path, scene in subject.scenes:
        if isinstance(scene, Question):
            yield from _collisions((*path, "lines"), scene.lines, ())
        elif isinstance(scene, Decision):
            yield from _collisions((*path, "options"), scene.options, ())


def _collisions(path: Path, entries: Sequence[Scene | Line | Option], others: Iterable[str]) -> Iterator[Flaw]:
    if not any(entry.was for entry in entries):
        return
    taken = {*others, *(entry.id for entry in entries)}
    for number, entry in enumerate(entries):
        for place, old in enumerate(entry.was):
            if old in taken:
                yield Flaw(
                    (*path, number, "was", place),
                    template("the earlier id `{id}` belongs to something else now"),
                    template("take it out here, or rename the other"),
                    {"id": old},
                )
            taken.add(old)
