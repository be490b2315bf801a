from __future__ import annotations

import pytest

from simulator.language.catalogue import Catalogue
from simulator.loading.problems import Problem
from simulator.loading.render import as_text
from tests.loading.texts import codes_of, problems_of, small

SIX_PLANTED = small(
    ("manner: sharp", "manner: agressive"),
    ("text: We are looking into it.", "txt: We are looking into it."),
    ("    journalist: hang\n", "    journalist: hang\n    time_limt: 30\n"),
    ("start: opening", "start: 2"),
    ("kind: ending", "kind: endng"),
)


def _only(*changes: tuple[str, str]) -> Problem:
    (problem,) = problems_of(small(*changes))
    return problem


def test_six_planted_mistakes_are_told_at_their_lines_in_the_order_of_the_file() -> None:
    assert [(problem.code, problem.line, problem.column, problem.nearest) for problem in problems_of(SIX_PLANTED)] == [
        ("P104", 19, 68, ""),
        ("P103", 27, 8, ""),
        ("P102", 32, 5, "time_limit"),
        ("P406", 32, 5, ""),
        ("P101", 42, 9, ""),
        ("P102", 43, 9, "text"),
        ("P105", 50, 11, "ending"),
    ]


def test_the_nearest_key_is_one_of_the_very_mapping() -> None:
    assert _only(("    outcome: good\n", "    outcome: good\n    heading: x\n")).nearest == "headline"
    line = _only(("        when: trust < 80\n", "        wen: trust < 80\n"))
    assert (line.nearest, line.path) == ("when", "scenes.0.lines.1.wen")


def test_the_name_of_a_union_member_can_be_a_key_in_the_file() -> None:
    problem = _only(("    outcome: good\n", "    outcome: good\n    ending: {lines: 1}\n"))
    assert (problem.code, problem.params["key"]) == ("P102", "ending")


@pytest.mark.parametrize(
    ("old", "new", "hint"),
    [
        ("title: The burst pipe", "title: 2026", '"2026"'),
        ("title: The burst pipe", "title: true", '"true"'),
        ("title: The burst pipe", "title: -0.50", '"-0.50"'),
    ],
)
def test_a_number_where_text_is_wanted_is_put_in_quotes(old: str, new: str, hint: str) -> None:
    problem = _only((old, new))
    assert hint in problem.hint.format(**problem.params)


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (("scenes:\n", "scenes: []\nx:\n"), "P106"),
        (("cast:\n", "cast: []\nvoice:\n"), "P103"),
        (("then: the_end", "then: [the_end]"), "P103"),
        (("then: the_end", "then: []"), "P106"),
        (("then: the_end", "then: 5"), "P103"),
        (("    lines:\n", "    lines: 5\n    more:\n"), "P103"),
        (("  - id: the_end\n", "  - 5\n  - id: the_end\n"), "P103"),
        (("default: 0", "default: 0.5"), "P103"),
        (("range: [0, 5]", "range: [0, 5, 6]"), "P106"),
        (("levels: {accuracy: 1}", "levels: [accuracy]"), "P103"),
        (("levels: {accuracy: 1}", "levels: {accuracy: true}"), "P103"),
        (("objectives: [Answer plainly.]", "objectives: []"), "P106"),
        (("objectives: [Answer plainly.]", "objectives: Answer plainly."), "P103"),
        (("format: 1", "format: one"), "P107"),
        (("format: 1", "format: null"), "P107"),
        (("language: en", "language: 5"), "P110"),
        (("id: small", "id: Small_One"), "P108"),
    ],
)
def test_each_kind_of_mistake_has_its_code(change: tuple[str, str], code: str) -> None:
    assert code in codes_of(small(change))


@pytest.mark.parametrize("text", ["5", "just text", "[a, b]", "a: b", "{}", "- format: 1", "null", "~"])
def test_what_is_no_scenario_is_told_once(text: str) -> None:
    assert codes_of(text) == ["P111"]


def test_no_word_of_pydantic_reaches_the_author() -> None:
    told = as_text([*problems_of(SIX_PLANTED), *problems_of("format: 1\nscenes: 1")], Catalogue("en"))
    for word in (
        "pydantic",
        "https://",
        "Input should",
        "Field required",
        "Extra inputs",
        "valid dictionary",
        "tagged-union",
    ):
        assert word not in told


def test_a_comma_in_braces_is_told_as_what_it_is() -> None:
    problem = _only(("because: No figure at all.", "because: No figure, none at all."))
    assert (problem.code, problem.params["key"]) == ("P102", "none at all.")
    assert "comma" in problem.message


def test_a_wrong_key_at_the_beginning_is_told_beside_what_is_missing() -> None:
    assert codes_of(small(("- id: the_end", "- idd: the_end"), ("then: the_end", "then: opening"))) == ["P101", "P102"]


def test_an_alias_is_told_once() -> None:
    assert codes_of(small(("    then: the_end", "    then: *x"))) == ["P009"]
    assert codes_of(small(("levels: {accuracy: 1}", "levels: *x"))) == ["P009"]


def test_a_refused_character_is_told_once() -> None:
    assert codes_of(small(("id: waits", "id: wa\x00its"))) == ["P003"]
    assert codes_of(small(("kind: ending", "kind: end\x00ing"))) == ["P003"]
    assert codes_of(small(("id: waits", 'id: "wa\\x00its"'))) == ["P003"]
