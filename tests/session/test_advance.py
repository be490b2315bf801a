"""Transitions one by one: what each event does in each kind of scene, and what is refused."""

from __future__ import annotations

import pytest

from simulator.scenario.model import Scenario
from simulator.session.advance import TIME_SCALE_MAX, advance, before_start, deadline
from simulator.session.compiled import compiled
from simulator.session.events import (
    SEED_MAX,
    Continued,
    DeadlinePassed,
    Event,
    IllegalEvent,
    LineChosen,
    OptionTaken,
    Started,
    TakenBack,
)
from simulator.session.state import SessionState, Step, canonical
from simulator.world.reputation import Reputation
from tests.builders import decision, ending, inject, line, option, question, scenario, silence, variable
from tests.session.playing import begun, go_on, played, stations

TOUR = scenario(
    question("asked", time_limit=30, silence=silence(), then="heard"),
    inject("heard", takes=5, effects=["heat += 5"], then="decided"),
    decision("decided", takes=7),
)


def states() -> dict[str, SessionState]:
    """A state of each kind, all at 10 seconds."""
    start = before_start(TOUR)
    asked = begun(TOUR)._replace(at=10_000)
    heard = advance(TOUR, asked, LineChosen("asked", "good", 10_000))
    decided = advance(TOUR, heard, Continued("heard", 10_000))
    ended = advance(TOUR, decided, OptionTaken("decided", "do", 10_000))
    return {"": start, "asked": asked, "heard": heard, "decided": decided, "end": ended}


def events(scene: str) -> list[Event]:
    """An event of each kind, each as right for the scene as it can be."""
    return [
        Started(1),
        LineChosen(scene, "good", 30_000),
        OptionTaken(scene, "do", 30_000),
        Continued(scene, 30_000),
        DeadlinePassed(scene, 30_000),
        TakenBack(30_000),
    ]


ACCEPTED = {
    ("", Started),
    ("asked", LineChosen),
    ("asked", DeadlinePassed),
    ("heard", Continued),
    ("decided", OptionTaken),
}


@pytest.mark.parametrize("scene", ["", "asked", "heard", "decided", "end"])
@pytest.mark.parametrize("number", range(6))
def test_each_kind_of_scene_takes_its_own_kind_of_event(scene: str, number: int) -> None:
    state, event = states()[scene], events(scene)[number]
    before = canonical(state)
    if (scene, type(event)) in ACCEPTED:
        assert advance(TOUR, state, event).scene != scene
    else:
        with pytest.raises(IllegalEvent):
            advance(TOUR, state, event)
    assert canonical(state) == before


@pytest.mark.parametrize(
    ("scene", "event", "message"),
    [
        ("", LineChosen("asked", "good", 0), "this session has not begun"),
        ("", LineChosen("", "good", 0), "this session has not begun"),
        ("", TakenBack(0), "there is nothing to take back here"),
        ("asked", Started(1), "this session has already begun"),
        ("asked", LineChosen("heard", "good", 20_000), "the scene “heard” is not on the table"),
        ("asked", LineChosen("", "good", 20_000), "the scene “” is not on the table"),
        ("asked", LineChosen("asked", "{nosuch}", 20_000), "there is no “{nosuch}” here"),
        ("asked", LineChosen("asked", "silence", 20_000), "there is no “silence” here"),
        ("asked", LineChosen("asked", "good", 9_999), "time does not run backwards"),
        ("asked", LineChosen("asked", "good", 30_001), "the time for this question has run out"),
        ("asked", DeadlinePassed("asked", 29_999), "the time for this question has not run out"),
        ("asked", Continued("asked", 20_000), "the scene “asked” takes another kind of step"),
        ("decided", DeadlinePassed("decided", 90_000), "the scene “decided” takes another kind of step"),
        ("end", Continued("end", 90_000), "this session has ended"),
    ],
)
def test_a_refusal_says_why(scene: str, event: Event, message: str) -> None:
    with pytest.raises(IllegalEvent) as refused:
        advance(TOUR, states()[scene], event)
    assert str(refused.value) == message == refused.value.message.format(**refused.value.params)


@pytest.mark.parametrize(
    "event",
    [
        Started(-1),
        Started(SEED_MAX + 1),
        Started(0, time_scale=-1),
        Started(0, time_scale=TIME_SCALE_MAX + 1),
        Started(0, at=1),
    ],
)
def test_a_start_out_of_bounds_is_refused(event: Started) -> None:
    with pytest.raises(IllegalEvent, match="begins at 0"):
        advance(TOUR, before_start(TOUR), event)


def test_a_start_keeps_its_seed_and_reaches_the_first_scene() -> None:
    state = advance(TOUR, before_start(TOUR), Started(SEED_MAX, 50))
    assert (state.seed, state.time_scale, state.scene) == (SEED_MAX, 50, "asked")
    assert state.started
    assert not before_start(TOUR).started


def test_an_answer_is_recorded_with_what_it_did() -> None:
    state = advance(TOUR, begun(TOUR), LineChosen("asked", "good", 8_000))
    (answer,) = state.answers
    assert (answer.scene, answer.choice, answer.at, answer.minutes) == ("asked", "good", 8_000, 0)
    assert (answer.levels, answer.flags, answer.overall) == ({"accuracy": 3}, (), 75)
    assert (answer.before, answer.after) == (Reputation(50, 30), Reputation(53, 27))
    assert state.path == (Step("asked", "good", 8_000, 0),)
    assert (state.trust, state.heat) == (53, 32)
    assert (state.entered_at, state.at, state.minutes) == (8_000, 8_000, 8)


def test_time_passes_as_a_choice_is_made_and_as_an_inject_is_reached() -> None:
    assert [state.minutes for state in states().values()] == [0, 0, 8, 8, 15]


def test_taking_note_and_deciding_are_steps_but_no_answers() -> None:
    state = played(TOUR, "good", "", "do")
    assert [(step.scene, step.choice) for step in state.path] == [("asked", "good"), ("heard", ""), ("decided", "do")]
    assert len(state.answers) == 1


def test_an_inject_at_the_start_acts_at_once() -> None:
    story = scenario(inject("first", takes=4, effects=["trust -= 9"], then="asked"), question("asked"))
    state = begun(story)
    assert (state.scene, state.minutes, state.trust) == ("first", 4, 41)


def test_silence_is_an_answer_and_heats() -> None:
    state = played(TOUR, "silence")
    (answer,) = state.answers
    assert (answer.choice, answer.at, answer.levels) == ("silence", 30_000, {"accuracy": 0})
    assert answer.after == Reputation(36, 48)


@pytest.mark.parametrize(("time_scale", "limit"), [(0, None), (50, 20_000), (100, 35_000), (200, 65_000)])
def test_a_time_limit_is_stretched_and_counts_from_the_scene(time_scale: int, limit: int | None) -> None:
    story = scenario(inject("first", then="asked"), TOUR.scene_by_id["asked"].model_dump(), then_ends("heard"))
    state = advance(story, begun(story, time_scale=time_scale), Continued("first", 5_000))
    assert deadline(compiled(story).scene("asked"), state) == limit
    on_time, late = LineChosen("asked", "good", limit or 10**12), DeadlinePassed("asked", limit or 10**12)
    assert advance(story, state, on_time).answers[-1].choice == "good"
    if limit is None:
        with pytest.raises(IllegalEvent):
            advance(story, state, late)
    else:
        assert advance(story, state, late).answers[-1].choice == "silence"


def then_ends(scene: str) -> dict[str, object]:
    return inject(scene)


def test_a_time_limit_without_silence_is_none() -> None:
    story = scenario(question("asked", time_limit=5))
    assert deadline(compiled(story).scene("asked"), begun(story)) is None


def test_a_line_may_be_closed_by_its_condition() -> None:
    story = scenario(question("asked", line("bold", when="trust > 50"), line("calm"), then=again()))
    with pytest.raises(IllegalEvent, match="this is not open now"):
        played(story, "bold")
    assert played(story, "calm").scene == "asked"


def again() -> list[dict[str, str]]:
    """Round and round until the third time."""
    return [{"when": "visits(asked) < 3", "go": "asked"}, {"go": "end"}]


def test_visits_count_the_scene_that_is_being_left_once() -> None:
    story = scenario(question("asked", then=again()))
    assert stations(played(story, "good", "good", "good")) == ["asked", "asked", "asked", "end"]


def test_visits_count_an_inject_that_is_being_left_once() -> None:
    ways = [{"when": "visits(note) < 2", "go": "note"}, {"go": "end"}]
    assert stations(played(scenario(inject("note", then=ways)), "", "")) == ["note", "note", "end"]


@pytest.mark.parametrize("kind", ["question", "decision"])
def test_once_is_once_in_a_session(kind: str) -> None:
    lines = question("asked", line("x", once=True), line("y"), then=again())
    options = decision("asked", option("x", once=True), option("y"), then=again())
    story = scenario(lines if kind == "question" else options)
    state = played(story, "x")
    with pytest.raises(IllegalEvent, match="only once"):
        go_on(story, state, "x")
    assert go_on(story, state, "y", "y").scene == "end"


def test_once_is_for_the_line_of_this_scene_alone() -> None:
    story = scenario(
        question("first", line("x", once=True), line("y"), then="second"),
        question("second", line("x", once=True), line("y")),
    )
    assert played(story, "x", "x").scene == "end"


def test_effects_follow_one_another_after_the_answer() -> None:
    effects = ["n += 2", "m = n * 2", "seen = level(accuracy) == 3 and visits(asked) == 1", "trust = n"]
    story = scenario(
        question("asked", line("good", levels={"accuracy": 3}, effects=effects)),
        variables=[variable("n", 1), variable("m"), variable("seen", False)],
    )
    state = played(story, "good")
    assert state.values == (3, 6, True)
    assert (state.trust, state.answers[-1].after.trust) == (3, 53)


@pytest.mark.parametrize(
    ("effect", "n"),
    [("n += 100", 9), ("n -= 100", 0), ("n = 5", 5), ("n = level(empathy)", 4), ("n = average(accuracy) * 3", 6)],
)
def test_variables_are_kept_within_their_range(effect: str, n: int) -> None:
    story = scenario(question("asked", line("x", effects=[effect])), variables=[variable("n", 4)])
    assert played(story, "x").values == (n,)


@pytest.mark.parametrize(("effect", "trust"), [("trust += 80", 100), ("trust -= 80", 0), ("trust = heat", 30)])
def test_trust_is_kept_from_0_to_100(effect: str, trust: int) -> None:
    story = scenario(question("asked", line("x", effects=[effect])))
    assert played(story, "x").trust == trust


def test_a_number_without_a_range_does_not_grow_for_ever() -> None:
    story: Scenario = scenario(
        question(
            "asked", line("x", effects=["n = n * n * n"]), then=[{"when": "visits(asked) < 30", "go": "asked"}, END]
        ),
        variables=[variable("n", 9, range=None)],
    )
    assert played(story, *["x"] * 30).values == (1_000_000,)


END = {"go": "end"}


def test_the_first_open_way_is_taken_and_a_lines_own_ways_come_first() -> None:
    ways = [{"when": "level(accuracy) >= 3", "go": "well"}, {"when": "flag(blame)", "go": "badly"}, {"go": "so_so"}]
    story = scenario(
        question(
            "asked",
            line("owns", levels={"accuracy": 4}, flags=["blame"]),
            line("blames", flags=["blame"]),
            line("evades"),
            line("thanks", levels={"accuracy": 4}, then="so_so"),
            then=ways,
        ),
        *(ending(id) for id in ("well", "badly", "so_so")),
    )
    ends = [played(story, choice).scene for choice in ("owns", "blames", "evades", "thanks")]
    assert ends == ["well", "badly", "so_so", "so_so"]
