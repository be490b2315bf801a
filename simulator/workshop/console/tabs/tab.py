"""What a tab of the console is: a title, rows for the list, the page about the marked row, and its own actions."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, ClassVar

from textual.content import Content

from simulator.language.catalogue import Catalogue
from simulator.tui.widgets.blocks import Block
from simulator.workshop.console.row_list import Row

if TYPE_CHECKING:
    from simulator.scenario.model import Scenario
    from simulator.workshop.console.screen import ConsoleScreen
    from simulator.workshop.followed import Followed
    from simulator.workshop.room.state import RoomState


class Tab:
    """`ACTIONS` are done here alone. Without a `LIST` the page has all the room there is."""

    NAME: ClassVar[str] = ""
    TITLE: ClassVar[str] = ""
    LIST: ClassVar[bool] = True
    ACTIONS: ClassVar[frozenset[str]] = frozenset()

    def __init__(self, screen: ConsoleScreen) -> None:
        self.screen = screen

    @property
    def state(self) -> RoomState:
        """The room as it is now."""
        return self.screen.state

    @property
    def sessions(self) -> Mapping[str, Followed]:
        """All sessions by id."""
        return self.screen.sessions

    @property
    def scenario(self) -> Scenario | None:
        """The scenario of the present run; None until it has been read."""
        return self.screen.scenario

    @property
    def catalogue(self) -> Catalogue:
        """The facilitator's language."""
        return self.screen.podium.catalogue

    def say(self, text: str, **params: object) -> str:
        """A text of the interface in the facilitator's language."""
        return self.catalogue.say(text, **params)

    def news(self) -> int:
        """How many things came in here that have not been seen yet."""
        return 0

    def opened(self) -> None:
        """The tab has been turned to."""

    def head(self) -> Content:
        """The line above the list."""
        return Content("")

    def rows(self, width: int) -> Sequence[Row]:
        """The rows for a list of so many cells."""
        return ()

    def page(self, key: str) -> Iterable[Block]:
        """What is told of the marked row; `key` is empty where there is none."""
        return ()

    def allows(self, action: str, key: str) -> bool:
        """Whether one of its ACTIONS can be done with the marked row."""
        return bool(key)
