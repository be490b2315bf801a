from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.journal.codec import KINDS, Written, decode, encode, plain
from simulator.journal.errors import EntryDamaged, JournalNewer
from simulator.session.events import Event, Extended, Injected, LineChosen, Pressed, Started
from simulator.session.room_inject import RoomInject
from tests.journal.contract import ONE_OF_EACH
from tests.session.presses import PRESS

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


def test_what_facilitators_do_is_written_only_where_one_did() -> None:
    """Entries of sessions without a room are what they were, byte for byte."""
    assert '"order"' not in encode(Pressed(PRESS, 5))
    ordered = encode(Pressed(PRESS, 5)).replace(']},"at"', '],"order":3},"at"')
    assert encode(Pressed(replace(PRESS, order=3), 5)) == ordered
    assert encode(Extended(60_000, 5, 3)) == '{"v":1,"type":"extended","ms":60000,"at":5,"order":3}'
    assert encode(Injected(RoomInject(3, "Lũ.", "", "Đài"), 5)) == (
        '{"v":1,"type":"injected","inject":{"order":3,"text":"Lũ.","headline":"","source":"Đài"},"at":5}'
    )


INJECTS = st.builds(RoomInject, st.integers(0, 2**63 - 1), st.text(), st.text(), st.text())


@given(INJECTS, st.integers(0, 2**63 - 1), st.booleans())
def test_whatever_a_facilitator_types_comes_back_plain(inject: RoomInject, number: int, lapsed: bool) -> None:
    kept = decode(encode(Injected(inject, number)), "s1", 0)
    text, headline, source = map(plain, (inject.text, inject.headline, inject.source))
    assert kept == Injected(RoomInject(inject.order, text, headline, source), number)
    assert decode(encode(kept), "s1", 0) == kept
    extended = Extended(number, number, number, lapsed)
    assert decode(encode(extended), "s1", 0) == extended


@pytest.mark.parametrize(
    "text",
    [
        '{"v":1,"type":"injected","inject":{"order":1,"text":"x","headline":""},"at":5}',
        '{"v":1,"type":"injected","inject":{"order":1,"text":"x","headline":"","source":"","by":""},"at":5}',
        '{"v":1,"type":"injected","inject":{"order":-1,"text":"x","headline":"","source":""},"at":5}',
        '{"v":1,"type":"injected","inject":{"order":1,"text":7,"headline":"","source":""},"at":5}',
        '{"v":1,"type":"injected","inject":"x","at":5}',
        '{"v":1,"type":"extended","ms":1000,"at":5}',
        '{"v":1,"type":"extended","ms":1000,"at":5,"order":1,"lapsed":1}',
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
