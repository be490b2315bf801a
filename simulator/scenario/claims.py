"""Claims: what an answer commits its speaker to. Plain values, so that they can be kept with the events.

Each says where its words stand in the answer as typed (`start`, `end`, end exclusive) and quotes them.
Words kept for comparison are folded: lower case, without diacritics.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Any


class Qualifier(StrEnum):
    """How far a number binds: "7", "about 7", "at least 7" or "more than 7", "at most 7", "nearly 7"."""

    EXACTLY = "exactly"
    ABOUT = "about"
    AT_LEAST = "at_least"
    AT_MOST = "at_most"
    NEARLY = "nearly"


class Revision(StrEnum):
    """Whether a claim owns to being another than before."""

    NONE = "none"
    UPDATED = "updated"
    CORRECTED = "corrected"


@dataclass(frozen=True, slots=True)
class When:
    """A time as said: `minutes` of the day; a day as "14/8", "+1" (tomorrow) or "monday"; `within` minutes from now.

    `loose`: morning or evening was not said. Where nothing was said, the field is None or empty.
    """

    minutes: int | None = None
    day: str = ""
    within: int | None = None
    loose: bool = False
    about: bool = False

    @property
    def is_known(self) -> bool:
        return self.minutes is not None or self.within is not None or bool(self.day)


@dataclass(frozen=True, slots=True)
class Figure:
    """So many of something: from `least` to `most`, which are the same unless a range was given.

    `states` is what befell what was counted (dead, missing, arrested), `things` the other words beside it.
    `part`: some among more ("12 of the 40", "another 3"), not a total.
    """

    start: int
    end: int
    quotation: str
    least: float
    most: float
    unit: str
    states: tuple[str, ...] = ()
    things: tuple[str, ...] = ()
    qualifier: Qualifier = Qualifier.EXACTLY
    places: tuple[str, ...] = ()
    day: str = ""
    as_of: When = When()
    part: bool = False
    revision: Revision = Revision.NONE


@dataclass(frozen=True, slots=True)
class Moment:
    """Something happened, or will, at a time; `alone` if no other time is said in the same breath."""

    start: int
    end: int
    quotation: str
    what: tuple[str, ...]
    when: When
    future: bool = False
    alone: bool = True
    revision: Revision = Revision.NONE


@dataclass(frozen=True, slots=True)
class Promise:
    """Something will be done by a time, perhaps in a place where people hear of it."""

    start: int
    end: int
    quotation: str
    what: tuple[str, ...]
    deadline: When
    channel: str = ""
    revision: Revision = Revision.NONE


@dataclass(frozen=True, slots=True)
class Stance:
    """Whether one of a few things that matter was done (`holds`), by whom and to what.

    `about` and `actor` are words of what it was done to and of who did it, `beside` all words of the clause.
    `yet`: it was said to be so until now only. `until`: not before a time. `when`: any words of time beside it.
    """

    start: int
    end: int
    quotation: str
    predicate: str
    holds: bool
    about: tuple[str, ...] = ()
    actor: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()
    yet: bool = False
    until: bool = False
    timed: bool = False
    when: When = When()
    revision: Revision = Revision.NONE


@dataclass(frozen=True, slots=True)
class Correction:
    """An earlier word owned to be wrong: what it was, if said again, and what it is."""

    start: int
    end: int
    quotation: str
    was: float | None = None
    now: float | None = None


Claim = Figure | Moment | Promise | Stance | Correction

KINDS: dict[str, type[Claim]] = {
    "figure": Figure,
    "moment": Moment,
    "promise": Promise,
    "stance": Stance,
    "correction": Correction,
}


def kind_of(claim: Claim) -> str:
    """The claim's kind as it is written down."""
    return type(claim).__name__.lower()


def as_json(claim: Claim) -> dict[str, Any]:
    """A claim as JSON holds it; `from_json` gives it back."""
    return {"kind": kind_of(claim), **asdict(claim)}


def from_json(kept: dict[str, Any]) -> Claim:
    """The claim that `as_json` wrote down."""
    fields = {name: _value(name, value) for name, value in kept.items() if name != "kind"}
    return KINDS[kept["kind"]](**fields)


def _value(name: str, value: Any) -> Any:  # noqa: ANN401
    if name in ("as_of", "when", "deadline"):
        return When(**value)
    if name == "qualifier":
        return Qualifier(value)
    if name == "revision":
        return Revision(value)
    return tuple(value) if isinstance(value, list | tuple) else value
