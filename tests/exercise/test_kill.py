"""Nothing that was accepted is lost: a player is killed at any instant, again and again, and its record compared."""

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
from simulator.session.advance import advance, before_start
from simulator.session.events import Event, TakenBack
from tests.exercise.killing import Claim, Life, Program, Running, in_terminal, live_until_killed, new_terminal
from tests.exercise.player_program import digest
from tests.exercise.stories import round_and_round

ROOT = Path(__file__).parents[2]
COMMAND = [sys.executable, "-m", "tests.exercise.player_program"]
SAID = re.compile(rb"(?:stands|accepted) (\d+) ([0-9a-f]{16})\r")


def claims(output: bytes) -> list[Claim]:
    """What the player said in whole lines."""
    return [Claim(int(count), state.decode()) for count, state in SAID.findall(output)]


def random_keys(chance: Random) -> Iterator[bytes]:
    """Mostly steps, now and then one taken back."""
    while True:
        yield chance.choice([b"1", b"1", b"1", b"2", b"2", b"b"])


def recorded(url: str) -> tuple[Event, ...]:
    """The events of the one session in the record; none if it was not begun."""
    opened = open_journal(url)
    try:
        assert opened.notice is None, "a kill is no damage"
        summaries = opened.journal.sessions()
        assert len(summaries) <= 1, "each life takes up the session of the one before"
        return tuple(entry.event for summary in summaries for entry in opened.journal.entries(summary.header.id))
    finally:
        opened.journal.close()


def states(events: Sequence[Event]) -> list[str]:
    """The digest of the session after so many events, by number, folded without the help of Exercise."""
    story = round_and_round()
    standing = [before_start(story)]
    digests = [digest(standing[-1])]
    for event in events:
        if isinstance(event, TakenBack):
            standing.pop()
        else:
            standing.append(advance(story, standing[-1], event))
        digests.append(digest(standing[-1]))
    return digests


def check(claimed: Sequence[Claim], digests: Sequence[str]) -> None:
    """Every claim holds in the record."""
    for claim in claimed:
        assert claim.count < len(digests), f"event {claim.count} of {len(digests) - 1} was accepted, and is lost"
        assert claim.state in ("", digests[claim.count]), f"after {claim.count} events the session was another"


def kill_again_and_again(program: Program, url: str, lives: Sequence[Life]) -> int:
    """Let the program live again and again, and compare after each; returns how many claims were made."""
    claimed: list[Claim] = []
    count = 0
    for life in lives:
        said = live_until_killed(program, life)
        claimed += said
        digests = states(recorded(url))
        check(claimed, digests)
        # Beyond what was said there may be one step that was recorded when the kill came, or the beginning itself.
        most = said[-1].count + 1 if said else max(count, 1)
        count = len(digests) - 1
        assert count <= most, f"{count} events are recorded, but only {most} can have been asked for"
    return len(claimed)


@pytest.fixture(scope="module")
def start_warm() -> Iterator[Callable[[str], Running]]:
    """Starts players that need not import anything first, for there are a hundred of them."""
    warm = subprocess.Popen(
        [*COMMAND, "--warm"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=ROOT, bufsize=1
    )
    assert warm.stdin is not None
    assert warm.stdout is not None
    stdin, stdout = warm.stdin, warm.stdout
    assert stdout.readline() == "warm\n"

    def start(url: str) -> Running:
        ours, theirs = new_terminal()
        stdin.write(f"{os.ttyname(theirs)} {url}\n")
        pid = int(stdout.readline())
        os.close(theirs)
        return Running(pid, ours, lambda: None)

    yield start
    stdin.close()
    warm.wait(10)


@pytest.mark.parametrize("seed", range(10))
def test_a_hundred_kills_lose_nothing(tmp_path: Path, seed: int, start_warm: Callable[[str], Running]) -> None:
    chance = Random(seed)
    url = f"sqlite:///{tmp_path}/podium.sqlite3"
    program = Program(lambda: start_warm(url), random_keys(chance), claims)
    # The first lives are so short that some end while the file is being made.
    lives = [Life(chance.uniform(0.0, 0.03)) for _ in range(3)]
    lives += [Life(chance.uniform(0.0, 0.1), awake=b"stands") for _ in range(7)]
    assert kill_again_and_again(program, url, lives) > 0


def test_a_command_started_cold_loses_nothing(tmp_path: Path) -> None:
    chance = Random(2026)
    url = f"sqlite:///{tmp_path}/podium.sqlite3"
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    program = Program(lambda: in_terminal([*COMMAND, url], environment), random_keys(chance), claims)
    lives = [Life(chance.uniform(0.02, 0.2), awake=b"stands") for _ in range(5)]
    assert kill_again_and_again(program, url, lives) > 5


def test_a_lost_event_would_be_noticed() -> None:
    with pytest.raises(AssertionError, match="is lost"):
        check([Claim(1), Claim(2)], ["before", "after"])


def test_a_changed_event_would_be_noticed() -> None:
    with pytest.raises(AssertionError, match="was another"):
        check([Claim(1, "said")], ["before", "after"])
