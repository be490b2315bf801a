"""The news ticker: the latest headline, with the story's time."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content
from textual.widgets import Static

from simulator.session.view import Headline
from simulator.tui.widgets.plain import plain


class Ticker(Static):
    """One line, which goes away while there is no news; earlier headlines stand at the side of a wide window."""

    def __init__(self, id: str) -> None:
        super().__init__(id=id)
        self._latest: Headline | None = None
        self.display = False

    def show(self, headlines: Sequence[Headline]) -> None:
        """Put the latest headline on show; nothing is painted if it is there already."""
        latest = headlines[-1] if headlines else None
        if latest == self._latest:
            return
        self._latest = latest
        self.display = latest is not None
        if latest is not None:
            text = Content.assemble((f"{latest.time}  ", "bold $primary"), plain(latest.text))
            self.update(text, layout=False)
