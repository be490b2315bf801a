"""textual-serve beside it: the same press room, played by the same bots, with a process for each browser."""

from __future__ import annotations

import asyncio
import json
import shlex
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path

import aiohttp

from simulator.workshop.bots import HUMAN, Answers, LineLost, Wire
from tests.benchmarks.crowd import Summed, crowd
from tests.benchmarks.processes import use_of, use_of_children

_SERVER = """
import sys
from textual_serve.server import Server
Server(sys.argv[1], host="127.0.0.1", port=int(sys.argv[2])).serve()
"""

COLUMNS = {
    "seats": 8, "in": 5, "first paint p50/p95, s": 25, "press room p50/p95/max, s": 28, "key p50/p95/p99, ms": 24,
    "unpainted": 11, "graded p50/p95, s": 20, "MiB a seat": 12, "cores": 7,
}  # fmt: skip
"""Titles and widths."""


class ServeWire(Wire):
    """Speaks as the page of textual-serve does."""

    def url(self, node: str) -> str:
        return f"{node}/ws?width={self.screen.columns}&height={self.screen.rows}".replace("http", "ws", 1)

    async def greet(self, socket: aiohttp.ClientWebSocketResponse) -> None:
        size = {"width": self.screen.columns, "height": self.screen.rows}
        await socket.send_str(json.dumps(["resize", size]))

    async def send(self, *message: object) -> None:
        if not self.up or self._socket is None:
            raise LineLost
        await self._socket.send_str(json.dumps(["stdin", *message[1:]], ensure_ascii=False))


async def told(seats: Sequence[int], seconds: float, scenario: str, answers: Answers, cache: Path) -> None:
    """Measure each number of seats, and print a table."""
    if find_spec("textual_serve") is None:
        print("\ntextual-serve is not installed: nothing to put beside it")
        return
    print(f"\ntextual-serve, a process a seat, the same press room, {seconds:.0f} s each")
    print("".join(f"{title:>{width}}" for title, width in COLUMNS.items()))
    for number in seats:
        await _measure(number, seconds, scenario, answers, cache)


async def _measure(seats: int, seconds: float, scenario: str, answers: Answers, cache: Path) -> None:
    with (
        tempfile.TemporaryDirectory(prefix="podium-serve-", ignore_cleanup_errors=True) as folder,
        _server(scenario, Path(folder), cache) as (process, base),
    ):
        async with crowd(answers, HUMAN, ServeWire) as bots:
            await _until_up(base)
            for number in range(1, seats + 1):
                bots.add([base], "", f"B{number}")
            await bots.connect()
            bots.play()
            began, before = time.perf_counter(), use_of_children(process.pid) + use_of(process.pid)
            await bots.until_played(seconds)
            after = use_of_children(process.pid) + use_of(process.pid)
            cores = (after.cpu_s - before.cpu_s) / (time.perf_counter() - began)
        _print(seats, bots.summed(), after.rss_mib / seats, cores)


def _print(seats: int, summed: Summed, mib: float, cores: float) -> None:
    cells = (
        str(seats), str(summed.in_room), summed.lobby.seconds(0.5, 0.95), summed.room.seconds(0.5, 0.95, 1),
        summed.keys.ms(0.5, 0.95, 0.99), str(summed.unpainted), summed.graded.seconds(0.5, 0.95), f"{mib:.1f}",
        f"{cores:.2f}",
    )  # fmt: skip
    print("".join(f"{cell:>{width}}" for cell, width in zip(cells, COLUMNS.values(), strict=True)), flush=True)


class _server:  # noqa: N801 (a context manager is a verb here)
    """textual-serve in a process of its own; each browser's Podium has a folder of its own."""

    def __init__(self, scenario: str, folder: Path, cache: Path) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self._port = free.getsockname()[1]
        program = shlex.join([sys.executable, "-m", "tests.benchmarks.press_room_alone", scenario])
        settings = shlex.join([f"PODIUM_CACHE_DIR={cache}", "PODIUM_LANGUAGE=vi", f"TMPDIR={folder}"])
        self._command = f"exec env {settings} {program}"
        self._folder = folder

    def __enter__(self) -> tuple[subprocess.Popen[bytes], str]:
        log = (self._folder / "log").open("wb")
        command = [sys.executable, "-c", _SERVER, self._command, str(self._port)]
        self._process = subprocess.Popen(command, stdout=log, stderr=log)
        return self._process, f"http://127.0.0.1:{self._port}"

    def __exit__(self, *_: object) -> None:
        self._process.terminate()
        try:
            self._process.wait(20)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()


async def _until_up(base: str) -> None:
    async with aiohttp.ClientSession() as http:
        for _ in range(200):
            try:
                async with http.get(base):
                    return
            except aiohttp.ClientError:
                await asyncio.sleep(0.1)
    raise RuntimeError("textual-serve did not start")
