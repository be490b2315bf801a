"""An App in a browser: the lobby first, keys in, paints out, the same App again after a drop, and who else is hurt."""

from __future__ import annotations

import asyncio
import shutil
import ssl
import subprocess
import sys
import unicodedata
import weakref
from collections.abc import Callable
from pathlib import Path
from typing import Literal

import pytest
from aiohttp import ClientConnectionError, ClientSession
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input, Static, TextArea

from simulator.errors import UsageError
from simulator.language.catalogue import template
from simulator.workshop.serving import collector
from simulator.workshop.serving.channel import TAKEN_OVER, Channel
from simulator.workshop.serving.door import Place
from simulator.workshop.serving.outlet import FINISHED, GOING_AWAY, VIOLATION
from simulator.workshop.serving.server import Server
from tests.workshop.serving.house import SECONDS, Browser, FakeDoor, ServedWriting, Writing, hall, pages


async def until(holds: Callable[[], object]) -> None:
    """Wait until something holds."""
    async with asyncio.timeout(SECONDS):
        while not holds():
            await asyncio.sleep(0.01)


async def test_the_lobby_is_painted_before_the_app_boots(tmp_path: Path) -> None:
    async with hall(tmp_path) as here, here.browser("Lan") as browser:
        assert (await browser.until_told("welcome"))[0]["name"] == "Lan"
        await browser.until_painted("LOBBY OF Lan")
        assert "PRESS ROOM" not in browser.seen
        await browser.until_painted("PRESS ROOM OF Lan")


async def test_three_hundred_at_once_all_get_their_lobby(tmp_path: Path) -> None:
    door = FakeDoor()
    gate = asyncio.Event()

    async def open_late(place: Place, channel: Channel) -> ServedWriting:
        await gate.wait()
        return ServedWriting(channel)

    door.open = open_late  # type: ignore[method-assign]
    async with hall(tmp_path, door=door) as here:

        async def come(number: int) -> None:
            async with here.browser(f"seat {number}") as browser:
                await browser.until_painted(f"LOBBY OF seat {number}")

        await asyncio.gather(*map(come, range(300)))
        assert here.server.apps == 300
        assert here.server.waiting == 298
        for number in range(300):
            channel = here.server.channel("seat", f"seat {number}")
            assert channel is not None
            channel.end("closed")
        gate.set()
        await until(lambda: here.server.apps == 0)


async def test_those_who_wait_are_told_their_place_in_the_queue(tmp_path: Path) -> None:
    door = FakeDoor()
    gate = asyncio.Event()

    async def open_late(place: Place, channel: Channel) -> ServedWriting:
        await gate.wait()
        return ServedWriting(channel, f"PRESS ROOM OF {place.id}")

    door.open = open_late  # type: ignore[method-assign]
    async with (
        hall(tmp_path, door=door) as here,
        here.browser("A") as a,
        here.browser("B") as b,
        here.browser("C") as c,
        here.browser("D") as d,
    ):
        for browser in (a, b, c, d):
            await browser.until_painted("LOBBY")
        await d.until_painted("1 before you")
        gate.set()
        await d.until_painted("PRESS ROOM OF D")


async def test_an_app_knows_that_its_browser_is_away_and_is_told_that_it_is_back(tmp_path: Path) -> None:
    async with hall(tmp_path) as here:
        returned: list[bool] = []
        async with here.browser("Lan") as browser:
            await browser.until_painted("PRESS ROOM OF Lan")
            channel = here.server.channel("seat", "Lan")
            assert channel is not None
            channel.returned = lambda: returned.append(channel.away)
            assert not channel.away
        await until(lambda: channel.away)
        assert returned == []
        async with here.browser("Lan") as browser:
            await browser.until_painted("PRESS ROOM OF Lan")
            assert returned == [False]


async def test_a_dropped_app_is_resumed_whole_with_its_draft(tmp_path: Path) -> None:
    async with hall(tmp_path) as here:
        async with here.browser("Lan") as browser:
            await browser.until_painted("PRESS ROOM OF Lan")
            await browser.type("half a sen")
            await browser.until_painted("half a sen")
            browser.socket._response.close()  # The network is gone: no goodbye.
        async with here.browser("Lan", cols=100) as browser:
            await browser.until_painted("half a sen")
            await browser.until_painted("PRESS ROOM OF Lan")
            assert "LOBBY" not in browser.seen
            await browser.type("tence")
            await until(lambda: here.door.apps[0].area.text == "half a sentence")
            assert here.door.apps[0].size == (100, 24)
        assert len(here.door.apps) == 1


async def test_what_lies_under_a_modal_screen_is_painted_again_too(tmp_path: Path) -> None:
    class Asking(ModalScreen[None]):
        def compose(self) -> ComposeResult:
            yield Static("REALLY?")

    async with hall(tmp_path) as here:
        async with here.browser("Lan") as browser:
            await browser.until_painted("PRESS ROOM OF Lan")
            await browser.type("underneath")
            await browser.until_painted("underneath")
            here.door.apps[0].call_later(here.door.apps[0].push_screen, Asking())
            await browser.until_painted("REALLY?")
        async with here.browser("Lan") as browser:
            await browser.until_painted("REALLY?")
            assert "underneath" in browser.seen


async def test_another_device_takes_the_place_over_only_on_purpose(tmp_path: Path) -> None:
    async with hall(tmp_path) as here, here.browser("Lan", "laptop") as laptop, here.browser("Lan", "phone") as phone:
        await laptop.until_painted("PRESS ROOM OF Lan")
        assert await phone.until_told("occupied") == []
        await phone.type("not mine yet")
        await phone.say("ping", 7)
        assert await phone.until_told("pong") == [7]
        assert phone.painted == b""
        await laptop.type("still here")
        await laptop.until_painted("still here")
        await phone.say("size", {"cols": 60, "rows": 20})
        await phone.say("take")
        assert await laptop.until_told("superseded") == []
        assert await laptop.until_closed() == TAKEN_OVER
        await phone.until_painted("still here")
        assert here.door.apps[0].size == (60, 20)
        assert here.door.apps[0].area.text == "still here"


async def test_the_same_device_needs_no_permission(tmp_path: Path) -> None:
    async with hall(tmp_path) as here, here.browser("Lan", "laptop") as before:
        await before.until_painted("PRESS ROOM OF Lan")
        async with here.browser("Lan", "laptop") as after:
            await after.until_painted("PRESS ROOM OF Lan")
            assert await before.until_told("superseded") == []


async def test_devices_without_a_name_are_never_the_same(tmp_path: Path) -> None:
    async with hall(tmp_path) as here, here.browser("Lan", "") as first, here.browser("Lan", "") as second:
        await first.until_painted("LOBBY")
        assert await second.until_told("occupied") == []


async def test_a_reader_who_cannot_follow_is_painted_once_when_they_can_and_hurts_nobody(tmp_path: Path) -> None:
    async with hall(tmp_path) as here, here.browser("slow") as slow, here.browser("quick") as quick:
        await slow.until_painted("PRESS ROOM OF slow")
        await quick.until_painted("PRESS ROOM OF quick")
        app = here.door.apps[0]
        channel = here.server.channel("seat", "slow")
        assert channel is not None
        assert channel.outlet is not None
        # Nothing is read here any more: the transport fills, and then the queue, and then paints are dropped.
        await _fill(app, channel)
        assert channel.outlet.queued < 2 * 512 * 1024
        driver = channel.driver
        assert driver is not None
        dropped = driver.dropped
        app.area.text = "what is true in the end"
        await until(lambda: driver.dropped > dropped)
        await quick.type("quick")
        await quick.until_painted("quick")
        assert await slow.until_told("slow")
        await slow.until_painted("what is true in the end")
        assert slow.seen.count("what is true in the end") == 1


async def _fill(app: ServedWriting, channel: Channel) -> None:
    driver = channel.driver
    assert driver is not None
    for number in range(100_000):
        driver.write(f"\x1b[1;1H{number:>8}" + "x" * 50_000)
        await asyncio.sleep(0)
        if driver.dropped:
            return
    raise AssertionError("nothing was ever dropped")


async def test_a_lone_escape_is_a_key_after_a_while(tmp_path: Path) -> None:
    async with hall(tmp_path) as here, here.browser("Lan") as browser:
        await browser.until_painted("PRESS ROOM OF Lan")
        await browser.type("\x1b")
        await until(lambda: here.door.apps[0].keys)
        assert here.door.apps[0].keys == ["escape"]


async def test_keys_that_come_in_pieces_are_one_key(tmp_path: Path) -> None:
    async with hall(tmp_path) as here, here.browser("Lan") as browser:
        await browser.until_painted("PRESS ROOM OF Lan")
        await browser.type("ab")
        await browser.type("\x1b")
        await browser.type("[Dc")
        await until(lambda: here.door.apps[0].area.text == "acb")
        assert here.door.apps[0].keys == []


@pytest.mark.parametrize("form", ["NFC", "NFD"])
async def test_vietnamese_bursts_arrive_in_order(tmp_path: Path, form: Literal["NFC", "NFD"]) -> None:
    sentence = "Chính quyền xin lỗi bà con, và sẽ trả lời từng câu hỏi một."
    async with hall(tmp_path) as here, here.browser("Lan") as browser:
        await browser.until_painted("PRESS ROOM OF Lan")
        await browser.type("cha\x7fă\x7fắc ")  # As an input method corrects what it typed.
        typed = unicodedata.normalize(form, sentence)
        for start in range(0, len(typed), 3):
            await browser.type(typed[start : start + 3])
        await until(lambda: here.door.apps[0].area.text == f"chắc {sentence}")


async def test_a_long_paste_arrives_whole(tmp_path: Path) -> None:
    text = "Tất cả đều được trả lời. " * 500
    async with hall(tmp_path) as here, here.browser("Lan") as browser:
        await browser.until_painted("PRESS ROOM OF Lan")
        whole = f"\x1b[200~{text}\x1b[201~"
        for start in range(0, len(whole), 5000):
            await browser.type(whole[start : start + 5000])
        await until(lambda: here.door.apps[0].area.text == text)


async def test_a_paste_that_never_ends_is_given_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("simulator.workshop.serving.driver.UNFINISHED", 1000)
    async with hall(tmp_path) as here, here.browser("Lan") as browser:
        await browser.until_painted("PRESS ROOM OF Lan")
        await browser.type("\x1b[200~" + "x" * 2000)
        await browser.type("after")
        await until(lambda: here.door.apps[0].area.text.endswith("after"))


@pytest.mark.parametrize("lie", ["\x1b[99999999999u", "\x1b[48;60000;60000;1;1t", "\x1b[?2026;1$y", "\x1b[<0;9999;1M"])
async def test_what_no_terminal_sends_hurts_no_app(tmp_path: Path, lie: str) -> None:
    async with hall(tmp_path) as here, here.browser("Lan") as browser:
        await browser.until_painted("PRESS ROOM OF Lan")
        await browser.type(lie)
        await browser.type("well")
        await until(lambda: here.door.apps[0].area.text == "well")
        assert here.door.apps[0].size == (80, 24)


async def test_the_mouse_clicks_but_its_every_motion_is_not_asked_for(tmp_path: Path) -> None:
    async with hall(tmp_path) as here, here.browser("Lan") as browser:
        await browser.until_painted("PRESS ROOM OF Lan")
        await browser.type("word")
        await browser.until_painted("word")
        await browser.type("\x1b[<0;4;3M\x1b[<0;4;3m")
        await until(lambda: here.door.apps[0].area.cursor_location[1] < 4)
        for mode in (b"1000", b"1002", b"1006"):
            assert b"\x1b[?" + mode + b"h" in browser.painted
        for mode in (b"1003", b"1015"):
            assert mode not in browser.painted


async def test_colours_are_true_whatever_the_host_runs_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "dumb")
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.delenv("COLORTERM", raising=False)
    async with hall(tmp_path) as here, here.browser("Lan") as browser:
        await browser.until_painted("PRESS ROOM OF Lan")
        assert b"48;2;" in browser.painted
        assert not here.door.apps[0].no_color


async def test_no_cursor_blinks(tmp_path: Path) -> None:
    class Fields(ServedWriting):
        def compose(self) -> ComposeResult:
            yield from super().compose()
            yield Vertical(Input(id="input"), TextArea(id="stock"))

    door = FakeDoor()
    door.made = lambda place, channel: Fields(channel)
    async with hall(tmp_path, door=door) as here, here.browser("Lan") as browser:
        await browser.until_painted("PRESS ROOM")
        assert not here.door.apps[0].query_one(Input).cursor_blink
        assert not here.door.apps[0].query_one("#stock", TextArea).cursor_blink


async def test_a_crash_is_told_and_hurts_nobody_else(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    async with hall(tmp_path) as here, here.browser("Lan") as lan, here.browser("Minh") as minh:
        await lan.until_painted("PRESS ROOM OF Lan")
        await minh.until_painted("PRESS ROOM OF Minh")
        here.door.apps[0].call_later(lambda: 1 / 0)
        assert await lan.until_told("end")
        assert await lan.until_closed() == FINISHED
        assert [type(trouble) for trouble in here.troubles] == [ZeroDivisionError]
        await minh.type("go on")
        await minh.until_painted("go on")
        async with here.browser("Lan") as again:
            await again.until_painted("PRESS ROOM OF Lan")
        assert len(here.door.apps) == 3
    assert capsys.readouterr() == ("", "")


async def test_an_app_that_cannot_be_opened_says_why(tmp_path: Path) -> None:
    door = FakeDoor()

    def refuse(place: Place, channel: Channel) -> ServedWriting:
        raise UsageError(template("There is no such page."))

    door.made = refuse
    async with hall(tmp_path, door=door) as here, here.browser("Lan") as browser:
        assert await browser.until_told("end") == ["Không có trang này."]
        assert await browser.until_closed() == FINISHED
        assert here.troubles == []


async def test_an_app_that_ends_closes_its_socket_and_comes_anew(tmp_path: Path) -> None:
    async with hall(tmp_path) as here:
        async with here.browser("Lan") as browser:
            await browser.until_painted("PRESS ROOM OF Lan")
            here.door.apps[0].exit()
            assert await browser.until_told("end")
            assert await browser.until_closed() == FINISHED
        await until(lambda: here.server.apps == 0)
        async with here.browser("Lan") as browser:
            await browser.until_painted("PRESS ROOM OF Lan")


async def test_a_place_that_is_ended_tells_why_and_ends_its_app(tmp_path: Path) -> None:
    async with hall(tmp_path) as here, here.browser("Lan") as browser:
        await browser.until_painted("PRESS ROOM OF Lan")
        channel = here.server.channel("seat", "Lan")
        assert channel is not None
        channel.end("You were removed.")
        assert await browser.until_told("end") == ["You were removed."]
        assert await browser.until_closed() == FINISHED
        await until(lambda: here.server.apps == 0)


async def test_a_place_given_away_anew_ends_the_old_one(tmp_path: Path) -> None:
    async with hall(tmp_path) as here, here.browser("Lan", "old") as old:
        await old.until_painted("PRESS ROOM OF Lan")
        replayed = here.door.seat("Lan")
        here.door.places["Lan"] = Place("seat", "Lan", "Lan", 2)
        async with here.browser("Lan", "new") as new:
            assert await old.until_told("end")
            await new.until_painted("PRESS ROOM OF Lan")
        async with here.socket(replayed) as again:
            await again.hello()
            assert await again.until_told("end")
            assert await again.until_closed() == VIOLATION
        assert len(here.door.apps) == 2


async def test_an_app_without_a_browser_is_dropped_after_a_while(tmp_path: Path) -> None:
    async with hall(tmp_path, idle=0.2) as here:
        async with here.browser("Lan") as browser:
            await browser.until_painted("PRESS ROOM OF Lan")
            await asyncio.sleep(0.3)
            assert here.server.apps == 1
        await until(lambda: here.server.apps == 0)
        assert not here.door.apps[0].is_running
        assert here.troubles == []


async def test_live_region_draft_and_title_reach_the_page_and_the_latter_two_its_successor(tmp_path: Path) -> None:
    async with hall(tmp_path) as here:
        async with here.browser("Lan", reader=True) as browser:
            await browser.until_painted("PRESS ROOM OF Lan")
            channel = here.door.apps[0].channel
            channel.say("A question has come.")
            channel.draft(True)
            channel.draft(True)
            channel.title("Question 2")
            assert await browser.until_told("say") == ["A question has come."]
            assert await browser.until_told("draft") == [True]
            assert await browser.until_told("title") == ["Question 2"]
        async with here.browser("Lan") as browser:
            assert await browser.until_told("title") == ["Question 2"]
            assert await browser.until_told("draft") == [True]
            channel.say("Nobody listens.")
            await browser.say("ping", 1)
            await browser.until_told("pong")
            assert "say" not in [frame[0] for frame in browser.told]


async def test_apps_that_end_out_of_order_leave_the_process_its_output(tmp_path: Path) -> None:
    before = sys.stdout, sys.stderr
    async with hall(tmp_path) as here, here.browser("A") as a, here.browser("B") as b:
        await a.until_painted("PRESS ROOM OF A")
        await b.until_painted("PRESS ROOM OF B")
        here.door.apps[0].exit()
        await a.until_closed()
        here.door.apps[1].exit()
        await b.until_closed()
        await until(lambda: here.server.apps == 0)
    assert (sys.stdout, sys.stderr) == before


async def test_an_app_of_the_terminal_may_end_before_those_it_hosts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdout", sys.stdout)
    monkeypatch.setattr(sys, "stderr", sys.stderr)
    console = Writing()
    running = asyncio.create_task(console.run_async(headless=True))
    await until(lambda: console.is_running)
    async with hall(tmp_path) as here, here.browser("Lan") as browser:
        await browser.until_painted("PRESS ROOM OF Lan")
        console.exit()
        await running
    assert (sys.stdout, sys.stderr) == (sys.__stdout__, sys.__stderr__)


async def test_apps_that_have_ended_are_forgotten(tmp_path: Path) -> None:
    async with hall(tmp_path) as here:
        for number in range(5):
            async with here.browser(f"seat {number}") as browser:
                await browser.until_painted("PRESS ROOM")
                await browser.type("word")
                await browser.until_painted("word")
                here.door.apps[0].exit()
                await browser.until_closed()
            seen = weakref.ref(here.door.apps.pop())
        await until(lambda: here.server.apps == 0)
        await asyncio.sleep(0.2)  # The parser's tick.
        collector.take_away()
        assert seen() is None


async def test_those_who_wait_for_a_place_are_sent_elsewhere_too(tmp_path: Path) -> None:
    async with hall(tmp_path) as here, here.browser("Lan", "a") as first, here.browser("Lan", "b") as second:
        await first.until_painted("LOBBY")
        await second.until_told("occupied")
        stopping = asyncio.create_task(here.server.stop())
        assert await second.until_closed() == GOING_AWAY
        await stopping


async def test_a_certificate_makes_it_private(tmp_path: Path) -> None:
    certificate = _certificate(tmp_path)
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(certificate)
    door = FakeDoor()
    server = Server(door, pages=pages(tmp_path / "pages"))
    port = await server.start(port=0, ssl_context=context)
    trust = ssl.create_default_context(cafile=str(certificate))
    url = f"wss://localhost:{port}/ws/{door.seat('Lan')}"
    async with ClientSession() as session, session.ws_connect(url, ssl=trust, origin=f"https://localhost:{port}") as ws:
        browser = Browser(ws)
        await browser.hello()
        await browser.until_painted("PRESS ROOM OF Lan")
    await server.stop()


def _certificate(folder: Path) -> Path:
    """A key and a certificate for localhost in one file, made on the spot."""
    made = folder / "localhost.pem"
    openssl = shutil.which("openssl")
    if openssl is None:
        pytest.skip("openssl is not here")
    command = [openssl, "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-subj", "/CN=localhost", "-days", "1"]
    more = ["-addext", "subjectAltName=DNS:localhost", "-keyout", str(folder / "key"), "-out", str(folder / "cert")]
    subprocess.run([*command, *more], check=True, capture_output=True)
    made.write_text((folder / "key").read_text() + (folder / "cert").read_text())
    return made


async def test_a_server_that_stops_sends_its_browsers_elsewhere(tmp_path: Path) -> None:
    async with hall(tmp_path) as here, here.browser("Lan") as browser:
        await browser.until_painted("PRESS ROOM OF Lan")
        stopping = asyncio.create_task(here.server.stop())
        assert await browser.until_closed() == GOING_AWAY
        assert "end" not in [frame[0] for frame in browser.told]
        await stopping


async def test_who_is_sent_away_and_back_at_once_is_not_given_an_app_that_nobody_would_end(tmp_path: Path) -> None:
    async with hall(tmp_path) as here, here.browser("Lan") as browser:
        await browser.until_painted("PRESS ROOM OF Lan")
        close, may_close = here.server._occupancies.close, asyncio.Event()

        async def slowly() -> None:
            await may_close.wait()
            await close()

        here.server._occupancies.close = slowly  # type: ignore[method-assign]
        stopping = asyncio.create_task(here.server.stop())
        await asyncio.sleep(0.05)
        async with ClientSession() as session:
            with pytest.raises(ClientConnectionError):
                await session.get(f"{here.url}/health")
        may_close.set()
        await stopping
        assert here.server.apps == 0
