"""The real `podium` in a terminal, started again and again by forking, for the kill test.

    python -m tests.commands.screen_program    starts one for each line "TERMINAL FOLDER" on stdin, and says its pid

FOLDER holds the scenario and the record. The program resumes the session that is open there, or opens the briefing
of the scenario. Everything is imported once, in the parent, because there are a hundred of them.
"""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path

from simulator.cli import main
from simulator.commands import play, shelf
from simulator.commands.house import LocalHouse
from simulator.journal import connect
from simulator.tui import app
from simulator.tui.screens import briefing, library, press_room

WARM = (app, briefing, library, press_room, play, shelf, connect)


def fork_programs() -> None:
    """Fork a program for each line of stdin."""
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    while order := sys.stdin.readline():
        terminal, folder = order.split()
        # Held open until the program has it, for a terminal that nobody holds is gone.
        held = os.open(terminal, os.O_RDWR | os.O_NOCTTY)
        pid = os.fork()
        if not pid:
            _take_over(terminal)
            run(Path(folder))
            os._exit(0)
        os.close(held)
        print(pid, flush=True)  # noqa: T201


def run(folder: Path) -> None:
    """`podium resume`, or `podium play` where there is nothing to resume."""
    os.environ.update(
        TERM="xterm-256color",
        PODIUM_DATA_DIR=str(folder / "data"),
        PODIUM_CACHE_DIR=str(folder / "cache"),
        PODIUM_SCENARIOS=str(folder / "scenarios"),
        PODIUM_LANGUAGE="en",
    )
    begun = LocalHouse().journal.latest_open() is not None
    main(["resume"] if begun else ["play", "long-day"])


def _take_over(terminal: str) -> None:
    os.setsid()
    opened = os.open(terminal, os.O_RDWR)
    for descriptor in (0, 1, 2):
        os.dup2(opened, descriptor)
    os.close(opened)
    for number, name in enumerate(("stdin", "stdout", "stderr")):
        stream = os.fdopen(number, "w" if number else "r", closefd=False)
        setattr(sys, name, stream)
        setattr(sys, f"__{name}__", stream)


if __name__ == "__main__":
    fork_programs()
