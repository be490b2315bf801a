"""The lobby: a few plain lines painted into a browser's terminal at once, before there is an App."""

from __future__ import annotations

import unicodedata

from rich.cells import cell_len, set_cell_size

from simulator.language.signs import plain

ENTER = "\x1b[?1049h\x1b[?1000h\x1b[?1002h\x1b[?1006h\x1b[?25l\x1b[?2004h"
"""The alternate screen; clicks, drags and the wheel; no cursor; pastes in brackets. Never any motion (1003)."""

LEAVE = "\x1b[?1000l\x1b[?1002l\x1b[?1006l\x1b[?2004l\x1b[0m\x1b[?25h\x1b[?1049l"


def lobby_screen(text: str, size: tuple[int, int]) -> str:
    """The whole screen for a text of some lines, each centred, in `size` = columns, rows; too long ones are cut."""
    columns, rows = size
    lines = [_fitted(line, columns) for line in unicodedata.normalize("NFC", text).split("\n")[:rows]]
    top = max(0, (rows - len(lines)) // 2)
    placed = (f"\x1b[{top + number};{_indent(line, columns)}H{line}" for number, line in enumerate(lines, 1))
    return f"{ENTER}\x1b[0m\x1b[2J{''.join(placed)}\x1b[H"


def _fitted(line: str, columns: int) -> str:
    line = plain(line)
    return line if cell_len(line) <= columns else set_cell_size(line, columns)


def _indent(line: str, columns: int) -> int:
    return max(0, (columns - cell_len(line)) // 2) + 1
