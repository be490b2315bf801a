"""The line at the top of every screen: Podium, where one is, and the story's time."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Label


class Masthead(Horizontal):
    """`where` names the screen or scenario; `clock` is the story's time of day, or empty."""

    def __init__(self, where: str, clock: str = "") -> None:
        super().__init__(id="masthead")
        self._where = where
        self._clock = clock

    def compose(self) -> ComposeResult:
        yield Label("PODIUM", classes="brand")
        yield Label(Content(self._where), classes="where")
        yield Label(Content(self._clock), classes="clock")

    def show_clock(self, time: str) -> None:
        """Put the story's time of day on show."""
        self.query_one(".clock", Label).update(Content(time))
