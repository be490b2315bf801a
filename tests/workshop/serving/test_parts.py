"""The parts of serving that need no server: frames, allowance, admission, outlet, lobby, lag, styles."""

from __future__ import annotations

import asyncio
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.app import App

from simulator.errors import MachineError
from simulator.tui.app import PodiumApp
from simulator.workshop.serving import collector
from simulator.workshop.serving import outlet as outlets
from simulator.workshop.serving.admission import Admission
from simulator.workshop.serving.allowance import Allowance
from simulator.workshop.serving.channel import Channel
from simulator.workshop.serving.frames import Frame, Hello, Keys, Ping, Refused, Resized, frame_of
from simulator.workshop.serving.lag import LagWatch, lag_of
from simulator.workshop.serving.lobby import lobby_screen
from simulator.workshop.serving.outlet import HIGH_WATER, Outlet
from simulator.workshop.serving.served import Served
from simulator.workshop.serving.server import Server
from tests.workshop.serving.house import FakeDoor, ServedWriting, pages

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=6), inner, max_size=4),
    max_leaves=8,
)
KIND = st.sampled_from(["hello", "keys", "size", "focus", "blur", "take", "ping"])


@given(st.text() | JSON.map(json.dumps) | st.tuples(KIND, JSON).map(json.dumps))
def test_whatever_comes_is_a_frame_or_refused(text: str) -> None:
    try:
        frame = frame_of(text)
    except Refused as refused:
        reason = str(refused)
        assert 0 < len(reason) <= 120  # one of two outcomes
    else:
        assert isinstance(frame, Frame)


def test_frames_are_read() -> None:
    hello = ["hello", {"cols": 80, "rows": 24, "device": "d", "reader": True, "later": 1}]
    assert frame_of(json.dumps(hello)) == Hello((80, 24), "d", True)
    assert frame_of('["size",{"cols":20,"rows":200}]') == Resized((20, 200))
    assert frame_of('["ping",1.5]') == Ping(1.5)
    assert frame_of(json.dumps(["keys", "x" * 16_384])) == Keys("x" * 16_384)


def test_half_a_character_is_a_sign() -> None:
    assert frame_of('["keys","a\\ud83d"]') == Keys("a\N{REPLACEMENT CHARACTER}")
    assert frame_of('["keys","\\ud83d\\ude00"]') == Keys("😀")


def test_a_message_is_measured_in_bytes() -> None:
    with pytest.raises(Refused, match="too long"):
        frame_of(json.dumps(["keys", "ẵ" * 16_384], ensure_ascii=False) + " " * 20_000)


def test_an_allowance_fills_again() -> None:
    now = [0.0]
    allowance = Allowance(2.0, 4.0, lambda: now[0])
    assert [allowance.take() for _ in range(5)] == [True, True, True, True, False]
    now[0] = 0.5
    assert [allowance.take() for _ in range(2)] == [True, False]
    now[0] = 100.0
    assert not allowance.take(5)
    assert allowance.take(4)


async def test_two_are_admitted_at_once_and_in_order() -> None:
    admission = Admission()
    entered: list[int] = []
    leave = [asyncio.Event() for _ in range(5)]

    async def come(number: int) -> None:
        async with admission.turn(lambda before: None):
            entered.append(number)
            await leave[number].wait()

    coming = [asyncio.create_task(come(number)) for number in range(5)]
    await asyncio.sleep(0)
    assert (entered, len(admission)) == ([0, 1], 3)
    coming[2].cancel()
    await asyncio.sleep(0)
    leave[1].set()
    await _turns()
    assert entered == [0, 1, 3]
    coming[3].cancel()
    await _turns()
    assert entered == [0, 1, 3, 4]
    for event in leave:
        event.set()
    await asyncio.gather(*coming, return_exceptions=True)
    assert len(admission) == 0


async def test_a_turn_given_up_in_the_moment_it_comes_is_not_lost() -> None:
    admission = Admission(at_once=1)

    async def come(event: asyncio.Event) -> None:
        async with admission.turn(lambda before: None):
            await event.wait()

    first, second, third = asyncio.Event(), asyncio.Event(), asyncio.Event()
    coming = [asyncio.create_task(come(event)) for event in (first, second, third)]
    await _turns()
    first.set()
    await asyncio.sleep(0)
    await asyncio.sleep(0)  # The second's turn is set, but it has not run yet.
    coming[1].cancel()
    await _turns()
    third.set()
    await asyncio.wait_for(coming[2], 5)


async def _turns() -> None:
    for _ in range(5):
        await asyncio.sleep(0)


class StuckWire:
    """A transport that takes nothing until it is let."""

    def __init__(self) -> None:
        self.open = asyncio.Event()
        self.sent: list[Any] = []

    async def send_bytes(self, data: bytes) -> None:
        await self.open.wait()
        self.sent.append(data)

    async def send_str(self, data: str) -> None:
        await self.open.wait()
        self.sent.append(json.loads(data))

    async def close(self, *, code: int = 1000, message: bytes = b"") -> None:
        self.sent.append((code, message))


async def test_an_outlet_is_behind_until_it_is_drained_and_sends_in_order() -> None:
    wire = StuckWire()
    drained: list[int] = []
    outlet = Outlet(wire, lambda: drained.append(len(wire.sent)))
    writing = asyncio.create_task(outlet.write_all())
    outlet.tell("title", "x")
    assert not outlet.behind
    outlet.paint(b"x" * HIGH_WATER)
    assert outlet.behind
    assert drained == []
    wire.open.set()
    await _turns()
    assert not outlet.behind
    assert drained == [2]
    outlet.close(1008, "ẵ" * 100)
    outlet.tell("say", "after the end")
    await writing
    assert wire.sent[0] == ["title", "x"]
    assert wire.sent[-1] == (1008, ("ẵ" * 40).encode())
    assert outlet.behind


async def test_what_is_told_to_nobody_who_listens_does_not_pile_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(outlets, "HIGH_WATER", 100)
    outlet = Outlet(StuckWire())
    for _ in range(1000):
        outlet.tell("say", "something")
    assert outlet.queued < 300


def test_a_lobby_is_centred_plain_and_never_wider_than_the_screen() -> None:
    screen = lobby_screen("Xin chờ\n\x1b[31mđỏ\n" + "x" * 100, (40, 10))
    assert "\x1b[4;17HXin chờ" in screen
    assert "\x1b[31m" not in screen
    assert "\x1b[6;1H" + "x" * 40 + "\x1b[H" in screen
    assert screen.count("H") == 4
    assert "1003" not in screen


def test_lag_is_told_in_milliseconds() -> None:
    lag = lag_of([0.001] * 98 + [0.2, 0.3])
    assert (lag.p50, lag.p99, lag.max) == (1.0, 200.0, 300.0)
    assert lag_of([]).max == 0.0


async def test_a_loop_that_is_held_up_is_noticed() -> None:
    watch = LagWatch()
    watch.start()
    await asyncio.sleep(0.06)
    import time

    time.sleep(0.3)  # the very thing that is looked for
    await asyncio.sleep(0.06)
    await watch.stop()
    assert watch.lag.max > 150


def test_styles_are_found_from_anywhere_and_parsed_once() -> None:
    class Press(Served, PodiumApp):
        """A subclass elsewhere."""

    assert [Path(path).is_file() for path in Press.CSS_PATH] == [True]
    assert Path(Press.CSS_PATH[0]).name == "app.tcss"
    css = (("x.tcss", ""), "Static { color: $foreground; }")
    sheets = [ServedWriting(Channel()).stylesheet for _ in range(2)]
    for sheet in sheets:
        sheet.add_source(css[1], read_from=css[0])
    assert sheets[0].rules[-1] is sheets[1].rules[-1]
    sheets[1].set_variables({**ServedWriting(Channel()).get_css_variables(), "foreground": "#123456"})
    sheets[1].reparse()
    assert sheets[0].rules[-1] is not sheets[1].rules[-1]
    assert sheets[1].rules[-1].styles.color.hex == "#123456"


def test_an_app_without_styles_of_its_own_has_none() -> None:
    class Bare(Served, App[None]):
        """No CSS_PATH."""

    assert Bare.CSS_PATH is None


async def test_a_port_that_is_taken_is_said_plainly(tmp_path: Path) -> None:
    first = Server(FakeDoor(), pages=pages(tmp_path))
    port = await first.start(port=0)
    second = Server(FakeDoor(), pages=pages(tmp_path / "second"))
    with pytest.raises(MachineError, match="cannot listen on"):
        await second.start(port=port)
    await second.stop()
    await first.stop()


async def test_a_warm_up_runs_one_app_unseen(tmp_path: Path) -> None:
    door = FakeDoor()
    made: list[ServedWriting] = []

    async def warm(channel: Channel) -> ServedWriting:
        made.append(ServedWriting(channel))
        return made[-1]

    import gc

    before = gc.get_threshold()
    server = Server(door, pages=pages(tmp_path), warm=warm)
    await server.start(port=0)
    assert [app.is_running for app in made] == [False]
    assert server.apps == 0
    assert gc.get_threshold() == collector.THRESHOLD
    await server.stop()
    assert gc.get_threshold() == before
