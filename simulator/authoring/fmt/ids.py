"""Ids that are missing: made from a title or the first words of a text, and different from all that there are."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from simulator.authoring.fmt.tree import Node
from simulator.language.folding import folded
from simulator.scenario.scenes import OWN_WORDS, RETURN, SILENCE

WORDS_MAX = 5
ID_MAX = 40

NUMBERED: Mapping[str, str] = {"facts": "f", "unknowns": "u", "restricted": "r", "rumours": "m"}
"""Lists of the dossier, whose items are numbered, by the letter before the number."""

FROM: Mapping[str, Sequence[str]] = {
    "scenes": ("title", "text", "headline"),
    "lines": ("text",),
    "options": ("text",),
    "samples": ("text",),
    "pools": (),
    "journalists": ("name",),
    "voices": ("name",),
    "groups": ("name",),
}
"""What an id is made from, by the list that it is missing in."""

_REFUSED = frozenset({RETURN, SILENCE, OWN_WORDS, "true", "false", "null"})


def give_ids(root: Node) -> None:
    """Put an id into every entry that must have one and has none. What is there is never touched."""
    dossier, cast, public = (root.get(key) for key in ("dossier", "cast", "public"))
    for holder, keys in (
        (dossier, tuple(NUMBERED)),
        (cast, ("journalists", "voices")),
        (public, ("groups",)),
        (root, ("pools", "scenes")),
    ):
        if holder is not None:
            # What is of one kind shares its ids, such as scenes and pools.
            _give_in(holder, keys)
    for scene in _entries(root, "scenes"):
        for key in ("lines", "options", "samples"):
            _give_in(scene, (key,))


def _give_in(holder: Node, keys: Sequence[str]) -> None:
    lists = [(key, entry) for key in keys for entry in _entries(holder, key)]
    taken = {value.value for _, entry in lists if (value := entry.get("id")) is not None}
    taken |= {old for _, entry in lists for old in _former(entry)}
    for key, entry in lists:
        if entry.get("id") is None and entry.kind == "mapping" and entry.pairs:
            id_ = _numbered(NUMBERED[key], taken) if key in NUMBERED else _unlike(_slug(entry, key), taken)
            taken.add(id_)
            first = entry.pairs[0][0]
            name = Node("scalar", first.start, first.start, "id", "id", before=first.before)
            first.before = []
            entry.pairs.insert(0, (name, Node("scalar", first.start, first.start, id_, id_)))


def _entries(holder: Node, key: str) -> Iterator[Node]:
    found = holder.get(key)
    yield from (found.items if found is not None else ())


def _former(entry: Node) -> list[str]:
    was = entry.get("was")
    return re.findall(r"[a-z][a-z0-9_]*", was.raw) if was is not None and was.kind == "flow" else []


def _slug(entry: Node, key: str) -> str:
    source = next((found.value for name in FROM[key] if (found := entry.get(name)) is not None and found.value), "")
    words = re.findall(r"[a-z0-9]+", folded(source))[:WORDS_MAX]
    slug = "_".join(words)[:ID_MAX].strip("_")
    return slug if slug[:1].isalpha() else f"{key.removesuffix('s')}_{slug}".strip("_")


def _numbered(letter: str, taken: set[str]) -> str:
    return next(id_ for number in range(1, len(taken) + 2) if (id_ := f"{letter}{number}") not in taken)


def _unlike(slug: str, taken: set[str]) -> str:
    refused = taken | _REFUSED
    if slug not in refused:
        return slug
    return next(id_ for number in range(2, len(refused) + 3) if (id_ := f"{slug}_{number}") not in refused)
