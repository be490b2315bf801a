"""Places in a widget that a click acts upon, so that what is reached with the mouse can be reached with keys."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import NamedTuple, Protocol, runtime_checkable


class Spot(NamedTuple):
    """A place in the content of a widget, in cells from its top left, and what a click on it does."""

    x: int
    y: int
    act: Callable[[], object]


@runtime_checkable
class Spotted(Protocol):
    """A widget that draws several controls itself."""

    def spots(self) -> Iterable[Spot]:
        """Those of its controls that can be acted upon now."""
        ...
