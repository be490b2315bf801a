"""In which order the keys of each part of a scenario stand, and which keys hold prose: as in the guide."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from simulator.loading.fields import prose_keys

_TAIL = "note reaction headline says effects then follow_ups"

ORDERS: Mapping[str, str] = {
    "scenario": "format id language title module level minutes role objectives skills author licence legal_basis clock"
    " start dossier cast public role_cards variables checks pools scenes",
    "legal_basis": "title in_force about confirmed",
    "dossier": "context facts unknowns restricted rumours key_messages channels",
    "facts": "id text source as_of known_from replaces",
    "unknowns": "id text when_known known_from",
    "restricted": "id text reason competent_body known_from",
    "rumours": "id claim truth evidence known_from",
    "channels": "next_briefing hotline web",
    "cast": "journalists voices",
    "journalists": "id name outlet manner about",
    "voices": "id name part",
    "public": "groups rumour headlines posts",
    "headlines": "upon by text",
    "posts": "upon by text",
    "groups": "id name share part weights",
    "rumour": "id told_by known_from",
    "role_cards": "role brief holds",
    "clock": "start day",
    "variables": "name type values range default about",
    "pools": "id draws questions then",
    "scenes": "id was kind title journalist voice channel outcome headline text lesson",
    "question": "id was kind title journalist text skills when once takes time_limit silence pressed lines samples"
    " follow_ups then",
    "inject": "id was kind title voice channel text headline effects takes interrupts then",
    "decision": "id was kind title text takes options then",
    "ending": "id was kind title outcome headline text lesson",
    "lines": f"id was text when closed once levels flags findings {_TAIL}",
    "options": f"id was text when closed once {_TAIL}",
    "silence": f"text levels flags findings {_TAIL}",
    "samples": "id language text levels flags says note",
    "findings": "skill flag words because better",
    "then": "when go",
    "follow_ups": "when ask",
}
"""The keys of each part, by the name of the list or mapping it stands in; of a scene, by its kind."""


def rank(part: str, key: str, place: int) -> tuple[int, int]:
    """Where a key stands in its part; unknown ones last, as they were written."""
    order = _places(part)
    return (order.get(key, len(order)), place)


@cache
def is_prose(key: str) -> bool:
    """Whether a key holds sentences, a name or a title."""
    return key in prose_keys()


@cache
def _places(part: str) -> Mapping[str, int]:
    return {key: place for place, key in enumerate(ORDERS.get(part, "").split())}
