"""What if: the same seed run on from one answer, the rest as the trainee did wherever it fits."""

from __future__ import annotations

from time import process_time

import pytest
from hypothesis import given, settings

from simulator.scenario.assessment import Assessment
from simulator.scenario.model import Scenario
from simulator.scenario.scenes import SILENCE
from simulator.session.counterfactual import STEPS_MAX, WhatIf, what_if
from simulator.session.events import (
    AnswerGiven,
    Continued,
    DeadlinePassed,
    Event,
    IllegalEvent,
    LineChosen,
    OptionTaken,
    Started,
    TakenBack,
)
from simulator.session.rehearsal import STEP_MS
from simulator.session.replay import replay, standing
from tests.builders import decision, ending, inject, line, option, question, scenario, silence
from tests.session.moves import tries
from tests.session.scenarios import CASES, Case

STORY = scenario(
    question(
        "first",
        line("owns", levels={"accuracy": 4}, then="act"),
        line("blames", levels={"accuracy": 0}, flags=["blame"], then="pressed"),
        then="act",
    ),
    question(
        "pressed",
        line("again", levels={"accuracy": 0}),
        line("half", levels={"accuracy": 2}),
        line("well", levels={"accuracy": 4}),
        time_limit=30,
        silence=silence(),
        then="act",
    ),
    decision("act", option("publish", when="trust > 51"), option("wait"), then="post"),
    inject("post", takes=5, then="last"),
    question(
        "last",
        line("well", levels={"accuracy": 4}, when="chosen(act, publish)"),
        line("so_so", levels={"accuracy": 2}),
        line("badly", levels={"accuracy": 1}),
        time_limit=30,
        silence=silence(),
        then=[{"when": "trust > 50", "go": "good"}, {"go": "poor"}],
    ),
    ending("good", outcome="good"),
    ending("poor", outcome="poor"),
)
WELL: tuple[Event, ...] = (
    Started(7),
    LineChosen("first", "owns", 4_000),
    OptionTaken("act", "publish", 9_000),
    Continued("post", 9_500),
    LineChosen("last", "well", 20_000),
)
BADLY: tuple[Event, ...] = (
    Started(7),
    LineChosen("first", "blames", 4_000),
    DeadlinePassed("pressed", 34_700),
    OptionTaken("act", "wait", 36_000),
    Continued("post", 36_500),
    DeadlinePassed("last", 66_500),
)


def choices(found: WhatIf) -> list[tuple[str, str]]:
    return [(step.scene, step.choice) for step in found.instead.state.path]


def test_another_line_leads_another_way_to_another_ending() -> None:
    found = what_if(STORY, WELL, 1, "blames")
    assert choices(found) == [
        ("first", "blames"),
        ("pressed", "well"),
        ("act", "wait"),
        ("post", ""),
        ("last", "so_so"),
    ]
    assert found.done.ending is not None
    assert found.instead.ending is not None
    assert (found.done.ending.id, found.instead.ending.id) == ("good", "poor")
    assert (found.only_done, found.only_instead) == ((), ("pressed",))
    assert [answer.trust_after for answer in found.instead.answers] != [a.trust_after for a in found.done.answers]


def test_a_new_question_is_answered_by_the_line_nearest_to_the_trainees_mean() -> None:
    middling = (*WELL[:-1], LineChosen("last", "badly", 20_000))
    assert ("pressed", "half") in choices(what_if(STORY, middling, 1, "blames"))


def test_a_step_takes_the_time_that_the_trainee_took_for_it_and_any_other_the_same() -> None:
    times = [event.at for event in what_if(STORY, BADLY, 1, "owns").instead.events]
    assert times == [0, 4_000, 5_300, 5_800, 35_800]
    times = [event.at for event in what_if(STORY, WELL, 1, "blames").instead.events]
    assert times == [0, 4_000, 4_000 + STEP_MS, 4_000 + 2 * STEP_MS, 10_500, 10_500 + STEP_MS]


def test_silence_is_kept_where_the_trainee_kept_it_and_nowhere_else() -> None:
    found = what_if(STORY, BADLY, 1, "owns")
    assert choices(found)[-1] == ("last", SILENCE)
    assert found.only_done == ("pressed",)
    assert ("pressed", SILENCE) not in choices(what_if(STORY, WELL, 1, "blames"))


def test_a_silence_can_be_broken_and_a_line_kept_back() -> None:
    broken = what_if(STORY, BADLY, 3, "so_so")
    assert broken.instead.state.answers[-1].choice == "so_so"
    assert broken.instead.state.at == 66_500
    kept = what_if(STORY, WELL, 2, SILENCE)
    assert kept.instead.events[-1] == DeadlinePassed("last", 39_500)


def test_an_answer_in_ones_own_words_with_its_assessment() -> None:
    own = AnswerGiven("anywhere", "We were late.", Assessment({"accuracy": 3}, (), (), 75, "podium-1"), 0)
    found = what_if(STORY, BADLY, 1, own)
    assert found.instead.answers[0].text == "We were late."
    assert found.instead.answers[0].at == 4_000
    assert what_if(STORY, found.instead.events, 1, own).instead == found.instead


@pytest.mark.parametrize(
    ("step", "other"), [(0, "owns"), (-1, "owns"), (3, "owns"), (1, "nothing"), (1, SILENCE), (2, "own_words")]
)
def test_what_cannot_be_is_refused(step: int, other: str) -> None:
    with pytest.raises(IllegalEvent):
        what_if(STORY, WELL, step, other)


def test_a_closed_line_is_refused() -> None:
    with pytest.raises(IllegalEvent):
        what_if(STORY, BADLY, 3, "well")


def test_a_session_that_goes_on_is_compared_as_far_as_it_went() -> None:
    found = what_if(STORY, WELL[:3], 1, "blames")
    assert choices(found) == [("first", "blames"), ("pressed", "well")]
    assert (found.done.ending, found.instead.ending) == (None, None)


def test_steps_that_were_taken_back_do_not_count() -> None:
    events = (WELL[0], LineChosen("first", "blames", 1_000), TakenBack(2_000), *WELL[1:])
    assert what_if(STORY, events, 1, "owns").instead.events == WELL


def test_a_course_without_end_stops() -> None:
    circle = scenario(
        question("start", line("out"), line("round", then="loop"), then="end"),
        question("loop", line("on", then="loop"), line("off", then="end", when="trust > 99")),
    )
    found = what_if(circle, (Started(1), LineChosen("start", "out", 1)), 1, "round")
    assert found.instead.ending is None
    assert len(found.instead.state.path) == STEPS_MAX


def _recorded(case: Case) -> tuple[Event, ...]:
    """The accepted events of a case, those before a second start."""
    events = [attempt.event for attempt in tries(case) if attempt.after is not None]
    return standing(events)


@settings(max_examples=60)
@given(CASES)
def test_the_laws_hold_in_any_session(case: Case) -> None:
    events = _recorded(case)
    state = replay(case.scenario, events).state
    for step, answer in enumerate(state.answers, 1):
        same = what_if(case.scenario, events, step, answer.choice)
        assert same.instead == same.done
        for other in ("b", "c"):
            _follows_the_law(case.scenario, events, step, other)


def _follows_the_law(scenario: Scenario, events: tuple[Event, ...], step: int, other: str) -> None:
    """The other course is one that the session accepts, is the same every time, and parts at the answer."""
    try:
        found = what_if(scenario, events, step, other)
    except IllegalEvent:
        return
    assert what_if(scenario, events, step, other) == found
    assert replay(scenario, found.instead.events).state == found.instead.state
    assert found.instead.answers[: step - 1] == found.done.answers[: step - 1]
    assert found.instead.answers[step - 1].choice == other
    theirs = {event.scene for event in events if isinstance(event, DeadlinePassed)}
    assert {event.scene for event in found.instead.events if isinstance(event, DeadlinePassed)} <= theirs


def test_forty_questions_are_run_on_in_twenty_milliseconds() -> None:
    names = [f"q{number}" for number in range(40)]
    rumour = {"id": "m1", "claim": "It burst.", "truth": "It holds.", "evidence": "Go and see."}
    fact = {"id": "f1", "text": "It holds.", "source": "The log", "as_of": "12:00"}
    long = scenario(
        *(
            question(name, line("a", levels={"rebuttal": 4}), line("b", levels={"rebuttal": 1}), takes=4, then=way)
            for name, way in zip(names, [*names[1:], "end"], strict=True)
        ),
        dossier={"context": "A dam.", "facts": [fact], "rumours": [rumour]},
        skills=["rebuttal"],
    )
    events: tuple[Event, ...] = (Started(1), *(LineChosen(name, "a", 1_000 * n) for n, name in enumerate(names, 1)))
    assert what_if(long, events, 1, "b").instead.rumour is not None
    assert min(_cost(long, events) for _ in range(20)) <= 0.02


def _cost(scenario: Scenario, events: tuple[Event, ...]) -> float:
    """Seconds of this process's own time."""
    begun_at = process_time()
    what_if(scenario, events, 1, "b")
    return process_time() - begun_at
