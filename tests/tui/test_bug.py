"""A bug of our own in any handler: the App closes, the caller gets the error, and the terminal is as it was."""

from __future__ import annotations

import os
import sys
import termios
from pathlib import Path

import pexpect
import pytest
from textual.worker import WorkerFailed

from simulator.errors import ExitCode
from simulator.tui.app import PodiumApp
from simulator.tui.screens.library import LibraryScreen
from tests.tui.house import FakeHouse, made, running

ROOT = Path(__file__).parents[2]


class PlantedBug(Exception):
    """Raised where a test has put it."""


async def test_a_bug_in_an_action_is_kept_for_the_caller(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(self: LibraryScreen) -> None:
        raise PlantedBug

    monkeypatch.setattr(LibraryScreen, "action_search", broken)
    app = made()
    with pytest.raises(PlantedBug):
        await _pressing(app, "slash")
    assert isinstance(app.bug, PlantedBug)
    assert app.bug.__traceback__ is not None
    assert not app._exit_renderables, "nothing is left to be printed as a traceback"


async def test_a_bug_off_the_event_loop_is_kept_as_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(self: FakeHouse, scenario_id: str) -> None:
        raise PlantedBug

    monkeypatch.setattr(FakeHouse, "scenario", broken)
    app = made()
    with pytest.raises(WorkerFailed):
        await _pressing(app, "enter")
    assert isinstance(app.bug, PlantedBug)


async def _pressing(app: PodiumApp, key: str) -> None:
    async with running(app) as pilot:
        await pilot.press(key)
        await pilot.pause()


PROGRAM = """
import sys
from simulator import cli
from simulator.tui.screens.library import LibraryScreen

def broken(self):
    raise RuntimeError("planted \\x1b[31mbug")

LibraryScreen.action_search = broken
sys.exit(cli.main([]))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="terminals of POSIX systems")
def test_the_real_program_tells_one_line_writes_a_log_and_restores_the_terminal(tmp_path: Path) -> None:
    environment = {**os.environ, "HOME": str(tmp_path), "PODIUM_LANGUAGE": "en", "TERM": "xterm-256color"}
    environment |= {name: str(tmp_path / name) for name in ("PODIUM_DATA_DIR", "PODIUM_CACHE_DIR", "XDG_STATE_HOME")}
    child = pexpect.spawn(
        sys.executable, ["-c", PROGRAM], env=environment, dimensions=(24, 100), cwd=ROOT, encoding="utf-8"
    )
    before = termios.tcgetattr(child.fileno())[3]
    child.expect("Scenario library")
    child.expect("not played yet")
    child.send("/")
    child.expect(pexpect.EOF)
    output = child.before or ""
    after = termios.tcgetattr(child.fileno())[3]
    child.close()

    assert child.exitstatus == ExitCode.BUG
    assert after & termios.ICANON
    assert after & termios.ECHO
    assert after & (termios.ICANON | termios.ECHO) == before & (termios.ICANON | termios.ECHO)
    assert "\x1b[?1049l" in output, "the alternate screen is left"
    left = output.rpartition("\x1b[?1049l")[2]
    assert "Traceback" not in output
    assert "RuntimeError" not in output
    lines = [line for line in left.splitlines() if "podium:" in line]
    assert len(lines) == 1
    log = Path(lines[0].rpartition(" in ")[2].strip())
    assert "RuntimeError: planted" in log.read_text("utf-8")
    assert "in broken" in log.read_text("utf-8")
