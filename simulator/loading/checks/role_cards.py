"""A role card that cannot be dealt.

Each of the four seats has one card at most, and an item of the dossier lies before one seat alone: it is what that
seat brings to the table. An item that no card holds is read by all; key messages and channels always are.

    role_cards:
      - role: fact_checker
        brief: You have the duty log.
        holds: [f3]
      - role: duty_officer
        brief: You know who may say what.
        holds: [f3, r9]           # wrong: f3 lies before the fact checker, and there is no r9

      - role: duty_officer
        brief: You know who may say what.
        holds: [r1]               # mended
"""

from __future__ import annotations

from collections.abc import Iterator

from simulator.language.catalogue import template
from simulator.loading.checks.flaw import Flaw
from simulator.loading.checks.subject import Subject
from simulator.loading.places import Path

CODE = "P217"
SEVERITY = "error"


def check(subject: Subject) -> Iterator[Flaw]:
    cards = subject.scenario.role_cards
    roles: set[str] = set()
    for number, card in enumerate(cards):
        if card.role in roles:
            hint = template("one card for each role")
            yield Flaw(
                ("role_cards", number, "role"), template("`{name}` has a card already"), hint, {"name": card.role}
            )
        roles.add(card.role)
    held: set[str] = set()
    for path, item in _holds(subject):
        yield from _item(subject, path, item, held)
        held.add(item)


def _holds(subject: Subject) -> Iterator[tuple[Path, str]]:
    for number, card in enumerate(subject.scenario.role_cards):
        for place, item in enumerate(card.holds):
            yield ("role_cards", number, "holds", place), item


def _item(subject: Subject, path: Path, item: str, held: set[str]) -> Iterator[Flaw]:
    dossier = subject.scenario.dossier
    known = {one.id for kind in (dossier.facts, dossier.unknowns, dossier.restricted, dossier.rumours) for one in kind}
    if item not in known:
        yield Flaw(path, template("no item of the dossier is called `{name}`"), "", {"name": item}, item, known)
    elif item in held:
        yield Flaw(
            path,
            template("`{name}` lies before a seat already"),
            template("leave it on one card, or on none, and all read it"),
            {"name": item},
        )
