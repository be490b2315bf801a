from __future__ import annotations

import json
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.journal.codec import KINDS, Written, decode, encode
from simulator.journal.errors import EntryDamaged, JournalNewer
from simulator.session.events import Event, LineChosen, Started
from tests.journal.contract import ONE_OF_EACH

SCALARS = st.none() | st.booleans() | st.integers() | st.floats() | st.text()
NEARLY_EVENTS = st.fixed_dictionaries(
    {"v": st.just(1) | SCALARS, "type": st.sampled_from(sorted(KINDS)) | SCALARS},
    optional={name: SCALARS | st.lists(SCALARS) for name in ("scene", "line", "option", "at", "seed", "time_scale")},
)


@pytest.mark.parametrize("event", ONE_OF_EACH)
def test_an_event_comes_back(event: Event) -> None:
    assert decode(encode(event), "s1", 0) == event


def test_every_type_of_event_has_its_name() -> None:
    assert {type(event) for event in ONE_OF_EACH} == set(KINDS.values())


def test_the_text_is_as_it_has_always_been() -> None:
    assert encode(LineChosen("q1", "owns", 5)) == '{"v":1,"type":"line_chosen","scene":"q1","line":"owns","at":5}'
    assert encode(Started(7)) == '{"v":1,"type":"started","seed":7,"time_scale":100,"at":0}'


@pytest.mark.parametrize(
    "text",
    [
        "",
        "null",
        "[]",
        "{",
        "[" * 100_000,
        "9" * 5_000,
        '{"v":1,"type":"sung","at":1}',
        '{"v":1,"type":["started"],"at":1}',
        '{"v":"1","type":"continued","scene":"i1","at":1}',
        '{"v":true,"type":"continued","scene":"i1","at":1}',
        '{"v":0,"type":"continued","scene":"i1","at":1}',
        '{"v":-1,"type":"continued","scene":"i1","at":1}',
        '{"type":"continued","scene":"i1","at":1}',
        '{"v":1,"type":"continued","scene":"i1"}',
        '{"v":1,"type":"continued","scene":"i1","at":1,"more":1}',
        '{"v":1,"type":"continued","scene":7,"at":1}',
        '{"v":1,"type":"continued","scene":"i1","at":1.5}',
        '{"v":1,"type":"continued","scene":"i1","at":"1"}',
        '{"v":1,"type":"continued","scene":"i1","at":true}',
        '{"v":1,"type":"continued","scene":"i1","at":NaN}',
        '{"v":1,"type":"continued","scene":"i1","at":-1}',
        '{"v":1,"type":"continued","scene":"i1","at":99999999999999999999}',
    ],
)
def test_what_is_not_wholly_an_event_is_damage(text: str) -> None:
    with pytest.raises(EntryDamaged, match="entry 4 of session “s1”"):
        decode(text, "s1", 4)


@pytest.mark.parametrize("value", [None, 7, b"{}"])
def test_what_is_not_even_text_is_damage(value: object) -> None:
    with pytest.raises(EntryDamaged):
        decode(value, "s1", 4)


@given(NEARLY_EVENTS)
def test_no_other_error_comes_of_what_is_nearly_an_event(written: Written) -> None:
    with suppress(EntryDamaged, JournalNewer):
        decode(json.dumps(written), "s1", 0)


def test_a_newer_format_is_not_guessed_at() -> None:
    with pytest.raises(JournalNewer):
        decode('{"v":2,"type":"continued","scene":"i1","at":1}', "s1", 0)


def test_an_older_format_is_lifted_step_by_step() -> None:
    def seconds_to_milliseconds(written: Written) -> Written:
        return written | {"at": written.pop("seconds") * 1000}

    def beat_to_scene(written: Written) -> Written:
        return written | {"scene": written.pop("beat")}

    lifted = decode(
        '{"v":1,"type":"line_chosen","beat":"q1","line":"owns","seconds":5}',
        "s1",
        0,
        format=3,
        upcasts={1: seconds_to_milliseconds, 2: beat_to_scene},
    )
    assert lifted == LineChosen("q1", "owns", 5_000)


def test_an_older_format_that_is_damaged_is_damage() -> None:
    with pytest.raises(EntryDamaged):
        decode('{"v":1,"type":"continued"}', "s1", 0, format=2, upcasts={1: lambda written: {"at": written["when"]}})
