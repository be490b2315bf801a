"""The clock of an exam: every question has a time limit, and silence an outcome, whether the scenario says so or no."""

from __future__ import annotations

import pytest

from simulator.exercise.clock import ManualClock
from simulator.exercise.exercise import Exercise
from simulator.journal.codec import decode, encode
from simulator.journal.memory import MemoryJournal
from simulator.language.catalogue import Catalogue
from simulator.reports.as_text import as_text
from simulator.reports.debrief import debrief
from simulator.reports.front_page import front_page
from simulator.reports.what_if import comparison
from simulator.scenario.scenes import SILENCE
from simulator.session.advance import advance, before_start, deadline
from simulator.session.compiled import compiled
from simulator.session.counterfactual import what_if
from simulator.session.events import DeadlinePassed, Event, IllegalEvent, LineChosen, Pressed, Started
from simulator.session.limits import LINES_S, UNHEARD, WORDS_S
from simulator.session.replay import replay
from simulator.session.state import SessionState, canonical
from tests.builders import ending, inject, line, question, scenario, silence
from tests.session.presses import PRESS

STORY = scenario(
    question(
        "open",
        line("a", levels={"accuracy": 3, "empathy": 2}),
        line("b", levels={"accuracy": 0, "empathy": 1}),
        follow_ups=[{"ask": "pressed", "when": "flag(no_comment)"}],
        then="by_line",
    ),
    question("pressed", line("c", levels={"accuracy": 2}), then="return", time_limit=60, silence=silence()),
    question("by_line", line("d", then="news"), line("e", levels={"accuracy": 0}, then="lost"), then=None),
    inject("news", then="end"),
    ending("end"),
    ending("lost", outcome="poor"),
)
EXAM = Started(1, mode="exam", clocked=True)


def after(*events: Event, started: Started = EXAM) -> SessionState:
    state = before_start(STORY)
    for event in (started, *events):
        state = advance(STORY, state, event)
    return state


def limit(state: SessionState) -> int | None:
    return deadline(compiled(STORY).scene(state.scene), state)


def test_every_question_has_a_limit_and_a_written_one_counts() -> None:
    assert limit(after()) == WORDS_S * 1000
    pressed = after(DeadlinePassed("open", 180_000))
    assert (pressed.scene, limit(pressed)) == ("pressed", 240_000)
    by_line = after(LineChosen("open", "a", 1_000))
    assert (by_line.scene, limit(by_line)) == ("by_line", 1_000 + LINES_S * 1000)
    assert limit(after(LineChosen("open", "a", 1_000), LineChosen("by_line", "d", 2_000))) is None, "an inject waits"


@pytest.mark.parametrize(("scale", "expected"), [(0, None), (100, 180_000), (300, 540_000)])
def test_limits_are_stretched_and_switched_off_by_the_time_scale(scale: int, expected: int | None) -> None:
    assert limit(after(started=Started(1, scale, mode="exam", clocked=True))) == expected


@pytest.mark.parametrize("started", [Started(1), Started(1, mode="exam"), Started(1, mode="guided")])
def test_without_the_clock_nothing_has_changed(started: Started) -> None:
    assert limit(after(started=started)) is None
    with pytest.raises(IllegalEvent, match="has not run out"):
        after(DeadlinePassed("open", 999_000), started=started)
    assert after(LineChosen("open", "a", 999_000), started=started).answers[0].choice == "a"


def test_an_answer_after_the_limit_is_refused_and_silence_before_it_too() -> None:
    with pytest.raises(IllegalEvent, match="has run out"):
        after(LineChosen("open", "a", 180_001))
    with pytest.raises(IllegalEvent, match="has not run out"):
        after(DeadlinePassed("open", 179_999))
    assert after(LineChosen("open", "a", 180_000)).answers[0].choice == "a"


def test_silence_is_level_0_of_every_skill_with_no_comment_and_goes_on_as_an_answer_does() -> None:
    state = after(DeadlinePassed("open", 180_000))
    answer = state.answers[0]
    assert (answer.choice, dict(answer.levels), answer.flags) == (
        SILENCE,
        {"accuracy": 0, "empathy": 0},
        ("no_comment",),
    )
    assert answer.overall == 0
    assert state.scene == "pressed", "a follow-up of the question comes, too"
    assert (state.trust < 50, state.heat > 30) == (True, True)
    back = after(DeadlinePassed("open", 180_000), LineChosen("pressed", "c", 181_000))
    assert back.scene == "by_line", "and then the question's own way"


def test_where_only_lines_lead_on_silence_leads_where_the_weakest_does() -> None:
    assert after(LineChosen("open", "a", 1_000), DeadlinePassed("by_line", 91_000)).scene == "lost"


def test_a_press_has_a_limit_too() -> None:
    made = (LineChosen("open", "a", 1_000), Pressed(PRESS, 2_000))
    assert limit(after(*made)) == 2_000 + WORDS_S * 1000
    assert limit(after(*made, started=Started(1, mode="exam"))) is None
    with pytest.raises(IllegalEvent, match="has not run out"):
        after(*made, DeadlinePassed(PRESS.id, 3_000))
    with pytest.raises(IllegalEvent, match="has run out"):
        after(*made, LineChosen(PRESS.id, "a", 182_001))
    silent = after(*made, DeadlinePassed(PRESS.id, 182_000))
    assert (silent.press, silent.answers[-1].choice, silent.answers[-1].scene) == (None, SILENCE, PRESS.id)
    assert set(silent.answers[-1].levels) == set(PRESS.skills)
    assert limit(silent) == 182_000 + LINES_S * 1000, "the scene behind it gets its full time"


def silent_exam() -> tuple[Event, ...]:
    return (
        EXAM,
        DeadlinePassed("open", 180_000),
        Pressed(PRESS, 180_001),
        DeadlinePassed(PRESS.id, 361_000),
        DeadlinePassed("pressed", 421_000),
        DeadlinePassed("by_line", 511_000),
    )


def test_a_silent_exam_can_be_replayed_read_and_run_on() -> None:
    events = silent_exam()
    replayed = replay(STORY, [decode(encode(event), "s", 0) for event in events])
    assert not replayed.rest
    assert canonical(replayed.state) == canonical(replay(STORY, events).state)
    read = debrief(STORY, events)
    assert [question.given.text for question in read.questions] == [UNHEARD, UNHEARD, "Nobody says a word.", UNHEARD]
    assert all(question.silent for question in read.questions)
    told = as_text(read, Catalogue("vi"))
    assert "hết giờ" in told, "the reasons are told in the reader's language"
    assert front_page(STORY, read).harsh.kind == "silence"
    other = comparison(STORY, what_if(STORY, events, 1, "a"))
    assert other.question.done is not None
    assert other.question.done.text == UNHEARD
    kept = what_if(STORY, (EXAM, LineChosen("open", "a", 1_000), LineChosen("by_line", "d", 2_000)), 1, SILENCE)
    assert kept.instead.answers[0].choice == SILENCE


def test_an_exercise_runs_the_clock_and_a_resumed_one_goes_on_with_it() -> None:
    journal, clock = MemoryJournal(), ManualClock()
    exercise = Exercise.begin(STORY, "hash", journal, clock, seed=1, mode="exam")
    clock.pass_time(100_000)
    assert exercise.time_left_ms == 80_000
    clock.pass_time(90_000)
    exercise.choose_line("a")
    assert exercise.state.answers[-1].choice == SILENCE, "it came too late"
    again = Exercise.resume(STORY, "hash", journal, exercise.session_id, ManualClock())
    assert again.state == exercise.state
    assert again.time_left_ms == 60_000


def test_an_exam_begun_before_there_was_a_clock_goes_on_without_one() -> None:
    written = '{"v":1,"type":"started","seed":1,"time_scale":100,"at":0,"mode":"exam"}'
    started = decode(written, "s", 0)
    assert encode(started) == written
    assert replay(STORY, [started, LineChosen("open", "a", 999_000)]).rest == ()
    assert "clocked" in encode(EXAM)
