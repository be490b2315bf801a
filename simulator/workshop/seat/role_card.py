"""What a role at a table reads: its card, the items that lie before it alone, and the dossier without the others'.

Pure. What the card of nobody present holds is read by whoever speaks, so that a small table loses nothing.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import TypeVar

from simulator.scenario.dossier import Dossier, DossierItem
from simulator.scenario.model import Scenario
from simulator.scenario.role_cards import Role, RoleCard
from simulator.session.state import SessionState
from simulator.session.view import Desk, desk
from simulator.workshop.room.state import ROLES, RoomState, Seat

Item = TypeVar("Item", bound=DossierItem)

SPEAKER: Role = ROLES[0]


@dataclass(frozen=True, slots=True)
class Card:
    """A seat's card as it lies on the table: what the role looks after, and which items it alone reads.

    Where a role that nobody has is read by the speaker, `also` holds its card.
    """

    role: Role
    brief: str
    holds: frozenset[str]
    also: tuple[RoleCard, ...] = ()


def holds_of(scenario: Scenario, role: Role, present: Collection[Role]) -> frozenset[str]:
    """Ids of the dossier's items that are hidden from a role: those which other present roles' cards hold."""
    return frozenset(item for item, readers in _readers(scenario, present).items() if role not in readers)


def own_items(scenario: Scenario, role: Role, present: Collection[Role]) -> frozenset[str]:
    """Ids of the items that a role reads and not everybody does."""
    return frozenset(item for item, readers in _readers(scenario, present).items() if role in readers)


def card_of(scenario: Scenario, role: Role, present: Collection[Role]) -> Card | None:
    """The card of a role; None where the scenario has no cards at all."""
    if not scenario.role_cards:
        return None
    its = next((card for card in scenario.role_cards if card.role == role), None)
    absent = tuple(card for card in scenario.role_cards if role == SPEAKER and card.role not in present)
    also = tuple(card for card in absent if card.role != SPEAKER)
    return Card(role, its.brief if its else "", own_items(scenario, role, present), also)


def dossier_for(dossier: Dossier, hidden: Collection[str]) -> Dossier:
    """The dossier without some items."""
    return dossier.model_copy(
        update={
            "facts": _without(dossier.facts, hidden),
            "unknowns": _without(dossier.unknowns, hidden),
            "restricted": _without(dossier.restricted, hidden),
            "rumours": _without(dossier.rumours, hidden),
        }
    )


def desk_for(scenario: Scenario, state: SessionState, hidden: Collection[str]) -> Desk:
    """What lies before a role now. Whoever does not read the newer figure still has the old one: so it is at a desk."""
    if not hidden:
        return desk(scenario, state)
    return desk(scenario.model_copy(update={"dossier": dossier_for(scenario.dossier, hidden)}), state)


def only(whole: Desk, ids: Collection[str]) -> Desk:
    """A desk with nothing on it but some items."""
    return Desk(
        context="",
        facts=tuple(one for one in whole.facts if one.id in ids),
        unknowns=tuple(one for one in whole.unknowns if one.id in ids),
        restricted=tuple(one for one in whole.restricted if one.id in ids),
        rumours=tuple(one for one in whole.rumours if one.id in ids),
        key_messages=(),
        channels=whole.channels,
        fresh=whole.fresh,
    )


def roles_at(state: RoomState, table: str) -> tuple[Role, ...]:
    """The roles that somebody has at a table now."""
    return tuple(state.role(seat) for seat in state.table_of(table))


def hidden_from(scenario: Scenario, state: RoomState, seat: Seat) -> frozenset[str]:
    """Ids of the items that a seat of the room does not read now; none without tables."""
    if not state.tables or not seat.table:
        return frozenset()
    return holds_of(scenario, state.role(seat), roles_at(state, seat.table))


def _readers(scenario: Scenario, present: Collection[Role]) -> dict[str, frozenset[Role]]:
    """Who reads each item that a card holds. If nobody present does, nor anybody speaks, all do."""
    holders: dict[str, set[Role]] = {}
    for role, item in _held(scenario.role_cards):
        holders.setdefault(item, set()).add(role)
    there = frozenset(present)
    otherwise = frozenset({SPEAKER}) & there or there
    return {item: (frozenset(roles) & there) or otherwise for item, roles in holders.items()}


def _held(cards: Iterable[RoleCard]) -> Iterator[tuple[Role, str]]:
    for card in cards:
        for item in card.holds:
            yield card.role, item


def _without(items: tuple[Item, ...], hidden: Collection[str]) -> tuple[Item, ...]:
    return tuple(item for item in items if item.id not in hidden)
