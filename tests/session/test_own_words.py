"""An answer in one's own words: it comes with its grades, moves the story as a line would, and is kept as graded."""

from __future__ import annotations

import pytest

from simulator.reports.debrief import debrief
from simulator.scenario.assessment import Assessment, Finding
from simulator.session.advance import ANSWER_MAX, advance, before_start
from simulator.session.events import AnswerGiven, Event, IllegalEvent, LineChosen, Started
from simulator.session.replay import replay
from simulator.session.state import SessionState, canonical
from simulator.session.view import view
from tests.builders import ending, line, question, scenario, silence

STORY = scenario(
    question(
        "first",
        line("a", levels={"accuracy": 3}),
        line("b", levels={"accuracy": 1}),
        follow_ups=[{"ask": "pressed", "when": "flag(blame)"}],
        then=[{"when": "level(accuracy) >= 3 and chosen(first, own_words)", "go": "good"}, {"go": "end"}],
    ),
    question("pressed", line("c", levels={"accuracy": 2}), then="return", time_limit=60, silence=silence()),
    question("by_line", line("d", then="end"), line("e", then="end"), then=None, when="false"),
    ending("good"),
    ending("end"),
)
WORDS = "Lỗi là của tỉnh, chậm 2 giờ 55 phút."


def graded(level: int, *flags: str) -> Assessment:
    finding = Finding("It is so.", skill="accuracy", start=0, end=3)
    return Assessment({"accuracy": level}, flags, (finding,), 25 * level, "podium-test")  # type: ignore[arg-type]


def after(*events: Event) -> SessionState:
    state = before_start(STORY)
    for event in (Started(1), *events):
        state = advance(STORY, state, event)
    return state


def test_it_moves_the_story_by_its_grades() -> None:
    assert after(AnswerGiven("first", WORDS, graded(3), 5)).scene == "good"
    assert after(AnswerGiven("first", WORDS, graded(2), 5)).scene == "end"


def test_its_flags_bring_follow_ups_and_they_come_back() -> None:
    state = after(AnswerGiven("first", WORDS, graded(3, "blame"), 5))
    assert state.scene == "pressed"
    assert advance(STORY, state, LineChosen("pressed", "c", 9)).scene == "end"


def test_it_changes_trust_and_heat_as_a_line_would() -> None:
    own = after(AnswerGiven("first", WORDS, graded(3), 5))
    by_line = after(LineChosen("first", "a", 5))
    assert (own.trust, own.heat) == (by_line.trust, by_line.heat)


def test_a_replay_gives_the_same_bytes() -> None:
    events = (Started(1), AnswerGiven("first", WORDS, graded(3), 5))
    assert canonical(replay(STORY, events).state) == canonical(after(*events[1:]))


def test_the_table_says_where_own_words_are_heard() -> None:
    assert view(STORY, after()).own_words
    assert not view(STORY, after(AnswerGiven("first", WORDS, graded(3), 5))).own_words


@pytest.mark.parametrize(
    "answer",
    [
        AnswerGiven("first", "  \n ", graded(3), 5),
        AnswerGiven("first", "x" * (ANSWER_MAX + 1), graded(3), 5),
        AnswerGiven("pressed", WORDS, graded(3), 5),
        AnswerGiven("first", WORDS, Assessment({"mandate": 3}, (), (), 75), 5),
        AnswerGiven("first", WORDS, Assessment({"accuracy": 5}, (), (), 75), 5),
    ],
    ids=["empty", "endless", "another scene", "another skill", "no level"],
)
def test_what_is_no_answer_is_refused(answer: AnswerGiven) -> None:
    before = after()
    with pytest.raises(IllegalEvent):
        advance(STORY, before, answer)


def test_it_is_too_late_after_the_deadline() -> None:
    pressed = after(AnswerGiven("first", WORDS, graded(3, "blame"), 5))
    with pytest.raises(IllegalEvent):
        advance(STORY, pressed, AnswerGiven("pressed", WORDS, graded(3), 60_006))
    assert advance(STORY, pressed, AnswerGiven("pressed", WORDS, graded(3), 60_005)).scene == "good"


def test_the_debrief_shows_what_was_said() -> None:
    read = debrief(STORY, (Started(1), AnswerGiven("first", WORDS, graded(3), 5)))
    assert read.questions[0].given.text == WORDS
    assert read.questions[0].best.id == "a"
    assert read.path[0].taken == WORDS
