"""Who presses, on what, how often, and when nobody does."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from simulator.exercise.pressing.manners import PRESSING
from simulator.scenario.people import Manner
from simulator.session.press import PressLine
from tests.builders import inject, line, question, scenario
from tests.exercise.pressing.stories import begun, cast, flagged, pressed_by, say, story

GOOD = line("good", text="The road opens at noon.", levels={"accuracy": 4, "transparency": 3})
VAGUE = line("vague", text="We are looking at everything.", levels={"accuracy": 2, "transparency": 1})
THIN = line("thin", text="There are some people.", levels={"accuracy": 1, "transparency": 2})
BLAMES = flagged("blame", "it was them")


@pytest.mark.parametrize("manner", ["patient", "sharp", "hostile"])
def test_there_is_nothing_to_press_on_in_a_good_answer(manner: Manner) -> None:
    assert pressed_by(story(manner, GOOD, BLAMES), "good") is None


def test_a_friendly_trap_tempts_a_good_answer_to_say_more() -> None:
    press = pressed_by(story("friendly_trap", GOOD, BLAMES), "good")
    assert press is not None
    assert "“The road opens at noon”" in press.text
    assert "false_reassurance" in {flag for one in press.lines for flag in one.flags}


@pytest.mark.parametrize("manner", PRESSING)
def test_a_flag_is_pressed_on_by_everyone_with_its_words(manner: Manner) -> None:
    press = pressed_by(story(manner, GOOD, BLAMES), "bad")
    assert press is not None
    assert (press.why, press.journalist, press.id) == ("flag", "hang", "press_1")
    assert [(quote.answer, quote.words) for quote in press.quotes] == [(1, "it was them")]
    assert "“it was them”" in press.text


@pytest.mark.parametrize(
    ("manner", "vague", "thin"),
    [
        ("patient", "unanswered", None),
        ("sharp", "unanswered", None),
        ("hostile", "unanswered", "weak"),
        ("friendly_trap", "unanswered", "weak"),
    ],
)
def test_what_is_unanswered_or_weak_is_pressed_on_by_some(manner: Manner, vague: str | None, thin: str | None) -> None:
    for choice, why in (("vague", vague), ("thin", thin)):
        press = pressed_by(story(manner, VAGUE, THIN), choice)
        assert (press.why if press else None) == why


def test_an_answer_in_which_nothing_is_worth_quoting_is_pressed_on_without_a_quotation() -> None:
    empty = line("empty", text="Well, you know.", levels={"accuracy": 2, "transparency": 1})
    press = pressed_by(story("sharp", GOOD, empty), "empty")
    assert press is not None
    assert (press.why, press.quotes) == ("unanswered", ())
    assert "“" not in press.text


def test_silence_is_pressed_on_without_a_quotation() -> None:
    press = pressed_by(story("sharp", GOOD, BLAMES), "silence")
    assert press is not None
    assert (press.why, press.quotes) == ("unanswered", ())


def test_the_gravest_flag_comes_first() -> None:
    levels = {"accuracy": 1}
    both = line("both", text="They are liars, I guess.", levels=levels, flags=["speculation", "stigma"])
    press = pressed_by(story("patient", GOOD, both), "both")
    assert press is not None
    assert press.skills == ("respect", "empathy")


@pytest.mark.parametrize("manner", PRESSING)
def test_a_journalist_presses_so_often_and_no_more(manner: Manner) -> None:
    lines = [flagged("blame", f"it was them {n}") | {"id": f"bad{n}"} for n in range(6)]
    exercise = begun(story(manner, *lines, count=7))
    for number in range(6):
        say(exercise, f"bad{number}")
        if exercise.state.press:
            say(exercise, _line(exercise.state.press.lines, 4))
            assert exercise.state.press is None
    assert len(exercise.state.pressed) == PRESSING[manner].most


def test_only_the_hostile_press_a_press_and_only_once() -> None:
    for manner, again in (("hostile", True), ("sharp", False)):
        exercise = begun(story(manner, GOOD, BLAMES))  # type: ignore[arg-type]
        say(exercise, "bad")
        assert exercise.state.press
        say(exercise, _line(exercise.state.press.lines, 1))
        assert (exercise.state.press is not None) == again
        if exercise.state.press:
            say(exercise, _line(exercise.state.press.lines, 0))
            assert exercise.state.press is None


def test_the_authors_own_follow_up_goes_first() -> None:
    asked_back = flagged("blame", "it was them", follow_ups=[{"ask": "back"}])
    tale = scenario(
        question("q1", GOOD, asked_back, then="q2"),
        question("back", GOOD, BLAMES, then="return"),
        question("q2", GOOD, BLAMES),
        cast=cast("hostile"),
    )
    exercise = begun(tale)
    say(exercise, "bad")
    assert (exercise.state.scene, exercise.state.press) == ("back", None)
    say(exercise, "bad")
    assert (exercise.state.scene, exercise.state.press is not None) == ("q2", True)


def test_nobody_presses_where_the_author_would_not_have_it() -> None:
    tale = scenario(
        question("q1", GOOD, BLAMES, then="q2", pressed=False),
        question("q2", GOOD, BLAMES, then="q3"),
        question("q3", GOOD, BLAMES),
        cast=cast("hostile"),
    )
    exercise = begun(tale)
    say(exercise, "bad")
    assert (exercise.state.scene, exercise.state.press) == ("q2", None)
    say(exercise, "bad")
    assert exercise.state.press is not None


def test_an_interruption_goes_first() -> None:
    tale = scenario(
        question("q1", GOOD, BLAMES, then="q2"),
        question("q2", GOOD, BLAMES),
        inject("news", interrupts="flag(blame)", then="return"),
        cast=cast("hostile"),
    )
    exercise = begun(tale)
    say(exercise, "bad")
    assert (exercise.state.scene, exercise.state.press) == ("news", None)


def test_nobody_presses_at_an_ending() -> None:
    exercise = begun(story("hostile", GOOD, BLAMES, count=1))
    say(exercise, "bad")
    assert exercise.ended
    assert exercise.state.press is None


def test_two_answers_that_conflict_are_put_side_by_side() -> None:
    seven = line("seven", text="7 people died in the flood.", levels={"accuracy": 3})
    nine = line("nine", text="9 people died in the flood.", levels={"accuracy": 3})
    press = pressed_by(story("patient", seven, nine), "seven", "nine")
    assert press is not None
    assert press.why == "contradiction"
    assert [(quote.answer, quote.words[:8]) for quote in press.quotes] == [(2, "9 people"), (1, "7 people")]
    assert all(f"“{quote.words}”" in press.text for quote in press.quotes)


def test_a_promise_comes_back_once_its_time_has_passed() -> None:
    promise = line("promise", text="We will publish the log at 15:35.", levels={"accuracy": 3})
    other = line("other", text="Let us see.", levels={"accuracy": 3})
    tale = story("patient", promise, other)
    exercise = begun(tale)
    say(exercise, "promise")
    assert exercise.state.press is None
    say(exercise, "other")
    assert exercise.state.press is not None
    assert exercise.state.press.why == "promise"
    assert exercise.state.press.quotes[0].answer == 1


def test_without_presses_nobody_presses() -> None:
    from simulator.exercise.clock import ManualClock
    from simulator.exercise.exercise import Exercise
    from simulator.journal.memory import MemoryJournal

    exercise = Exercise.begin(story("hostile", GOOD, BLAMES), "hash", MemoryJournal(), ManualClock(), seed=7)
    say(exercise, "bad")
    assert exercise.state.pressed == ()


def _line(lines: Sequence[PressLine], level: int) -> str:
    """The line of this level for the skill pressed on."""
    return next(one.id for one in lines if next(iter(one.levels.values())) == level)
