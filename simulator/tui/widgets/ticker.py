"""The news ticker: the latest headline or post, with the story's time; a post has a sign, not only a colour."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content
from textual.widgets import Static

from simulator.session.view import Headline
from simulator.tui.widgets.plain import plain

POST = "@"
"""Stands before a post and whose it is; a headline has the outlet alone before it, or nothing."""


def news(headline: Headline) -> Content:
    """A headline or a post with who brings it."""
    if headline.kind == "post":
        return Content.assemble((f"{POST} {plain(headline.by)}: ", "bold $secondary"), plain(headline.text))
    by = f"{plain(headline.by)}: " if headline.by else ""
    return Content.assemble((by, "bold"), plain(headline.text))


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
            text = Content.assemble((f"{latest.time}  ", "bold $primary"), news(latest))
            self.update(text, layout=False)
