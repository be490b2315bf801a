"""What is painted is read as a terminal shows it: examples, a slow reader beside it, and what Textual really paints."""

from __future__ import annotations

import asyncio
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import get_character_cell_size
from textual.app import App

from simulator.workshop.screen_reading import _NOT_ONE_CELL, PaintedScreen
from tests.tui.house import made
from tests.workshop.painted import Overheard, comes, painting

COLUMNS, ROWS = 12, 4


def shown(painted: str, columns: int = COLUMNS, rows: int = ROWS) -> list[str]:
    screen = PaintedScreen(columns, rows)
    screen.feed(painted.encode())
    return [line.rstrip() for line in screen.text.split("\n")]


@pytest.mark.parametrize(
    ("painted", "rows"),
    [
        ("Nà Lại", ["Nà Lại"]),
        ("\x1b[1;31mred\x1b[0m and \x1b[38;2;1;2;3mnot", ["red and not"]),
        ("a\r\nb\x1b[3;5Hc\x1b[Ad", ["a", "b    d", "    c"]),
        ("123456789012345", ["123456789012", "345"]),
        ("123456789012\r\nx", ["123456789012", "x"]),
        ("12345678901\x1b[1;12Hnext", ["12345678901n", "ext"]),
        ("a\nb\n\n\nc", [" b", "", "", "  c"]),
        ("12345678901洪", ["12345678901", "洪"]),
        ("洪水\x1b[1;2Hx", [" x水"]),
        ("洪水\x1b[1;3Hx", ["洪x"]),
        ("lu\u0303 va\u0306\u0301n", ["lu\u0303 va\u0306\u0301n"]),
        ("洪\u0301x", ["洪\u0301x"]),
        ("abcdef\x1b[1;4H\x1b[K", ["abc"]),
        ("abcdef\x1b[1;4H\x1b[1K", ["    ef"]),
        ("abcdef\x1b[1;2H\x1b[2X", ["a  def"]),
        ("one\r\ntwo\r\nsix\x1b[2;2H\x1b[J", ["one", "t"]),
        ("one\r\ntwo\r\nsix\x1b[2;2H\x1b[1J", ["", "  o", "six"]),
        ("one\x1b[2Jx", ["   x"]),
        ("main\x1b[?1049halt\x1b[?1049l!", ["main!"]),
        ("main\x1b[?25l\x1b[?1049h\x1b[Halt", ["alt"]),
        ("a\x1b]0;a title\x07b\x1b]8;;x\x1b\\c", ["abc"]),
        ("ab\bc\td\x1b7\x1b[4;1He\x1b8f", ["ac      df", "", "", "e"]),
        ("x\x1bcy\x1b[>1u\x1b[?2026$p\x1b(B", ["y"]),
        ("\x1b[99999999999;9Hx\x1b[999;999Hy", ["        x", "", "", "           y"]),
    ],
)
def test_what_is_painted_is_shown(painted: str, rows: list[str]) -> None:
    assert shown(painted) == rows + [""] * (ROWS - len(rows))


@pytest.mark.parametrize("size", [(0, 5), (5, 0), (1001, 5), (5, -1)])
def test_a_screen_of_no_size_is_refused(size: tuple[int, int]) -> None:
    with pytest.raises(ValueError, match="a screen of"):
        PaintedScreen(*size)


def test_characters_that_are_taken_in_runs_are_one_cell_wide() -> None:
    every = (chr(number) for number in range(0xA0, 0x110000) if not 0xD800 <= number < 0xE000)
    assert [one for one in every if not _NOT_ONE_CELL.search(one) and get_character_cell_size(one) != 1] == []
    assert not _NOT_ONE_CELL.search("Nghĩa vụ · “đã rõ” — ▌│╭╮╰╯━■··· ▼5 …")


COMMANDS = ("[2J", "[K", "[1K", "[5;7H", "[H", "[3C", "[2D", "[X", "[1;33m", "]0;t\x07", "[?1049h", "[?1049l", "7", "8")
SEQUENCES = st.sampled_from(["\r", "\n", *(f"\x1b{command}" for command in COMMANDS)])
TEXTS = st.text(st.sampled_from("abc đườ\u0301\u0303洪水🌊│"), max_size=20)
STREAMS = st.lists(SEQUENCES | TEXTS, max_size=30).map("".join)


@given(STREAMS, st.lists(st.integers(0, 400), max_size=8))
def test_it_matters_not_where_the_stream_is_cut(stream: str, cuts: list[int]) -> None:
    data, screen = stream.encode(), PaintedScreen(COLUMNS, ROWS)
    places = [0, *sorted(min(cut, len(data)) for cut in cuts), len(data)]
    for start, end in pairwise(places):
        screen.feed(data[start:end])
    whole = PaintedScreen(COLUMNS, ROWS)
    whole.feed(data)
    assert (screen.text, screen.x, screen.y) == (whole.text, whole.x, whole.y)


@given(st.lists(st.binary(max_size=60) | STREAMS.map(str.encode), max_size=12))
def test_whatever_comes_each_row_keeps_its_width(stream: list[bytes]) -> None:
    screen = PaintedScreen(COLUMNS, ROWS)
    for data in stream:
        screen.feed(data)
        for row in screen._cells:
            widths = [get_character_cell_size(cell[0]) if cell else 0 for cell in row]
            assert len(row) == COLUMNS
            assert sum(widths) == COLUMNS
        assert 0 <= screen.x <= COLUMNS
        assert 0 <= screen.y < ROWS


class SlowScreen:
    """The same for text and moves alone, character by character on a mapping of places."""

    def __init__(self) -> None:
        self.at: dict[tuple[int, int], str] = {}
        self.x = self.y = 0

    def move(self, x: int, y: int) -> None:
        self.x, self.y = x, y

    def write(self, text: str) -> None:
        for one in text:
            self._write(one)

    def _write(self, one: str) -> None:
        width = get_character_cell_size(one)
        if width == 0:
            before = next((x for x in (self.x - 1, self.x - 2) if self.at.get((x, self.y), " ") != ""), -1)
            if before >= 0:
                self.at[before, self.y] = self.at.get((before, self.y), " ") + one
            return
        if self.x + width > COLUMNS:
            self.x, self.y = 0, self.y + 1
        if self.y == ROWS:
            self.at, self.y = {(x, y - 1): cell for (x, y), cell in self.at.items() if y}, ROWS - 1
        if self.at.get((self.x, self.y)) == "":
            self.at[self.x - 1, self.y] = " "
        if self.at.get((self.x + width, self.y)) == "":
            self.at[self.x + width, self.y] = " "
        for place, cell in enumerate([one, ""][:width]):
            self.at[self.x + place, self.y] = cell
        self.x += width

    @property
    def text(self) -> str:
        return "\n".join("".join(self.at.get((x, y), " ") for x in range(COLUMNS)) for y in range(ROWS))


MOVES = st.tuples(st.integers(0, COLUMNS - 1), st.integers(0, ROWS - 1))


@given(st.lists(TEXTS | MOVES, max_size=25))
def test_it_shows_what_a_slow_reader_shows(acts: list[str | tuple[int, int]]) -> None:
    fast, slow = PaintedScreen(COLUMNS, ROWS), SlowScreen()
    for act in acts:
        if isinstance(act, str):
            slow.write(act)
            fast.feed(act.encode())
        else:
            slow.move(*act)
            fast.feed(f"\x1b[{act[1] + 1};{act[0] + 1}H".encode())
    assert fast.text == slow.text


def _on_screen(app: App[Any]) -> list[str]:
    strips = app.screen._compositor.render_strips()
    return [strip.text.rstrip() for strip in strips]


KEYS = ("", "enter", "enter", "enter", "down", "f5", "c", "h", "a", "f9", "f1", "escape")


@pytest.mark.parametrize("size", [(80, 24), (140, 40)])
async def test_what_textual_paints_is_read_as_it_is_on_its_screen(size: tuple[int, int]) -> None:
    app = made()
    async with painting(app, size):
        for key in KEYS:
            if key:
                app.simulate_key(key)
            await asyncio.sleep(0.2)
            await comes(lambda: [line.rstrip() for line in Overheard.screen.text.split("\n")] == _on_screen(app))
