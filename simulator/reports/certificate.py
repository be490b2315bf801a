"""A certificate as data: who did what and when, and nothing that the record does not show."""

from __future__ import annotations

from dataclasses import dataclass, field

NAME_MOST = 120
"""Characters of the name that a certificate is made out to."""


@dataclass(frozen=True, slots=True)
class Certificate:
    """`name` did `title`. `done` are sentences on what was done, `day` when it was finished, as people write it;
    `about` is the session's or the course's id, so that it can be looked up in the record.

    Raises ValueError for a name that is empty or too long.
    """

    name: str
    title: str
    done: tuple[str, ...]
    day: str
    about: str
    skills: tuple[tuple[str, str], ...] = field(default=())
    """Names of skills and their mean levels, as they are written."""

    def __post_init__(self) -> None:
        if not 0 < len(self.name.strip()) <= NAME_MOST:
            raise ValueError(f"a name has 1 to {NAME_MOST} characters")
