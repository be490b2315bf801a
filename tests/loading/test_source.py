from __future__ import annotations

import unicodedata
from decimal import Decimal

import pytest
import yaml

from simulator.loading.source import read_source
from tests.loading.texts import SMALL, codes_of, problems_of, small, source_of, values_of


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("true", True),
        ("false", False),
        ("null", None),
        ("~", None),
        ("0", 0),
        ("-7", -7),
        ("+12", 12),
        ("-0.50", Decimal("-0.50")),
        ('"true"', "true"),
        ("'12'", "12"),
        ("True", "True"),
        ("yes", "yes"),
        ("0x1F", "0x1F"),
        ("1e3", "1e3"),
        (".5", ".5"),
        ("00", "00"),
        ("9" * 5_000, "9" * 5_000),
    ],
)
def test_the_strict_profile(written: str, value: object) -> None:
    (read,) = values_of(f"a: [{written}]")["a"]
    assert read == value
    assert type(read) is type(value)


def test_nothing_is_null() -> None:
    assert values_of("a:\nb: [c, ]\n") == {"a": None, "b": ("c",)}


def test_lists_are_tuples_and_mappings_dicts() -> None:
    assert values_of("a: [1, {b: c}]\nd:\n  - e\n") == {"a": (1, {"b": "c"}), "d": ("e",)}


def test_text_is_composed() -> None:
    decomposed = unicodedata.normalize("NFD", "Chợ Bản Pản: việc số một")
    plain = decomposed.replace(":", "")
    text = f'plain: {plain}\nquoted: "{decomposed}"\nblock: >-\n  {decomposed}\nescaped: "e\\u0301"\n'
    values = values_of(text)
    assert values == {
        "plain": "Chợ Bản Pản việc số một",
        "quoted": "Chợ Bản Pản: việc số một",
        "block": "Chợ Bản Pản: việc số một",
        "escaped": "é",
    }


def test_decomposed_keys_are_the_same_key() -> None:
    text = f"é: 1\n{unicodedata.normalize('NFD', 'é')}: 2\n"
    _, report = read_source(text.encode(), "x.yaml")
    assert [(problem.code, problem.line) for problem in report.problems()] == [("P007", 2)]


def test_a_byte_order_mark_is_passed_over() -> None:
    assert values_of(b"\xef\xbb\xbfa: 1") == {"a": 1}
    assert codes_of("\ufeff" + SMALL) == []


def test_windows_line_ends_change_nothing() -> None:
    assert codes_of(SMALL.replace("\n", "\r\n")) == []
    (problem,) = problems_of(small(("outcome: good", "outcome: god")).replace("\n", "\r\n"))
    assert (problem.line, problem.column, problem.snippet) == (50, 14, "    outcome: god")


def test_a_comment_that_stands_clear_is_no_problem() -> None:
    assert codes_of(small(("text: Who has no water?", "text: Who has no water?  # the first question"))) == []
    assert codes_of(small(("when: trust < 80", "when: trust < 80 # nothing of a condition can be lost"))) == []
    assert codes_of(small(("minutes: 5", "minutes: 5 # or so"))) == []
    assert codes_of(small(("text: Who has no water?", 'text: "Who has no water?" # in quotes'))) == []
    assert codes_of(small(("text: Who has no water?", "text: >- # folded\n      Who has #no water?"))) == []


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_a_cut_is_found_behind_letters_of_any_width(end: str) -> None:
    text = f"a: x{end}text: Bản 🙂 e\u0301 #1{end}"
    _, report = read_source(text.encode(), "x.yaml")
    assert [(problem.code, problem.line, problem.column) for problem in report.problems()] == [("P006", 2, 16)]


def test_reading_goes_on_after_everything_but_a_syntax_error() -> None:
    text = "a: &x 1\nb: *x\nc: !t 2\nd: 1\nd: 2\n<<: {e: 1}\n3: 4\n"
    _, report = read_source(text.encode(), "x.yaml")
    assert [problem.code for problem in report.problems()] == ["P008", "P009", "P011", "P007", "P010", "P012"]


def test_problems_before_a_syntax_error_are_told() -> None:
    _, report = read_source(b"a: 1\na: 2\nb: c: d\n", "x.yaml")
    assert [(problem.code, problem.line) for problem in report.problems()] == [("P007", 2), ("P005", 3)]


def test_what_libyaml_reads_the_other_parser_reads(monkeypatch: pytest.MonkeyPatch) -> None:
    with_libyaml = source_of(SMALL).value
    monkeypatch.setattr(yaml, "__with_libyaml__", False)
    assert source_of(SMALL).value == with_libyaml
    assert codes_of(SMALL) == []


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("a: b: c", 1),
        ("a: [1", 1),
        ("a: 'b", 1),
        ("a: @b", 1),
        ("a: 1\n b: 2", 2),
        ("a: 1\nb c\nd: 2", 2),
        ('a: "\\ud800"', 1),
    ],
)
def test_the_other_parser_finds_the_same_line(text: str, line: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(yaml, "__with_libyaml__", False)
    _, report = read_source(text.encode(), "x.yaml")
    (problem,) = report.problems()
    assert problem.line == line
    assert problem.code in ("P005", "P003")
