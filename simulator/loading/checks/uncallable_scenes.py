"""A follow-up or a pool calls a scene that cannot be called.

A follow-up asks a question or brings an inject; a pool asks questions only. Decisions, endings and pools are
led to with `then`.

    follow_ups:
      - ask: publish_or_not       # wrong: this is a decision

    then: publish_or_not          # mended
"""

from __future__ import annotations

from collections.abc import Iterator

from simulator.language.catalogue import template
from simulator.loading.checks.flaw import Flaw
from simulator.loading.checks.subject import Subject
from simulator.scenario.scenes import Inject, Question

CODE = "P210"
SEVERITY = "error"


def check(subject: Subject) -> Iterator[Flaw]:
    for path, id_ in subject.called:
        by_pool = path[0] == "pools"
        callable_kinds = Question if by_pool else Question | Inject
        if id_ in subject.target_ids and not isinstance(subject.scene_ids.get(id_), callable_kinds):
            message = (
                template("`{id}` is not a question")
                if by_pool
                else template("`{id}` is neither a question nor an inject")
            )
            yield Flaw(path, message, template("lead to it with `then`"), {"id": id_})
