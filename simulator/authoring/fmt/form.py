"""A file's bytes -> its text in the form of the guide, proved to mean the same, or its problems."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from simulator.authoring.fmt.ids import give_ids
from simulator.authoring.fmt.tree import comments_of, tree_of
from simulator.authoring.fmt.writing import text_of
from simulator.loading.events import trail_of
from simulator.loading.loader import read_bytes
from simulator.loading.problems import Problem
from simulator.loading.source import Source, read_source

_REFERENCES = ("P204", "P205", "P208")
"""Codes of references to a scene that is not there."""


@dataclass(frozen=True, slots=True)
class Formed:
    """The text in the form of the guide; None where the file has errors, which are among the problems.

    `is_left` tells of a file that is in order, and that cannot be put into form without changing its meaning.
    `dangling` are references that keep ids from being made up: each by its name, with its line; `nameless` are the
    lines of the scenes that have no id.
    """

    text: str | None
    problems: tuple[Problem, ...] = ()
    is_left: bool = False
    dangling: tuple[tuple[str, int], ...] = ()
    nameless: tuple[int, ...] = ()


def formed(data: bytes, file: Path) -> Formed:
    """The text of a scenario's file in the form of the guide. Ids that are missing are no error."""
    source, _ = read_source(data, str(file))
    if source is None or not isinstance(source.value, Mapping):
        return Formed(None, read_bytes(data, file)[1])
    text = _normal(data.decode("utf-8"))
    new, is_same = _in_form(text, source.value)
    scenario, problems = read_bytes((new if is_same else text).encode(), file)
    if scenario is None:
        nameless = _nameless(source)
        dangling = tuple(_dangling(problems, source)) if nameless else ()
        return Formed(None, read_bytes(data, file)[1], dangling=dangling, nameless=nameless)
    return Formed(new) if is_same else Formed(None, is_left=True)


def _nameless(source: Source) -> tuple[int, ...]:
    """The lines of the scenes without an id."""
    scenes = source.value.get("scenes") if isinstance(source.value, Mapping) else None
    numbered = enumerate(scenes if isinstance(scenes, tuple) else ())
    missing = (number for number, scene in numbered if isinstance(scene, Mapping) and scene.get("id") is None)
    return tuple(source.places.of(("scenes", number)).line for number in missing)


def _dangling(problems: tuple[Problem, ...], source: Source) -> Iterator[tuple[str, int]]:
    """What refers to scenes that there are not, even with ids made up: each name, and its line in the file."""
    for problem in problems:
        if problem.code in _REFERENCES and "id" in problem.params:
            path = tuple(int(part) if part.isdecimal() else part for part in problem.path.split("."))
            yield str(problem.params["id"]), source.places.of(path).line


def _normal(text: str) -> str:
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


def _in_form(text: str, value: object) -> tuple[str, bool]:
    """The text in form, and whether it means the same and has the same comments."""
    tree = tree_of(text, trail_of(text))
    if tree.root.kind != "mapping":
        return text, False
    comments = comments_of(tree)
    give_ids(tree.root)
    new = text_of(tree)
    read, _ = read_source(new.encode(), "")
    if read is None or not _is_same(value, read.value):
        return text, False
    return new, comments_of(tree_of(new, trail_of(new))) == comments


def _is_same(old: Any, new: Any) -> bool:  # noqa: ANN401  # trees of plain values
    """Whether two trees are equal, but for ids that the new one has and the old one lacks."""
    if isinstance(old, Mapping) and isinstance(new, Mapping):
        more = new.keys() - old.keys()
        return more <= {"id"} and old.keys() <= new.keys() and all(_is_same(old[key], new[key]) for key in old)
    if isinstance(old, tuple) and isinstance(new, tuple):
        return len(old) == len(new) and all(map(_is_same, old, new))
    return type(old) is type(new) and bool(old == new)
