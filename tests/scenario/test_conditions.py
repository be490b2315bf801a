"""Conditions as closures: every function and operator, and which parts keep one from holding."""

from __future__ import annotations

import pytest

from simulator.scenario.conditions import NOT_JUDGED, NUMBER_BOUND, Compiler, false_parts
from simulator.scenario.expressions import parse_condition, parse_effect
from simulator.scenario.situation import Scalar
from tests.scenario.moments import NAMES, SLOTS, Moment, answer

COMPILER = Compiler(SLOTS, "15:30")

NOW = Moment(
    trust=40,
    heat=60,
    minutes=45,
    answers=(
        answer({"empathy": 4, "accuracy": 1}, "blame", overall=55),
        answer({"empathy": 1}, scene="closing", choice="thanks", overall=26),
    ),
    path=(
        answer({}, scene="opening", choice="owns"),
        answer({}, scene="publish", choice="now"),
        answer({}, scene="closing", choice="thanks"),
    ),
)


def holds(text: str, moment: Moment = NOW) -> bool:
    return COMPILER.condition(parse_condition(text, NAMES))(moment)


def value_of(text: str, moment: Moment = NOW) -> Scalar:
    return COMPILER.reading(parse_effect(f"promises = {text}", NAMES).value)(moment)


@pytest.mark.parametrize(
    "text",
    [
        "trust == 40",
        "trust != 41",
        "trust < 41",
        "trust <= 40",
        "trust > 39",
        "trust >= 40",
        "trust < heat",
        "heat > trust",
        "heat == trust + 20",
        "40 == trust",
        "not trust > 40",
        "not ready",
        "ready == false",
        "ready != true",
        'host == "xã"',
        'host != "tỉnh"',
        "host != guest",
        "promises == 2",
        "promises + 1 == 3",
        "promises - 3 == -1",
        "promises * 20 == trust",
        "trust > 0 and heat > 0",
        "trust > 0 and heat > 0 and promises > 0",
        "trust > 99 or heat > 0",
        "trust > 99 or heat > 99 or promises > 0",
        "0 < promises < 3 <= trust",
        "true",
        "minutes == 45",
        "score == 41",
        'after("15:30")',
        'after("16:15")',
        "visits(publish) == 2",
        "visits(opening) == 1",
        "chosen(opening, owns)",
        "chosen(publish, now)",
        "level(empathy) == 1",
        "level(empathy, opening) == 4",
        "average(empathy) * 2 == 5",
        "average(accuracy) == 1",
        "flag(blame, opening)",
        "raised(blame) == 1",
        "raised() == 1",
        "raised(stigma) == 0",
    ],
)
def test_what_holds(text: str) -> None:
    assert holds(text) is True
    assert holds(f"not ({text})") is False


@pytest.mark.parametrize(
    "text",
    [
        "trust > 40",
        "trust > 40 and heat > 0",
        "trust > 40 or heat > 60",
        "trust > 40 or heat > 60 or promises > 2",
        "trust > 0 and heat > 0 and promises > 2",
        "0 < promises < 2",
        "ready",
        "false",
        'after("16:16")',
        'after("15:29")',
        "chosen(opening, blames)",
        "chosen(opening, silence)",
        "flag(blame)",
        "flag(stigma, opening)",
        "flag(blame, publish)",
    ],
)
def test_what_does_not_hold(text: str) -> None:
    assert holds(text) is False


@pytest.mark.parametrize("sign", ["==", "!=", "<", "<=", ">", ">="])
@pytest.mark.parametrize(
    "unjudged",
    [
        "level(accuracy)",
        "level(clarity, opening)",
        "level(empathy, publish)",
        "average(clarity)",
        "-level(accuracy)",
        "level(accuracy) + 1",
        "average(clarity) * 2 - 1",
    ],
)
def test_what_was_not_judged_compares_false(sign: str, unjudged: str) -> None:
    for text in (f"{unjudged} {sign} 2", f"2 {sign} {unjudged}", f"{unjudged} {sign} {unjudged}"):
        assert holds(text) is False


def test_of_several_answers_at_a_scene_the_latest_counts() -> None:
    twice = Moment(answers=(answer({"empathy": 4}, "blame"), answer({"empathy": 2}), *NOW.answers[1:]))
    assert holds("level(empathy, opening) == 2 and not flag(blame, opening)", twice)


def test_before_the_first_answer_nothing_is_judged() -> None:
    start = Moment()
    assert not holds("level(empathy) >= 0", start)
    assert not holds("average(empathy) >= 0", start)
    assert not holds("flag(blame)", start)
    assert holds("raised() == 0 and score == 0 and visits(publish) == 1 and visits(opening) == 0", start)


def test_the_clock_goes_round_midnight() -> None:
    assert holds('after("00:10")', Moment(minutes=520))
    assert not holds('after("00:10")', Moment(minutes=519))


def test_arithmetic_stays_within_what_a_float_holds() -> None:
    product = "*".join(["1000000"] * 20)
    assert value_of(product) == NUMBER_BOUND
    assert value_of(f"-{product}") == -NUMBER_BOUND
    assert value_of(f"{product} * average(empathy)") == NUMBER_BOUND
    assert value_of(f"{product} - {product}") == 0
    assert str(value_of(f"{product} * level(accuracy)")) == str(NOT_JUDGED)


def parts_of(text: str) -> list[str]:
    return [text[part.start : part.end] for part in false_parts(parse_condition(text, NAMES), COMPILER, NOW)]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("trust > 0", []),
        ("trust > 99", ["trust > 99"]),
        ("trust > 99 and heat > 0 and ready", ["trust > 99", "ready"]),
        ("trust > 99 or ready", ["trust > 99", "ready"]),
        ("(trust > 99 or heat > 0) and (ready or false)", ["ready", "false"]),
        ("not (trust > 0 and heat > 0)", ["not (trust > 0 and heat > 0)"]),
        ("heat > 0 and 20 < (trust) < (30 + 5)", ["(trust) < (30 + 5)"]),
        ("level(accuracy) != 3 and heat > 0", ["level(accuracy) != 3"]),
    ],
)
def test_the_smallest_false_parts_are_named(text: str, parts: list[str]) -> None:
    assert parts_of(text) == parts
