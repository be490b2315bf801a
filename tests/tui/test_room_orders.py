"""What a facilitator does, on the screens of whoever plays: news, a question without lines, more time."""

from __future__ import annotations

from textual.events import Paste

from simulator.exercise.exercise import Exercise
from simulator.session.events import AnswerGiven
from simulator.session.room_inject import RoomInject
from simulator.tui.screens.debrief import DebriefScreen
from tests.tui.house import FakeHouse, begun, made, press, room, running, seen, settled

NEWS = RoomInject(1, "The river [b]rises[/b] fast.", "Flood ahead", "Radio")


def asked(house: FakeHouse) -> Exercise:
    """At the first question, the facilitator asks one of their own."""
    exercise = begun(house, "-")
    exercise.ask("hang", "Who answers for it?", ["accuracy"], 2)
    return exercise


async def test_news_stands_before_the_question_and_in_the_ticker() -> None:
    exercise = begun(house := FakeHouse(), "-")
    exercise.inject(NEWS)
    app = made(house, exercise=exercise, tongue="en")
    async with running(app, (100, 40)) as pilot:
        text = seen(app)
        for words in ("● News  Radio", "Flood ahead", "The river [b]rises[/b] fast.", "Radio: Flood ahead"):
            assert words in text
        await press(pilot, "1", "enter", "enter")
        assert "[b]rises[/b]" not in seen(app)
        assert ("Flood ahead", "Radio") in [(one.text, one.by) for one in room(app).table.headlines]


async def test_long_news_leaves_the_question_in_sight() -> None:
    exercise = begun(house := FakeHouse(), "-")
    exercise.inject(RoomInject(1, "The river rises fast. " * 80))
    app = made(house, exercise=exercise, tongue="en")
    async with running(app, (80, 24)):
        question = room(app).table.scene.text
        assert question[:30] in seen(app)


async def test_a_question_without_lines_is_answered_in_ones_own_words_alone() -> None:
    app = made(house := FakeHouse(), exercise=asked(house), tongue="en")
    async with running(app) as pilot:
        text = seen(app)
        assert "Who answers for it?" in text
        assert "presses" not in text
        assert "In your own words…" in text
        await press(pilot, "1", "enter")
        assert app.focused is not None
        app.focused.post_message(Paste("Tỉnh chịu trách nhiệm."))
        await settled(pilot)
        await press(pilot, "f9")
        given = house.journal_events()[-1]
        assert isinstance(given, AnswerGiven)
        assert (given.scene, given.text) == ("press_1", "Tỉnh chịu trách nhiệm.")
        assert room(app).looking_back
        before = seen(app)
        await press(pilot, "m")
        assert seen(app) == before
        await press(pilot, "enter")
        assert room(app).table.scene.id == room(app).exercise.state.scene


async def test_the_aftermath_does_not_say_that_anybody_comes_back_when_the_facilitator_asks() -> None:
    app = made(house := FakeHouse(), exercise=begun(house, "-"), tongue="en")
    async with running(app) as pilot:
        await press(pilot, "1", "enter")
        room(app).exercise.ask("hang", "Who answers for it?", ["accuracy"], 2)
        room(app).fill()
        await settled(pilot)
        assert "come back to this" not in seen(app)
        await press(pilot, "enter")
        assert "Who answers for it?" in seen(app)


async def test_an_answer_written_for_another_question_is_kept_and_not_said_to_the_facilitators() -> None:
    app = made(house := FakeHouse(), exercise=begun(house, "-"), tongue="en")
    async with running(app) as pilot:
        exercise = room(app).exercise
        await press(pilot, "f5")
        assert app.focused is not None
        app.focused.post_message(Paste("Tôi đính chính."))
        await settled(pilot)
        graded = house.grade

        def grade(*given: object) -> object:
            exercise.ask("hang", "Who answers for it?", ["accuracy"], 2)
            return graded(*given)  # type: ignore[arg-type]

        house.grade = grade  # type: ignore[method-assign, assignment]
        await press(pilot, "f9")
        assert exercise.state.answers == ()
        assert "answer that question first" in seen(app)
        await press(pilot, "f5")
        assert "Tôi đính chính." in seen(app)


async def test_the_debrief_tells_whose_question_and_news_it_was_and_shows_no_best_line() -> None:
    house = FakeHouse()
    exercise = begun(house, "-")
    exercise.inject(NEWS)
    exercise.ask("hang", "Who answers for it?", ["accuracy"], 2)
    exercise.answer("The province.", house.grade(exercise, "The province."))
    exercise.choose_line("late")
    exercise.take_option("keep")
    exercise.choose_line("plain")
    app = made(house, exercise=exercise, tongue="en")
    async with running(app, (100, 50)) as pilot:
        await press(pilot, "enter", "right")
        assert isinstance(app.screen, DebriefScreen)
        text = seen(app)
        assert "The facilitator asked this question." in text
        assert "The province." in text
        assert "best line" not in text
        assert "best of the prepared" not in text
        await press(pilot, "right")
        text = seen(app)
        assert "The facilitator brought in this news." in text
        assert "Flood ahead (Radio)" in text
        assert "[b]rises[/b]" in text
        await press(pilot, "left", "w")
        assert "In your own words…" in seen(app)
