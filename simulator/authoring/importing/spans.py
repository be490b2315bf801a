"""Stretches of text between two marks, such as comments: found in one pass, however many of them are never closed."""

from __future__ import annotations

from collections.abc import Iterator


def spans(text: str, opens: str, closes: str) -> Iterator[tuple[int, int]]:
    """Start and end of every stretch, marks included; a stretch that is never closed is none."""
    start = text.find(opens)
    while start >= 0:
        end = text.find(closes, start + len(opens))
        if end < 0:
            return
        yield start, end + len(closes)
        start = text.find(opens, end + len(closes))


def without(text: str, opens: str, closes: str) -> str:
    """The text without such stretches; their line feeds stay, so that every line keeps its number."""
    kept, last = [], 0
    for start, end in spans(text, opens, closes):
        kept += [text[last:start], "\n" * text.count("\n", start, end)]
        last = end
    return "".join([*kept, text[last:]])


class Lines:
    """Lines of places in a text that begins on a line of its file; asked for in ascending order."""

    def __init__(self, text: str, first: int) -> None:
        self._text, self._line, self._at = text, first, 0

    def line(self, place: int) -> int:
        """The line of a place."""
        self._line += self._text.count("\n", self._at, place)
        self._at = place
        return self._line
