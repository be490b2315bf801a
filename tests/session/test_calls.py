"""Follow-ups, interruptions and pools: calls, and coming back from them."""

from __future__ import annotations

import pytest

from simulator.scenario.model import Scenario
from simulator.session.advance import CALL_DEPTH
from simulator.session.chance import draw
from simulator.session.state import Frame
from tests.builders import Written, decision, ending, inject, line, pool, question, scenario, silence, variable
from tests.session.playing import begun, go_on, played, stations

BACK = "return"


def called(id: str, **changes: object) -> Written:
    """A question that comes back."""
    return question(id, **{"then": BACK, **changes})


def test_a_follow_up_is_asked_and_comes_back() -> None:
    story = scenario(question("first", follow_ups=[{"ask": "why"}], then="second"), called("why"), question("second"))
    state = played(story, "good")
    assert (state.scene, state.frames) == ("why", (Frame("first", "good"),))
    state = go_on(story, state, "good")
    assert (state.scene, state.frames) == ("second", ())


def test_the_first_follow_up_that_holds_is_asked_and_no_second() -> None:
    asked = [{"ask": "never", "when": "trust > 99"}, {"ask": "why", "when": "trust > 50"}, {"ask": "how"}]
    story = scenario(question("first", follow_ups=asked), called("never"), called("why"), called("how"))
    assert stations(played(story, "good", "good")) == ["first", "why", "end"]
    assert stations(played(story, "poor", "good")) == ["first", "how", "end"]


def test_a_lines_follow_ups_come_before_its_scenes() -> None:
    own = line("own", follow_ups=[{"ask": "why", "when": "trust > 99"}, {"ask": "how"}])
    story = scenario(question("first", own, line("plain"), follow_ups=[{"ask": "why"}]), called("why"), called("how"))
    assert played(story, "own").scene == "how"
    assert played(story, "plain").scene == "why"


def test_silence_is_followed_up_too() -> None:
    asked = question("first", time_limit=5, silence=silence(follow_ups=[{"ask": "why"}]))
    assert stations(played(scenario(asked, called("why")), "silence", "good")) == ["first", "why", "end"]


def test_a_follow_up_is_asked_only_while_its_scene_is_open_and_once() -> None:
    again = [{"when": "visits(first) < 3", "go": "first"}, {"go": "end"}]
    story = scenario(
        question("first", follow_ups=[{"ask": "why"}, {"ask": "how"}], then=again),
        called("why", once=True),
        called("how", when="visits(first) == 2"),
    )
    assert stations(played(story, *["good"] * 5)) == ["first", "why", "first", "how", "first", "end"]


def test_the_ways_are_read_again_on_coming_back() -> None:
    ways = [{"when": "told", "go": "well"}, {"when": "level(accuracy) < 2", "go": "badly"}, {"go": "so_so"}]
    story = scenario(
        question("first", follow_ups=[{"ask": "why"}], then=ways),
        called("why", then=BACK),
        *(ending(id) for id in ("well", "badly", "so_so")),
        variables=[variable("told", False)],
    )
    assert played(story, "poor", "good").scene == "so_so"
    assert played(story, "good", "poor").scene == "badly"


def test_a_called_scene_may_end_the_session_or_lead_further_before_it_comes_back() -> None:
    story = scenario(
        question("first", follow_ups=[{"ask": "why"}], then="second"),
        called("why", then=[{"when": "level(accuracy) < 2", "go": "out"}, {"go": "note"}]),
        inject("note", then=BACK),
        question("second"),
        ending("out"),
        ending("end"),
    )
    assert stations(played(story, "good", "poor")) == ["first", "why", "out"]
    assert stations(played(story, "good", "good", "")) == ["first", "why", "note", "second"]


def test_calls_nest_and_come_back_one_by_one() -> None:
    story = scenario(
        question("first", follow_ups=[{"ask": "why"}]),
        called("why", follow_ups=[{"ask": "how"}]),
        called("how"),
    )
    state = played(story, "good", "poor")
    assert state.frames == (Frame("first", "good"), Frame("why", "poor"))
    assert stations(go_on(story, state, "good")) == ["first", "why", "how", "end"]


def test_calls_nest_no_deeper_than_the_limit() -> None:
    story = scenario(called("first", follow_ups=[{"ask": "first"}], then=[{"when": "minutes < 99", "go": "end"}, DOWN]))
    state = begun(story)
    for depth in range(CALL_DEPTH):
        assert len(state.frames) == depth
        state = go_on(story, state, "good")
    assert len(state.frames) == CALL_DEPTH
    # The ninth is passed over; the ways of the eighth lead to the end.
    assert go_on(story, state, "good").scene == "end"


DOWN = {"go": BACK}


def news(when: str, id: str = "news", **changes: object) -> Written:
    return inject(id, interrupts=when, **{"then": BACK, **changes})


def test_an_interruption_cuts_in_once_after_the_step_upon_which_it_holds() -> None:
    story = scenario(
        question("first", then="second"), question("second", then="third"), question("third"), news("minutes >= 6")
    )
    assert stations(played(story, "good", "good", "", "good")) == ["first", "second", "news", "third", "end"]


def test_an_interruption_gives_way_to_a_follow_up_and_comes_after_it() -> None:
    story = scenario(question("first", follow_ups=[{"ask": "why"}]), called("why"), news("minutes >= 3"))
    assert stations(played(story, "good", "good", "")) == ["first", "why", "news", "end"]


def test_two_interruptions_cut_in_one_after_the_other() -> None:
    story = scenario(question("first"), news("heat > 0", effects=["heat = 99"]), news("heat > 90", "worse"))
    assert stations(played(story, "good", "", "")) == ["first", "news", "worse", "end"]


def test_an_interruption_cuts_in_after_a_decision_but_not_after_an_inject() -> None:
    decided = scenario(decision("first", then="note"), inject("note"), news("minutes >= 2"))
    assert stations(played(decided, "do", "", "")) == ["first", "news", "note", "end"]
    noted = scenario(inject("note", takes=9, then="first"), question("first"), news("minutes >= 2"))
    assert stations(played(noted, "", "good", "")) == ["note", "first", "news", "end"]


def test_an_inject_that_was_read_already_does_not_interrupt() -> None:
    story = scenario(question("first", follow_ups=[{"ask": "news"}]), news("heat > 0"))
    assert stations(played(story, "good", "")) == ["first", "news", "end"]


def floor(*questions: Written, draws: int = 1, **changes: object) -> Scenario:
    """A first question, the pool `floor`, a last question."""
    return scenario(
        question("first", then="floor"),
        *questions,
        question("last"),
        pools=[pool("floor", *(one["id"] for one in questions), draws=draws, then="last", **changes)],
    )


def test_a_pool_asks_as_many_questions_as_it_draws() -> None:
    story = floor(called("money"), called("dam"), called("road"), draws=2)
    state = played(story, "good")
    assert state.frames == (Frame(pool="floor", asked=(state.scene,)),)
    state = go_on(story, state, "good", "good")
    assert state.scene == "last"
    assert len(set(stations(state)[1:3]) & {"money", "dam", "road"}) == 2


def test_a_pool_asks_no_question_twice_while_it_is_passed() -> None:
    story = floor(called("money"), called("dam"), draws=5)
    assert sorted(stations(played(story, "good", "good", "good"))[1:3]) == ["dam", "money"]


def test_a_pool_asks_only_what_is_open_and_else_leads_on() -> None:
    story = floor(called("money", when="trust > 99"), called("dam", when="heat > 0"), draws=2)
    assert stations(played(story, "good", "good")) == ["first", "dam", "last"]
    closed = floor(called("money", when="trust > 99"))
    assert stations(played(closed, "good")) == ["first", "last"]


def test_a_pool_asks_the_most_specific_question() -> None:
    story = floor(called("any"), called("one", when="heat > 0"), called("two", when="heat > 0 and trust > 0"), draws=3)
    state = played(story, "good", "good", "good", "good")
    assert stations(state) == ["first", "two", "one", "any", "last"]
    assert state.chances == 0


def test_a_pool_asks_the_least_asked_question_first() -> None:
    again = [{"when": "visits(last) < 3", "go": "floor"}, {"go": "end"}]
    story = scenario(
        question("first", then="floor"),
        called("specific", when="heat >= 0 and trust >= 0"),
        called("plain"),
        question("last", then=again),
        pools=[pool("floor", "specific", "plain", then="last")],
    )
    state = played(story, *["good"] * 7)
    assert stations(state)[1:7:2] == ["specific", "plain", "specific"]


def test_a_pools_once_question_is_asked_once() -> None:
    again = [{"when": "visits(last) < 2", "go": "floor"}, {"go": "end"}]
    story = scenario(
        question("first", then="floor"),
        called("money", once=True),
        question("last", then=again),
        pools=[pool("floor", "money", then="last")],
    )
    assert stations(played(story, *["good"] * 4)) == ["first", "money", "last", "last", "end"]


@pytest.mark.parametrize("seed", range(8))
def test_among_equals_the_seed_decides(seed: int) -> None:
    names = ["money", "dam", "road"]
    story = floor(*map(called, names), draws=3)
    state = played(story, "good", "good", "good", "good", seed=seed)
    left, expected = list(names), []
    for number in range(2):
        expected.append(left.pop(draw(seed, number, len(left))))
    assert stations(state)[1:4] == [*expected, *left]
    assert state.chances == 2


def test_a_pools_ways_are_read_when_it_is_done() -> None:
    ways = [{"when": "level(accuracy) < 2", "go": "out"}, {"go": "last"}]
    story = scenario(
        question("first", then="floor"),
        called("money"),
        question("last"),
        ending("out"),
        ending("end"),
        pools=[pool("floor", "money", then=ways)],
    )
    assert played(story, "good", "poor").scene == "out"
    assert played(story, "poor", "good").scene == "last"


def test_an_interruption_cuts_in_between_two_questions_of_a_pool() -> None:
    story = scenario(
        question("first", then="floor"),
        called("money", when="heat > 0"),
        called("dam"),
        question("last"),
        news("visits(money) > 0"),
        pools=[pool("floor", "money", "dam", draws=2, then="last")],
    )
    assert stations(played(story, "good", "good", "", "good")) == ["first", "money", "news", "dam", "last"]


def test_a_pool_that_is_called_comes_back() -> None:
    story = scenario(
        question("first", follow_ups=[{"ask": "why"}], then="last"),
        called("why", then="floor"),
        called("money"),
        question("last"),
        pools=[pool("floor", "money", then=BACK)],
    )
    assert stations(played(story, "good", "good", "good")) == ["first", "why", "money", "last"]


def test_a_pool_that_its_own_question_leads_to_is_passed_over_at_the_depth_limit() -> None:
    story = scenario(
        question("first", then="floor"),
        question("money", then="floor"),
        question("last"),
        pools=[pool("floor", "money", then="last")],
    )
    state = played(story, *["good"] * (CALL_DEPTH + 1))
    assert stations(state) == ["first", *["money"] * CALL_DEPTH, "last"]
