"""The real screens are killed a hundred times at random moments: every answer painted as given is in the record."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from random import Random

import pytest

from simulator.journal.connect import open_journal
from simulator.session.events import LineChosen
from tests.exercise.killing import Claim, Life, Program, Running, live_until_killed, new_terminal

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="terminals and SIGKILL of POSIX systems")

ROOT = Path(__file__).parents[2]
QUESTIONS = 150
HEAD = """\
format: 1
id: long-day
language: en
title: A long day
module: press
level: basic
minutes: 60
role: Spokesperson
objectives: [Last the day.]
skills: [accuracy]
author: Podium
licence: CC0
dossier:
  context: It is a long day.
  facts:
    - {id: f1, text: It is long., source: The clock, as_of: now}
cast:
  journalists:
    - {id: hang, name: Hang, outlet: The Ledger, manner: patient}
clock: {start: 08:00}
start: q0
scenes:
"""
QUESTION = """\
  - id: q{n}
    kind: question
    journalist: hang
    text: Question {n} of the day?
    skills: [accuracy]
    then: {then}
    lines:
      - id: a
        text: The first answer to {n}.
        levels: {{accuracy: 3}}
        findings: [{{skill: accuracy, because: It is so.}}]
        reaction: Heard {n} a.
      - id: b
        text: The second answer to {n}.
        levels: {{accuracy: 1}}
        findings: [{{skill: accuracy, because: It is so.}}]
        reaction: Heard {n} b.
"""
END = "  - {id: end, kind: ending, outcome: mixed, headline: Night, text: It is over., lesson: Sleep.}\n"

AWAKE = b"F1"
"""Stands in every footer: the program has painted a screen."""

KEY_OF_SO_MANY = 60
"""A person does not press a thousand keys a second: so many instants of a millisecond go by for each key."""

LIVES, LIVES_MOST = 10, 60
"""So many times it is killed; more often where a busy machine let it come to fewer answers than TELLING."""

TELLING = 3

ESCAPES = re.compile(rb"\x1b\[[0-9;:?<>=]*[A-Za-z]")
HEARD = re.compile(rb"Heard (\d+) ([ab])\.")


def long_day(folder: Path) -> None:
    """Write the scenario where the program looks for it."""
    questions = [QUESTION.format(n=n, then=f"q{n + 1}" if n + 1 < QUESTIONS else "end") for n in range(QUESTIONS)]
    place = folder / "scenarios" / "long-day"
    place.mkdir(parents=True)
    (place / "scenario.yaml").write_text(HEAD + "".join(questions) + END, encoding="utf-8")


def claims(output: bytes) -> list[Claim]:
    """The answers that were painted as given: the reaction to an answer stands only in its aftermath."""
    return [Claim(int(number), choice.decode()) for number, choice in HEARD.findall(ESCAPES.sub(b"", output))]


def keys(chance: Random) -> Iterator[bytes]:
    """Enter, mostly with a line marked just before it: without a mark it says none."""
    while True:
        yield chance.choice([b"\r", b"\r", b"1\r", b"2\r", b"2\r"])
        yield from [b""] * (KEY_OF_SO_MANY - 1)


def recorded(folder: Path) -> dict[int, str]:
    """The line given to each question, by the record."""
    opened = open_journal(f"sqlite:///{folder}/data/podium.sqlite3")
    try:
        assert opened.notice is None, "a kill is no damage"
        summaries = opened.journal.sessions()
        assert len(summaries) <= 1, "each life takes up the session of the one before"
        events = [entry.event for summary in summaries for entry in opened.journal.entries(summary.header.id)]
    finally:
        opened.journal.close()
    return {int(event.scene[1:]): event.line for event in events if isinstance(event, LineChosen)}


@pytest.fixture(scope="module")
def start() -> Iterator[Callable[[Path], Running]]:
    """Starts the real program from a parent in which everything is imported."""
    warm = subprocess.Popen(
        [sys.executable, "-m", "tests.commands.screen_program"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=ROOT,
        bufsize=1,
    )
    assert warm.stdin is not None
    assert warm.stdout is not None
    stdin, stdout = warm.stdin, warm.stdout

    def started(folder: Path) -> Running:
        ours, theirs = new_terminal((24, 80))
        stdin.write(f"{os.ttyname(theirs)} {folder}\n")
        pid = int(stdout.readline())
        os.close(theirs)
        return Running(pid, ours, lambda: None)

    yield started
    stdin.close()
    warm.wait(10)


def check(said: Sequence[Claim], record: dict[int, str]) -> None:
    """Every answer that was painted as given stands in the record as it was given."""
    for claim in said:
        assert record.get(claim.count) == claim.state, f"the answer {claim.state} to question {claim.count} is lost"


@pytest.mark.parametrize("seed", range(10))
def test_the_screens_lose_no_answer(tmp_path: Path, seed: int, start: Callable[[Path], Running]) -> None:
    chance = Random(seed)
    long_day(tmp_path)
    program = Program(lambda: start(tmp_path), keys(chance), claims)
    said: list[Claim] = []
    for life in range(LIVES_MOST):
        said += live_until_killed(program, Life(chance.uniform(0.0, 1.0), AWAKE))
        check(said, recorded(tmp_path))
        if life + 1 >= LIVES and len(said) >= TELLING:
            break
    assert len(said) >= TELLING, "so few answers that the test says nothing"
    assert sorted(recorded(tmp_path)) == list(range(len(recorded(tmp_path)))), "no question is left out"


def test_a_lost_answer_would_be_noticed() -> None:
    with pytest.raises(AssertionError, match="is lost"):
        check([Claim(0, "a"), Claim(1, "b")], {0: "a"})
