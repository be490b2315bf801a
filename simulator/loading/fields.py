"""What the models say of their fields: which hold prose, and what stands at which place of a file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel

from simulator.loading.places import Path
from simulator.scenario.model import Scenario
from simulator.scenario.text import PROSE

EXPRESSION_KEYS = frozenset({"when", "interrupts", "effects"})
"""The keys under which conditions and effects are written."""

Annotation = Any
"""A type as a model's field states it."""

_KEY = "[key]"


@dataclass(frozen=True, slots=True)
class Spot:
    """What the models expect at a place: its path in the file, and the type wanted there.

    `model` is the mapping around it, for the names of the keys that may stand there.
    """

    path: Path
    wanted: Annotation
    model: type[BaseModel] | None
    is_key: bool = False


def spot_of(location: tuple[str | int, ...], root: type[BaseModel] = Scenario) -> Spot:
    """Where pydantic's `location` is in a file of `root`: without the names of the union members it goes through."""
    path: Path = ()
    wanted: Annotation = root
    around: Annotation = None
    for part in location:
        member = _member(wanted, part)
        if member is not None:
            wanted = member
        elif part == _KEY:
            return Spot(path, get_args(around)[0], None, is_key=True)
        elif not is_union(wanted):  # `default` is one text, whichever member of its union refused it
            around, path, wanted = wanted, (*path, part), _inner(wanted, part)
    return Spot(path, wanted, around if is_model(around) else None)


def origin_of(annotation: Annotation) -> object:
    """What a generic type is made from: tuple, dict, Literal, a union."""
    return get_origin(annotation)


def is_union(annotation: Annotation) -> bool:
    """Whether one of several types is meant."""
    return origin_of(annotation) in (Union, UnionType)


def words_of(wanted: Annotation) -> tuple[str, ...]:
    """The words a Literal allows."""
    return tuple(map(str, get_args(wanted))) if origin_of(wanted) is Literal else ()


@cache
def known_keys() -> frozenset[str]:
    """The names of all fields of a scenario, at whichever place."""
    return frozenset(name for model in _models(Scenario) for name in model.model_fields)


@cache
def prose_keys() -> frozenset[str]:
    """The names of all fields that hold sentences, a name or a title."""
    return frozenset(
        name
        for model in _models(Scenario)
        for name, field in model.model_fields.items()
        if PROSE in field.metadata or _holds_prose(field.annotation)
    )


@cache
def prose_fields(model: type[BaseModel], without: type[BaseModel]) -> tuple[str, ...]:
    """The names of the fields of a model that hold prose, or models with prose in them other than `without`."""
    return tuple(
        name
        for name, field in model.model_fields.items()
        if PROSE in field.metadata
        or _holds_prose(field.annotation)
        or any(inner is not without and prose_fields(inner, without) for inner in _models_in(field.annotation))
    )


def _member(wanted: Annotation, part: str | int) -> type[BaseModel] | None:
    """The member of a union of scenes that a kind names."""
    if not is_union(wanted):
        return None
    scenes = [member for member in get_args(wanted) if is_model(member)]
    return next((scene for scene in scenes if part in get_args(scene.model_fields["kind"].annotation)), None)


def _inner(wanted: Annotation, part: str | int) -> Annotation:
    if is_model(wanted):
        field = wanted.model_fields.get(str(part))
        return plain_type(field.annotation) if field else None
    arguments = get_args(wanted)
    if origin_of(wanted) is dict:
        return plain_type(arguments[1])
    return plain_type(arguments[0]) if origin_of(wanted) is tuple else None


def is_model(wanted: Annotation) -> bool:
    """Whether a mapping with keys of its own is meant."""
    return isinstance(wanted, type) and issubclass(wanted, BaseModel)


def plain_type(annotation: Annotation) -> Annotation:
    """An annotation without its bounds, and without None."""
    if origin_of(annotation) is Annotated:
        return plain_type(annotation.__origin__)
    if is_union(annotation):
        members = [member for member in get_args(annotation) if member is not NoneType]
        return plain_type(members[0]) if len(members) == 1 else annotation
    return annotation


@cache
def _models(root: type[BaseModel]) -> tuple[type[BaseModel], ...]:
    found: list[type[BaseModel]] = [root]
    for model in found:
        for field in model.model_fields.values():
            found.extend(inner for inner in _models_in(field.annotation) if inner not in found)
    return tuple(found)


def _models_in(annotation: Annotation) -> Iterator[type[BaseModel]]:
    if is_model(annotation):
        yield annotation
    for argument in get_args(annotation):
        yield from _models_in(argument)


def _holds_prose(annotation: Annotation) -> bool:
    if origin_of(annotation) is Annotated:
        return PROSE in annotation.__metadata__ or _holds_prose(annotation.__origin__)
    return any(_holds_prose(argument) for argument in get_args(annotation))
