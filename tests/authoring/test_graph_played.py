"""A playtest's report, read for the graph: only what it says, of this scenario, whatever the file holds."""

from __future__ import annotations

import json

import pytest

from simulator.authoring.graph.drawing import drawing
from simulator.authoring.graph.page import page
from simulator.authoring.graph.played import Hits, read_played
from simulator.authoring.playtest.as_json import as_json
from simulator.authoring.playtest.own_words import OwnWords
from simulator.authoring.playtest.playtest import playtest
from simulator.errors import UsageError
from simulator.language.catalogue import Catalogue
from tests.builders import ending, line, question, scenario

ENGLISH = Catalogue("en")
TOLD = scenario(
    question(
        "ask",
        line("fine", levels={"accuracy": 4}),
        samples=({"id": "plain", "text": "So.", "levels": {"accuracy": 2}},),
    ),
    question("lost"),
    ending("end"),
)


def report(**changes: object) -> str:
    test = playtest(TOLD, 70, own_words=OwnWords(TOLD))
    return json.dumps({**json.loads(as_json(test, (), ENGLISH)), **changes})


def test_hits_and_grades_of_scenes_and_choices() -> None:
    played = read_played(report(), "x", "tiny")
    assert played.scenes["ask"].hits == 70
    assert played.scenes["lost"].in_words(ENGLISH) == "✗ never"
    assert {one.name for one in played.choices["ask"]} == {"fine", "other", "own_words.plain"}
    assert sum(one.hits for one in played.choices["ask"]) == 70
    assert Hits("x", 3, 50).in_words(ENGLISH) == "×3 · 50"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "null",
        '{"scenario": "tiny"}',
        "[" * 100_000,
        report(places=[{"scene": "ask"}]),
        report(places=[{"scene": "ask", "choice": "", "hits": -1}]),
        report(runs="many"),
        report(coverage=101),
    ],
)
def test_what_is_no_report_is_told(text: str) -> None:
    with pytest.raises(UsageError, match="no report of a playtest"):
        read_played(text, "x.json", "tiny")


def test_a_report_of_another_scenario_is_told() -> None:
    with pytest.raises(UsageError, match="a playtest of `other`"):
        read_played(report(scenario="other"), "x.json", "tiny")


def test_scenes_that_the_report_does_not_know_have_no_figure() -> None:
    played = read_played(report(places=[{"scene": "gone", "choice": "", "hits": 4}]), "x", "tiny")
    assert 'class="hits"' not in page(drawing(TOLD), ENGLISH, played)
