"""The file `keys.toml`: `action = "key"` or `action = ["key", "another"]`. What is wrong in it is told and left out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from textual.binding import Binding
from textual.keys import Keys as KnownKeys
from textual.keys import key_to_character

from simulator.language.catalogue import template
from simulator.tui.house import Notice
from simulator.tui.key_map import KeyMap, Keys, display, name_of

MODIFIERS = frozenset(("ctrl", "shift", "alt", "super", "meta", "hyper"))
_KNOWN = frozenset(key.value for key in KnownKeys)


class Site(NamedTuple):
    """A screen's bindings with the App's: two actions on it must not share a key, unless they do so by default."""

    bindings: Sequence[Binding]
    typing: bool = False


def read_keys(text: str, sites: Sequence[Site]) -> tuple[KeyMap, list[Notice]]:
    """The key map of a file, and what is wrong with the file."""
    import tomllib

    try:
        written = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        return KeyMap(), [Notice(template("keys.toml cannot be read: {reason}"), {"reason": error})]
    notices: list[Notice] = []
    names = {name_of(binding) for site in sites for binding in site.bindings}
    map_: dict[str, Keys] = {}
    for name, value in written.items():
        keys = value if isinstance(value, list) else [value]
        wrong = next((key for key in keys if not _is_key(key)), None)
        if name not in names:
            notices.append(Notice(template("keys.toml: there is no action “{action}”"), {"action": name}))
        elif wrong is not None or not keys:
            wrong = "" if wrong is None else wrong
            notices.append(
                Notice(template("keys.toml: “{key}” is no key; {action} keeps its own"), {"key": wrong, "action": name})
            )
        else:
            map_[name] = tuple(dict.fromkeys(key for one in keys for key in _normal(one)))
    notices += _drop_clashes(map_, sites)
    return KeyMap(map_), notices


def _drop_clashes(map_: dict[str, Keys], sites: Sequence[Site]) -> Iterator[Notice]:
    """Take out of the map what clashes, until nothing does."""
    while clash := next((clash for site in sites for clash in _clashes(map_, site)), None):
        key, name, other = clash
        told = {"key": display(key), "action": name, "other": other}
        yield Notice(template("keys.toml: {key} would do two things, {action} and {other}; both keep their own"), told)
        map_.pop(name, None)
        map_.pop(other, None)


def _clashes(map_: dict[str, Keys], site: Site) -> Iterator[tuple[str, str, str]]:
    before = _by_key(site.bindings)
    for key, names in _by_key(KeyMap(map_).changed(site.bindings, typing=site.typing)).items():
        for name in names:
            for other in names:
                if name in map_ and other != name and not any({name, other} <= {*shared} for shared in before.values()):
                    yield key, name, other


def _by_key(bindings: Sequence[Binding]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for binding in bindings:
        found.setdefault(binding.key, []).append(name_of(binding))
    return found


def _normal(key: str) -> Iterator[str]:
    """A key as Textual names it; a letter stands for its capital too."""
    for one in (key, key.upper()) if len(key) == 1 and key.isalpha() else (key,):
        yield from (binding.key for binding in Binding.make_bindings([Binding(one, "")]))


def _is_key(key: object) -> bool:
    if not isinstance(key, str) or not key or "," in key or key.isspace():
        return False
    *modifiers, last = key.split("+") if len(key) > 1 else (key,)
    return MODIFIERS.issuperset(modifiers) and (
        (len(last) == 1 and last.isprintable()) or last in _KNOWN or bool(key_to_character(last))
    )
