"""A dossier item comes on the table after a scene that is not there.

`known_from` names the scene whose visit puts the item on the desk. With an unknown scene it would stay hidden
in every session.

    facts:
      - id: f2
        text: 8 dead, 3 missing.
        known_from: new_cuont     # wrong

        known_from: new_count     # mended
"""

from __future__ import annotations

from collections.abc import Iterator

from simulator.language.catalogue import template
from simulator.loading.checks.flaw import Flaw
from simulator.loading.checks.subject import Subject
from simulator.scenario.dossier import DossierItem

CODE = "P208"
SEVERITY = "error"


def check(subject: Subject) -> Iterator[Flaw]:
    for kind in ("facts", "unknowns", "restricted", "rumours"):
        items: tuple[DossierItem, ...] = getattr(subject.scenario.dossier, kind)
        for number, item in enumerate(items):
            if item.known_from is not None and item.known_from not in subject.scene_ids:
                path, id_ = ("dossier", kind, number, "known_from"), item.known_from
                yield Flaw(path, template("no scene is called `{id}`"), "", {"id": id_}, id_, subject.scene_ids)
