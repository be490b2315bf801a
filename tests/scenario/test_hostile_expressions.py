"""Whatever text stands where an expression is wanted: a tree or a Fault, and not a word on standard error."""

from __future__ import annotations

import sys
import warnings
from collections.abc import Callable

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from simulator.scenario.expressions import Fault, Names, parse_condition, parse_effect
from simulator.scenario.syntax import python_tree
from tests.scenario.moments import NAMES

HOSTILE = [
    "x" * 10_000,
    "(" * 500 + ")" * 500,
    "[" * 190 + "]" * 190,
    "{" * 400,
    "-" * 399 + "1",
    "not " * 99 + "ready",
    "ready and " * 39 + "ready",
    "lambda: " * 49,
    "trust\0",
    "\ud800",
    '"\udfff"',
    "\ufeffready",
    "__import__('os').system('true')",
    "[c for c in ().__class__.__base__.__subclasses__()]",
    "(x := 9**9**9)",
    "9**9**9 > 1",
    "9" * 400,
    "1e999 > 1",
    "0xfor x in y",
    "1if ready else 2",
    "f'{1if ready else 2}'",
    "f'{trust!r:>{heat}}'",
    "'\\d' == host",
    "\\",
    "\\\n",
    "'''",
    "'a' 'b' == host",
    "ready is 'x'",
    "trust.__class__",
    "%s %d {trust} {0}",
    "{name}",
    "visits('{x}')",
    "\r\n\t\x0c\x0b\u2028\u2029\x85",
    "🦆 == 1",
    "tru\u0301st > 1",
    "ｔｒｕｓｔ > 1",
    "؉ > 1",
]

FRAGMENTS = [
    *("trust", "heat", "ready", "host", "promises", "score", "opening", "owns", "empathy", "blame", "nosuch", "true"),
    *("level", "average", "flag", "raised", "visits", "chosen", "after", "(", ")", "[", "]", "{", "}", ",", ":", ";"),
    *("and", "or", "not", "if", "else", "lambda", "for", "in", "is", "await", "yield", "import", "==", "!=", "<", ">="),
    *("=", "+=", "-=", "*=", ":=", "->", "+", "-", "*", "**", "/", "//", "%", "@", "&", "|", "~", "^", ".", "...", "!"),
    *("0", "1", "12", "007", "1.5", "1e5", "0x", "1_0", "9j", '"xã"', "'tỉnh'", '"', "'", "f'", "b'", "\\", "#", "\n"),
    *(" ", "  ", "\t", "\0", "\ud800", "é", "ế", "𝔸", "“", "≥", "&&", "||", "{trust}"),
]


def fault_of(parse: Callable[[str, Names], object], text: str) -> Fault | None:
    try:
        parse(text, NAMES)
    except Fault as fault:
        return fault
    return None


def read_quietly(text: str) -> None:
    """Parses the text as everything it may be; fails on any exception but a Fault, and on any warning."""
    python_tree.cache_clear()
    with warnings.catch_warnings(record=True) as warned:
        warnings.simplefilter("always")
        faults = [fault_of(parse_condition, text), fault_of(parse_effect, text)]
    assert not warned
    assert all(fault is None or (str(fault) and 0 <= fault.column <= len(text)) for fault in faults)


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: ascii(text)[:30])
def test_hostile_text_is_refused_quietly(text: str, capfd: pytest.CaptureFixture[str]) -> None:
    read_quietly(text)
    assert capfd.readouterr() == ("", "")


@given(st.text(max_size=60))
@example("trust\r> nosuch")
def test_any_text_is_read_or_refused(text: str) -> None:
    read_quietly(text)


@given(st.lists(st.sampled_from(FRAGMENTS), max_size=14).map("".join))
def test_any_fragments_are_read_or_refused(text: str) -> None:
    read_quietly(text)


@given(st.lists(st.sampled_from(FRAGMENTS), max_size=14).map(" ".join))
def test_any_words_are_read_or_refused(text: str) -> None:
    read_quietly(text)


def test_a_text_is_refused_even_where_the_stack_is_nearly_used_up() -> None:
    def deep(left: int) -> None:
        if left:
            deep(left - 1)
        else:
            read_quietly("(" * 150 + "ready" + ")" * 150)

    deep(sys.getrecursionlimit() - 250)
