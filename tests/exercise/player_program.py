"""A program that plays a session through Exercise and a record on disk, for the kill test.

    python -m tests.exercise.player_program URL      plays in its own terminal
    python -m tests.exercise.player_program --warm   forks a player for each line "TERMINAL URL" on stdin

It takes up the newest open session, or begins one. Each key is a step: `b` takes back, others choose. It says
`stands COUNT STATE` when it has taken the session up, and `accepted COUNT STATE` after each accepted step: COUNT events
are recorded, and STATE is the digest of the session then. What it has said must survive anything.
"""

from __future__ import annotations

import hashlib
import os
import signal
import sys
import tty
from contextlib import suppress

from simulator.exercise.clock import RunningClock
from simulator.exercise.exercise import Exercise
from simulator.journal.connect import open_journal
from simulator.session.events import IllegalEvent
from simulator.session.state import SessionState, canonical
from tests.exercise.stories import HASH, round_and_round


def digest(state: SessionState) -> str:
    return hashlib.sha256(canonical(state)).hexdigest()[:16]


def play(url: str) -> None:
    """Play with the keys of stdin until killed or until they end."""
    tty.setraw(0)
    journal = open_journal(url).journal
    story, open_session = round_and_round(), journal.latest_open()
    if open_session is None:
        exercise = Exercise.begin(story, HASH, journal, RunningClock())
    else:
        exercise = Exercise.resume(story, HASH, journal, open_session.header.id, RunningClock())
    exercise.subscribe(lambda event, state: say("accepted", exercise))
    say("stands", exercise)
    while key := os.read(0, 1):
        with suppress(IllegalEvent):
            press(key, exercise)


def press(key: bytes, exercise: Exercise) -> None:
    if key == b"b":
        exercise.take_back()
    elif exercise.state.scene == "q1":
        exercise.choose_line("owns" if key == b"1" else "denies")
    elif exercise.state.scene == "d1":
        exercise.take_option("do" if key == b"1" else "wait")
    else:
        exercise.go_on()


def say(word: str, exercise: Exercise) -> None:
    os.write(1, f"{word} {len(exercise.events)} {digest(exercise.state)}\r\n".encode())


def fork_players() -> None:
    """Fork a player into each terminal named on stdin: a program of its own, without the time of importing."""
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    print("warm", flush=True)  # noqa: T201
    while line := sys.stdin.readline():
        terminal, url = line.split()
        # Opened before the fork: the terminal is never without a program at its end once the pid is told.
        file = os.open(terminal, os.O_RDWR | os.O_NOCTTY)
        pid = os.fork()
        if pid == 0:
            os.setsid()
            for standard in (0, 1, 2):
                os.dup2(file, standard)
            os.close(file)
            play(url)
            os._exit(0)
        os.close(file)
        print(pid, flush=True)  # noqa: T201


if __name__ == "__main__":
    fork_players() if sys.argv[1] == "--warm" else play(sys.argv[1])
