"""Which node a seat is served by, and under which address a browser reaches it.

Seats are dealt out over the living nodes, so that each has its share. Nodes of one machine are told to a browser under
the very name by which it reached this one, for it may know the machine by another of its addresses than we do.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from urllib.parse import SplitResult, urlsplit

from simulator.workshop.serving.door import Place

_NUMBER = re.compile(r"[0-9]+$")


def seen_from(host: str, nodes: Sequence[str]) -> tuple[str, ...]:
    """The base URLs of the nodes, ours first, for a browser that asked for `host` (a name, with or without a port)."""
    if not nodes:
        return ()
    ours, asked = _split(nodes[0]), _split(f"//{host}")
    if ours is None or asked is None or not asked.hostname:
        return tuple(nodes)
    return tuple(_under(asked, url) if _is_beside(ours, url) else url for url in nodes)


def dealt(place: Place, nodes: Sequence[str]) -> str:
    """The base URL of the node that a seat is dealt to; empty if it is ours, which comes first."""
    number = _NUMBER.search(place.id)
    if place.kind != "seat" or number is None or len(nodes) < 2:
        return ""
    dealt_to = sorted(nodes)[int(number[0]) % len(nodes)]
    return "" if dealt_to == nodes[0] else dealt_to


def _is_beside(ours: SplitResult, url: str) -> bool:
    """Whether a node runs on our machine."""
    parts = _split(url)
    return parts is not None and parts.hostname == ours.hostname


def _under(asked: SplitResult, url: str) -> str:
    """A node's URL under the name that was asked for."""
    parts = urlsplit(url)
    name = asked.hostname or ""
    host = f"[{name}]" if ":" in name else name
    return parts._replace(netloc=f"{host}:{parts.port}" if parts.port else host).geturl()


def _split(url: str) -> SplitResult | None:
    try:
        parts = urlsplit(url)
        parts.port  # noqa: B018  # Raises ValueError if it is none.
    except ValueError:
        return None
    return parts
