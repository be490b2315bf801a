"""An inject that interrupts leads on instead of coming back.

An interruption cuts in wherever the story is, and must give it back with `return`.

    - id: new_count
      kind: inject
      text: One more body has been found.
      interrupts: minutes >= 12
      then: closing               # wrong

      then: return                # mended
"""

from __future__ import annotations

from collections.abc import Iterator

from simulator.language.catalogue import template
from simulator.loading.checks.flaw import Flaw
from simulator.loading.checks.subject import Subject
from simulator.scenario.scenes import RETURN

CODE = "P408"
SEVERITY = "error"


def check(subject: Subject) -> Iterator[Flaw]:
    for path, inject in subject.injects:
        for number, way in enumerate(inject.then if inject.interrupts else ()):
            if way.go != RETURN:
                message = template("an inject that interrupts must come back, and this leads to `{id}`")
                yield Flaw((*path, "then", number, "go"), message, template("write `then: return`"), {"id": way.go})
