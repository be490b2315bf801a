"""Two programs, each a process of its own, on one record at the same time: a file, and a server's database."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from simulator.journal.connect import open_journal
from simulator.session.events import Continued
from tests.journal.contract import refill

COUNT = 150
ROOT = Path(__file__).parents[2]


def test_several_programs_record_different_sessions_in_a_new_record(url: str) -> None:
    accepted = run_at_once([(url, f"s{number}", str(COUNT), "own") for number in range(3)])
    assert [len(numbers) for numbers in accepted.values()] == [COUNT] * 3
    journal = open_journal(url).journal
    assert {summary.header.id: summary.entries for summary in journal.sessions()} == {
        f"s{number}": COUNT + 1 for number in range(3)
    }


def test_of_two_programs_in_one_session_exactly_one_wins_each_number(url: str) -> None:
    journal = open_journal(url).journal
    refill(journal)
    accepted = run_at_once([(url, "s1", str(COUNT), "shared")] * 2)
    won = {number: f"program_{pid}" for pid, numbers in accepted.items() for number in numbers}
    assert sum(len(numbers) for numbers in accepted.values()) == len(won) == COUNT
    recorded = {
        entry.number: entry.event.scene for entry in journal.entries("s1") if isinstance(entry.event, Continued)
    }
    assert recorded == won


def run_at_once(arguments: Sequence[Sequence[str]]) -> dict[int, list[int]]:
    """Start a program for each of the arguments, let all go at once; the numbers that each was given, by its pid."""
    command = [sys.executable, "-m", "tests.journal.appending_program"]
    programs = [
        subprocess.Popen([*command, *each], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=ROOT)
        for each in arguments
    ]
    for program in programs:
        assert program.stdout is not None
        assert program.stdout.readline() == "ready\n"
    for program in programs:
        assert program.stdin is not None
        program.stdin.write("go\n")
        program.stdin.flush()
    told = {program.pid: program.communicate(timeout=60)[0].split() for program in programs}
    assert all(words[-1] == "done" for words in told.values())
    return {pid: [int(word) for word in words[:-1]] for pid, words in told.items()}
