"""How the public stands, read from a session: trust by group, the rumour's course, and how quickly."""

from __future__ import annotations

from collections.abc import Callable
from time import process_time

import pytest

from simulator.scenario.assessment import Assessment
from simulator.scenario.public import Public, default_groups
from simulator.scenario.rubric import RedFlag, Skill
from simulator.session.advance import advance
from simulator.session.events import Prepared
from simulator.session.publics import groups_of, moments, rumour_curve, rumour_of, standing
from simulator.session.state import SessionState
from simulator.world.publics import Standing
from simulator.world.telling import Moment
from tests.builders import Written, inject, line, question, scenario, silence
from tests.session.playing import begun, go_on, played

DOSSIER: Written = {
    "context": "A dam is said to have burst.",
    "facts": ({"id": "f1", "text": "It holds.", "source": "The log", "as_of": "12:00"},),
    "rumours": (
        {"id": "m1", "claim": "It burst.", "truth": "It holds.", "evidence": "Go and see."},
        {"id": "m2", "claim": "They fled.", "truth": "They are here.", "evidence": "They are here."},
    ),
}
RUMOUR = line("shows", levels={"rebuttal": 4})
PASSES = line("passes", levels={"rebuttal": 1}, flags=["no_comment"])
QUIET = silence(levels={"rebuttal": 1})
STORY = (
    question("first", RUMOUR, PASSES, time_limit=30, silence=QUIET, then="post"),
    inject("post", takes=10, then="second"),
    question("second", RUMOUR, PASSES, time_limit=30, silence=QUIET),
)
PLAIN = scenario(*STORY, dossier=DOSSIER, skills=["rebuttal"])
OWN = scenario(
    *STORY,
    dossier=DOSSIER,
    skills=["rebuttal"],
    public={
        "groups": [
            {"id": "hamlet", "name": "The hamlet", "share": 70, "part": "villagers"},
            {"id": "town", "name": "The town", "share": 30, "part": "youth", "weights": {"rebuttal": 9}},
        ],
        "rumour": {"id": "m2", "told_by": 20, "known_from": "post"},
    },
)


def test_a_scenario_without_the_block_has_four_groups_and_the_first_rumour() -> None:
    assert groups_of(PLAIN) == default_groups("en")
    rumour = rumour_of(PLAIN)
    assert rumour is not None
    assert (rumour.id, rumour.told_by, rumour.known_from) == ("m1", 5, None)
    assert groups_of(PLAIN.model_copy(update={"public": Public()})) == default_groups("en")


def test_trust_by_group_begins_at_fifty_and_has_an_entry_for_each_answer() -> None:
    history = standing(OWN, played(OWN, "shows", "", "passes"))
    assert [len(entry) for entry in history] == [2, 2, 2]
    assert history[0] == (Standing(50, 0), Standing(50, 0))
    assert history[1] == (Standing(55, 0), Standing(55, 0))
    assert all(later.trust < earlier.trust for later, earlier in zip(history[2], history[1], strict=True))
    assert standing(OWN, begun(OWN)) == history[:1]


def test_moments_are_the_answers_with_the_trust_before_them() -> None:
    assert moments(OWN, played(OWN, "shows", "", "silence")) == (
        Moment(0, (50, 50), 4, False, ()),
        Moment(13, (55, 55), 1, True, ()),
    )


def opened(flags: tuple[RedFlag, ...] = (), level: int = 4) -> SessionState:
    """The state after a graded opening statement."""
    levels: dict[Skill, int] = {"empathy": level, "clarity": level}
    grade = Assessment(levels, flags, (), 80)
    return advance(OWN, begun(OWN), Prepared((), (), "Good afternoon.", grade, 1))


def test_an_opening_statement_counts_with_every_group_and_a_bare_preparation_does_not() -> None:
    state = opened()
    before, after = standing(OWN, state)
    assert all(later.trust > earlier.trust for later, earlier in zip(after, before, strict=True))
    answered = standing(OWN, go_on(OWN, state, "shows"))
    assert answered[:2] == (before, after)
    assert len(answered) == 3
    bare = advance(OWN, begun(OWN), Prepared((), (), "", None, 1))
    assert standing(OWN, bare) == (before,)


def test_an_opening_statement_meets_the_rumour_by_its_flags() -> None:
    state = go_on(OWN, opened(("amplification",), 1), "shows")
    first, second = moments(OWN, state)
    assert first == Moment(0, (50, 50), None, False, ("amplification",))
    assert second.trust == tuple(group.trust for group in standing(OWN, state)[1])


def test_the_groups_hear_the_rumour_each_in_its_own_time() -> None:
    state = go_on(OWN, begun(OWN), "passes", "", "passes")
    curve = rumour_curve(OWN, state)
    assert curve is not None
    hamlet, town = curve.groups
    assert town.heard[-1] > hamlet.heard[-1]


def test_a_rumour_begins_where_its_scene_is_reached() -> None:
    assert rumour_curve(OWN, begun(OWN)) is None
    reached = go_on(OWN, begun(OWN), "shows")
    curve = rumour_curve(OWN, reached)
    assert curve is not None
    assert curve.minutes == (reached.minutes,)
    ended = rumour_curve(OWN, go_on(OWN, reached, "", "passes"))
    assert ended is not None
    assert ended.minutes[0] == curve.minutes[0]
    assert len(ended.groups) == 2
    assert ended.reach > curve.reach == pytest.approx(0.2)


def test_no_rumour_no_curve() -> None:
    bare = scenario(*STORY, skills=["rebuttal"])
    assert rumour_of(bare) is None
    assert rumour_curve(bare, played(bare, "shows")) is None


def test_what_was_said_tells_two_sessions_apart() -> None:
    reaches = []
    for first, second in [("shows", "shows"), ("passes", "shows"), ("passes", "passes"), ("silence", "silence")]:
        curve = rumour_curve(PLAIN, played(PLAIN, first, "", second))
        assert curve is not None
        assert curve.minutes[-1] == 16
        reaches.append(curve.reach)
    assert reaches[0] < reaches[1] < reaches[2]
    assert reaches[0] < reaches[3]


def test_a_reading_leaves_the_state_alone_and_is_the_same_every_time() -> None:
    state = played(PLAIN, "shows", "", "passes")
    assert rumour_curve(PLAIN, state) is rumour_curve(PLAIN, state)
    assert rumour_curve(PLAIN, state._replace()) == rumour_curve(PLAIN, state)
    assert state == played(PLAIN, "shows", "", "passes")


def test_forty_answers_are_read_in_milliseconds() -> None:
    """About 4 ms where this was written; the bound leaves room for a machine a few times slower."""
    names = [f"q{number}" for number in range(40)]
    ways = [*names[1:], "end"]
    long = scenario(
        *(question(name, RUMOUR, PASSES, takes=4, then=way) for name, way in zip(names, ways, strict=True)),
        dossier=DOSSIER,
        skills=["rebuttal"],
    )
    state = played(long, *["passes", "shows"] * 20)
    assert len(state.answers) == 40
    assert min(_cost(lambda: (standing(long, state), rumour_curve(long, state._replace()))) for _ in range(20)) <= 0.015


def _cost(read: Callable[[], object]) -> float:
    """Seconds of this process's own time."""
    begun_at = process_time()
    read()
    return process_time() - begun_at
