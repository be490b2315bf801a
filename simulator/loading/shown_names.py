"""The names that screens show, in any language, and the words of the format that stand for them in a file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from functools import cache

from simulator.language.catalogue import TONGUES, Catalogue
from simulator.language.folding import folded
from simulator.language.words import (
    DIFFICULTY_NAMES,
    FLAG_NAMES,
    LANGUAGE_NAMES,
    LEVEL_NAMES,
    MANNER_NAMES,
    MODULE_NAMES,
    OUTCOME_NAMES,
    ROLE_NAMES,
    SKILL_NAMES,
)

_NAMES = (
    SKILL_NAMES,
    FLAG_NAMES,
    MODULE_NAMES,
    DIFFICULTY_NAMES,
    LANGUAGE_NAMES,
    MANNER_NAMES,
    ROLE_NAMES,
    OUTCOME_NAMES,
)
_LEVELS = {str(level): name for level, name in enumerate(LEVEL_NAMES)}
_LIKENESS = 0.8
_NAME_MAX = 80


def word_shown_as(name: str, among: Iterable[str]) -> str:
    """The one of some words that screens show by a name, with or without diacritics; nothing if there is none."""
    return _meant(name, {shown: word for word in among for shown in _shown(word)})


def level_shown_as(name: str) -> str:
    """The digit of the level that screens show by a name; nothing if there is none."""
    return _meant(name, {_plain(shown): level for level, name in _LEVELS.items() for shown in _told(name)})


def _meant(name: str, words: dict[str, str]) -> str:
    """The word of a name, of a name that begins so, or of the name most like it."""
    wanted = _plain(name)
    if not wanted or len(name) > _NAME_MAX:
        return ""
    begun = {words[shown] for shown in words if shown.startswith(f"{wanted} ")}
    if wanted in words or len(begun) == 1:
        return words.get(wanted) or begun.pop()
    near = get_close_matches(wanted, words, 1, _LIKENESS)
    return words[near[0]] if near else ""


@cache
def _shown(word: str) -> tuple[str, ...]:
    return tuple(_plain(shown) for names in _NAMES if word in names for shown in _told(names[word]))


def _told(name: str) -> Iterator[str]:
    return (Catalogue(tongue).say(name) for tongue in TONGUES)


def _plain(name: str) -> str:
    return " ".join(folded(name).replace(",", " ").replace("_", " ").replace("-", " ").split())
