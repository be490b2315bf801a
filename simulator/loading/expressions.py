"""The conditions and effects of a scenario, with their places, read once each.

They are looked for in the plain values, so that they are also read where the shape is not right yet.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from simulator.language.catalogue import template
from simulator.loading.fields import EXPRESSION_KEYS
from simulator.loading.places import Path, Places
from simulator.loading.report import Report
from simulator.scenario.expressions import Assignment, Expr, Fault, Names, parse_condition, parse_effect
from simulator.scenario.scenes import OWN_WORDS, SILENCE

_OF_NAMES = frozenset({"P302", "P303", "P307"})
"""Faults that may go away once the names are written as they should be."""

_HINTS = {
    "P301": template("a condition is written like this: trust < 40 and not flag(blame)"),
    "P302": template("declare a variable under `variables`; a text stands in quotes"),
    "P304": template("functions: after, visits, chosen, level, average, flag, raised"),
    "P306": template("a condition compares, and joins by and, or, not"),
}
_HINT_OF_EFFECTS = template("an effect is name = value, name += number or name -= number")

_WITHOUT = frozenset({"levels", "findings", "flags", "skills", "was", "dossier", "cast"})
"""Keys under which there are no expressions, though there is much else."""


@dataclass(frozen=True, slots=True)
class Written:
    """A condition or an effect, where it stands, and its tree or fault."""

    path: Path
    read: Expr | Assignment | Fault


def expressions_of(value: object) -> tuple[tuple[Written, ...], bool]:
    """All expressions of a scenario's plain values, and whether all names they may use could be made out."""
    names, are_complete = _names(value)
    memory: dict[tuple[str, str], Expr | Assignment | Fault] = {}
    found: list[Written] = []
    texts: list[tuple[Path, str, str]] = []
    _texts(value, (), texts)
    for path, key, text in texts:
        read = memory.get((key, text))
        if read is None:
            read = memory[key, text] = _read(key, text, names)
        found.append(Written(path, read))
    return tuple(found), are_complete


def note_faults(written: tuple[Written, ...], places: Places, report: Report, *, with_names: bool) -> None:
    """Note what is no expression, at its place within the text; without `with_names` not what hangs on names."""
    for one in written:
        fault = one.read
        if isinstance(fault, Fault) and (with_names or fault.code not in _OF_NAMES):
            place = places.within(one.path, fault.column)
            report.add(
                fault.code,
                place.line,
                place.column,
                fault.message,
                "" if fault.candidates else _hint(fault.code, one.path),
                name=str(fault.params.get("name") or fault.params.get("value") or ""),
                among=fault.candidates,
                path=".".join(map(str, one.path)),
                params=fault.params,
            )


def _hint(code: str, path: Path) -> str:
    return _HINT_OF_EFFECTS if code in ("P301", "P306") and "effects" in path else _HINTS.get(code, "")


def _read(key: str, text: str, names: Names) -> Expr | Assignment | Fault:
    try:
        return parse_effect(text, names) if key == "effects" else parse_condition(text, names)
    except Fault as fault:
        return fault


def _texts(value: object, path: Path, found: list[tuple[Path, str, str]]) -> None:
    """Collect path, key and text of all expressions, in the order of the file. It recurses, for files are not deep."""
    if isinstance(value, dict):
        for key, inner in value.items():
            if key == "effects":
                texts = enumerate(inner) if isinstance(inner, tuple) else ()
                found += (((*path, key, number), key, text) for number, text in texts if isinstance(text, str) and text)
            elif key in EXPRESSION_KEYS:
                if isinstance(inner, str) and inner:
                    found.append(((*path, key), key, inner))
            elif isinstance(inner, dict | tuple) and key not in _WITHOUT:
                _texts(inner, (*path, key), found)
    elif isinstance(value, tuple):
        for number, inner in enumerate(value):
            _texts(inner, (*path, number), found)


def _names(value: object) -> tuple[Names, bool]:
    """The names of a scenario that may not have its shape yet, and whether none was passed over."""
    variables, scenes = _entries(value, "variables"), _entries(value, "scenes")
    named = [
        entry
        for entry in variables
        if isinstance(entry.get("name"), str) and entry.get("type") in ("bool", "int", "text")
    ]
    ided = [entry for entry in scenes if isinstance(entry.get("id"), str)]
    names = Names(
        # Of two entries of one name the first counts, which the second only repeats.
        variables={entry["name"]: entry["type"] for entry in reversed(named)},
        choices={entry["name"]: _strings(entry.get("values")) for entry in reversed(named) if entry["type"] == "text"},
        scenes={entry["id"]: _choices(entry) for entry in ided},
        items=_items(value),
    )
    return names, len(named) == len(variables) and len(ided) == len(scenes)


def _items(value: object) -> tuple[str, ...]:
    dossier = value.get("dossier") if isinstance(value, dict) else None
    kinds = ("facts", "unknowns", "rumours")
    return _strings(tuple(item.get("id") for kind in kinds for item in _entries(dossier, kind)))


def _choices(scene: Mapping[str, Any]) -> tuple[str, ...]:
    choices = (*_entries(scene, "lines"), *_entries(scene, "options"))
    silence = (SILENCE,) if isinstance(scene.get("silence"), dict) else ()
    own_words = (OWN_WORDS,) if scene.get("kind") == "question" and scene.get("then") else ()
    return _strings(tuple(choice.get("id") for choice in choices)) + silence + own_words


def _entries(value: object, key: str) -> list[dict[str, Any]]:
    entries = value.get(key) if isinstance(value, dict) else None
    return [entry if isinstance(entry, dict) else {} for entry in entries] if isinstance(entries, tuple) else []


def _strings(values: object) -> tuple[str, ...]:
    return tuple(value for value in values if isinstance(value, str)) if isinstance(values, tuple) else ()
