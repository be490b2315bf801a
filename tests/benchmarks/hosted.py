"""`podium host` in a process of its own, with a folder of its own, for as long as a measurement takes."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path

from tests.benchmarks.processes import Use, children, use_of, use_of_children

_JOIN = re.compile(r"(https?://\S+)/r/([A-Z0-9]{6})")
_CONSOLE = re.compile(r"https?://\S+/console/\S+")

NOTHING: Mapping[str, str] = {}

READY_SECONDS = 90.0
STOP_SECONDS = 30.0


class HostedRoom:
    """One node. `options` are those of `podium host`, with the scenario or `--room` among them."""

    def __init__(self, folder: Path, options: Sequence[str], environment: Mapping[str, str] = NOTHING) -> None:
        self.folder = folder
        self.base = self.code = self.console = ""
        self._options, self._environment = options, environment
        self._process: subprocess.Popen[str] | None = None
        self.said: list[str] = []

    @property
    def database(self) -> str:
        """The URL of the SQLite record in its folder."""
        return f"sqlite:///{self.folder / 'podium.sqlite3'}"

    @property
    def pid(self) -> int:
        assert self._process is not None
        return self._process.pid

    @property
    def alive(self) -> bool:
        return self._process is not None and self._process.poll() is None

    def start(self) -> None:
        """Start it; returns when browsers can come. Raises RuntimeError with what it said if it ends before."""
        environment = {
            "PODIUM_DATA_DIR": str(self.folder),
            "PODIUM_CACHE_DIR": str(self.folder / "cache"),
            "PODIUM_LANGUAGE": "vi",
            "PYTHONUNBUFFERED": "1",
            **self._environment,
        }
        command = [sys.executable, "-m", "simulator", "host", *self._options, "--no-console"]
        self.said = []
        self._process = subprocess.Popen(
            command, env={**os.environ, **environment}, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
        )
        threading.Thread(target=self._listen, args=(self._process,), daemon=True).start()
        end = time.monotonic() + READY_SECONDS
        while not self._read_links():
            if not self.alive or time.monotonic() > end:
                raise RuntimeError("the host did not start:\n" + "\n".join(self.said))
            time.sleep(0.02)

    def use(self) -> Use:
        """Of the host itself, with the further nodes that it started."""
        return use_of(self.pid) + use_of_children(self.pid, "host")

    def use_of_graders(self) -> Use:
        """Of the grading processes, and of the little ones that belong to them."""
        return use_of_children(self.pid, "host", having=False)

    def kill(self) -> None:
        """End it without a word, and the processes that it started with it, as a machine that is switched off."""
        assert self._process is not None
        for pid in (self._process.pid, *children(self._process.pid)):
            with_signal(pid, signal.SIGKILL)
        self._process.wait()

    def stop(self) -> None:
        """Ask it to end, and wait."""
        if self._process is None or not self.alive:
            return
        self._process.terminate()
        try:
            self._process.wait(STOP_SECONDS)
        except subprocess.TimeoutExpired:
            self.kill()

    def _listen(self, process: subprocess.Popen[str]) -> None:
        assert process.stdout is not None
        for line in process.stdout:
            self.said.append(line.rstrip())

    def _read_links(self) -> bool:
        said = "\n".join(self.said)
        join, console = _JOIN.search(said), _CONSOLE.search(said)
        if join and console:
            self.base, self.code, self.console = join[1], join[2], console[0]
        return bool(self.console)


def with_signal(pid: int, number: int) -> None:
    """Send a signal to a process that may be gone."""
    with suppress(ProcessLookupError):
        os.kill(pid, number)
