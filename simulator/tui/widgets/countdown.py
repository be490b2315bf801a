"""The quiet clock of a timed question."""

from __future__ import annotations

from textual.content import Content
from textual.widgets import Static

from simulator.language.catalogue import template
from simulator.tui.speaking import say

URGENT_SECONDS = 15


class Countdown(Static):
    """Time left as `0:42 left`; empty where there is no limit. Its width is fixed, so a tick lays nothing out anew."""

    def __init__(self) -> None:
        super().__init__(id="countdown")
        self._shown = ""

    def show_if_limited(self, milliseconds: int | None) -> None:
        """The same, and out of the way where there is no limit."""
        self.display = milliseconds is not None
        self.show(milliseconds)

    def show(self, milliseconds: int | None, *, stands: bool = False) -> None:
        """Draw the time left, in milliseconds; None for no limit. Nothing is painted within the same second.

        A sign tells that it `stands`.
        """
        seconds = 0 if milliseconds is None else max(0, -(-milliseconds // 1000))
        time = f"{seconds // 60}:{seconds % 60:02}"
        left = say(self, template("{time} left"), time=time)
        if stands:
            left = f"⏸ {time}"
        text = "" if milliseconds is None else f" {left} "
        if text != self._shown:
            self._shown = text
            style = "bold $error reverse" if seconds <= URGENT_SECONDS else "bold $warning"
            self.update(Content.styled(text, style), layout=False)
