"""What a trainee does around the questions, by plain lines: preparing before them, and all that is read after them."""

from __future__ import annotations

import sys
from functools import partialmethod
from pathlib import Path

import pytest

from simulator.commands.house import LocalHouse
from simulator.errors import ExitCode
from simulator.session.events import AnswerGiven, Prepared
from simulator.tui.preparing import Preparing, read_in
from tests.commands.test_plain import DRAWN, ENTER, FLOOD, SPILL, Pipe, Played, closed, lines_of, shown, terminal

ROOT = Path(__file__).parents[2]
posix = pytest.mark.skipif(sys.platform == "win32", reason="terminals of POSIX systems")


@pytest.fixture
def pipe(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Pipe:
    """Where no journalist presses."""
    monkeypatch.setattr(LocalHouse, "__init__", partialmethod(LocalHouse.__init__, presses=False))
    return Pipe(monkeypatch, capsys)


def prepared_by(pipe: Pipe, *typed: str) -> Played:
    return pipe(["play", SPILL, "--seed", "1"], ["w", *typed])


FILLED = ("It is acid.", ENTER, "Boil nothing, drink nothing.", "1,2", "y", "We are sorry.", "More at 17:00.", ".")


def test_a_preparation_is_an_event_of_the_session_and_its_opening_is_graded(pipe: Pipe) -> None:
    done = prepared_by(pipe, *FILLED, ENTER, "q")
    assert done.code == ExitCode.OK, done.err
    event = done.events[0]
    assert isinstance(event, Prepared)
    assert event.messages == ("It is acid.", "Boil nothing, drink nothing.")
    assert event.opening == "We are sorry.\nMore at 17:00."
    assert len(event.withheld) == 2
    told = done.out.partition("Mode: ")[2]
    assert "Your opening statement, " in told.partition("0. In your own words")[0]


def test_what_is_prepared_outlives_the_end_of_input(pipe: Pipe) -> None:
    done = prepared_by(pipe, "It is acid.", ENTER, ENTER, "2", "y", "We are sor")
    assert "Nothing has begun; what you prepared is kept." in done.out
    assert not done.house.journal.sessions()
    fields = read_in(LocalHouse(), LocalHouse().scenario(SPILL))
    assert fields.messages[0] == "It is acid."
    assert fields.opening == "We are sor"
    again = pipe(["play", SPILL], ["w", ".", ENTER, ENTER, ".", "y", "..", "q"])
    assert "Key message 1: It is acid." in again.out
    assert read_in(LocalHouse(), LocalHouse().scenario(SPILL)) == Preparing()


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        (["x" * 201], "That is 201 characters, and 200 at most"),
        ([ENTER] * 3 + ["9"], "“9” is not made of numbers from 1 to"),
        ([ENTER] * 3 + ["one"], "“one” is not made of numbers"),
        ([ENTER] * 4 + ["maybe"], "Please answer y or n."),
        ([ENTER] * 4 + ["y", "z" * 5000, "."], "at most 2000 characters; what is beyond was left out"),
    ],
)
def test_what_cannot_be_is_told_and_asked_again(pipe: Pipe, typed: list[str], told: str) -> None:
    assert told in prepared_by(pipe, *typed).out


def test_an_exam_keeps_the_grade_of_the_opening(pipe: Pipe) -> None:
    done = pipe(["play", SPILL, "--mode", "exam"], ["w", *FILLED, ENTER, "p", "s", "q"])
    assert "Your opening statement is recorded: We are sorry." in done.out
    assert "“p” means nothing here" in done.out
    assert "Public trust" not in done.out.partition("Mode: ")[2]


def ended(pipe: Pipe, *typed: str, scenario: str = SPILL) -> str:
    """What is told after the ending."""
    shelf = LocalHouse().scenario(scenario)
    steps = lines_of(shelf, ROOT / "scenarios" / scenario / "playthroughs" / "all-best.yaml")
    done = pipe.play(*steps, *typed, scenario=scenario)
    assert done.code == ExitCode.OK, done.err
    assert done.session.ending
    assert f": podium resume --plain {done.session.header.id}" in done.out
    return done.out.partition("\nPath\n" if "\nPath\n" in done.out else "\nDiễn biến\n")[2]


def test_after_the_ending_there_is_a_front_page_and_the_public_and_any_answer(pipe: Pipe) -> None:
    out = ended(pipe, "f", "p", "1", "99", "?", ENTER)
    assert "Tomorrow's front page (fictional, for training)" in out
    assert "What went into that river" in out
    assert "“99” means nothing here" in out
    assert "% of the public: trust " in out
    assert "1-" in out
    assert "what if: what would have come of another line" in out
    assert not DRAWN.search(out)


def test_what_if_by_another_line_and_by_own_words(pipe: Pipe) -> None:
    out = ended(pipe, "w", "99", "1", "1", "2", ENTER, ENTER)
    assert "There is no number “99” here" in out
    assert "is closed: You said this." in out
    assert "What if question 1 had been answered otherwise" in out
    assert " as it was, " in out.partition("How it ends")[2]
    assert " | " not in out


def test_what_if_changes_nothing_of_the_session(pipe: Pipe) -> None:
    ended(pipe, "w", "1", "2", ENTER)
    house = LocalHouse()
    events = house.journal.entries(house.newest_session())
    assert not any(isinstance(entry.event, AnswerGiven) for entry in events)
    assert len([*house.journal.sessions()]) == 1


def test_all_of_it_speaks_vietnamese(pipe: Pipe, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PODIUM_LANGUAGE", "vi")
    out = ended(pipe, "f", "p", "w", "1", "2", ENTER, "?", "zz", scenario=FLOOD)
    for english in (" the ", " your ", " of 100", "What if", "Enter goes", " as it was", "Public trust", "front page"):
        assert english not in out
    assert "Trang nhất" in out or "trang nhất" in out


@posix
def test_a_person_hears_the_debrief_in_short_and_asks_for_more(tmp_path: Path) -> None:
    child = terminal(tmp_path, "--time-scale", "0")
    for typed, told in (("", "helps:"), ("1", "what else:"), ("", "helps:"), ("1", "what else:"), ("", "leaves:")):
        child.sendline(typed)
        child.expect(told)
    assert "2. " not in shown(child).partition("Debrief")[2], "answer by answer only on demand"
    child.sendline("2")
    child.expect("Is it out")
    child.sendline("")
    assert closed(child) == ExitCode.OK
    assert "To hear this again" in shown(child)
