"""The quiet clock of a timed question."""

from __future__ import annotations

from textual.content import Content
from textual.widgets import Static

URGENT_SECONDS = 15


class Countdown(Static):
    """Time left as `⏱ 0:42`; empty where there is no limit. Its width is fixed, so a tick lays nothing out anew."""

    def __init__(self) -> None:
        super().__init__(id="countdown")
        self._shown: int | None = None

    def show(self, milliseconds: int | None) -> None:
        """Draw the time left, in milliseconds; None for no limit. Nothing is painted within the same second."""
        seconds = None if milliseconds is None else max(0, -(-milliseconds // 1000))
        if seconds == self._shown:
            return
        self._shown = seconds
        if seconds is None:
            self.update(Content(""), layout=False)
            return
        style = "bold $error reverse" if seconds <= URGENT_SECONDS else "bold $warning"
        self.update(Content.styled(f" ⏱ {seconds // 60}:{seconds % 60:02} ", style), layout=False)
