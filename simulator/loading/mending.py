"""A file's values without a scenario's shape, mended mistake by mistake until they have it."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, get_args

from pydantic import BaseModel, ValidationError

from simulator.loading.fields import Annotation, Spot, is_model, is_union, origin_of, plain_type, spot_of
from simulator.loading.nearest import nearest
from simulator.loading.places import Path
from simulator.scenario.model import LegalBasis, Scenario, StoryClock
from simulator.scenario.scenes import Decision, Ending, Inject, Question

_KINDS: Mapping[str, type[BaseModel]] = {
    "inject": Inject,
    "decision": Decision,
    "question": Question,
    "ending": Ending,
}

_TIMES: Mapping[tuple[type[BaseModel] | None, str], str] = {
    (StoryClock, "start"): "00:00",
    (LegalBasis, "in_force"): "2000-01-01",
}
"""The texts that are not just any text."""


class Mending:
    """A file's values while they are mended; `holes` are the paths of all that is no longer the author's.

    `renamed` are the paths of values under a key that was misspelt, each with the key as it stands in the file.
    """

    def __init__(self, value: object) -> None:
        self.value: Any = _thawed(value)
        self.holes: set[Path] = set()
        self.renamed: dict[Path, str] = {}
        self._filled = 0

    def scenario(self) -> Scenario:
        """The scenario that the values make as they are now. Raises pydantic's ValidationError."""
        return Scenario.model_validate(_frozen(self.value))

    def written(self, path: Path) -> Path:
        """Where in the file a path of the mended values is to be looked for."""
        return written(path, self.renamed)

    def mend(self, error: ValidationError) -> None:
        """Mend all that is wrong; keys too many first, since one of them may be a key that is missing."""
        details = error.errors(include_url=False)
        for detail in sorted(details, key=lambda detail: detail["type"] != "extra_forbidden"):
            spot, kind = spot_of(detail["loc"]), detail["type"]
            if kind == "extra_forbidden":
                self._take_out(spot)
            elif kind.startswith("union_tag"):
                self._give_kind(spot.path)
            elif kind in ("too_short", "too_long"):
                self._fit(spot, detail["ctx"])
            elif not (kind == "missing" and self._holds(spot.path)):
                self._fill(spot)

    def _take_out(self, spot: Spot) -> None:
        """A key that may not stand here: it is read as the one that is like it; of several, each may be meant."""
        around, key = self._at(spot.path[:-1]), str(spot.path[-1])
        if not isinstance(around, dict) or key not in around or spot.model is None:
            return
        value = around.pop(key)
        possible = [
            name
            for name, field in spot.model.model_fields.items()
            if name not in around and _could_be(value, plain_type(field.annotation))
        ]
        near = list(_near(key, possible))
        if len(near) == 1:
            around[near[0]] = value
            self.renamed[(*spot.path[:-1], near[0])] = key
        else:
            self.holes.update((*spot.path[:-1], name) for name in near or possible)

    def _give_kind(self, path: Path) -> None:
        """The kind most like the one that is written, else the one whose keys the scene has."""
        scene = self._at(path)
        if not isinstance(scene, dict):
            self._fill(spot_of(path))
            return
        by_keys = max(_KINDS, key=lambda kind: len(scene.keys() & _KINDS[kind].model_fields.keys()))
        scene["kind"] = nearest(str(scene.get("kind", "")), _KINDS) or by_keys
        self.holes.add((*path, "kind"))

    def _fit(self, spot: Spot, bounds: Mapping[str, Any]) -> None:
        """A list with too few entries, or too many."""
        entries = self._at(spot.path)
        least, most = bounds.get("min_length", 0), bounds.get("max_length", sys.maxsize)
        if not isinstance(entries, list) or least <= len(entries) <= most:
            return  # one of them was refused, and is mended itself
        del entries[most:]
        entries += [self._filler(plain_type(get_args(spot.wanted)[0])) for _ in range(least - len(entries))]
        self.holes.add(spot.path)

    def _fill(self, spot: Spot) -> None:
        """Put something fit in the place of what is missing or wrong, or leave it out if it may be."""
        path, key = spot.path, spot.path[-1]
        around: Any = self._at(path[:-1])
        if isinstance(around, list) and spot.model is None and not _is_index(around, key):
            self._fill(spot_of(path[:-1]))
            return
        field = spot.model.model_fields.get(str(key)) if spot.model else None
        self.holes.add(path[:-1] if spot.is_key else path)
        if spot.is_key or (field is not None and not field.is_required()):
            if isinstance(around, dict):
                around.pop(key, None)
        elif _takes(around, key):
            around[key] = _TIMES.get((spot.model, str(key))) or self._filler(spot.wanted)

    def _filler(self, wanted: Annotation) -> Any:  # noqa: ANN401
        """A value of a type that nobody wrote; texts are each another, so that no id is there twice."""
        if is_union(wanted):
            return self._filler(get_args(wanted)[-1])
        if is_model(wanted):
            fields = wanted.model_fields.items()
            return {
                name: _TIMES.get((wanted, name)) or self._filler(plain_type(field.annotation))
                for name, field in fields
                if field.is_required()
            }
        if origin_of(wanted) is tuple:
            return [self._filler(plain_type(get_args(wanted)[0])) for _ in range(2)]
        if origin_of(wanted) is dict:
            return {}
        if wanted in (bool, int):
            return wanted(1)
        self._filled += 1
        return f"leftout{self._filled}" if wanted is str else get_args(wanted)[0]

    def _holds(self, path: Path) -> bool:
        around = self._at(path[:-1])
        return isinstance(around, dict) and path[-1] in around

    def _at(self, path: Path) -> Any:  # noqa: ANN401
        """What stands at a path, or None."""
        value = self.value
        for part in path:
            is_there = part in value if isinstance(value, dict) else isinstance(value, list) and _is_index(value, part)
            if not is_there:
                return None
            value = value[part]
        return value


def written(path: Path, renamed: Mapping[Path, str]) -> Path:
    """The path as it is in the file, with the keys that were misspelt."""
    return tuple(renamed.get(path[: number + 1], part) for number, part in enumerate(path))


def _near(key: str, names: Iterable[str]) -> Iterator[str]:
    """All names that a key is like, the likest first."""
    left = set(names)
    while name := nearest(key, sorted(left)):
        yield name
        left.discard(name)


def _could_be(value: object, wanted: Annotation) -> bool:
    """Whether a value is of the kind that a field holds: a list, keys with values, or neither."""
    if origin_of(wanted) is tuple:
        return isinstance(value, list | str)
    return isinstance(value, dict) == (origin_of(wanted) is dict or is_model(wanted)) and not isinstance(value, list)


def _takes(around: object, key: object) -> bool:
    """Whether something can be put under a key, or in the place of a list's entry."""
    return isinstance(around, dict) or (isinstance(around, list) and _is_index(around, key))


def _is_index(entries: Any, part: object) -> bool:  # noqa: ANN401
    return isinstance(part, int) and part < len(entries)


def _thawed(value: object) -> object:
    """The same with lists for tuples, so that it can be changed; files are not deep."""
    if isinstance(value, dict):
        return {key: _thawed(inner) for key, inner in value.items()}
    return [_thawed(inner) for inner in value] if isinstance(value, tuple) else value


def _frozen(value: object) -> object:
    if isinstance(value, dict):
        return {key: _frozen(inner) for key, inner in value.items()}
    return tuple(_frozen(inner) for inner in value) if isinstance(value, list) else value
