"""Codes, tokens and the limit to guessing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.workshop.identity import (
    LETTERS,
    Attempts,
    Signer,
    as_typed,
    room_code,
    same_secret,
    seat_pin,
    secret,
)
from simulator.workshop.serving.door import Place

LAN = Place("seat", "lan-1", "Lan", 3)


def test_codes_hold_nothing_that_is_taken_for_something_else() -> None:
    codes = {room_code() for _ in range(500)}
    assert len(codes) == 500
    assert {letter for code in codes for letter in code} == set(LETTERS)
    assert not set(LETTERS) & set("0O1IL")
    assert {len(code) for code in codes} == {6}


def test_pins_are_four_digits_and_secrets_are_not_repeated() -> None:
    pins = {seat_pin() for _ in range(2000)}
    assert all(len(pin) == 4 and pin.isascii() and pin.isdigit() for pin in pins)
    assert any(pin.startswith("0") for pin in pins)
    assert secret() != secret()


def test_a_code_is_read_as_it_was_meant() -> None:
    assert as_typed(" k7m-2qx ") == "K7M2QX"


def test_secrets_are_compared_whatever_they_hold() -> None:
    assert same_secret("mã", "mã")
    assert not same_secret("mã", "ma")
    assert not same_secret("\ud800", "x")


@pytest.mark.parametrize("kind", ["seat", "console", "wall", "observer"])
def test_a_token_opens_its_place(kind: str) -> None:
    place = Place(kind, "ghế số 1 / a.b", "Lan", 3)  # type: ignore[arg-type]
    token = Signer("s").token(place)
    assert Signer("s").place(token) == Place(kind, "ghế số 1 / a.b", "", 3)  # type: ignore[arg-type]
    assert token.isascii()
    assert not set(token) & set("/?#%&=+ ")


def test_a_token_of_another_room_or_generation_or_seat_is_another() -> None:
    token = Signer("s").token(LAN)
    assert Signer("t").place(token) is None
    assert (
        len({token, Signer("s").token(Place("seat", "lan-1", "x", 4)), Signer("s").token(Place("seat", "lan", "", 3))})
        == 3
    )


@given(st.text() | st.text("ABCab01._-", max_size=80))
def test_nothing_that_was_not_signed_opens_anything(token: str) -> None:
    assert Signer("s").place(token) is None


@given(st.data())
def test_a_token_changed_anywhere_opens_nothing(data: st.DataObject) -> None:
    token = Signer("s").token(LAN)
    at = data.draw(st.integers(0, len(token) - 1))
    letter = data.draw(st.sampled_from([each for each in "ABCxyz019-_." if each != token[at]]))
    assert Signer("s").place(token[:at] + letter + token[at + 1 :]) is None


class Clock:
    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


def test_ten_wrong_codes_a_minute_and_then_one_waits() -> None:
    clock = Clock()
    attempts = Attempts(clock)
    for _ in range(10):
        assert attempts.wait("10.0.0.1") == 0
        attempts.wrong("10.0.0.1")
        clock.now += 1
    assert attempts.wait("10.0.0.1") == 50
    assert attempts.wait("10.0.0.2") == 0
    clock.now += 50
    assert attempts.wait("10.0.0.1") == 0
    attempts.wrong("10.0.0.1")
    assert attempts.wait("10.0.0.1") == 1


def test_when_all_guess_those_who_guessed_wrong_wait_and_no_others() -> None:
    clock = Clock()
    attempts = Attempts(clock)
    for number in range(300):
        attempts.wrong(f"10.0.{number // 100}.{number % 100}")
    assert attempts.wait("10.0.0.5") == 60
    assert attempts.wait("192.168.0.1") == 0
    clock.now += 60
    assert attempts.wait("10.0.0.5") == 0


def test_one_machine_is_one_whatever_address_it_takes() -> None:
    attempts = Attempts(Clock())
    for number in range(10):
        attempts.wrong(f"2001:db8::{number}")
    assert attempts.wait("2001:db8::ffff") > 0
    assert attempts.wait("2001:db8:0:1::1") == 0
    for _ in range(10):
        attempts.wrong("::ffff:10.0.0.1")
    assert attempts.wait("10.0.0.1") > 0
