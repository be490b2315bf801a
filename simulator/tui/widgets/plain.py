"""Text of authors and players as data, styled too: what a terminal would obey is drawn as a visible sign instead."""

from __future__ import annotations

from textual.content import Content

from simulator.language.signs import OBEYED, plain

__all__ = ["plain", "shown"]


def shown(content: Content) -> Content:
    """The same as `plain` for styled text."""
    if not OBEYED.search(content.plain):
        return content
    return Content(plain(content.plain), list(content.spans))
