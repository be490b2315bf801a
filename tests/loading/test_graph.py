"""The graph of scenes, by the scenarios that tell one rule from its neighbours."""

from __future__ import annotations

import pytest

from simulator.scenario.graph import Graph
from simulator.scenario.scenes import RETURN
from tests.builders import decision, ending, inject, line, option, question, scenario

TWICE = [{"id": "floor", "questions": ("asked",), "then": "end"}]


def _graph(*scenes: dict[str, object], **changes: object) -> Graph:
    return Graph(scenario(*scenes, **changes))


def test_a_called_scene_is_not_on_the_ground() -> None:
    graph = _graph(question("start", follow_ups=[{"ask": "asked"}]), question("asked", then=RETURN))
    assert set(graph.on_ground) == {"start", "end"}
    assert set(graph.reached) == {"start", "asked", "end"}
    assert graph.stuck == frozenset()


def test_what_a_pool_leads_to_is_on_the_ground_and_its_questions_are_not() -> None:
    graph = _graph(question("start", then="floor"), question("asked", then=RETURN), pools=TWICE)
    assert set(graph.on_ground) == {"start", "floor", "end"}
    assert graph.road_to("end", 9) == ("start", "floor", "end")
    assert graph.road_to("end", 2) == ("floor", "end")


def test_a_return_on_the_ground_is_not_also_stuck() -> None:
    graph = _graph(question("start", then="asked"), question("asked", then=RETURN))
    assert "asked" in graph.on_ground
    assert graph.stuck == frozenset()


def test_an_interruption_is_reached_as_soon_as_anything_is_answered() -> None:
    shout = inject("shout", interrupts="minutes > 5", then=RETURN)
    assert "shout" in _graph(question("start"), shout).reached
    assert "shout" not in _graph(inject("start"), shout).reached


def test_a_pool_counts_as_a_way_to_where_it_leads_even_if_its_questions_do_not() -> None:
    graph = _graph(question("start", then="floor"), question("asked", then=RETURN), pools=TWICE)
    assert graph.stuck == frozenset()


def test_a_called_scene_may_lead_to_an_ending() -> None:
    graph = _graph(
        question("start", then="again", follow_ups=[{"ask": "asked"}]),
        question("again", then="start"),
        question("asked", then="end"),
    )
    assert graph.stuck == frozenset()


def test_a_circle_below_a_call_is_stuck() -> None:
    graph = _graph(
        question("start", follow_ups=[{"ask": "asked"}]),
        question("asked", then="again"),
        question("again", then="asked"),
    )
    assert graph.stuck == {"asked", "again"}
    assert len(set(graph.knots.values())) == 1


def test_two_circles_are_two_knots() -> None:
    graph = _graph(
        decision("start", option("one", then="a"), option("two", then="b"), option("out")),
        question("a", then="a"),
        question("b", then="b"),
    )
    assert graph.stuck == {"a", "b"}
    assert len(set(graph.knots.values())) == 2


def test_a_way_behind_an_open_one_is_not_a_way() -> None:
    graph = _graph(question("start", then=[{"go": "end"}, {"go": "asked"}]), question("asked"))
    assert "asked" not in graph.reached


def test_a_line_with_a_way_of_its_own_does_not_take_the_scenes() -> None:
    graph = _graph(
        question("start", line("a", then="one"), line("b", then="one"), then="two"), inject("one"), inject("two")
    )
    assert "two" not in graph.reached


@pytest.mark.parametrize("then", [RETURN, "floor"])
def test_what_is_below_a_pool(then: str) -> None:
    graph = _graph(question("start", then="floor"), question("asked", then=then), pools=TWICE)
    assert ("floor" in graph.below("floor")) == (then == "floor")


def test_ten_thousand_scenes_in_a_row_are_no_recursion() -> None:
    scenes = [inject(f"s{number}", then=f"s{number + 1}") for number in range(9_999)]
    graph = _graph(*scenes, ending("s9999"))
    assert len(graph.on_ground) == 10_000
    assert graph.stuck == frozenset()
