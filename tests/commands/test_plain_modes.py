"""Modes, presses and ratings by plain lines."""

from __future__ import annotations

import pytest

from simulator.errors import ExitCode
from simulator.session.events import AnswerGiven, Injected, Pressed, Rated, TakenBack
from simulator.session.press import Press
from simulator.session.room_inject import RoomInject
from tests.commands.test_plain import ENTER, SPILL, Pipe


@pytest.fixture
def pressing(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Pipe:
    """Where journalists press."""
    return Pipe(monkeypatch, capsys)


def played(pipe: Pipe, mode: str, *typed: str) -> str:
    done = pipe(["play", SPILL, "--seed", "1", "--mode", mode], [ENTER, *typed])
    assert done.code == ExitCode.OK, done.err
    return done.out


def test_the_mode_is_told_and_the_prompt_offers_what_it_allows(pressing: Pipe) -> None:
    out = played(pressing, "guided")
    assert "Mode: Guided, a hint before" in out
    assert "0 answers in your own words, g hints, ? helps:" in out
    assert "g hints" not in played(pressing, "practice")


def test_an_exam_records_and_tells_no_grade(pressing: Pipe) -> None:
    out = played(pressing, "exam", "3", "m", "u", "?", ENTER)
    assert "Your answer is recorded: " in out
    assert "The debrief will tell how it was graded." in out
    for hidden in ("of 100: ", "Mentor:", "a model answer", "take the answer back", "unchanged", "counts against it"):
        assert hidden not in out
    assert out.count("means nothing here") == 2


def test_an_answer_is_rated_in_passing(pressing: Pipe) -> None:
    done = pressing.play("3", "c4", "c3", "C1", ENTER)
    assert "“c4” means nothing here" in done.out
    assert "Noted: sure." in done.out
    assert [event.confidence for event in done.events if isinstance(event, Rated)] == [3, 1]


def test_a_hint_is_told_in_guided_mode_alone(pressing: Pipe) -> None:
    assert "Hint: " in played(pressing, "guided", "g")
    assert "“g” means nothing here" in played(pressing, "practice", "g")


def test_a_press_is_told_in_words_and_answered(pressing: Pipe) -> None:
    done = pressing.play("w", "It is acid, and the driver was drunk.", ".", ENTER, "1", "u", "q")
    assert any(isinstance(event, Pressed) for event in done.events)
    assert isinstance(done.events[-1], TakenBack)
    assert "would like to come back to this." in done.out
    assert done.out.count("This question presses: ") == 2
    assert "Answer 1: “" in done.out


def test_a_facilitators_news_and_question_are_told_and_answered_in_own_words(pressing: Pipe) -> None:
    left = pressing.play("q")
    session, journal, entries = left.session.header.id, left.house.journal, len(left.events) + 1
    scenario = left.house.scenario(SPILL)
    journal.append(session, entries, Injected(RoomInject(1, "A second tank leaks.", "It spreads", "Radio"), 0))
    journalist = scenario.cast.journalists[0].id
    asked = Press("press_1", journalist, "facilitator", "Who answers for it?", (), ("accuracy",), (), 2)
    journal.append(session, entries + 1, Pressed(asked, 0))
    typed = ["1", "0", "The province answers for it.", ".", "m", ENTER, "q"]
    out = pressing(["resume", session], typed)
    told = out.out
    assert "News, Radio:\nHeadline: It spreads\nA second tank leaks." in told
    assert "Who answers for it?" in told
    assert "presses" not in told
    assert "0 answers in your own words, ? helps:" in told
    assert "This question is answered in your own words only." in told
    assert "“m” means nothing here" in told
    assert isinstance(out.events[-1], AnswerGiven)
