from __future__ import annotations

import pytest

from tests.loading.texts import codes_of, problems_of, small

BROKEN_CONDITION = ("when: trust < 80", "when: trst < 80")


def test_a_fault_is_told_beside_a_mistake_of_shape() -> None:
    assert codes_of(small(("title: The burst pipe", "title: 3.10"), BROKEN_CONDITION)) == ["P103", "P302"]


def test_names_are_not_judged_while_they_cannot_be_made_out() -> None:
    nameless = ("- {name: promised,", "- {nam: promised,")
    assert codes_of(small(nameless)) == ["P101", "P102"]
    assert codes_of(small(nameless, ("when: trust < 80", "when: trust <"))) == ["P101", "P102", "P301"]


@pytest.mark.parametrize(
    ("written", "column"),
    [
        ("when: trst < 80", 15),
        ("when: 'trst < 80'", 16),
        ('when: "trst < 80"', 16),
        ("when: heat > 1 and not trst < 80", 32),
        ("when: 'host == \"town\" and trst < 80'", 35),
    ],
)
def test_the_column_is_that_within_the_text(written: str, column: int) -> None:
    (problem,) = problems_of(small(("when: trust < 80", written)))
    assert (problem.code, problem.line, problem.column) == ("P302", 43, column)
    assert problem.nearest == "trust"


def test_the_line_is_that_within_a_block() -> None:
    (problem,) = problems_of(small(("when: trust < 80", "when: >-\n          heat > 1\n          and trst < 80")))
    assert (problem.line, problem.column) == (45, 15)


def test_effects_and_all_places_of_conditions_are_read() -> None:
    text = small(
        ("effects: [promised = true]", "effects: [promisd = true]"),
        BROKEN_CONDITION,
        (
            "    then: the_end\n",
            "    follow_ups:\n      - {ask: opening, when: trst}\n"
            "    then:\n      - {when: trst, go: the_end}\n      - go: the_end\n",
        ),
        (
            "  - id: the_end\n",
            "  - {id: shout, kind: inject, text: Hey., interrupts: trst, effects: [trst += 1], then: return}\n"
            "  - id: the_end\n",
        ),
    )
    assert codes_of(text) == ["P302"] * 6


def test_text_beyond_ascii_keeps_the_column() -> None:
    (problem,) = problems_of(
        small(
            ("values: [village, town]", "values: [bản, town]"), ("when: trust < 80", "when: host == 'bản' and trst < 8")
        )
    )
    assert (problem.line, problem.column) == (43, 33)


def test_a_fault_without_a_near_name_has_a_hint() -> None:
    (condition,) = problems_of(small(("when: trust < 80", "when: trust < 80 and")))
    (effect,) = problems_of(small(("effects: [promised = true]", "effects: [promised =]")))
    assert condition.hint.startswith("a condition")
    assert effect.hint.startswith("an effect")
