"""A line puts on record what the dossier does not hold.

`says` lists the facts, unknowns and rumours (by their truth) that a line puts on record, so that conditions can ask
`said(f1)` of prepared lines as they do of answers in one's own words. With a wrong id nothing would ever be said.

    - id: owns_it
      text: The warning was late by 2 hours 55 minutes.
      says: [f33]               # wrong

      says: [f3]                # mended
"""

from __future__ import annotations

from collections.abc import Iterator

from simulator.language.catalogue import template
from simulator.loading.checks.flaw import Flaw
from simulator.loading.checks.subject import Subject
from simulator.loading.places import Path

CODE = "P213"
SEVERITY = "error"


def check(subject: Subject) -> Iterator[Flaw]:
    known = subject.scenario.dossier.sayable
    for path, says in _said(subject):
        for number, item in enumerate(says):
            if item not in known:
                message = template("no fact, unknown or rumour of the dossier is called `{name}`")
                yield Flaw((*path, "says", number), message, "", {"name": item}, item, set(known))


def _said(subject: Subject) -> Iterator[tuple[Path, tuple[str, ...]]]:
    """What each line, silence and sample says, with its path."""
    yield from ((path, outcome.says) for path, _, outcome in subject.graded)
    yield from ((path, sample.says) for path, _, sample in subject.samples)
