"""What strangers and broken browsers send: each is sent away with a reason, and nobody else notices."""

from __future__ import annotations

import asyncio
import json
import logging
import random
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from aiohttp import WSServerHandshakeError

from simulator.workshop.serving import conversation
from simulator.workshop.serving.outlet import VIOLATION
from tests.workshop.serving.house import Browser, hall

SIZE = {"cols": 80, "rows": 24}

BROKEN: dict[str, Any] = {
    "not JSON": "hello",
    "nothing": "",
    "deep": "[" * 60_000,
    "a number": "5",
    "huge number": '["ping",' + "9" * 5000 + "]",
    "no kind": "[]",
    "unknown kind": '["exec","rm"]',
    "object": '{"keys":"x"}',
    "keys of no type": '["keys",5]',
    "too many keys": json.dumps(["keys", "x" * 16_385]),
    "too few": '["keys"]',
    "too many parts": '["focus",1]',
    "infinite": '["ping",Infinity]',
    "not a number": '["ping",NaN]',
    "true": '["ping",true]',
    "size of words": '["size",{"cols":"80","rows":24}]',
    "size too large": '["size",{"cols":401,"rows":24}]',
    "size too small": '["size",{"cols":80,"rows":7}]',
    "no size": '["size",{}]',
    "size is true": '["size",{"cols":true,"rows":24}]',
    "hello again": json.dumps(["hello", {**SIZE, "device": "d", "reader": False}]),
    "oversized": json.dumps(["keys", "x" * 66_000]),
    "far oversized": json.dumps(["keys", "x" * 500_000]),
    "binary": b"\x00\x01",
}


async def _send(browser: Browser, data: str | bytes) -> None:
    await (browser.socket.send_bytes(data) if isinstance(data, bytes) else browser.socket.send_str(data))


async def _goes_on(browser: Browser, word: str) -> None:
    await browser.type(word)
    await browser.until_painted(word)


async def test_broken_frames_are_refused_with_a_reason_and_not_logged(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG, "aiohttp")
    caplog.set_level(logging.DEBUG, "podium")
    async with hall(tmp_path) as here, here.browser("Minh") as other:
        await other.until_painted("PRESS ROOM OF Minh")
        for name, data in BROKEN.items():
            async with here.browser("Lan") as browser:
                await browser.until_told("welcome")
                await _send(browser, data)
                code = await browser.until_closed()
                # What is longer than is read at all, aiohttp refuses: 1009, too big.
                assert code == (1009 if name == "far oversized" else VIOLATION), name
        await _goes_on(other, "unhurt")
    assert [
        record.getMessage() for record in caplog.records if record.exc_info or record.levelno >= logging.WARNING
    ] == []
    assert here.troubles == []


@pytest.mark.parametrize(
    "first",
    [
        ["keys", "x"],
        ["take"],
        ["hello", {"cols": 80, "rows": 24, "device": "d" * 65, "reader": False}],
        ["hello", {"cols": 80, "rows": 24, "device": 5, "reader": False}],
        ["hello", {"cols": 80, "rows": 24, "device": "d", "reader": 1}],
        ["hello", {"cols": 8000, "rows": 24}],
        ["hello"],
    ],
)
async def test_the_first_message_is_a_hello(tmp_path: Path, first: list[Any]) -> None:
    async with hall(tmp_path) as here, here.socket(here.door.seat("Lan")) as browser:
        await browser.say(*first)
        assert await browser.until_closed() == VIOLATION
        assert here.door.apps == []


async def test_who_says_nothing_is_not_waited_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(conversation, "HELLO_WITHIN", 0.05)
    async with hall(tmp_path) as here, here.socket(here.door.seat("Lan")) as browser:
        assert await browser.until_closed() == VIOLATION


async def test_a_flood_is_cut_off(tmp_path: Path) -> None:
    async with hall(tmp_path) as here, here.browser("Lan") as browser, here.browser("Minh") as other:
        await other.until_painted("PRESS ROOM OF Minh")
        await browser.until_told("welcome")
        for number in range(1000):
            try:
                await browser.say("ping", number)
            except ConnectionError:
                break
        assert await browser.until_closed() == VIOLATION
        await _goes_on(other, "unhurt")


async def test_a_flood_of_keys_is_cut_off(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(conversation, "KEYS_AT_ONCE", 20_000.0)
    async with hall(tmp_path) as here, here.browser("Lan") as browser:
        await browser.until_painted("PRESS ROOM OF Lan")
        await browser.type("\x1b[200~" + "x" * 10_000)
        await browser.type("x" * 16_000)
        assert await browser.until_closed() == VIOLATION


async def test_ten_thousand_fuzzed_messages(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    chance = random.Random(20)
    async with hall(tmp_path) as here, here.browser("Minh") as other:
        await other.until_painted("PRESS ROOM OF Minh")
        sent = 0
        while sent < 10_000:
            async with here.browser(f"seat {chance.randrange(4)}", "fuzz") as browser:
                sent += await _fuzz(browser, chance, min(350, 10_000 - sent))
            if chance.random() < 0.1:
                other.painted = b""
                await _goes_on(other, str(sent))
        other.painted = b""
        await _goes_on(other, "unhurt")
    assert [record for record in caplog.records if record.exc_info] == []
    assert here.troubles == []


async def _fuzz(browser: Browser, chance: random.Random, at_most: int) -> int:
    """Send messages, mostly sound ones with odd keys, until the socket is closed; how many."""
    for number in range(at_most):
        try:
            await _send(browser, _fuzzed(chance))
            if number % 20 == 0:
                await asyncio.sleep(0)
        except ConnectionError:
            return number + 1
        if browser.socket.closed:
            return number + 1
    return at_most


def _fuzzed(chance: random.Random) -> str | bytes:
    text = "".join(
        chr(chance.choice((27, 91, 60, 59, 77, 109, chance.randrange(0x250), chance.randrange(48, 58), 0x301)))
        for _ in range(chance.randrange(12))
    )
    sound: list[Any] = [
        ["keys", text],
        ["keys", f"\x1b[{text}"],
        [
            "keys",
            f"\x1b[<{chance.randrange(200)};{chance.randrange(-9, 500)};{chance.randrange(300)}{chance.choice('Mm')}",
        ],
        ["size", {"cols": chance.randrange(20, 100), "rows": chance.randrange(8, 40)}],
        ["focus"],
        ["blur"],
        ["ping", chance.randrange(1000)],
        ["take"],
    ]
    if chance.random() < 0.99:
        # Quit and suspend are for the App to know, not for this test.
        return json.dumps(chance.choice(sound)).replace("\\u0011", "").replace("\\u001a", "")
    broken: list[str | bytes] = [text, json.dumps([text, text]), text.encode(), json.dumps({text: text}), "[" * 500]
    return chance.choice(broken)


@pytest.mark.parametrize(
    "forge", [lambda t: t[:-1] + ("A" if t[-1] != "A" else "B"), lambda t: "x." + t, lambda t: "ă"]
)
async def test_a_forged_token_opens_nothing(tmp_path: Path, forge: Callable[[str], str]) -> None:
    async with hall(tmp_path) as here:
        forged = forge(here.door.seat("Lan"))
        async with here.session.get(f"{here.url}/seat/{forged}") as response:
            assert response.status == 403
        async with here.socket(forged) as browser:
            await browser.hello()
            assert await browser.until_told("end")
            assert await browser.until_closed() == VIOLATION
        assert here.door.apps == []


async def test_a_token_opens_only_the_page_of_its_kind(tmp_path: Path) -> None:
    async with hall(tmp_path) as here, here.session.get(f"{here.url}/console/{here.door.seat('Lan')}") as response:
        assert response.status == 403


@pytest.mark.parametrize(
    "origin", ["http://evil.example", "null", "https://127.0.0.1", "http://127.0.0.1.evil.example", ""]
)
async def test_pages_of_others_are_not_talked_to(tmp_path: Path, origin: str) -> None:
    async with hall(tmp_path) as here:
        with pytest.raises(WSServerHandshakeError) as refused:
            async with here.socket(here.door.seat("Lan"), Origin=origin):
                pass
        assert refused.value.status == 403
        headers = {"Origin": origin}
        async with here.session.post(f"{here.url}/join", json={}, headers=headers) as response:
            assert response.status == 403
        assert here.door.asked == 0


async def test_our_own_pages_and_those_of_other_nodes_are(tmp_path: Path) -> None:
    async with hall(tmp_path) as here:
        for origin in (here.url, "http://10.0.0.6:8770"):
            async with here.socket(here.door.seat("Lan"), Origin=origin) as browser:
                await browser.hello()
                await browser.until_told("welcome")


async def test_what_is_no_http_is_refused_without_a_word_in_the_log(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    async with hall(tmp_path) as here:
        for sent in (
            b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" * 20,
            b"GET / HTTP/9.9\r\n\r\n",
            b"GET /\x00 x\r\n\r\n",
        ):
            reader, writer = await asyncio.open_connection("127.0.0.1", here.server.port)
            writer.write(sent)
            answer = await reader.read()
            writer.close()
            assert b"Traceback" not in answer
        async with here.session.get(f"{here.url}/health") as response:
            assert await response.json() == {"ok": True}
    assert [record for record in caplog.records if record.levelno >= logging.WARNING] == []
