"""How sure one was of an answer: one key in passing, never in the way, and set against the grades in the debrief."""

from __future__ import annotations

from simulator.session.events import Rated
from simulator.tui.screens.debrief import DebriefScreen
from simulator.tui.screens.jump import targets_on
from tests.tui.house import FakeHouse, begun, made, press, room, running, seen
from tests.tui.test_mouse import click


async def test_one_key_rates_the_answer_and_the_last_word_counts() -> None:
    app = made(house := FakeHouse(), exercise=begun(house, "-"), tongue="en")
    async with running(app) as pilot:
        await press(pilot, "1", "enter")
        assert "How sure were you?" in seen(app)
        await press(pilot, "3")
        assert "▸3 sure" in seen(app)
        assert room(app).looking_back
        await press(pilot, "2")
        assert "▸2 fairly sure" in seen(app)
        assert room(app).exercise.state.answers[-1].confidence == 2
        assert [event.confidence for event in house.journal_events() if isinstance(event, Rated)] == [3, 2]


async def test_a_click_on_the_words_rates_it_too_at_every_width() -> None:
    for size in ((80, 24), (120, 36)):
        app = made(exercise=begun(FakeHouse(), "-"), tongue="en")
        async with running(app, size) as pilot:
            await press(pilot, "1", "enter")
            await click(pilot, "How sure were you?")
            assert room(app).exercise.state.answers[-1].confidence == 0
            await click(pilot, "fairly sure")
            assert room(app).exercise.state.answers[-1].confidence == 2
            assert "▸2 fairly sure" in seen(app)


async def test_each_of_the_three_has_a_letter_to_jump_to() -> None:
    app = made(exercise=begun(FakeHouse(), "-"), tongue="en")
    async with running(app) as pilot:
        await press(pilot, "1", "enter")
        row = next(y for y, line in enumerate(seen(app).splitlines()) if "How sure" in line)
        places = [target.place.x for target in targets_on(app.screen) if target.place.y == row]
        line = seen(app).splitlines()[row]
        assert [line[x] for x in places] == ["1", "2", "3"]


async def test_the_footer_shows_all_three_or_none() -> None:
    for width, shown in ((80, 0), (104, 0), (120, 3)):  # In 104 columns the short `3 Sure` alone would fit.
        app = made(exercise=begun(FakeHouse(), "-"), tongue="en")
        async with running(app, (width, 24)) as pilot:
            await press(pilot, "1", "enter")
            footer = seen(app).splitlines()[-1]
            assert sum(key in footer for key in ("1 Not sure", "2 Fairly sure", "3 Sure")) == shown


async def test_enter_skips_it_and_numbers_mark_lines_again() -> None:
    app = made(exercise=begun(FakeHouse(), "-"), tongue="en")
    async with running(app) as pilot:
        await press(pilot, "1", "enter", "enter")
        assert room(app).exercise.state.answers[-1].confidence == 0
        await press(pilot, "2")
        assert room(app).marked == "keep"


async def test_what_changed_stays_on_show_after_a_rating() -> None:
    app = made(exercise=begun(FakeHouse(), "-"), tongue="en")
    async with running(app) as pilot:
        await press(pilot, "4", "enter")
        before = seen(app).splitlines()[1]
        assert "▼" in before
        await press(pilot, "1")
        assert seen(app).splitlines()[1] == before


async def test_a_decision_is_not_rated() -> None:
    app = made(house := FakeHouse(), exercise=begun(house, "-", "owns"), tongue="en")
    async with running(app) as pilot:
        await press(pilot, "1", "enter", "3")
        assert "How sure" not in seen(app)
        assert not any(isinstance(event, Rated) for event in house.journal_events())


async def test_the_rating_is_among_the_commands() -> None:
    app = made(exercise=begun(FakeHouse(), "-"), tongue="en")
    async with running(app) as pilot:
        await press(pilot, "1", "enter", "ctrl+p", *"fairly", "enter")
        assert room(app).exercise.state.answers[-1].confidence == 2


async def test_the_last_answer_is_rated_before_the_ending() -> None:
    app = made(exercise=begun(FakeHouse(), "-", "owns", "keep"), tongue="en")
    async with running(app) as pilot:
        await press(pilot, "2", "enter", "3")
        assert room(app).exercise.state.answers[-1].confidence == 3


async def test_the_debrief_sets_confidence_against_grade() -> None:
    app = made(exercise=begun(FakeHouse(), "-", "owns", "keep"), tongue="en")
    async with running(app, (100, 50)) as pilot:
        await press(pilot, "2", "enter", "3", "enter", "enter")
        assert isinstance(app.screen, DebriefScreen)
        assert "Confidence against grade" in seen(app)
        assert "Sure, and yet weak: answer 2, Nguyên nhân (5 of 100)" in seen(app)
        await press(pilot, "right", "down")
        assert "You were: sure" in seen(app)
