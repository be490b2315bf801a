"""The texts of today and a translation of yesterday -> a translation of today, with nothing lost.

What was translated stays; a changed source makes an entry fuzzy, beside the source it was made for; what belongs to no
text any more is kept as obsolete, and comes back if its text does.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from itertools import groupby

from simulator.authoring.translation.context import context
from simulator.language.catalogue import Catalogue
from simulator.loading.translation.po import Entry, Po
from simulator.loading.translation.texts import Text, digest
from simulator.scenario.model import Scenario

ALIKE_MIN = 0.6
"""From this likeness on (0 to 1) a text without an id is taken for another wording of one that is gone."""

SOURCE_SIGN = "source:"
"""Begins the comment with the digest of the source."""

_BY_DIGEST = re.compile(r"(.*)\.[0-9a-f]{8}(/\w+)?")


@dataclass(frozen=True, slots=True)
class Merged:
    """The entries of today in the order of the scenario, the obsolete ones last; and how many of them are what."""

    entries: tuple[Entry, ...]
    translated: int
    missing: int
    stale: int
    obsolete: int


def merged(texts: Sequence[Text], scenario: Scenario, old: Po, catalogue: Catalogue) -> Merged:
    """A translation of these texts, with all that the old one has for them; notes for translators by the catalogue."""
    known = {entry.key: entry for entry in reversed(old.entries) if entry.key}
    unique = [next(group) for _, group in groupby(texts, key=lambda text: text.key)]
    found = _found(unique, known)
    entries = [_entry(text, found.get(text.key), context(text, scenario, catalogue)) for text in unique]
    used = {entry.key for entry in found.values()}
    obsolete = [replace(entry, is_obsolete=True) for key, entry in known.items() if key not in used and entry.text]
    obsolete.sort(key=lambda entry: entry.line)
    stale = sum(1 for entry in entries if entry.is_fuzzy)
    missing = sum(1 for entry in entries if not entry.text)
    done = len(entries) - stale - missing
    return Merged((*entries, *obsolete), done, missing, stale, len(obsolete))


def _found(texts: Iterable[Text], known: Mapping[str, Entry]) -> dict[str, Entry]:
    """The old entry of each text that has one: by its key, by a key of earlier ids, or by its likeness."""
    found: dict[str, Entry] = {}
    left = dict(known)
    homeless = []
    for text in texts:
        key = next((key for key in (text.key, *text.formerly) if key in left), None)
        if key is None:
            homeless.append(text)
        else:
            found[text.key] = left.pop(key)
    for text in homeless:
        near = _nearest(text, left)
        if near is not None:
            found[text.key] = left.pop(near)
    return found


def _nearest(text: Text, left: Mapping[str, Entry]) -> str | None:
    """Among entries of the same list that have lost their text, the one whose source reads most like it."""
    list_ = _list_of(text.key)
    if not list_:
        return None
    near = [(_likeness(text.text, entry.source), key) for key, entry in left.items() if _list_of(key) == list_]
    best = max(near, default=(0.0, ""))
    return best[1] if best[0] >= ALIKE_MIN else None


def _list_of(key: str) -> str:
    """The key without the digest that stands for an id; empty where it is made of ids alone."""
    found = _BY_DIGEST.fullmatch(key)
    return f"{found[1]}{found[2] or ''}" if found else ""


def _likeness(one: str, other: str) -> float:
    return SequenceMatcher(None, one, other).ratio()


def _entry(text: Text, old: Entry | None, told: Sequence[str]) -> Entry:
    lines = [*told, f"{SOURCE_SIGN} {digest(text.text)}"]
    if old is None or not old.text:
        return Entry(text.key, text.text, notes=list(old.notes) if old else [], told=lines)
    changed = old.source != text.text
    former = old.source if changed and not old.former else old.former if changed or old.is_fuzzy else ""
    is_fuzzy = changed or old.is_fuzzy
    return Entry(text.key, text.text, old.text, is_fuzzy, former=former, notes=list(old.notes), told=lines)
