"""What a terminal would show of painted bytes, as plain text: for players that are programs and must read the screen.

It knows what Textual and our lobby paint: text of any width, cursor moves, erasing, the alternate screen. Colours are
skipped. Two hundred of them are read by one process, so colours are taken out by one substitution, and what is left is
cut up by one expression into long runs of text.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable, Mapping

from rich.cells import get_character_cell_size

SCREEN_MOST = 1_000
"""The most columns, and the most rows, that a screen may have."""

UNFINISHED_MOST = 65_536
"""Characters of a sequence that is not finished yet; what grows beyond is given up."""

_COLOURS = re.compile(r"\x1b\[[0-9;:]*m")
_PIECES = re.compile(
    r"\x1b\[(?P<parameters>[0-9;:?<>=]*)[ -/]*(?P<command>[@-~])"
    r"|\x1b[\]PX^_][^\x07\x1b]*(?:\x07|\x1b\\)"
    r"|\x1b[ -/]*(?P<short>[0-OQ-WYZ\\`-~])"
    r"|(?P<control>[\x00-\x1a\x1c-\x1f\x7f-\x9f])"
    r"|(?P<text>[^\x00-\x1f\x7f-\x9f]+)"
)
_UNFINISHED = re.compile(r"\x1b(?:\[[0-9;:?<>=]*[ -/]*|[\]PX^_][^\x07\x1b]*\x1b?|[ -/]*)\Z")
_NOT_ONE_CELL = re.compile(
    "[^ -~\u00a1-\u00ac\u00ae-\u02ff\u0370-\u0377\u0391-\u03ff\u1e00-\u1eff\u2010-\u2027\u2030-\u205e\u20a0-\u20bf"
    "\u2190-\u21ff\u2200-\u22ff\u2500-\u25fc\u25ff\u2713-\u2717]"
)
"""Finds whatever might not be one cell wide. All letters of Vietnamese and English, signs and frames are."""

_ALTERNATE = {"?47", "?1047", "?1049"}


class PaintedScreen:
    """A screen of `columns` x `rows` cells; `feed` takes bytes as they come, cut anywhere.

    A cell holds one character with its combining marks; the right half of a wide one is the empty text.
    """

    def __init__(self, columns: int, rows: int) -> None:
        if not (0 < columns <= SCREEN_MOST and 0 < rows <= SCREEN_MOST):
            raise ValueError(f"a screen of {columns}x{rows}")
        self.columns, self.rows = columns, rows
        self.x = self.y = 0
        """The cursor; `x` is `columns` when the last cell of a row has just been written."""
        self.alternate = False
        self._cells = self._blank()
        self._main = self._cells
        self._kept = (0, 0)
        self._decode = codecs.getincrementaldecoder("utf-8")("replace").decode
        self._unfinished = ""

    def feed(self, data: bytes) -> None:
        """Take in what was painted."""
        painted = _COLOURS.sub("", self._unfinished + self._decode(data))
        unfinished = _UNFINISHED.search(painted)
        self._unfinished = unfinished[0][-UNFINISHED_MOST:] if unfinished else ""
        end = unfinished.start() if unfinished else len(painted)
        for piece in _PIECES.finditer(painted, 0, end):
            kind = piece.lastgroup
            if kind == "text":
                self._write(piece["text"])
            elif kind == "command":
                self._obey(piece["command"], piece["parameters"])
            elif kind == "control":
                self._control(piece["control"])
            elif kind == "short":
                self._short(piece["short"])

    def row(self, y: int) -> str:
        """What stands in a row, from 0 or, below 0, from the last one up; blanks at its right are kept."""
        return "".join(self._cells[y])

    def cells(self, y: int, start: int, end: int) -> str:
        """What stands in some cells of a row."""
        return "".join(self._cells[y][start:end])

    @property
    def text(self) -> str:
        """All rows."""
        return "\n".join(map("".join, self._cells))

    def _blank(self) -> list[list[str]]:
        return [[" "] * self.columns for _ in range(self.rows)]

    def _write(self, text: str) -> None:
        if _NOT_ONE_CELL.search(text):
            for character in text:
                self._write_one(character)
            return
        while text:
            if self.x >= self.columns:
                self._next_row()
            now, text = text[: self.columns - self.x], text[self.columns - self.x :]
            self._put(now, len(now))

    def _write_one(self, character: str) -> None:
        width = get_character_cell_size(character)
        if width == 0:
            self._mark(character)
        elif width <= self.columns:
            if self.x + width > self.columns:
                self._next_row()
            self._put(character if width == 1 else (character, ""), width)

    def _put(self, cells: str | tuple[str, str], width: int) -> None:
        row, end = self._cells[self.y], self.x + width
        if not row[self.x] and self.x:
            row[self.x - 1] = " "
        if end < self.columns and not row[end]:
            row[end] = " "
        row[self.x : end] = cells
        self.x = end

    def _mark(self, mark: str) -> None:
        """A combining mark belongs to the character before the cursor."""
        row, x = self._cells[self.y], self.x - 1
        if x > 0 and not row[x]:
            x -= 1
        if x >= 0:
            row[x] += mark

    def _next_row(self) -> None:
        self.x = 0
        self._down()

    def _down(self) -> None:
        if self.y < self.rows - 1:
            self.y += 1
        else:
            del self._cells[0]
            self._cells.append([" "] * self.columns)

    def _control(self, control: str) -> None:
        if control == "\r":
            self.x = 0
        elif control in "\n\v\f":
            self._down()
        elif control == "\b":
            self.x = max(0, min(self.x, self.columns - 1) - 1)
        elif control == "\t":
            self.x = min(self.columns - 1, (self.x // 8 + 1) * 8)

    def _short(self, command: str) -> None:
        if command == "7":
            self._kept = (self.x, self.y)
        elif command == "8":
            self.x, self.y = self._kept
        elif command == "c":
            self.alternate = False
            self._main = self._cells = self._blank()
            self.x = self.y = 0

    def _obey(self, command: str, parameters: str) -> None:
        if parameters[:1] in _PRIVATE:
            if command in "hl" and _ALTERNATE & {f"?{one}" for one in parameters[1:].split(";")}:
                self._turn(alternate=command == "h")
        elif (act := _ACTS.get(command)) is not None:
            first, _, second = parameters.partition(";")
            act(self, _number(first), _number(second))

    def _turn(self, *, alternate: bool) -> None:
        if alternate == self.alternate:
            return
        self.alternate = alternate
        if alternate:
            self._main, self._kept = self._cells, (self.x, self.y)
            self._cells = self._blank()
        else:
            self._cells = self._main
            self.x, self.y = self._kept

    def _go(self, x: int, y: int) -> None:
        self.x = min(max(0, x), self.columns - 1)
        self.y = min(max(0, y), self.rows - 1)

    def _erase(self, y: int, start: int, end: int) -> None:
        row = self._cells[y]
        start, end = min(start, self.columns - 1), min(end, self.columns)
        if start < end:
            if start and not row[start]:
                row[start - 1] = " "
            if end < self.columns and not row[end]:
                row[end] = " "
            row[start:end] = [" "] * (end - start)

    def _erase_in_row(self, what: int, _: int) -> None:
        start = min(self.x, self.columns - 1)
        first, end = {0: (start, self.columns), 1: (0, start + 1), 2: (0, self.columns)}.get(what, (0, 0))
        self._erase(self.y, first, end)

    def _erase_in_screen(self, what: int, _: int) -> None:
        if what not in (0, 1, 2):
            return
        self._erase_in_row(what, 0)
        before, after = range(self.y), range(self.y + 1, self.rows)
        for y in {0: [*after], 1: [*before], 2: [*before, *after]}[what]:
            self._cells[y] = [" "] * self.columns


_PRIVATE = ("?", ">", "<", "=")

_ACTS: Mapping[str, Callable[[PaintedScreen, int, int], None]] = {
    "A": lambda screen, n, _: screen._go(screen.x, screen.y - max(1, n)),
    "B": lambda screen, n, _: screen._go(screen.x, screen.y + max(1, n)),
    "C": lambda screen, n, _: screen._go(screen.x + max(1, n), screen.y),
    "D": lambda screen, n, _: screen._go(min(screen.x, screen.columns - 1) - max(1, n), screen.y),
    "E": lambda screen, n, _: screen._go(0, screen.y + max(1, n)),
    "F": lambda screen, n, _: screen._go(0, screen.y - max(1, n)),
    "G": lambda screen, n, _: screen._go(n - 1, screen.y),
    "d": lambda screen, n, _: screen._go(screen.x, n - 1),
    "H": lambda screen, n, m: screen._go(m - 1, n - 1),
    "f": lambda screen, n, m: screen._go(m - 1, n - 1),
    "J": PaintedScreen._erase_in_screen,
    "K": PaintedScreen._erase_in_row,
    "X": lambda screen, n, _: screen._erase(screen.y, screen.x, screen.x + max(1, n)),
}
"""What each command does, with its first two numbers, 0 where none is given."""


def _number(digits: str) -> int:
    return min(int(digits), SCREEN_MOST) if digits.isdecimal() and len(digits) < 10 else 0
