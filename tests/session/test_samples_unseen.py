"""Samples are for authors: nothing that a trainee is shown or can read holds a word of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from simulator.loading.loader import load_scenario
from simulator.reports.debrief import debrief
from simulator.scenario.model import Scenario
from simulator.scenario.scenes import Question
from simulator.session.advance import advance, before_start
from simulator.session.events import Started
from simulator.session.known import known_dossier
from simulator.session.rehearsal import event_of
from simulator.session.view import view
from tests.builders import line, question, scenario

SHIPPED = sorted((Path(__file__).parents[2] / "scenarios").glob("*/scenario.yaml"))
SECRET = "quite another way of saying it"


def story() -> Scenario:
    secret = {"id": "secret_sample", "text": SECRET, "levels": {"accuracy": 2}, "note": SECRET}
    return scenario(question("first", line("a", levels={"accuracy": 2}), samples=(secret,)))


def test_neither_the_view_nor_the_dossier_nor_the_debrief_holds_one() -> None:
    told = story()
    events = [Started(1)]
    state = advance(told, before_start(told), events[0])
    assert [offer.id for offer in view(told, state).offers] == ["a", "other"]
    assert SECRET not in str(known_dossier(told, state))
    given = event_of(told, state, "a")
    assert SECRET not in str(debrief(told, [*events, given], "s"))


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.parent.name)
def test_every_question_of_the_shipped_scenarios_has_three_at_different_levels(path: Path) -> None:
    for asked in load_scenario(path).scenes:
        if isinstance(asked, Question):
            means = {sum(sample.levels.values()) for sample in asked.samples}
            assert len(asked.samples) >= 3, asked.id
            assert max(means) - min(means) >= len(asked.skills), asked.id
