"""A scenario made ready: once, each part when it is first needed."""

from __future__ import annotations

import pytest

from simulator.scenario.expressions import Fault
from simulator.session.advance import before_start
from simulator.session.compiled import compiled, names_of
from tests.builders import decision, inject, line, option, pool, question, scenario, silence, variable
from tests.session.playing import begun

STORY = scenario(
    question("first", line("x", was=["w"]), line("y"), was=["opening"], time_limit=9, silence=silence(), then="second"),
    decision("second", option("x", was=["z"]), option("y", was=["x"])),
    inject("third", was=["second"]),
    question("fourth", when="told and n > 2", once=True),
    variables=[variable("n", 3), variable("told", False), variable("host", "xã", values=["xã", "tỉnh"])],
    pools=[pool("floor", "fourth")],
)


def test_a_scenario_is_made_ready_once() -> None:
    assert compiled(STORY) is compiled(STORY)
    assert compiled(STORY).scene("first") is compiled(STORY).scene("first")
    assert compiled(STORY.model_copy()) is not compiled(STORY)


def test_expressions_may_name_what_the_scenario_declares() -> None:
    names = names_of(STORY)
    assert names.variables == {"n": "int", "told": "bool", "host": "text"}
    assert names.choices == {"host": ("xã", "tỉnh")}
    assert names.scenes["first"] == ("x", "y", "silence", "own_words")
    assert names.scenes["second"] == ("x", "y")
    assert names.scenes["third"] == names.scenes["end"] == ()


def test_variables_start_from_their_defaults() -> None:
    assert before_start(STORY).values == (3, False, "xã")


def test_a_candidate_knows_how_specific_it_is() -> None:
    candidate = compiled(STORY).pool("floor").candidates[0]
    assert (candidate.scene, candidate.once, candidate.specificity) == ("fourth", True, 2)


def test_earlier_ids_lead_to_todays_unless_they_are_in_use_again() -> None:
    assert compiled(STORY).renamed == {("", "opening"): "first", ("first", "w"): "x", ("second", "z"): "x"}


@pytest.mark.parametrize("look_up", ["scene", "pool", "candidate"])
def test_an_unknown_id_is_a_key_error(look_up: str) -> None:
    with pytest.raises(KeyError):
        getattr(compiled(STORY), look_up)("nowhere")


def test_a_broken_expression_is_a_fault_when_its_scene_is_reached() -> None:
    story = scenario(question("first", then="second"), question("second", line("x", when="nosuch"), line("y")))
    begun(story)
    with pytest.raises(Fault, match="nosuch"):
        compiled(story).scene("second")
