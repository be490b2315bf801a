"""What a meaning check finds: where, and what to say of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from simulator.loading.places import Path


@dataclass(frozen=True, slots=True)
class Flaw:
    """One finding of a check. `at_key` points at the key the path ends with, not at its value.

    `offset` counts characters within the text at the path. `among` are names of which one may
    have been meant by `name`.
    """

    path: Path
    message: str
    hint: str = ""
    params: Mapping[str, object] = field(default_factory=dict)
    name: str = ""
    among: Iterable[str] = ()
    at_key: bool = False
    offset: int | None = None
