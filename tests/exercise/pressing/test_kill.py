"""Killed while a press stands: the record on disk brings it back."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from simulator.exercise.clock import ManualClock
from simulator.exercise.exercise import Exercise
from simulator.journal.connect import open_journal
from tests.exercise.pressing.stories import HASH, begun, flagged, say, story


def killed_under_press(url: str) -> None:
    """Play until a press stands, and die."""
    import os

    exercise = begun(story("hostile", flagged("blame", "it was them")), open_journal(url).journal)
    say(exercise, "bad")
    assert exercise.state.press is not None
    os.kill(os.getpid(), signal.SIGKILL)


@pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL")
def test_a_press_outlives_a_kill(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/record.db"
    program = f"from tests.exercise.pressing.test_kill import killed_under_press; killed_under_press({url!r})"
    died = subprocess.run([sys.executable, "-c", program], cwd=Path(__file__).parents[3], check=False)
    assert died.returncode == -signal.SIGKILL
    journal = open_journal(url).journal
    open_session = journal.latest_open()
    assert open_session is not None
    tale = story("hostile", flagged("blame", "it was them"))
    again = Exercise.resume(tale, HASH, journal, open_session.header.id, ManualClock())
    assert again.state.press is not None
    assert again.state.press.text
    say(again, "a")
    assert again.state.answers[-1].scene == "press_1"
