"""Every text of a scenario that a player may see, each under a key that outlives reordering and renaming.

A key is made of ids, such as `scenes`' opening, its line owns_it, its text: `scene.opening/line.owns_it/text`. What
has no id is named by what it is about (a finding by its skill or flag) or, failing that, by a digest of its text.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from hashlib import sha256

from pydantic import BaseModel

from simulator.loading.fields import prose_fields
from simulator.loading.places import Path
from simulator.scenario.dossier import Channels
from simulator.scenario.model import LegalBasis, Scenario, Variable
from simulator.scenario.public import Echo
from simulator.scenario.role_cards import RoleCard
from simulator.scenario.scenes import AuthoredFinding, Question

SINGULAR: Mapping[str, str] = {
    "scenes": "scene",
    "lines": "line",
    "options": "option",
    "findings": "finding",
    "facts": "fact",
    "unknowns": "unknown",
    "rumours": "rumour",
    "journalists": "journalist",
    "voices": "voice",
    "groups": "group",
    "objectives": "objective",
    "key_messages": "key_message",
    "legal_basis": "law",
    "role_cards": "role_card",
    "headlines": "headline",
    "posts": "post",
}
"""What one entry of a list is called in a key; the list's own name if it is not here."""

UNTRANSLATED: Mapping[type[BaseModel], frozenset[str]] = {
    Scenario: frozenset({"licence"}),
    Channels: frozenset({"web"}),
    Question: frozenset({"samples"}),
}
"""Prose that is the same in every language, and samples, which no player sees; nor what a variable is for."""


@dataclass(frozen=True, slots=True)
class Text:
    """One text: its key, the keys it would have by ids that are out of use (`was`), and its path in the file."""

    key: str
    path: Path
    text: str
    formerly: tuple[str, ...] = ()

    @property
    def field(self) -> str:
        """The name of the field it stands in; of an entry of a list, the list's."""
        return next(part for part in reversed(self.path) if isinstance(part, str))


def texts_of(scenario: Scenario) -> tuple[Text, ...]:
    """All texts to translate, in the order of the model. One text that stands twice in a list has one key."""
    return tuple(text for text in _within(scenario, (), ("",)) if any(map(str.isalpha, text.text)))


def digest(text: str) -> str:
    """A few signs that tell one text from another."""
    return sha256(text.encode()).hexdigest()[:8]


def _within(value: BaseModel, path: Path, keys: tuple[str, ...]) -> Iterator[Text]:
    """The texts within a value; `keys` are its key today, with a slash, and those it has had."""
    for name in _fields(type(value)):
        found = getattr(value, name)
        if isinstance(found, tuple):
            yield from _in_list(found, name, (*path, name), keys)
        else:
            yield from _at(found, (*path, name), tuple(f"{key}{name}" for key in keys))


def _in_list(found: Sequence[object], name: str, path: Path, keys: tuple[str, ...]) -> Iterator[Text]:
    subjects = Counter(_subject(one) for one in found)
    for number, one in enumerate(found):
        names = _names(one, is_only=subjects[_subject(one)] == 1)
        inner = tuple(f"{key}{SINGULAR.get(name, name)}.{own}" for key in keys for own in names)
        yield from _at(one, (*path, number), inner)


def _at(found: object, path: Path, keys: tuple[str, ...]) -> Iterator[Text]:
    if isinstance(found, str):
        yield Text(keys[0], path, found, keys[1:])
    elif isinstance(found, BaseModel):
        yield from _within(found, path, tuple(f"{key}/" for key in keys))


def _names(one: object, *, is_only: bool) -> tuple[str, ...]:
    """What an entry of a list is called today, and what it was called before."""
    if isinstance(one, str):
        return (digest(one),)
    if isinstance(one, AuthoredFinding):
        subject = _subject(one)
        return (subject if is_only else f"{subject}.{digest(one.because)}",)
    if isinstance(one, LegalBasis):
        return (digest(one.title),)
    if isinstance(one, Echo):
        return (f"{one.upon}.{digest(one.text)}",)
    if isinstance(one, RoleCard):
        return (one.role,)
    return (str(getattr(one, "id", "")), *getattr(one, "was", ()))


def _subject(one: object) -> str:
    return (one.skill or one.flag or "") if isinstance(one, AuthoredFinding) else ""


@cache
def _fields(model: type[BaseModel]) -> tuple[str, ...]:
    """The fields of a model that hold texts, or values with texts in them."""
    left_out = UNTRANSLATED.get(model, frozenset())
    return tuple(name for name in prose_fields(model, without=Variable) if name not in left_out)
