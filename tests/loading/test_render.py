from __future__ import annotations

import json
from pathlib import Path

import pytest

from simulator.language.catalogue import Catalogue
from simulator.loading.problems import Problem
from simulator.loading.render import SNIPPET_MAX, as_json, as_text, problem_text
from tests.loading.texts import problems_of, small

ENGLISH = Catalogue("en")


def _problem(snippet: str = "", column: int = 1, **fields: object) -> Problem:
    return Problem("P102", "error", "x.yaml", 3, column, "it is {how}", params={"how": "so"}, snippet=snippet, **fields)  # type: ignore[arg-type]


def _caret(text: str) -> tuple[str, str]:
    lines = text.split("\n")
    return lines[1], lines[2]


def test_the_whole_form() -> None:
    problem = _problem("  time_limt: 60", 3, hint="mend it", nearest="time_limit")
    assert problem_text(problem, ENGLISH) == (
        "x.yaml:3:3: P102 error: it is so\n    time_limt: 60\n    ^\n  did you mean `time_limit`?\n  hint: mend it"
    )


def test_problems_stand_apart() -> None:
    assert (
        as_text([_problem(), _problem()], ENGLISH)
        == "x.yaml:3:1: P102 error: it is so\n\nx.yaml:3:1: P102 error: it is so"
    )
    assert as_text([], ENGLISH) == ""


@pytest.mark.parametrize(
    ("before", "cells"),
    [("abc", 3), ("Chợ Bản", 7), ("Cho\u031b\u0323", 3), ("新闻", 4), ("e\u0301e", 2), ("a\tb", 3), ("🙂", 2)],
)
def test_the_caret_stands_under_the_place(before: str, cells: int) -> None:
    shown, caret = _caret(problem_text(_problem(before + "x: y", len(before) + 1), ENGLISH))
    assert caret == "  " + " " * cells + "^"
    assert "\t" not in shown


def test_a_long_line_is_shown_around_the_place() -> None:
    line = "a" * 300 + "X" + "b" * 300
    shown, caret = _caret(problem_text(_problem(line, 301), ENGLISH))
    assert shown[caret.index("^")] == "X"
    assert len(shown) <= SNIPPET_MAX + 4
    assert shown.startswith("  …")
    assert shown.endswith("…")


@pytest.mark.parametrize("column", [1, 2, 100, 101, 102, 300, 599, 600, 601])
def test_the_window_always_holds_the_place(column: int) -> None:
    line = "".join(chr(ord("a") + number % 26) for number in range(600))
    shown, caret = _caret(problem_text(_problem(line, column), ENGLISH))
    under = shown[caret.index("^") :][:1]
    assert under == line[column - 1 : column]
    assert len(shown) <= SNIPPET_MAX + 4


def test_a_tab_is_shown_as_an_arrow() -> None:
    shown, caret = _caret(problem_text(_problem("\ttakes: 3"), ENGLISH))
    assert (shown, caret) == ("  →takes: 3", "  ^")


@pytest.mark.parametrize("width", [40, 79, 120])
def test_on_a_terminal_no_word_is_broken(width: int) -> None:
    problem = _problem("word " * 60, 200, hint="a hint of many words " * 12)
    lines = problem_text(problem, ENGLISH, width).split("\n")
    assert all(len(line) <= width for line in lines)
    assert " ".join(" ".join(lines[3:]).split()) == "hint: " + ("a hint of many words " * 12).strip()
    assert lines[1][lines[2].index("^")] == problem.snippet[199]


def test_for_a_file_each_hint_is_one_line() -> None:
    assert len(problem_text(_problem(hint="a hint of many words " * 12), ENGLISH).split("\n")) == 2


def test_nothing_of_the_file_reaches_the_terminal_raw() -> None:
    problem = Problem(
        "P102",
        "error",
        "\x1b[31mx.yaml",
        1,
        1,
        "{how}",
        "{how}",
        {"how": "\x1b]0;title\x07\n"},
        "\x1b[2J\u202e",
        "\x9b1m",
    )
    for line in problem_text(problem, ENGLISH).split("\n"):
        assert line.isprintable()


def test_a_file_below_the_working_folder_is_named_from_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    inside, outside = str(tmp_path / "s" / "x.yaml"), str(tmp_path.parent / "x.yaml")
    problems = [Problem("P102", "error", file, 1, 1, "so") for file in (inside, outside)]
    assert as_text(problems, ENGLISH) == f"s/x.yaml:1:1: P102 error: so\n\n{outside}:1:1: P102 error: so"


def test_json_has_all_fields() -> None:
    problems = problems_of(small(("outcome: good", "outcome: god")))
    (told,) = json.loads(as_json(problems, ENGLISH))
    assert told["code"] == "P104"
    assert told["severity"] == "error"
    assert (told["line"], told["column"]) == (50, 14)
    assert told["message"] == "`god` is not one of the words that may stand here"
    assert told["hint"] == "known here: good, mixed, poor"
    assert told["nearest"] == "good"
    assert told["snippet"] == "    outcome: god"
    assert told["path"] == "scenes.1.outcome"
    assert json.loads(as_json([], ENGLISH)) == []


def test_json_holds_no_control_characters() -> None:
    told = as_json([_problem("\x1b\x9b\u202e\x7f", hint="Bản")], ENGLISH)
    assert "Bản" in told
    assert all(character.isprintable() or character == "\n" for character in told)
    assert json.loads(told)[0]["snippet"] == "\x1b\x9b\u202e\x7f"


def test_every_template_can_be_filled() -> None:
    for problem in problems_of(small(("outcome: good", "outcom: god"), ("when: trust < 80", "when: trst"))):
        assert "{" not in problem_text(problem, ENGLISH).replace(problem.snippet, "")
