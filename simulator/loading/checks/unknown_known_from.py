"""A dossier item comes on the table, or a rumour goes round, after a scene that is not there.

`known_from` names the scene whose visit puts the item on the desk, or sets the public's rumour going. With an
unknown scene that would never happen.

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
from simulator.loading.places import Path
from simulator.scenario.dossier import DossierItem

CODE = "P208"
SEVERITY = "error"


def check(subject: Subject) -> Iterator[Flaw]:
    for path, id_ in _named(subject):
        if id_ is not None and id_ not in subject.scene_ids:
            yield Flaw(path, template("no scene is called `{id}`"), "", {"id": id_}, id_, subject.scene_ids)


def _named(subject: Subject) -> Iterator[tuple[Path, str | None]]:
    """What every `known_from` of the dossier and of the public's rumour names, with its path."""
    for kind in ("facts", "unknowns", "restricted", "rumours"):
        items: tuple[DossierItem, ...] = getattr(subject.scenario.dossier, kind)
        for number, item in enumerate(items):
            yield ("dossier", kind, number, "known_from"), item.known_from
    public = subject.scenario.public
    if public is not None and public.rumour is not None:
        yield ("public", "rumour", "known_from"), public.rumour.known_from
