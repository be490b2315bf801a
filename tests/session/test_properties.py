"""The laws of a session, in generated scenarios and whatever is tried at them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from hypothesis import given, settings

from simulator.loading.checks import CHECKS, GRAPH_CHECKS
from simulator.loading.checks.subject import Subject
from simulator.scenario.model import Scenario
from simulator.scenario.situation import visits
from simulator.session.advance import CALL_DEPTH
from simulator.session.compiled import compiled
from simulator.session.events import Event, LineChosen, OptionTaken, TakenBack
from simulator.session.replay import replay, standing, states
from simulator.session.state import SessionState, canonical
from simulator.session.view import desk, view
from tests.session.moves import Try, attempt, chances, is_ended, tries
from tests.session.scenarios import CASES, Case

STEPS_TO_AN_END = 400
"""More than any generated scenario can make of its scenes."""


@dataclass(frozen=True)
class Played:
    """A case that was played, and its states as bytes at the time."""

    case: Case
    tries: list[Try]

    @property
    def scenario(self) -> Scenario:
        return self.case.scenario

    @property
    def accepted(self) -> list[Event]:
        return [one.event for one in self.tries if one.after is not None]

    @property
    def states(self) -> list[SessionState]:
        return [one.after for one in self.tries if one.after is not None]

    @property
    def last(self) -> SessionState:
        return self.states[-1]


def a_refused_event_changes_nothing(played: Played) -> None:
    for one, following in zip(played.tries, played.tries[1:], strict=False):
        assert following.before == (one.after or one.before)
        if one.after is None:
            assert attempt(played.scenario, one.before, one.event).after is None


def a_step_changes_no_state_but_makes_one(played: Played) -> None:
    before = [canonical(state) for state in played.states]
    assert [canonical(state) for state in states(played.scenario, played.accepted)] == before
    assert [canonical(state) for state in played.states] == before


def a_replay_gives_the_same_bytes(played: Played) -> None:
    again = replay(played.scenario, played.accepted)
    assert canonical(again.state) == canonical(played.last)
    assert again.fitted == tuple(played.accepted)
    assert again.rest == ()


def undo_is_the_state_before(played: Played) -> None:
    for count in range(len(played.accepted) + 2):
        left = max(len(played.accepted) - count, 1)
        events = [*played.accepted, *(TakenBack(played.last.at) for _ in range(count))]
        assert standing(events) == tuple(played.accepted[:left])
        assert canonical(replay(played.scenario, events).state) == canonical(played.states[left - 1])


def the_scenarios_json_plays_the_same(played: Played) -> None:
    copy = Scenario.model_validate_json(played.scenario.model_dump_json())
    again = replay(copy, played.accepted)
    assert again.rest == ()
    assert canonical(again.state) == canonical(played.last)


def everything_stays_within_its_bounds(played: Played) -> None:
    for state in played.states:
        assert 0 <= state.trust <= 100
        assert 0 <= state.heat <= 100
        told, promises, debt, host = state.values
        assert isinstance(told, bool)
        assert type(promises) is type(debt) is int
        assert 0 <= promises <= 5
        assert -3 <= debt <= 3
        assert host in ("commune", "province")
        assert len(state.frames) <= CALL_DEPTH
        assert 0 <= state.entered_at <= state.at


def what_happens_once_happens_once(played: Played) -> None:
    state = played.last
    assert visits(state, "news") <= 1
    assert len(state.path) == len(played.accepted) - 1
    once = [(step.scene, step.choice) for step in state.path if _is_once(played.scenario, step.scene, step.choice)]
    assert len(once) == len(set(once))
    for scene_id in {question for pool in played.scenario.pools for question in pool.questions}:
        if compiled(played.scenario).candidate(scene_id).once:
            assert visits(state, scene_id) <= 1


def the_view_tells_what_is_accepted(played: Played) -> None:
    for state in played.states:
        table = view(played.scenario, state)
        desk(played.scenario, state)
        assert table.ended == is_ended(played.scenario, state)
        assert not (table.ended and table.offers)
        # On the last moment of its time a line is still in time, and silence already is.
        at = state.at if table.deadline is None else max(table.deadline, state.at)
        is_open = {offer.id: offer.open for offer in table.offers}
        for event in chances(played.scenario, state, at):
            accepted = attempt(played.scenario, state, event).after is not None
            if isinstance(event, LineChosen | OptionTaken):
                choice = event.line if isinstance(event, LineChosen) else event.option
                assert accepted == is_open.get(choice, False)
            else:
                assert accepted == (not table.ended)
        for offer in table.offers:
            assert offer.open == (not offer.spent and not offer.false)


def every_session_comes_to_an_end(played: Played) -> None:
    for pick in (0, -1):
        state = played.last
        for _ in range(STEPS_TO_AN_END):
            if is_ended(played.scenario, state):
                break
            made = [attempt(played.scenario, state, event).after for event in chances(played.scenario, state, state.at)]
            state = [after for after in made if after is not None][pick]
        assert is_ended(played.scenario, state)


LAWS: tuple[Callable[[Played], None], ...] = (
    a_refused_event_changes_nothing,
    a_step_changes_no_state_but_makes_one,
    a_replay_gives_the_same_bytes,
    undo_is_the_state_before,
    the_scenarios_json_plays_the_same,
    everything_stays_within_its_bounds,
    what_happens_once_happens_once,
    the_view_tells_what_is_accepted,
    every_session_comes_to_an_end,
)


@settings(max_examples=500)
@given(CASES)
def test_the_laws_hold_in_any_session(case: Case) -> None:
    played = Played(case, tries(case))
    for law in LAWS:
        law(played)


@settings(max_examples=50)
@given(CASES)
def test_generated_scenarios_are_those_that_the_loader_accepts(case: Case) -> None:
    subject = Subject(case.scenario, ())
    errors = [check for check in (*CHECKS, *GRAPH_CHECKS) if check.SEVERITY == "error"]
    assert [(check.CODE, flaw) for check in errors for flaw in check.check(subject)] == []


def _is_once(scenario: Scenario, scene_id: str, choice_id: str) -> bool:
    choice = compiled(scenario).scene(scene_id).choices.get(choice_id)
    return choice is not None and choice.once
