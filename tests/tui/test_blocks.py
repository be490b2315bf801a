"""Blocks and pages: wrapping, hanging, cutting, and cells side by side."""

from __future__ import annotations

import pytest
from rich.cells import cell_len
from textual.content import Content

from simulator.tui.widgets.blocks import Cells, Paragraph, heading, item, prose
from simulator.tui.widgets.page import Page
from simulator.tui.widgets.plain import plain, shown

WORDS = "Đất sạt xuống ba nhà ở bản Khe Ten, đường vào bản bị vùi hai đoạn."


def drawn(block: Paragraph | Cells, width: int) -> list[str]:
    return [line.plain for line in block.lines(width)]


def test_lines_hang_under_the_text_after_the_sign() -> None:
    lines = drawn(item("▪", "", WORDS), 30)
    assert lines[0].startswith(" ▪ Đất sạt")
    assert all(line.startswith("   ") for line in lines[1:])
    assert " ".join(line.strip() for line in lines).replace("▪ ", "") == WORDS


def test_a_bar_runs_along_every_line() -> None:
    lines = drawn(Paragraph(Content(WORDS), Content(" "), bar="$primary", indent=0), 24)
    assert len(lines) > 2
    assert all(line.startswith("▌ ") for line in lines)


@pytest.mark.parametrize("width", [12, 20, 33, 80])
def test_no_line_is_wider_than_the_width(width: int) -> None:
    for block in (item("▪", "", WORDS), prose(WORDS), prose("không-ngắt-được" * 8), heading(WORDS), prose("漢字" * 40)):
        assert all(cell_len(line) <= width for line in drawn(block, width))


def test_what_is_too_long_is_cut_with_a_sign_that_it_was() -> None:
    lines = drawn(Paragraph(Content(WORDS), most=2), 20)
    assert len(lines) == 2
    assert lines[-1].endswith("…")
    assert all(cell_len(line) <= 20 for line in lines)
    assert drawn(Paragraph(Content("kurz"), most=2), 20) == [" kurz"]


def test_lines_of_the_author_stay_lines_and_gaps_stand_above() -> None:
    assert drawn(Paragraph(Content("a\nb"), above=1), 20) == ["", " a", " b"]


def test_cells_fill_as_many_equal_columns_as_fit() -> None:
    cells = Cells(tuple(Content(word) for word in ("eins", "zwei", "drei", "vier", "fünf")), gap=2)
    assert drawn(cells, 80) == [" eins  zwei  drei  vier  fünf"]
    assert drawn(cells, 20) == [" eins  zwei  drei", " vier  fünf"]
    assert drawn(cells, 8) == [" eins", " zwei", " drei", " vier", " fünf"]
    assert drawn(Cells(()), 20) == []


def test_a_page_is_as_high_as_its_lines_and_no_wider_than_can_be_read() -> None:
    page = Page([heading("A"), prose(WORDS * 9)])
    assert page.get_height({}, 40) == len(page.lines(40))
    assert max(line.cell_length for line in page.lines(300)) <= 100
    assert Page().get_height({}, 40) == 0


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("a\x1b[31m", "a␛[31m"),
        ("\x00\x7f\x9b", "␀␡�"),
        ("a\tb\u2028c", "a b c"),
        ("\u202e\ud800", "��"),
        ("a\nb", "a\nb"),
    ],
)
def test_control_codes_become_signs_one_for_one(written: str, read: str) -> None:
    assert plain(written) == read
    assert len(plain(written)) == len(written)


def test_styles_stay_on_their_words_when_signs_are_put_in() -> None:
    content = Content("x\x1by").stylize("bold", 2, 3)
    assert shown(content).spans == content.spans
    assert shown(content).plain == "x␛y"
    assert shown(kept := Content("as it is")) is kept
