"""A story as both formats have it: passages with text, and links from one to the next."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Lost:
    """Something that is not carried over: its line, what kind of thing it is (a template), and how it was written."""

    line: int
    what: str
    shown: str = ""


@dataclass(slots=True)
class Link:
    """What is shown of a way on, and the key of the passage it leads to; an empty target leads nowhere."""

    label: str
    target: str
    line: int


@dataclass(slots=True)
class Passage:
    """One passage. `key` is what links name it by; readers fill in the rest as they go."""

    key: str
    title: str
    line: int
    text: list[str] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    tags: tuple[str, ...] = ()
    lost: list[Lost] = field(default_factory=list)

    @property
    def prose(self) -> str:
        """Its text, lines as they were."""
        return "\n".join(self.text)


@dataclass(slots=True)
class Story:
    """A story as it was read. `start` is the key of its first passage."""

    title: str
    start: str
    passages: list[Passage]
    lost: list[Lost] = field(default_factory=list)

    def all_lost(self) -> Iterator[Lost]:
        """Everything that is not carried over, by line."""
        found = [*self.lost, *(one for passage in self.passages for one in passage.lost)]
        yield from sorted(found, key=lambda one: one.line)
