"""A fact replaces a fact that is not there.

`replaces` names the older fact that this one puts out of date. With a wrong id the old figure would stay on the
desk beside the new one, and the trainee would be graded on which of them they chose.

    facts:
      - {id: f1, text: 7 dead., source: Rescue staff, as_of: 15:00}
      - id: f1b
        text: 8 dead.
        replaces: f11             # wrong

        replaces: f1              # mended
"""

from __future__ import annotations

from collections.abc import Iterator

from simulator.language.catalogue import template
from simulator.loading.checks.flaw import Flaw
from simulator.loading.checks.subject import Subject

CODE = "P209"
SEVERITY = "error"


def check(subject: Subject) -> Iterator[Flaw]:
    facts = subject.scenario.dossier.facts
    known = {fact.id for fact in facts}
    for number, fact in enumerate(facts):
        old = fact.replaces
        if old is not None and (old not in known or old == fact.id):
            path = ("dossier", "facts", number, "replaces")
            yield Flaw(path, template("no other fact is called `{id}`"), "", {"id": old}, old, known - {fact.id})
