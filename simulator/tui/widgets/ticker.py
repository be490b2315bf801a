"""The news ticker: the latest headline, with the story's time."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content
from textual.widgets import Static

from simulator.session.view import Headline


class Ticker(Static):
    """One line; the earlier headlines stand at the side when the window is wide."""

    def show(self, headlines: Sequence[Headline]) -> None:
        """Put the latest headline on show."""
        if not headlines:
            self.update(Content(""))
            return
        latest = headlines[-1]
        self.update(Content.assemble((f" {latest.time} ", "bold $primary"), latest.text))
