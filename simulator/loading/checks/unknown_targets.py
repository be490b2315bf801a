"""A way leads to a scene or pool that is not there.

`then`, `go` and `start` name a scene by its id; `then` and `go` may also name a pool, or say `return`. A session
that takes this way would have nowhere to go.

    then: opning                  # wrong: the scene is called `opening`

    then: opening                 # mended
"""

from __future__ import annotations

from collections.abc import Iterator

from simulator.language.catalogue import template
from simulator.loading.checks.flaw import Flaw
from simulator.loading.checks.subject import Subject
from simulator.scenario.scenes import RETURN

CODE = "P204"
SEVERITY = "error"


def check(subject: Subject) -> Iterator[Flaw]:
    start, scenes, targets = subject.scenario.start, subject.scene_ids, subject.target_ids
    if start not in scenes:
        yield Flaw(("start",), template("no scene is called `{id}`"), "", {"id": start}, start, scenes)
    for path, ways in subject.ways:
        for number, way in enumerate(ways):
            if way.go not in targets and way.go != RETURN:
                among = (*targets, RETURN)
                yield Flaw(
                    (*path, number, "go"),
                    template("no scene or pool is called `{id}`"),
                    "",
                    {"id": way.go},
                    way.go,
                    among,
                )
