"""Told to end: the screens give the terminal back, plain lines tell what is kept, and nothing is lost either way."""

from __future__ import annotations

import io
import os
import signal
import sys
from pathlib import Path

import pexpect
import pytest

from simulator.commands.drafts import read_draft
from simulator.commands.house import LocalHouse

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals and terminals of POSIX systems")

ROOT = Path(__file__).parents[2]
SPILL = "chemical-spill-nam-ta"
TO_SCREEN, FROM_SCREEN = "\x1b[?1049h", "\x1b[?1049l"
F5 = "\x1b[15~"


def started(*options: str) -> pexpect.spawn[str]:
    """`podium play` in a terminal."""
    environment = {**os.environ, "TERM": "xterm-256color"}
    arguments = ["-m", "simulator", "play", SPILL, "--seed", "1", *options]
    child = pexpect.spawn(
        sys.executable, arguments, dimensions=(40, 120), cwd=ROOT, encoding="utf-8", timeout=60, env=environment
    )
    child.logfile_read = io.StringIO()
    return child


def ended(child: pexpect.spawn[str]) -> tuple[int | None, str]:
    """The exit code and all that was written."""
    child.expect(pexpect.EOF)
    child.close()
    assert isinstance(child.logfile_read, io.StringIO)
    assert child.signalstatus is None, "it leaves of its own accord"
    return child.exitstatus, child.logfile_read.getvalue()


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_the_screens_give_the_terminal_back(number: signal.Signals) -> None:
    child = started()
    child.expect("F1")
    child.kill(number)
    code, written = ended(child)
    assert code == 128 + number
    assert written.rindex(FROM_SCREEN) > written.rindex(TO_SCREEN)
    assert "Traceback" not in written


def test_what_is_being_written_on_the_screens_is_kept() -> None:
    child = started()
    for keys, told in (("\r", "F5"), (F5, "F9")):
        child.expect("F1")
        child.send(keys)
        child.expect(told)
    child.send("It is acid.")
    child.expect("syllables")
    child.kill(signal.SIGTERM)
    assert ended(child)[0] == 128 + signal.SIGTERM
    house = LocalHouse()
    assert read_draft(house.newest_session()).text == "It is acid."


def test_plain_lines_tell_what_is_kept() -> None:
    child = started("--plain")
    for typed, told in (("", "helps:"), ("w", "Line 1:"), ("It is acid.", "Line 2:")):
        child.sendline(typed)
        child.expect(told)
    child.kill(signal.SIGTERM)
    code, written = ended(child)
    assert code == 128 + signal.SIGTERM
    assert "kept as a draft" in written
    assert "podium resume --plain" in written
    assert read_draft(LocalHouse().newest_session()).text == "It is acid."
