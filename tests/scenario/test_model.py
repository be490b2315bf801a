"""The Scenario as a value: the same from its JSON, closed to what the format does not know, safe to copy."""

from __future__ import annotations

import pickle

import pytest
from pydantic import ValidationError

from simulator.scenario.model import Scenario
from tests.builders import decision, ending, inject, line, pool, question, scenario, silence, variable, written

FULL = scenario(
    question("opening", line("owns", flags=["blame"], once=True), time_limit=30, silence=silence(), then="floor"),
    question("money", then=[{"when": "ready", "go": "return"}, {"go": "return"}]),
    inject("note", interrupts="heat > 50", then="return"),
    decision("publish"),
    ending("end"),
    variables=[variable("ready", False), variable("promises"), variable("host", "xã")],
    pools=[pool("floor", "money", then="publish")],
)


def test_a_scenario_is_the_same_from_its_json() -> None:
    assert Scenario.model_validate_json(FULL.model_dump_json()) == FULL


def test_one_way_may_be_written_as_its_target() -> None:
    opening = FULL.scene_by_id["publish"]
    assert opening.model_dump()["then"] == ({"go": "end", "when": None},)
    ways = Scenario.model_json_schema()["$defs"]["Pool"]["properties"]["then"]["anyOf"]
    assert [way["type"] for way in ways] == ["string", "array"]


@pytest.mark.parametrize(
    "changes", [{"format": 2}, {"titel": "x"}, {"minutes": "5"}, {"start": "Opening"}, {"scenes": ()}]
)
def test_what_the_format_does_not_know_is_refused(changes: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        Scenario.model_validate(written(question("opening"), **changes))


def test_a_changed_copy_derives_its_own() -> None:
    FULL.derived["room"] = object()
    assert "opening" in FULL.scene_by_id
    changed = FULL.model_copy(update={"scenes": FULL.scenes[1:]})
    assert "opening" not in changed.scene_by_id
    assert changed.derived == {}
    assert "room" in FULL.derived


def test_a_scenario_can_be_pickled_once_it_was_played() -> None:
    FULL.derived["room"] = lambda: None
    assert pickle.loads(pickle.dumps(FULL)) == FULL
