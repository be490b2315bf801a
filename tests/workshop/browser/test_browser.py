"""A real browser at a real host: the join page, Vietnamese as it is typed, a draft through reload and lost line."""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from tests.benchmarks.hosted import HostedRoom
from tests.benchmarks.journal_check import answers_in
from tests.workshop.browser.chromium import PATIENCE, Browser, Page, chromium, found

SCENARIO = "lu-quet-na-lai"
IN_THE_ROOM = 10.0
"""Seconds from the join page to the press room, for anybody."""

READING, QUESTION, WRITING, SAID = "Enter Tiếp", "Tự nói", "Câu trả lời, viết như khi nói", "Câu trả lời đã đưa ra"
ENTER, F5, F9 = ("Enter", 13), ("F5", 116), ("F9", 120)

pytestmark = [
    pytest.mark.skipif(not found(), reason="no browser: install chromium, or name one by PODIUM_CHROMIUM"),
    pytest.mark.xdist_group("browser"),
]

LOST = "document.body.classList.contains('lost')"
LEAVING = "(event => (dispatchEvent(event), event.defaultPrevented))(new Event('beforeunload', {cancelable: true}))"


@pytest.fixture(scope="module")
def room(tmp_path_factory: pytest.TempPathFactory) -> Iterator[HostedRoom]:
    host = HostedRoom(tmp_path_factory.mktemp("hosted"), (SCENARIO, "--port", "0", "--processes", "1"))
    host.start()
    yield host
    host.stop()


@pytest.fixture
async def browser(tmp_path: Path) -> AsyncIterator[Browser]:
    async with chromium(found(), tmp_path / "profile") as running:
        yield running


async def joined(page: Page, room: HostedRoom, name: str) -> None:
    """By the join page into the press room, in time."""
    await page.go(f"{room.base}/r/{room.code}")
    await page.comes("document.activeElement?.id === 'name'")
    await page.type(name)
    await page.press(*ENTER)
    await page.comes("location.pathname.startsWith('/seat/')", IN_THE_ROOM)
    await page.shows(READING, IN_THE_ROOM)


async def answered(room: HostedRoom, text: str) -> None:
    """Wait until the journal holds an answer of exactly this text, once."""
    for _ in range(int(PATIENCE * 10)):
        texts, _ = await asyncio.to_thread(answers_in, room.database)
        if text in texts:
            assert texts.count(text) == 1
            return
        await asyncio.sleep(0.1)
    raise AssertionError(f"not in the journal: {text!r}; but {texts}")


def kept_to_itself(page: Page, room: HostedRoom) -> None:
    """It asked nobody but the host for anything, and nothing in it failed or was forbidden."""
    hosts = {urlsplit(url).netloc for url in page.requests if not url.startswith(("data:", "about:"))}
    assert hosts == {urlsplit(room.base).netloc}
    assert page.complaints == []


async def test_a_draft_outlives_a_reload_and_a_lost_line_and_is_recorded_as_typed(
    room: HostedRoom, browser: Browser
) -> None:
    page = await browser.page()
    await joined(page, room, "Lan")
    await page.press(*ENTER)
    await page.shows(QUESTION)
    await page.press(*F5)
    await page.shows(WRITING)
    assert not await page.find(LEAVING)

    await page.insert("Thưa bà con, ")
    for word in ("cảnh", "báo"):
        await page.compose(word)
        await page.type(" ")
    await page.type("den muon.")
    await page.shows("Thưa bà con, cảnh báo den muon.")

    await page.comes(LEAVING)
    await page.call("Page.reload")
    await page.shows("Thưa bà con, cảnh báo den muon.")
    assert page.questions == ["beforeunload"]

    await page.insert(" Đài báo lúc 22:45.")
    await page.shows("den muon. Đài báo lúc 22:45.")
    await page.network(is_there=False)
    await page.comes(LOST)
    await page.insert(" Ượm ờ!")
    await page.network(is_there=True)
    await page.comes(f"!{LOST}")
    await page.shows("22:45. Ượm ờ!")

    await page.press(*F9)
    await page.shows(SAID)
    await answered(room, "Thưa bà con, cảnh báo den muon. Đài báo lúc 22:45. Ượm ờ!")
    await page.comes(f"!{LEAVING}")
    kept_to_itself(page, room)


async def test_on_a_phone_the_bar_of_keys_does_everything(room: HostedRoom, browser: Browser) -> None:
    page = await browser.page(width=390, height=844, phone=True)
    await joined(page, room, "Hoa")
    assert await page.find("document.documentElement.scrollWidth <= innerWidth")
    seen = "(box => box.height > 0 && box.left >= 0 && box.right <= innerWidth && box.bottom <= innerHeight)"
    assert await page.find(f"{seen}(document.querySelector('#keys').getBoundingClientRect())")

    await page.tap("#keys .enter")
    await page.shows(QUESTION)
    await page.tap("#keys .speak")
    await page.shows(WRITING)
    await page.tap("#keys .keyboard")
    await page.insert("Đã tìm thấy ")
    await page.compose("người")
    await page.shows("Đã tìm thấy người")
    await page.tap("#keys .speak")
    await page.shows(SAID)
    await answered(room, "Đã tìm thấy người")
    assert await page.find("document.documentElement.scrollWidth <= innerWidth")
    kept_to_itself(page, room)


async def test_another_device_takes_a_seat_over_on_purpose_only(room: HostedRoom, browser: Browser) -> None:
    first = await browser.page()
    await joined(first, room, "Mai")
    pin = re.search(r"\d{4}", str(await first.find("document.getElementById('place').textContent")))
    assert pin

    second = await browser.page(width=1024, height=768)
    await second.go(f"{room.base}/r/{room.code}")
    await second.comes("document.activeElement?.id === 'name'")
    await second.type("Mai")
    await second.press(*ENTER)
    await second.comes("document.activeElement?.id === 'pin'")
    await second.type(pin[0])
    await second.press(*ENTER)
    await second.comes("document.getElementById('notice')?.hidden === false")
    assert await first.find("document.getElementById('notice').hidden")

    await second.press(*ENTER)
    await second.shows(READING)
    await first.comes("!document.getElementById('notice').hidden")
    kept_to_itself(second, room)
