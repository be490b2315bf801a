"""The expression language: what is read, and how what is not is refused, at which column."""

from __future__ import annotations

import pytest

from simulator.scenario.expressions import (
    Assignment,
    Call,
    Compared,
    Constant,
    Expr,
    Fault,
    Joined,
    Name,
    Negative,
    Not,
    parse_condition,
    parse_effect,
)
from tests.scenario.moments import NAMES


def fault_of(text: str) -> Fault:
    with pytest.raises(Fault) as refused:
        parse_condition(text, NAMES)
    return refused.value


def effect_fault_of(text: str) -> Fault:
    with pytest.raises(Fault) as refused:
        parse_effect(text, NAMES)
    return refused.value


def words(text: str, *parts: Expr) -> list[str]:
    return [text[part.start : part.end] for part in parts]


def test_a_condition_becomes_a_typed_tree() -> None:
    assert parse_condition("ready and promises >= 2", NAMES) == Joined(
        "and",
        (
            Name("ready", "bool", 0, 5),
            Compared(">=", Name("promises", "int", 10, 18), Constant(2, "int", 22, 23), 10, 23),
        ),
        0,
        23,
    )


def test_the_arguments_of_a_call_are_ids_with_or_without_quotes() -> None:
    assert parse_condition("chosen(opening, silence)", NAMES) == Call("chosen", ("opening", "silence"), "bool", 0, 24)
    assert parse_condition('flag("blame", "opening")', NAMES) == Call("flag", ("blame", "opening"), "bool", 0, 24)


def test_not_and_minus_keep_their_operands() -> None:
    assert parse_condition("not ready", NAMES) == Not(Name("ready", "bool", 4, 9), 0, 9)
    compared = parse_condition("trust > -3", NAMES)
    assert isinstance(compared, Compared)
    assert compared.right == Negative(Constant(3, "int", 9, 10), 8, 10)


def test_a_chain_of_comparisons_is_all_of_them() -> None:
    text = "20 < (trust + 1) <= (heat) != 4"
    chain = parse_condition(text, NAMES)
    assert isinstance(chain, Joined)
    assert words(text, *chain.parts) == ["20 < (trust + 1)", "(trust + 1) <= (heat)", "(heat) != 4"]


def test_a_span_takes_in_the_brackets_of_its_operands() -> None:
    text = "ready or ((trust + 1) * 2 > (heat))"
    joined = parse_condition(text, NAMES)
    assert isinstance(joined, Joined)
    assert words(text, *joined.parts) == ["ready", "(trust + 1) * 2 > (heat)"]


def test_spans_count_characters_whatever_the_letters_and_the_lines() -> None:
    text = '\n  host == "tỉnh" and\r\n\t(guest == "bộ"\u2028or ready)'
    joined = parse_condition(text, NAMES)
    assert isinstance(joined, Joined)
    assert words(text, joined, *joined.parts) == [
        text[3:],
        'host == "tỉnh"',
        'guest == "bộ"\u2028or ready',
    ]


def test_signs_that_have_no_place_outside_quotes_have_one_within() -> None:
    names = type(NAMES)({"host": "text"}, {"host": ("xã – #1; “a” && !", "tỉnh")}, {})
    assert parse_condition('host == "xã – #1; “a” && !"', names).type == "bool"


@pytest.mark.parametrize(
    ("text", "column", "message"),
    [
        ("", 0, "this is not an expression"),
        ("   ", 3, "this is not an expression"),
        ("trust >", 7, "this is not an expression"),
        ("ready and", 9, "this is not an expression"),
        ("trust > 3 4", 10, "this is not an expression"),
        ('host == "tỉnh" ready', 15, "this is not an expression"),
        ("(trust > 3", 0, "this bracket is never closed"),
        ('host == "tỉnh" and (trust > 3', 19, "this bracket is never closed"),
        ("trust > 3)", 9, "this bracket was never opened"),
        ("(trust > 3]", 10, "this bracket closes another kind of bracket"),
        ('host == "xã', 8, "this quote is never closed"),
        ("trust = 3", 6, "compare with `==`; a single `=` sets a variable"),
        ("ready && ready", 6, "write `and`, not `&&`"),
        ("ready || ready", 6, "write `or`, not `||`"),
        ("ready and !ready", 10, "write `not`, not `!`"),
        ("trust ≥ 3", 6, "write `>=`, not `≥`"),
        ("host == “xã”", 8, 'write `"`, not `“`'),
        ("trust > 3 @", 10, "the character “@” has no place in an expression"),
        ("trust > 3 # three", 10, "the character “#” has no place in an expression"),
        ('host == "a\\x"', 10, "the character “\\” has no place in an expression"),
        ("trust\0 > 3", 5, "the character “U+0000” has no place in an expression"),
        ('host == "\ud800"', 9, "the character “U+D800” has no place in an expression"),
        ("trust > 12and ready", 8, "a space or a sign is missing after `12`"),
        ("trust > 1.and ready", 8, "a space or a sign is missing after `1.`"),
        ("trust > 0x10", 8, "a space or a sign is missing after `0`"),
        ('host == f"{trust}"', 8, "a space or a sign is missing after `f`"),
    ],
)
def test_what_is_no_expression_is_p301(text: str, column: int, message: str) -> None:
    fault = fault_of(text)
    assert (fault.code, fault.column, str(fault)) == ("P301", column, message)


@pytest.mark.parametrize(
    ("text", "column"),
    [
        ("not " * 60 + "ready", 160),
        ("trust + " * 45 + "1 > 2", 0),
        ("a" * 401, 0),
        ("(" * 500 + "ready" + ")" * 500, 0),
    ],
)
def test_what_is_too_long_or_too_deep_is_p024(text: str, column: int) -> None:
    assert (fault_of(text).code, fault_of(text).column) == ("P024", column)


def test_brackets_alone_make_nothing_deep() -> None:
    assert parse_condition("(" * 150 + "ready" + ")" * 150, NAMES) == Name("ready", "bool", 150, 155)


@pytest.mark.parametrize(
    ("text", "column", "name", "candidate"),
    [
        ("ready and promise > 2", 10, "promise", "promises"),
        ('host == "tỉnh" and promise > 2', 19, "promise", "promises"),
        ("trusst > 2", 0, "trusst", "trust"),
        ("ready == yes", 9, "yes", "true"),
        ("level(empaty) > 2", 6, "empaty", "empathy"),
        ("flag(blames)", 5, "blames", "blame"),
        ("visits(openning) > 1", 7, "openning", "opening"),
        ("level(empathy, openning) > 1", 15, "openning", "opening"),
        ("chosen(opening, own)", 16, "own", "owns"),
        ("chosen(publish, silence)", 16, "silence", "later"),
    ],
)
def test_an_unknown_name_is_p302_with_candidates(text: str, column: int, name: str, candidate: str) -> None:
    fault = fault_of(text)
    assert (fault.code, fault.column, fault.params["name"]) == ("P302", column, name)
    assert candidate in fault.candidates


@pytest.mark.parametrize(
    ("text", "column"),
    [
        ("trust", 0),
        ("ready and trust", 10),
        ("not trust", 4),
        ("-ready > 2", 1),
        ("ready + 1 > 2", 0),
        ("trust == true", 9),
        ('trust == "xã"', 9),
        ('host < "xã"', 0),
        ("ready >= false", 0),
        ('host == "quận"', 8),
        ('"quận" != host', 0),
    ],
)
def test_a_wrong_type_is_p303(text: str, column: int) -> None:
    assert (fault_of(text).code, fault_of(text).column) == ("P303", column)


@pytest.mark.parametrize(
    ("text", "column"), [("visits > 1", 0), ("ready and visit(opening) > 1", 10), ("print(1)", 0), ("trust(1) > 2", 0)]
)
def test_a_function_misused_is_p304(text: str, column: int) -> None:
    assert (fault_of(text).code, fault_of(text).column) == ("P304", column)


@pytest.mark.parametrize(
    ("text", "column"),
    [
        ("level() > 1", 0),
        ("level(empathy, opening, 3) > 1", 0),
        ("level(skill=empathy) > 1", 0),
        ("level(1) > 1", 6),
        ("visits(*opening) > 1", 7),
        ("level(level(empathy)) > 1", 6),
        ('after("16")', 6),
        ('after("24:00")', 6),
        ("after(1600)", 6),
        ("after(opening)", 6),
        ("promises > 1000001", 11),
    ],
)
def test_a_wrong_argument_is_p305(text: str, column: int) -> None:
    assert (fault_of(text).code, fault_of(text).column) == ("P305", column)


@pytest.mark.parametrize(
    ("text", "column"),
    [
        ("lambda: ready", 0),
        ("(n := 3) > 2", 1),
        ("[x for x in ready]", 0),
        ("ready and {trust}", 10),
        ("trust.real > 1", 0),
        ("().__class__.__bases__", 0),
        ("host[0] == host", 0),
        ("ready if ready else ready", 0),
        ("9**9**9 > 1", 0),
        ("trust / 2 > 1", 0),
        ("trust % 2 == 1", 0),
        ("+trust > 1", 0),
        ("trust is 3", 5),
        ("host in host", 4),
        ("trust > 1, ready", 0),
        ("await ready", 0),
        ("ready.x()", 0),
        ("trust > 1.5", 8),
        ("None", 0),
        ("True", 0),
        ("... == 1", 0),
    ],
)
def test_a_foreign_construction_is_p306(text: str, column: int) -> None:
    assert (fault_of(text).code, fault_of(text).column) == ("P306", column)


def test_imports_are_unknown_functions() -> None:
    assert fault_of("__import__('os')").code == "P304"
    assert effect_fault_of("trust = __import__('os')").code == "P304"


def test_an_effect_assigns_adds_or_takes_away() -> None:
    assert parse_effect("ready = not ready", NAMES).operator == "="
    assert parse_effect("trust += 3", NAMES) == Assignment("trust", "+=", Constant(3, "int", 9, 10))
    assert parse_effect("promises -= level(empathy)", NAMES).operator == "-="
    assert parse_effect('host = "tỉnh"', NAMES).value == Constant("tỉnh", "text", 7, 13)


@pytest.mark.parametrize(
    ("text", "code", "column"),
    [
        ("", "P306", 0),
        ("trust", "P306", 0),
        ("trust == 3", "P306", 0),
        ("trust = 3; heat = 2", "P306", 0),
        ("trust: int = 3", "P306", 0),
        ("import os", "P306", 0),
        ("del trust", "P306", 0),
        ("trust = heat = 3", "P306", 0),
        ("trust, heat = 3, 4", "P306", 0),
        ("trust.x = 3", "P306", 0),
        ("trust *= 3", "P306", 5),
        ("trust = (heat := 3)", "P306", 9),
        ("trust = [1 for x in y]", "P306", 8),
        ("score = 3", "P307", 0),
        ("  minutes += 1", "P307", 2),
        ("promise = 3", "P302", 0),
        ("trust = heats", "P302", 8),
        ("ready = 1", "P303", 8),
        ("ready += 1", "P303", 0),
        ('host += "xã"', "P303", 0),
        ("trust += ready", "P303", 9),
        ('host = "quận"', "P303", 7),
        ("host = guest", "P303", 7),
        ("trust += level(skill=empathy)", "P305", 9),
        ("trust = = 3", "P301", 8),
        ("trust = ", "P301", 8),
        ("trust += 3\\", "P301", 10),
        ("x" * 401, "P024", 0),
    ],
)
def test_what_is_no_effect_is_refused(text: str, code: str, column: int) -> None:
    assert (effect_fault_of(text).code, effect_fault_of(text).column) == (code, column)


def test_a_fault_reads_as_a_sentence() -> None:
    fault = fault_of("level(empaty) > 2")
    assert str(fault) == fault.message.format(**fault.params) == "no skill is called `empaty`"
