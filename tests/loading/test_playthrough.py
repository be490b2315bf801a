"""Play-throughs are read as strictly as scenarios, every mistake at its place."""

from __future__ import annotations

from pathlib import Path

import pytest

from simulator.errors import MachineError
from simulator.loading.codes import CODES, explain
from simulator.loading.loader import read_bytes
from simulator.loading.playthrough import (
    ExaminedPlaythrough,
    examine_playthrough,
    examine_playthrough_bytes,
    playthrough_files,
)
from simulator.scenario.model import Scenario
from simulator.session.playthrough import Expectation, PlayedStep
from tests.loading.texts import small

PLAYED = """\
format: 1
scenario: small
title: Owns the burst pipe
seed: 7
ending: the_end
score: 100
steps:
  - at: news
  - at: opening
    choose: owns_it
    expect:
      levels: {accuracy: 4}
      flags: []
other_seeds:
  opening: waits
"""

NEWS = """\
start: news
scenes:
  - {id: news, kind: inject, text: A pipe has burst., then: opening}
"""


def scenario() -> Scenario:
    """The small scenario, with an inject before its question."""
    made, problems = read_bytes(small(("start: opening\nscenes:\n", NEWS)).encode(), Path("small.yaml"))
    assert made is not None, problems
    return made


def read(*changes: tuple[str, str]) -> ExaminedPlaythrough:
    """The play-through above with each first text replaced, once, by the second."""
    text = PLAYED
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
    return examine_playthrough_bytes(text.encode(), Path("played.yaml"), scenario())


def told(examined: ExaminedPlaythrough) -> list[tuple[str, int, int, str]]:
    return [(problem.code, problem.line, problem.column, problem.nearest) for problem in examined.problems]


def test_a_play_through_is_read_with_the_lines_of_its_steps() -> None:
    examined = read()
    assert examined.problems == ()
    assert examined.playthrough is not None
    assert examined.playthrough.steps[1] == PlayedStep(
        at="opening", choose="owns_it", expect=Expectation(levels={"accuracy": 4}, flags=())
    )
    assert examined.step_lines == (8, 9)


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (("scenario: small", "scenario: smal"), ("P601", 2, 11, "")),
        (("at: opening", "at: openning"), ("P602", 9, 9, "opening")),
        (("  opening: waits", "  opning: waits"), ("P602", 15, 3, "opening")),
        (("choose: owns_it", "choose: own_it"), ("P603", 10, 13, "owns_it")),
        (("choose: owns_it", "choose: silence"), ("P603", 10, 13, "")),
        (("opening: waits", "opening: wait"), ("P603", 15, 12, "waits")),
        (("at: news\n", "at: news\n    choose: note\n"), ("P604", 9, 5, "")),
        (("    choose: owns_it\n", ""), ("P604", 9, 9, "")),
        (("at: news", "at: the_end"), ("P604", 8, 9, "")),
        (("ending: the_end", "ending: the_ends"), ("P605", 5, 9, "the_end")),
        (("ending: the_end", "ending: opening"), ("P605", 5, 9, "")),
    ],
)
def test_what_the_scenario_does_not_have_is_told_at_its_place(
    change: tuple[str, str], expected: tuple[str, int, int, str]
) -> None:
    examined = read(change)
    assert told(examined) == [expected]
    assert examined.playthrough is None


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (("seed: 7", "seed: seven"), ("P103", 4, 7, "")),
        (("score: 100", "score: 101"), ("P106", 6, 8, "")),
        (("choose: owns_it", "chose: owns_it"), ("P102", 10, 5, "choose")),
        (("{accuracy: 4}", "{acuracy: 4}"), ("P104", 12, 16, "accuracy")),
        (("{accuracy: 4}", "{accuracy: 5}"), ("P106", 12, 26, "")),
        (("flags: []", "flags: [blamed]"), ("P104", 13, 15, "blame")),
        (("title: Owns the burst pipe\n", ""), ("P101", 1, 1, "")),
        (("format: 1", "format: 2"), ("P107", 1, 9, "")),
        (("choose: owns_it", "choose: *owns_it"), ("P009", 10, 13, "")),
    ],
)
def test_its_shape_is_read_as_strictly_as_a_scenarios(
    change: tuple[str, str], expected: tuple[str, int, int, str]
) -> None:
    assert expected in told(read(change))


def test_every_code_of_play_throughs_is_explained() -> None:
    for code in (code for code in CODES if code.startswith("P6")):
        assert explain(code).startswith(CODES[code].title)


def test_the_files_beside_a_scenario_are_found_by_name(tmp_path: Path) -> None:
    scenario_file = tmp_path / "scenario.yaml"
    assert playthrough_files(scenario_file) == ()
    (tmp_path / "playthroughs").mkdir()
    for name in ("b.yaml", "a.yaml", "notes.txt"):
        (tmp_path / "playthroughs" / name).write_text(PLAYED, encoding="utf-8")
    files = playthrough_files(scenario_file)
    assert [file.name for file in files] == ["a.yaml", "b.yaml"]
    assert examine_playthrough(files[0], scenario()).problems == ()


def test_a_file_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    with pytest.raises(MachineError):
        examine_playthrough(tmp_path / "none.yaml", scenario())
