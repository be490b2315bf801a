"""Names that are real, and laws that others have replaced, as they stand in the data files beside."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any


@dataclass(frozen=True, slots=True)
class Superseded:
    """How a law is cited, the day on which another took its place (year first), and which."""

    cited: tuple[str, ...]
    replaced: str
    by: str


@cache
def real_names() -> tuple[tuple[str, frozenset[str]], ...]:
    """The real names, the longest first, each with the words that it is made of."""
    names = {name for several in _read("real_names.toml").values() for name in several}
    return tuple((name, words_of(name)) for name in sorted(names, key=lambda name: (-len(name), name)))


def finding(names: Iterable[str]) -> re.Pattern[str]:
    """What finds any of these names, as whole words and with their capitals, broken over two lines too."""
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(_spaced, names))})(?!\w)")


def words_of(name: str) -> frozenset[str]:
    return frozenset(re.findall(r"\w+", name))


@cache
def superseded() -> tuple[Superseded, ...]:
    """The laws that others have replaced."""
    laws: list[dict[str, Any]] = _read("superseded.toml")["law"]
    return tuple(Superseded(tuple(law["cited"]), str(law["replaced"]), law["by"]) for law in laws)


def _spaced(name: str) -> str:
    """A name as it may be written: broken over two lines, too."""
    return r"\s+".join(map(re.escape, name.split()))


def _read(file: str) -> dict[str, Any]:
    return tomllib.loads((resources.files(__package__) / file).read_text(encoding="utf-8"))
