"""An inject is heard from a voice that is not in the cast.

cast:
  voices:
    - {id: headman, name: Lo Van Un, part: Head of the hamlet}
scenes:
  - id: new_count
    kind: inject
    voice: hedman             # wrong

    voice: headman            # mended
"""

from __future__ import annotations

from collections.abc import Iterator

from simulator.language.catalogue import template
from simulator.loading.checks.flaw import Flaw
from simulator.loading.checks.subject import Subject

CODE = "P207"
SEVERITY = "error"


def check(subject: Subject) -> Iterator[Flaw]:
    known = subject.scenario.voice_by_id
    for path, inject in subject.injects:
        if inject.voice is not None and inject.voice not in known:
            yield Flaw(
                (*path, "voice"), template("no voice is called `{id}`"), "", {"id": inject.voice}, inject.voice, known
            )
