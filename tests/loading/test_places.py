from __future__ import annotations

import unicodedata

import pytest

from tests.loading.texts import source_of


def _at(path: tuple[str | int, ...]) -> tuple[int, int]:
    place = source_of("a: one\n'b': two\nc:\n  - x\n  - {d: 1, e: [1, 22]}\nf: |-\n  text\ng:\n").places.of(path)
    return place.line, place.column


@pytest.mark.parametrize(
    ("path", "place"),
    [
        ((), (1, 1)),
        (("a",), (1, 4)),
        (("b",), (2, 6)),
        (("c",), (4, 3)),
        (("c", 0), (4, 5)),
        (("c", 1, "e", 1), (5, 19)),
        (("f",), (6, 4)),
        (("g",), (8, 1)),
        (("c", 1, "not_there", "d"), (5, 9)),
        (("c", 7), (4, 3)),
    ],
)
def test_the_place_of_a_value(path: tuple[str | int, ...], place: tuple[int, int]) -> None:
    assert _at(path) == place


def test_the_place_of_a_key() -> None:
    places = source_of("a:\n  - {bc: 1, d: 2}\n").places
    place = places.of_key(("a", 0, "d"))
    assert (place.line, place.column) == (2, 13)


@pytest.mark.parametrize(
    ("text", "offset", "place"),
    [
        ("a: trust < 40", 8, (1, 12)),
        ("a: 'trust < 40'", 8, (1, 13)),
        ("a: 'it''s here'", 5, (1, 11)),
        ('a: "trust < 40"', 0, (1, 5)),
        ('a: "x\\u0041 b"', 3, (1, 13)),
        ('a: "x\\n y"', 3, (1, 9)),
        ("a: one\n  two", 4, (2, 3)),
        ("a: |-\n  one\n    two", 6, (3, 5)),
        ("a: >-\n  one\n  two", 4, (3, 3)),
        ("a: >-\n  one\n\n  two", 4, (4, 3)),
        ("a: >-   \n\n  one two", 4, (3, 7)),
        ("a: trust", 8, (1, 9)),
    ],
)
def test_the_place_of_a_character(text: str, offset: int, place: tuple[int, int]) -> None:
    found = source_of(text).places.within(("a",), offset)
    assert (found.line, found.column) == place


def test_the_place_of_a_character_in_decomposed_text() -> None:
    written = unicodedata.normalize("NFD", "Chợ Bản")
    found = source_of(f"a: {written} x").places.within(("a",), 8)
    assert found.column == len(f"a: {written} x")


def test_how_a_scalar_is_written() -> None:
    places = source_of('a: x\nb: "x"\nc: |-\n  x\nd: [x]\n').places
    assert [places.of((key,)).written for key in "abcd"] == ["", '"', "|", None]
