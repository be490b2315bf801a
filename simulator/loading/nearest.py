"""The name that may have been meant."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches
from itertools import islice

_LIKENESS = 0.6
_CANDIDATES_MAX = 2_000
_NAME_MAX = 200


def nearest(name: str, candidates: Iterable[str]) -> str:
    """The candidate most like a name, or nothing if none is near."""
    if len(name) > _NAME_MAX:
        return ""
    known = list(islice(candidates, _CANDIDATES_MAX))
    folded = {_folded(candidate): candidate for candidate in known}
    found = get_close_matches(_folded(name), folded, 1, _LIKENESS)
    return folded[found[0]] if found and folded[found[0]] != name else ""


def _folded(name: str) -> str:
    return name.casefold().replace("-", "_").replace(" ", "_")
