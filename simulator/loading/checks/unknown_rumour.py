"""The rumour that goes round is not one of the dossier's.

`public` says under `rumour` which rumour of the dossier is told among the people, so that the spread curve and
the desk speak of the same claim.

    dossier:
      rumours:
        - {id: m1, claim: The dam let water out., truth: It did not., evidence: The operating log.}
    public:
      rumour:
        id: m2                    # wrong: the dossier has no rumour m2

        id: m1                    # mended
"""

from __future__ import annotations

from collections.abc import Iterator

from simulator.language.catalogue import template
from simulator.loading.checks.flaw import Flaw
from simulator.loading.checks.subject import Subject

CODE = "P214"
SEVERITY = "error"


def check(subject: Subject) -> Iterator[Flaw]:
    public = subject.scenario.public
    known = [rumour.id for rumour in subject.scenario.dossier.rumours]
    if public is not None and public.rumour is not None and public.rumour.id not in known:
        id_ = public.rumour.id
        message = template("no rumour of the dossier is called `{id}`")
        yield Flaw(("public", "rumour", "id"), message, "", {"id": id_}, id_, known)
