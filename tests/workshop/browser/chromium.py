"""A browser for tests: the system's Chromium without a window, spoken to by its DevTools protocol."""

from __future__ import annotations

import asyncio
import json
import os
import shutil
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from itertools import count
from pathlib import Path
from typing import Any

import aiohttp

NAMES = ("chromium", "chromium-browser", "google-chrome")
FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-dev-shm-usage",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-extensions",
    "--disable-renderer-backgrounding",
    "--disable-backgrounding-occluded-windows",
    "--disable-features=Translate,MediaRouter,OptimizationHints",
    "--remote-debugging-port=0",
)
UP_WITHIN = 20.0
PATIENCE = 15.0
"""Seconds until a condition that has not come true is a failure."""

LOOK_AGAIN = 0.05

Message = dict[str, Any]


def found() -> str:
    """The browser's program, from PODIUM_CHROMIUM or by its usual names; empty where there is none."""
    asked = os.environ.get("PODIUM_CHROMIUM", "")
    return shutil.which(asked) or "" if asked else next(filter(None, map(shutil.which, NAMES)), "")


class Browser:
    """The whole browser; a context of it is as a browser of its own, with its own storage."""

    def __init__(self, socket: aiohttp.ClientWebSocketResponse) -> None:
        self._socket = socket
        self._ids = count(1)
        self._answers: dict[int, asyncio.Future[Message]] = {}
        self._told: dict[str, Callable[[str, Message], None]] = {}

    async def call(self, method: str, session: str = "", **params: object) -> Message:
        """Ask for something and wait for the answer. Raises RuntimeError with the browser's reason."""
        number = next(self._ids)
        answer = self._answers[number] = asyncio.get_running_loop().create_future()
        message: Message = {"id": number, "method": method, "params": params}
        await self._socket.send_str(json.dumps(message | ({"sessionId": session} if session else {})))
        found = await asyncio.wait_for(answer, PATIENCE)
        if "error" in found:
            raise RuntimeError(f"{method}: {found['error'].get('message')}")
        return dict(found.get("result", {}))

    async def listen(self) -> None:
        """Hand on what the browser says, until it is gone."""
        async for frame in self._socket:
            message = json.loads(frame.data)
            if "id" in message:
                answer = self._answers.pop(message["id"], None)
                if answer is not None and not answer.done():
                    answer.set_result(message)
            elif message.get("sessionId") in self._told:
                self._told[message["sessionId"]](message["method"], message.get("params", {}))

    async def page(self, *, width: int = 1280, height: int = 800, phone: bool = False) -> Page:
        """A new page in a context of its own."""
        context = (await self.call("Target.createBrowserContext"))["browserContextId"]
        target = await self.call("Target.createTarget", url="about:blank", browserContextId=context)
        attached = await self.call("Target.attachToTarget", targetId=target["targetId"], flatten=True)
        page = Page(self, attached["sessionId"])
        self._told[attached["sessionId"]] = page.heard
        await page.prepare(width, height, phone=phone)
        return page


class Page:
    """One page: what it asked the network for, what it complained of, and hands to type and to look with."""

    def __init__(self, browser: Browser, session: str) -> None:
        self._browser, self._session = browser, session
        self.requests: list[str] = []
        """The address of everything that it asked for."""
        self.complaints: list[str] = []
        """Errors of its programs, and what a policy forbade."""
        self.questions: list[str] = []
        """The kinds of dialogs that it opened; each is answered with yes."""
        self._errands: set[asyncio.Task[Message]] = set()

    async def call(self, method: str, **params: object) -> Message:
        """Ask the browser for something about this page."""
        return await self._browser.call(method, self._session, **params)

    async def prepare(self, width: int, height: int, *, phone: bool) -> None:
        """Listen to everything, and be as large as a screen is."""
        for domain in ("Page", "Runtime", "Network", "Log"):
            await self.call(f"{domain}.enable")
        scale = 2 if phone else 1
        metrics = {"width": width, "height": height, "deviceScaleFactor": scale, "mobile": phone}
        await self.call("Emulation.setDeviceMetricsOverride", **metrics)
        if phone:
            await self.call("Emulation.setTouchEmulationEnabled", enabled=True)
        await self.call("Emulation.setLocaleOverride", locale="vi-VN")

    def heard(self, method: str, params: Message) -> None:
        """Keep what the tests look at."""
        if method == "Network.requestWillBeSent":
            self.requests.append(params["request"]["url"])
        elif method == "Network.webSocketCreated":
            self.requests.append(params["url"])
        elif method == "Runtime.exceptionThrown":
            self.complaints.append(str(params["exceptionDetails"].get("exception", {}).get("description", params)))
        elif method == "Log.entryAdded" and _weighs(params["entry"]):
            self.complaints.append(params["entry"]["text"])
        elif method == "Page.javascriptDialogOpening":
            self.questions.append(params["type"])
            self._send("Page.handleJavaScriptDialog", accept=True)

    def _send(self, method: str, **params: object) -> None:
        errand = asyncio.ensure_future(self.call(method, **params))
        self._errands.add(errand)
        errand.add_done_callback(self._errands.discard)

    async def go(self, url: str) -> None:
        """Open an address."""
        found = await self.call("Page.navigate", url=url)
        assert not found.get("errorText"), found
        await self.comes("document.readyState === 'complete'")

    async def find(self, expression: str) -> Any:  # noqa: ANN401  # whatever the page's program gives
        """The value of an expression of the page's language."""
        result = await self.call("Runtime.evaluate", expression=expression, returnByValue=True, awaitPromise=True)
        assert "exceptionDetails" not in result, result["exceptionDetails"]
        return result["result"].get("value")

    async def comes(self, expression: str, seconds: float = PATIENCE) -> None:
        """Wait until an expression is true; a page that is being loaded anew is asked again."""
        loop = asyncio.get_running_loop()
        end = loop.time() + seconds
        while True:
            with suppress(RuntimeError, AssertionError):
                if await self.find(expression):
                    return
            if loop.time() > end:
                raise AssertionError(f"never came: {expression}\n{await self.text()}")
            await asyncio.sleep(LOOK_AGAIN)

    async def text(self) -> str:
        """What stands on the terminal, line by line."""
        with suppress(RuntimeError, AssertionError):
            return str(await self.find(ROWS))
        return ""

    async def shows(self, words: str, seconds: float = PATIENCE) -> None:
        """Wait until the terminal shows some words, in one line."""
        await self.comes(f"({ROWS}).includes({json.dumps(words)})", seconds)

    async def insert(self, text: str) -> None:
        """Text as an input method hands it over in one piece."""
        await self.call("Input.insertText", text=text)

    async def compose(self, word: str) -> None:
        """A word as it grows under an input method, and its end."""
        for length in range(1, len(word) + 1):
            part = word[:length]
            await self.call("Input.imeSetComposition", text=part, selectionStart=length, selectionEnd=length)
        await self.insert(word)

    async def type(self, text: str) -> None:
        """Letters, each with its key going down and up."""
        for letter in text:
            await self.call("Input.dispatchKeyEvent", type="keyDown", text=letter, key=letter)
            await self.call("Input.dispatchKeyEvent", type="keyUp", key=letter)

    async def press(self, key: str, code: int) -> None:
        """A key by its name and its number on Windows, as browsers count them."""
        text = {"text": "\r"} if key == "Enter" else {}
        named = {"key": key, "code": key, "windowsVirtualKeyCode": code}
        await self.call("Input.dispatchKeyEvent", type="keyDown" if text else "rawKeyDown", **named, **text)
        await self.call("Input.dispatchKeyEvent", type="keyUp", **named)

    async def tap(self, selector: str) -> None:
        """A finger on the middle of an element."""
        box = await self.find(
            f"(b => [b.x + b.width / 2, b.y + b.height / 2])({_query(selector)}.getBoundingClientRect())"
        )
        await self.call("Input.dispatchTouchEvent", type="touchStart", touchPoints=[{"x": box[0], "y": box[1]}])
        await self.call("Input.dispatchTouchEvent", type="touchEnd", touchPoints=[])

    async def network(self, *, is_there: bool) -> None:
        """Take the network away from this page, or give it back."""
        await self.call(
            "Network.emulateNetworkConditions",
            offline=not is_there,
            latency=0,
            downloadThroughput=-1,
            uploadThroughput=-1,
        )


ROWS = "[...document.querySelectorAll('.xterm-rows > div')].map(row => row.textContent.trimEnd()).join('\\n')"


def _query(selector: str) -> str:
    return f"document.querySelector({json.dumps(selector)})"


def _weighs(entry: Message) -> bool:
    """Whether it is more than a connection that was refused while the network was away."""
    return entry.get("level") == "error" and entry.get("source") != "network"


@asynccontextmanager
async def chromium(program: str, folder: Path) -> AsyncIterator[Browser]:
    """A browser that keeps what it keeps in a folder, as long as it is needed."""
    process = await asyncio.create_subprocess_exec(
        program,
        *FLAGS,
        f"--user-data-dir={folder}",
        "about:blank",
        stdout=asyncio.subprocess.DEVNULL,
        stderr=asyncio.subprocess.DEVNULL,
    )
    try:
        address = await _address(folder / "DevToolsActivePort", process)
        async with aiohttp.ClientSession() as http, http.ws_connect(address, max_msg_size=0) as socket:
            browser = Browser(socket)
            listening = asyncio.create_task(browser.listen())
            yield browser
            with suppress(RuntimeError, TimeoutError, ConnectionError):
                await browser.call("Browser.close")
            listening.cancel()
    finally:
        with suppress(ProcessLookupError):
            process.kill()
        await process.wait()


async def _address(told: Path, process: asyncio.subprocess.Process) -> str:
    """Where the browser listens, which it writes down once it does: the port, and the path under it."""
    loop = asyncio.get_running_loop()
    end = loop.time() + UP_WITHIN
    while loop.time() < end and process.returncode is None:
        lines = told.read_text(encoding="ascii").split() if told.exists() else []
        if len(lines) == 2:
            return f"ws://127.0.0.1:{lines[0]}{lines[1]}"
        await asyncio.sleep(LOOK_AGAIN)
    raise RuntimeError(f"the browser did not start (exit code {process.returncode})")
