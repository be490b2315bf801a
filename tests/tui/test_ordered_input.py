"""Fields keep the order of keys and hold NFC: Vietnamese input methods correct by bursts of backspaces and letters.

Every test that types into a terminal is made twice: with the field of one line and with that of several.
"""

from __future__ import annotations

import sys
import time
import unicodedata
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pexpect
import pytest
from textual.app import App, ComposeResult
from textual.events import Paste

from simulator.tui.widgets.ordered_input import OrderedInput

F9, F10 = "\x1b[20~", "\x1b[21~"
UP, DOWN = "\x1b[A", "\x1b[B"
LEFT, RIGHT, HOME, END, DELETE = "\x1b[D", "\x1b[C", "\x1b[H", "\x1b[F", "\x1b[3~"
TELEX = "cha\x7fă\x7fắc chan\x7f\x7făn"
WANT = "chắc chăn"
MISSING_LETTER = f"hắc chăn{HOME}c{END}"
GAPS = {"one write": 0.0, "1 ms": 0.001, "5 ms": 0.005}

Type = Callable[[str, float], str]
ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module", params=["line", "area"])
def typed(tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest) -> Iterator[Type]:
    """Types into a field of a program in a terminal, so many seconds apart, and gives what it then holds."""
    held = tmp_path_factory.mktemp("typing") / "held.txt"
    command = ["-m", "tests.tui.typing_program", str(held), request.param]
    child = pexpect.spawn(sys.executable, command, cwd=ROOT, encoding="utf-8", dimensions=(24, 80))
    child.delaybeforesend = None
    child.expect("READY")

    def type_(keys: str, gap: float) -> str:
        child.send(F9)
        time.sleep(0.15)
        for part in [keys] if not gap else keys:
            child.send(part)
            time.sleep(gap)
        child.send(F10)
        return _contents(held, child)

    yield type_
    child.terminate(force=True)


def _contents(file: Path, child: pexpect.spawn[str]) -> str:
    end = time.monotonic() + 10
    while not file.exists():
        assert time.monotonic() < end, "the program did not answer"
        with suppress(pexpect.TIMEOUT):
            # A terminal that nobody reads from would stop the program before long.
            child.read_nonblocking(65_536, timeout=0.01)
    text = file.read_text(encoding="utf-8")
    file.unlink()
    return text


pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="terminals of POSIX systems")


@pytest.mark.parametrize("gap", GAPS.values(), ids=GAPS)
def test_backspaces_and_retyped_letters_keep_their_order(typed: Type, gap: float) -> None:
    for _ in range(3):
        assert typed(TELEX, gap) == WANT


@pytest.mark.parametrize(
    ("keys", "held"),
    [
        (MISSING_LETTER, WANT),
        (f"chăn{LEFT}{LEFT}\x7f\x7fd", "dăn"),
        (f"abc{LEFT}{LEFT}{DELETE}x{RIGHT}y", "axcy"),
        ("Nguye\x7fê\x7fễn", "Nguyễn"),
    ],
)
def test_arrows_home_end_and_delete_keep_their_place_among_the_letters(typed: Type, keys: str, held: str) -> None:
    assert typed(keys, 0.0) == held


def test_decomposed_letters_become_one_character_each(typed: Type) -> None:
    decomposed = unicodedata.normalize("NFD", "Sạt lở Khe Ten")
    assert typed(decomposed, 0.0) == "Sạt lở Khe Ten"
    assert typed(decomposed + "\x7f" * 4, 0.0) == "Sạt lở Khe"


def test_a_decomposed_paste_is_taken_in_whole_letters(typed: Type) -> None:
    pasted = unicodedata.normalize("NFD", "cảnh báo lũ")
    assert typed(f"\x1b[200~{pasted}\x1b[201~", 0.0) == "cảnh báo lũ"


@pytest.mark.parametrize("typed", ["area"], indirect=True)
def test_a_field_of_several_lines_keeps_the_order_over_lines_too(typed: Type) -> None:
    assert typed(f"{TELEX}\rcha\x7fă\x7fắc", 0.0) == f"{WANT}\nchắc"
    assert typed(f"a\rb{UP}\x7fc{DOWN}{END}d", 0.0) == "c\nbd"


@pytest.mark.parametrize("typed", ["area"], indirect=True)
def test_many_lines_are_pasted_as_lines(typed: Type) -> None:
    """A terminal sends a carriage return for each new line."""
    assert typed("\x1b[200~một\rhai\r\nba\x1b[201~", 0.0) == "một\nhai\nba"


class Field(App[None]):
    """One field that holds something already, in decomposed letters."""

    def compose(self) -> ComposeResult:
        yield OrderedInput(unicodedata.normalize("NFD", "ệ"), id="field")


async def test_a_mark_typed_in_the_middle_joins_its_letter_and_the_cursor_follows() -> None:
    app = Field()
    async with app.run_test() as pilot:
        field = app.query_one(OrderedInput)
        field.value = "ca"
        field.cursor_position = 1
        field.insert_text_at_cursor("\u0323")
        assert (field.value, field.cursor_position) == ("c\u0323a", 2)
        field.value = "ban"
        field.cursor_position = 2
        field.insert_text_at_cursor("\u0309")
        assert (field.value, field.cursor_position) == ("bản", 2)
        await pilot.pause()


async def test_whatever_is_set_is_nfc() -> None:
    app = Field()
    async with app.run_test():
        field = app.query_one(OrderedInput)
        assert field.value == "ệ"
        field.value = unicodedata.normalize("NFD", "lở đất")
        assert field.value == "lở đất"


async def test_a_selection_is_replaced_by_a_paste_once() -> None:
    app = Field()
    async with app.run_test() as pilot:
        field = app.query_one(OrderedInput)
        field.value = "sạt lở"
        field.selection = type(field.selection)(0, 3)
        field.post_message(Paste("lở"))
        await pilot.pause()
        assert field.value == "lở lở"
