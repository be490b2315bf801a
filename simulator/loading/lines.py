"""The lines of a text, and at which line and column a character of it stands."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cached_property

_LINE_END = re.compile(r"\r\n|\n|\r")

LINE_MAX = 10_000
"""The longest line that is worth showing; no text of a scenario is half as long."""


class Lines:
    """A text as lines, ended as YAML ends them; split on the first question."""

    def __init__(self, text: str) -> None:
        self.text = text

    @cached_property
    def _starts(self) -> list[int]:
        return [0, *(match.end() for match in _LINE_END.finditer(self.text))]

    def position(self, index: int) -> tuple[int, int]:
        """Line and column of a character, both counted from 1."""
        line = bisect_right(self._starts, index)
        return line, index - self._starts[line - 1] + 1

    def line(self, number: int) -> str:
        """A line, counted from 1, without its end; empty beyond the last, and where it is too long to be read."""
        if not 1 <= number <= len(self._starts):
            return ""
        begin = self._starts[number - 1]
        match = _LINE_END.search(self.text, begin, begin + LINE_MAX + 1)
        end = match.start() if match else len(self.text)
        return self.text[begin:end] if end - begin <= LINE_MAX else ""
