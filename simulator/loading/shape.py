"""Plain values -> Scenario, or what is missing, unknown, out of bounds or of the wrong kind, each at its place.

pydantic finds the mistakes; the words are ours (`wording`), and so are the places: pydantic's locations go
through union members and short forms that are not in the file.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from simulator.language.catalogue import template
from simulator.loading.checks.flaw import Flaw
from simulator.loading.fields import Spot, spot_of
from simulator.loading.places import Path, Place
from simulator.loading.report import Report
from simulator.loading.source import Source
from simulator.loading.strictness import Refused
from simulator.loading.unseen import REPLACEMENT
from simulator.loading.wording import Wording, wording_of
from simulator.scenario.model import Scenario

Model = TypeVar("Model", bound=BaseModel)

ERRORS_READ = 1_000
"""Of a file with more mistakes than this, the others are left for another run."""

_AT_KEY = frozenset({"extra_forbidden", "too_short", "too_long"})


def read_shape(source: Source, report: Report) -> Scenario | None:
    """The scenario that the values of a file make, or None; what is wrong with them is noted."""
    if not isinstance(source.value, Mapping) or not source.value.keys() & {"format", "scenes"}:
        place = source.places.of(())
        report.add(
            "P111",
            place.line,
            place.column,
            template("this is not a scenario"),
            template("a scenario begins with `format: 1`"),
        )
        return None
    return read_as(Scenario, source, report)


def read_as(model: type[Model], source: Source, report: Report, at: Path = ()) -> Model | None:
    """The value of a model that the values of a file make, or None; what is wrong with them is noted.

    With `at`, the value of what stands at that path of the file.
    """
    value: Any = source.value
    for part in at:
        value = value[part]
    try:
        return model.model_validate(value)
    except ValidationError as error:
        note_errors(error, model, source, report, at)
        return None


def note_flaw(code: str, flaw: Flaw, source: Source, report: Report) -> None:
    """Note what a check found about the values of a file, at its place."""
    place = source.places.of_key(flaw.path) if flaw.at_key else source.places.of(flaw.path)
    report.add(
        code,
        place.line,
        place.column,
        flaw.message,
        flaw.hint,
        name=flaw.name,
        among=flaw.among,
        path=".".join(map(str, flaw.path)),
        params=flaw.params,
    )


def as_it_stands(path: Path) -> Path:
    """The path of a value that stands in the file where it belongs."""
    return path


def note_errors(
    error: ValidationError,
    model: type[BaseModel],
    source: Source,
    report: Report,
    at: Path = (),
    written: Callable[[Path], Path] = as_it_stands,
) -> None:
    """Note what pydantic found, once for each place; `written` tells where in the file a path is to be looked for."""
    noted = set(report.places())
    # One mistake is told once: by the reading before, or by the first member of a union that refuses it. But a
    # mapping that lacks keys is told at its beginning, where its first key may be wrong, too.
    for detail in error.errors(include_url=False)[:ERRORS_READ]:
        if _was_refused(detail["input"]) or _was_refused(detail.get("ctx", {}).get("tag")):
            continue
        spot = spot_of(detail["loc"], model)
        spot = replace(spot, path=written((*at, *spot.path)))
        wording = wording_of(detail, spot)
        if wording is None:
            continue
        place = _place(source, spot, detail["type"])
        if wording.code == "P101" or (place.line, place.column) not in noted:
            _note(report, place, wording, spot)
        if wording.code != "P101":
            noted.add((place.line, place.column))


def _note(report: Report, place: Place, wording: Wording, spot: Spot) -> None:
    report.add(
        wording.code,
        place.line,
        place.column,
        wording.message,
        wording.hint,
        name=wording.name,
        among=wording.among,
        meant=wording.meant,
        path=".".join(map(str, spot.path)),
        params=wording.params,
    )


def _place(source: Source, spot: Spot, error: str) -> Place:
    """A key's place where the key is at fault, the mapping's where something is missing, else the value's."""
    if spot.is_key or error in _AT_KEY:
        return source.places.of_key(spot.path)
    if error == "union_tag_invalid":
        return source.places.of((*spot.path, "kind"))
    return source.places.of(spot.path)


def _was_refused(value: object) -> bool:
    return isinstance(value, Refused) or (isinstance(value, str) and REPLACEMENT in value)
