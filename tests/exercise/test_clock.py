from __future__ import annotations

import time

import pytest

from simulator.exercise.clock import ManualClock, RunningClock


@pytest.fixture
def machine_ns(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The machine's own clock, in nanoseconds, set by the test."""
    now = [5_000_000_000]
    monkeypatch.setattr(time, "monotonic_ns", lambda: now[0])
    return now


def test_it_runs_from_zero(machine_ns: list[int]) -> None:
    clock = RunningClock()
    assert clock.now_ms() == 0
    machine_ns[0] += 1_999_999
    assert clock.now_ms() == 1


def test_pauses_do_not_count(machine_ns: list[int]) -> None:
    clock = RunningClock()
    machine_ns[0] += 1_000_000_000
    clock.pause()
    machine_ns[0] += 60_000_000_000
    clock.pause()
    assert clock.now_ms() == 1_000
    clock.go_on()
    clock.go_on()
    machine_ns[0] += 500_000_000
    assert clock.now_ms() == 1_500


def test_it_counts_on_from_where_a_session_stood(machine_ns: list[int]) -> None:
    clock = RunningClock()
    machine_ns[0] += 9_000_000_000
    clock.pause()
    clock.start_from(64_001)
    assert clock.now_ms() == 64_001
    machine_ns[0] += 1_000_000
    assert clock.now_ms() == 64_002


def test_the_real_clock_moves() -> None:
    clock = RunningClock()
    time.sleep(0.005)
    assert 4 <= clock.now_ms() < 5_000


def test_the_manual_clock_moves_when_told_and_not_paused() -> None:
    clock = ManualClock(10)
    clock.pass_time(5)
    clock.pause()
    clock.pass_time(100)
    assert clock.now_ms() == 15
    clock.go_on()
    clock.pass_time(1)
    assert clock.now_ms() == 16
