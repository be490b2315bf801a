"""The state as a value and as bytes."""

from __future__ import annotations

from typing import Any

import pytest

from simulator.session.preparation import Preparation
from simulator.session.room_inject import RoomInjectTold
from simulator.session.state import Answer, Frame, canonical
from tests.builders import line, question, scenario, silence, variable
from tests.session.playing import played
from tests.session.presses import PRESS

STORY = scenario(
    question("first", line("x", flags=["blame"]), line("y"), time_limit=9, silence=silence(), then="second"),
    question("second", line("x", effects=["n += 1", "told = true"]), line("y")),
    variables=[variable("n"), variable("told", False)],
)


def test_a_state_cannot_be_changed() -> None:
    state = played(STORY, "x")
    for value in (state, state.path[0], state.answers[0]):
        with pytest.raises(AttributeError):
            value.scene = "elsewhere"  # type: ignore[misc]


def test_equal_states_are_equal_bytes_and_others_are_not() -> None:
    played_before = [played(STORY, *choices) for choices in (["x"], ["y"], ["silence"], ["x", "x"], ["x", "y"])]
    assert [canonical(played(STORY, "x")), canonical(played(STORY, "x", "x"))] == [
        canonical(played_before[0]),
        canonical(played_before[3]),
    ]
    assert len({canonical(state) for state in played_before}) == 5


def test_every_field_is_in_the_bytes() -> None:
    state = played(STORY, "x")
    changes: dict[str, Any] = {
        "seed": 1,
        "time_scale": 1,
        "scene": "z",
        "frames": (Frame("first", "x"),),
        "values": (5, False),
        "minutes": 99,
        "trust": 1,
        "heat": 1,
        "answers": (),
        "path": (),
        "chances": 1,
        "entered_at": 1,
        "at": 1,
        "mode": "exam",
        "press": PRESS,
        "pressed": (PRESS,),
        "preparation": Preparation(("Once.",), (), "", None, 1, (50, 50), (30, 30)),
        "clocked": True,
        "injected": (RoomInjectTold(1, "News.", "", "", 0, 0, 0),),
        "behind": (PRESS,),
        "orders": (1,),
        "extra_ms": 1_000,
    }
    assert set(changes) == set(state._fields)
    for name, value in changes.items():
        assert canonical(state._replace(**{name: value})) != canonical(state)


@pytest.mark.parametrize(
    "changes", [{"because": "Otherwise."}, {"better": "More."}, {"words": "line x"}, {"skill": None, "flag": "blame"}]
)
def test_findings_are_in_the_bytes(changes: dict[str, str]) -> None:
    finding = {"skill": "accuracy", "because": "So."}
    one = scenario(question("first", line("x", findings=[finding])))
    other = scenario(question("first", line("x", findings=[{**finding, **changes}])))
    assert canonical(played(one, "x")) != canonical(played(other, "x"))


def test_an_answers_fields_are_in_the_bytes() -> None:
    state = played(STORY, "x")
    for number, changed in enumerate(["z", "z", None, 9, 9, 9, 9, 9, 9, "said", 3]):
        fields = list(state.answers[0])
        if changed is not None:
            fields[number] = changed
            assert canonical(state._replace(answers=(Answer._make(fields),))) != canonical(state)
