"""What the models say of their fields: which hold prose, and what stands at which place of a file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
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

_KEY = "[key]"


@dataclass(frozen=True, slots=True)
class Spot:
    """What the models expect at a place: its path in the file, and the type wanted there.

    `model` is the mapping around it, for the names of the keys that may stand there.
    """

    path: Path
    wanted: Any
    model: type[BaseModel] | None
    is_key: bool = False


def spot_of(location: tuple[str | int, ...]) -> Spot:
    """Where pydantic's `location` is in the file: without the names of the union members it goes through."""
    path: Path = ()
    wanted: Any = Scenario
    model: type[BaseModel] | None = None
    for part in location:
        if part == _KEY:
            return Spot(path, _item(wanted), model, is_key=True)
        member = _member(wanted, part)
        if member is not None:
            wanted = member
            continue
        if get_origin(wanted) is UnionType:  # `default`: one text, whichever member refused it
            continue
        model = wanted if isinstance(wanted, type) and issubclass(wanted, BaseModel) else None
        path, wanted = (*path, part), _inner(wanted, part)
    return Spot(path, wanted, model)


def words_of(wanted: Any) -> tuple[str, ...]:
    """The words a Literal allows."""
    return tuple(map(str, get_args(wanted))) if get_origin(wanted) is Literal else ()


@cache
def prose_keys() -> frozenset[str]:
    """The names of all fields that hold sentences, a name or a title."""
    return frozenset(
        name
        for model in _models(Scenario)
        for name, field in model.model_fields.items()
        if PROSE in field.metadata or _holds_prose(field.annotation)
    )


def _member(wanted: Any, part: str | int) -> type[BaseModel] | None:
    """The member of a union of scenes that a kind names."""
    for member in get_args(wanted) if get_origin(wanted) is UnionType else ():
        if isinstance(member, type) and issubclass(member, BaseModel) and part in get_args(member.model_fields["kind"].annotation):
            return member
    return None


def _inner(wanted: Any, part: str | int) -> Any:
    if isinstance(wanted, type) and issubclass(wanted, BaseModel):
        field = wanted.model_fields.get(str(part))
        return _plain(field.annotation) if field else None
    arguments = get_args(wanted)
    if get_origin(wanted) is dict:
        return _plain(arguments[1])
    return _plain(arguments[0]) if get_origin(wanted) is tuple else None


def _item(wanted: Any) -> Any:
    from simulator.scenario.rubric import Skill

    return Skill


def _plain(annotation: Any) -> Any:
    """An annotation without its bounds, and without None."""
    if get_origin(annotation) is Annotated:
        return _plain(annotation.__origin__)
    if get_origin(annotation) in (Union, UnionType):
        members = [member for member in get_args(annotation) if member is not NoneType]
        return _plain(members[0]) if len(members) == 1 else annotation
    return annotation
