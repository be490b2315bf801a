"""The inspector's values are seen in any width: their names give way."""

from __future__ import annotations

import pytest

from simulator.authoring.preview.watches import Watch
from simulator.authoring.preview.widgets.inspector import watch_rows
from simulator.authoring.preview.widgets.outline import name_of
from simulator.language.catalogue import Catalogue, Tongue
from tests.builders import ending, question, scenario

VALUES = (
    Watch("trust", 100, 55),
    Watch("minutes", 12, 9, note="08:12"),
    Watch("the_log_book_was_published", True, False),
    Watch("host", "the_province", "the_province"),
)


def lines_of(tongue: Tongue, width: int) -> list[str]:
    return [
        line.plain
        for row in watch_rows(VALUES, Catalogue(tongue))
        for block in row.blocks
        for line in block.lines(width)
    ]


@pytest.mark.parametrize("width", [18, 20, 22, 26, 40, 60])
def test_every_value_is_seen_and_no_line_is_too_wide(width: int) -> None:
    for tongue in ("vi", "en"):
        lines = lines_of(tongue, width)
        assert len(lines) == len(VALUES)
        assert all(len(line) <= width for line in lines)
        values = ("100", "12", "true", "the_province" if width >= 22 else "the_")
        assert all(value in line for value, line in zip(values, lines, strict=True))


def test_where_there_is_room_the_time_and_what_it_was_are_told() -> None:
    assert lines_of("en", 60)[:2] == [
        f"• {'trust':<18} 100  ← 55",
        f"• {'minutes':<18} 12  08:12  ← 9",
    ]


def test_what_every_session_has_is_named_in_the_readers_language() -> None:
    lines = lines_of("vi", 60)
    assert lines[0].startswith("• niềm tin ")
    assert lines[1].startswith("• phút ")
    assert lines[3].startswith("  host ")


def test_an_ending_is_listed_by_its_headline() -> None:
    told = scenario(question("first", then="end"), ending("end", headline="The bridge is closed"))
    assert [name_of(scene) for scene in told.scenes] == ["first", "The bridge is closed"]
