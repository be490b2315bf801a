"""A follow-up or a pool asks a question that is not there.

`ask` and the list `questions` of a pool name scenes by their id.

    follow_ups:
      - ask: who_exacly           # wrong: the scene is called `who_exactly`

    follow_ups:
      - ask: who_exactly          # mended
"""

from __future__ import annotations

from collections.abc import Iterator

from simulator.language.catalogue import template
from simulator.loading.checks.flaw import Flaw
from simulator.loading.checks.subject import Subject

CODE = "P205"
SEVERITY = "error"


def check(subject: Subject) -> Iterator[Flaw]:
    for path, id_ in subject.called:
        if id_ not in subject.target_ids:
            yield Flaw(path, template("no scene is called `{id}`"), "", {"id": id_}, id_, subject.scene_ids)
