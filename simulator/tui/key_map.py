"""Keys that the user has redefined, by the names of their actions, laid over the keys of each screen."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from textual.binding import Binding, BindingsMap
from textual.dom import DOMNode
from textual.keys import key_to_character

Keys = tuple[str, ...]


class KeyMap:
    """New keys by action. Actions that are not in it keep the keys that they have."""

    def __init__(self, keys: Mapping[str, Keys] | None = None) -> None:
        self.keys = dict(keys or {})

    def lay_over(self, node: DOMNode, *, typing: bool = False) -> None:
        """Give a screen or the App its keys. Where letters are `typing`, a letter stays a letter."""
        bindings = node._bindings
        if any(name_of(binding) in self.keys for binding in _all(bindings)):
            node._bindings = BindingsMap.from_keys(_by_key(self.changed(_all(bindings), typing=typing)))

    def changed(self, bindings: Iterable[Binding], *, typing: bool = False) -> list[Binding]:
        """The bindings with their new keys, in the same order."""
        found: list[Binding] = []
        done: set[str] = set()
        for binding in bindings:
            keys = self._keys_of(binding, typing)
            if not keys:
                found.append(binding)
            elif binding.action not in done:
                done.add(binding.action)
                found += [binding.with_key(key, display(key)) for key in keys]
        return found

    def _keys_of(self, binding: Binding, typing: bool) -> Keys:
        keys = self.keys.get(name_of(binding), ())
        return tuple(key for key in keys if not _is_typed(key)) if typing else keys


def name_of(binding: Binding) -> str:
    """The name by which a user calls an action; a binding that belongs to another action bears its name as id."""
    return (binding.id or binding.action).removeprefix("app.")


def _is_typed(key: str) -> bool:
    character = key_to_character(key)
    return character is not None and character.isprintable()


def display(key: str) -> str:
    """A key as people read it: `F2`, `Ctrl+S`, `?`."""
    *modifiers, last = key.split("+")
    character = key_to_character(last) or ""
    read = "Esc" if last == "escape" else character if character.strip() else last.replace("_", " ")
    return "+".join([*(modifier.capitalize() for modifier in modifiers), read[:1].upper() + read[1:]])


def shown_keys(screen: DOMNode) -> dict[str, str]:
    """The keys of a screen and of the App by action, as people read them, for texts that name them."""
    found: dict[str, str] = {}
    for holder in (screen, screen.app):
        for binding in _all(holder._bindings):
            if binding.id or "(" not in binding.action:
                found.setdefault(name_of(binding), screen.app.get_key_display(binding))
    return found


def bindings_of(node: DOMNode) -> Sequence[Binding]:
    """The bindings of a screen or of the App as they are now, each with one key."""
    return _all(node._bindings)


def _all(bindings: BindingsMap) -> list[Binding]:
    return [binding for shared in bindings.key_to_bindings.values() for binding in shared]


def _by_key(bindings: Iterable[Binding]) -> dict[str, list[Binding]]:
    found: dict[str, list[Binding]] = {}
    for binding in bindings:
        found.setdefault(binding.key, []).append(binding)
    return found
