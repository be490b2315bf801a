"""Observers' ratings of objectives: P, S, M or U, given by a person, kept as remarks, never computed from a score."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Annotated, Literal, Protocol, get_args

from pydantic import ConfigDict, Field, TypeAdapter

from simulator.journal.port import Remark
from simulator.scenario.value import Value

Mark = Literal["P", "S", "M", "U"]
"""P without challenges, S with some challenges, M with major challenges, U unable to be performed."""

MARKS: tuple[Mark, ...] = get_args(Mark)

RATING = "rating"
"""The kind of remark that a rating is."""

NOTE_MOST = 2000
"""Characters of a note that are kept."""

NAME_MOST = 100
"""Characters of a rater's name."""


@dataclass(frozen=True, slots=True)
class Rating:
    """What somebody who watched thought of one objective of a session.

    `objective` is its number in the scenario, from 1. `answers` are the answers that it was watched in, by their
    numbers in the debrief; none stands for the whole session. `at` is when it was given, UTC in ISO 8601.
    `withdrawn` takes back what the same person had said of the objective.

    Raises ValueError for numbers below 1, and for a note or a name that is too long.
    """

    objective: int
    mark: Mark
    note: str = ""
    by: str = ""
    answers: tuple[int, ...] = ()
    at: str = ""
    withdrawn: bool = False

    def __post_init__(self) -> None:
        if self.objective < 1 or any(number < 1 for number in self.answers):
            raise ValueError("objectives and answers are numbered from 1")
        if len(self.note) > NOTE_MOST or len(self.by) > NAME_MOST:
            raise ValueError(f"a note has at most {NOTE_MOST} characters, a name {NAME_MOST}")


class Remarks(Protocol):
    """What ratings are kept in: a part of the journal."""

    def remark(self, about: str, kind: str, by: str, value: str) -> Remark: ...
    def remarks(self, about: str, kind: str = "") -> tuple[Remark, ...]: ...


class _Kept(Value):
    # A later Podium may say more.
    model_config = ConfigDict(frozen=True, extra="ignore", strict=False)

    objective: Annotated[int, Field(ge=1)]
    mark: Mark
    note: str = ""
    answers: tuple[int, ...] = ()
    withdrawn: bool = False


_KEPT = TypeAdapter(_Kept)


def keep(remarks: Remarks, session: str, rating: Rating) -> None:
    """Keep a rating of a session."""
    value = {
        "objective": rating.objective,
        "mark": rating.mark,
        "note": rating.note,
        "answers": list(rating.answers),
        "withdrawn": rating.withdrawn,
    }
    remarks.remark(session, RATING, rating.by, json.dumps(value, ensure_ascii=False))


def ratings(remarks: Remarks, session: str) -> tuple[Rating, ...]:
    """The ratings of a session that stand: the latest of each person on each objective, by objective and name."""
    return standing(read for one in remarks.remarks(session, RATING) if (read := _read(one)) is not None)


def standing(given: Iterable[Rating]) -> tuple[Rating, ...]:
    """Of ratings in the order given, those that were neither replaced nor taken back."""
    latest = {(one.objective, one.by): one for one in given}
    return tuple(latest[key] for key in sorted(latest) if not latest[key].withdrawn)


def _read(remark: Remark) -> Rating | None:
    """A rating as it was kept; None for what cannot be read."""
    try:
        kept = _KEPT.validate_json(remark.value)
        return Rating(kept.objective, kept.mark, kept.note, remark.by, kept.answers, remark.recorded_at, kept.withdrawn)
    except ValueError:
        return None
