"""Whatever bytes a file holds, reading it gives problems or a scenario, never an exception."""

from __future__ import annotations

from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from simulator.language.catalogue import Catalogue
from simulator.loading.loader import read_bytes
from simulator.loading.problems import Problem
from simulator.loading.render import as_json, as_text
from tests.loading.texts import SMALL

LINES = SMALL.split("\n")
SIGNS = st.sampled_from(
    [
        *"[]{}:,#&*!|>'\"%@`-? \t\n\r\\~<=",
        "- ",
        ": ",
        " #",
        "\x00",
        "\u2028",
        "e\u0301",
        "ạ",
        "true",
        "null",
        "3.10",
        "<<: ",
    ]
)
PIECES = st.one_of(
    SIGNS, st.sampled_from(LINES), st.sampled_from(SMALL.split()), st.integers().map(str), st.text(max_size=5)
)


def _told(data: bytes) -> tuple[Problem, ...]:
    scenario, problems = read_bytes(data, Path("fuzz.yaml"))
    assert (scenario is None) == any(problem.severity == "error" for problem in problems)
    assert all(problem.line >= 1 and problem.column >= 1 for problem in problems)
    assert list(problems) == sorted(problems, key=lambda problem: (problem.line, problem.column, problem.code))
    assert all(line.isprintable() for line in as_text(problems, Catalogue("en")).split("\n"))
    as_json(problems, Catalogue("en"))
    return problems


@given(st.binary(max_size=300))
def test_random_bytes(data: bytes) -> None:
    _told(data)


@given(st.text(max_size=300))
def test_random_text(text: str) -> None:
    _told(text.encode(errors="surrogatepass"))


@given(st.lists(PIECES, max_size=60).map("".join))
def test_pieces_of_a_scenario(text: str) -> None:
    _told(text.encode(errors="surrogatepass"))


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.tuples(st.integers(0, len(SMALL)), st.integers(0, 12), PIECES), min_size=1, max_size=4))
def test_a_scenario_with_pieces_replaced(changes: list[tuple[int, int, str]]) -> None:
    text = SMALL
    for place, length, piece in changes:
        text = text[:place] + piece + text[place + length :]
    _told(text.encode(errors="surrogatepass"))


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(
    st.lists(
        st.tuples(st.sampled_from(range(len(LINES))), st.sampled_from(["drop", "twice", "indent", "outdent", "swap"])),
        max_size=5,
    )
)
def test_a_scenario_with_lines_moved(changes: list[tuple[int, str]]) -> None:
    lines = list(LINES)
    for number, change in changes:
        at = number % len(lines)
        match change:
            case "drop":
                del lines[at]
            case "twice":
                lines.insert(at, lines[at])
            case "indent":
                lines[at] = "  " + lines[at]
            case "outdent":
                lines[at] = lines[at].removeprefix("  ")
            case "swap":
                lines[at], lines[at - 1] = lines[at - 1], lines[at]
    _told("\n".join(lines).encode())
