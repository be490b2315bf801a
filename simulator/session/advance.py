"""The law of a session: `advance(scenario, state, event)` gives the next state, or raises IllegalEvent.

Every transition is in this file. A step goes: check the event, record what was done, apply effects, then
find the way on: a follow-up of the answer, else an inject that cuts in, else the first open way. A scene
that was called comes back by `return`, and the way on is then looked for again where the call was made,
so conditions see what was said in between.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from simulator.scenario.conditions import Scalar, chosen, visits
from simulator.scenario.model import Scenario
from simulator.scenario.scenes import RETURN, SILENCE
from simulator.session.chance import draw
from simulator.session.compiled import (
    HEAT,
    TRUST,
    Candidate,
    Choice,
    CompiledScenario,
    Effect,
    ReadyPool,
    ReadyScene,
    WayOn,
    compiled,
)
from simulator.session.events import (
    SEED_MAX,
    Continued,
    DeadlinePassed,
    Event,
    IllegalEvent,
    LineChosen,
    OptionTaken,
    Started,
)
from simulator.session.state import Answer, Frame, SessionState, Step
from simulator.world.reputation import HEAT_AT_START, TRUST_AT_START, Reputation, react

CALL_DEPTH = 8
"""How deep calls may nest; a follow-up or interruption beyond it is passed over."""

TIME_SCALE_MAX = 1_000


def before_start(scenario: Scenario) -> SessionState:
    """The state of a session that has not begun."""
    return SessionState(
        seed=0,
        time_scale=100,
        scene="",
        frames=(),
        values=compiled(scenario).defaults,
        minutes=0,
        trust=TRUST_AT_START,
        heat=HEAT_AT_START,
        answers=(),
        path=(),
        chances=0,
        entered_at=0,
        at=0,
    )


def advance(scenario: Scenario, state: SessionState, event: Event) -> SessionState:
    """The state after an event. Raises IllegalEvent, and the state is then as it was."""
    transition = _TRANSITIONS.get(type(event))
    if transition is None:
        raise IllegalEvent("there is nothing to take back here")
    return transition(compiled(scenario), state, event)


def deadline(scene: ReadyScene, state: SessionState) -> int | None:
    """When the time limit of the present scene runs out, in milliseconds since the start; None without one."""
    if scene.time_limit is None or state.time_scale == 0:
        return None
    return state.entered_at + scene.time_limit * 10 * state.time_scale


class _Draft:
    """A state while a step is being made of it; it has a state's fields and is frozen into one at the end."""

    __slots__ = (*SessionState._fields, "_ready")

    def __init__(self, ready: CompiledScenario, state: SessionState, at: int) -> None:
        self._ready = ready
        (
            self.seed, self.time_scale, self.scene, self.frames, self.values, self.minutes,
            self.trust, self.heat, self.answers, self.path, self.chances, self.entered_at, self.at,
        ) = state  # fmt: skip
        self.at = at

    def frozen(self) -> SessionState:
        return SessionState(
            self.seed, self.time_scale, self.scene, self.frames, self.values, self.minutes,
            self.trust, self.heat, self.answers, self.path, self.chances, self.entered_at, self.at,
        )  # fmt: skip

    def apply(self, effects: tuple[Effect, ...]) -> None:
        """Apply effects one after another, each seeing those before it."""
        for effect in effects:
            value = effect.value(self)
            if effect.slot >= 0:
                values: list[Scalar] = list(self.values)
                values[effect.slot] = value
                self.values = tuple(values)
            elif effect.slot == TRUST:
                self.trust = int(value)
            elif effect.slot == HEAT:
                self.heat = int(value)

    def record(self, scene: ReadyScene, choice: Choice) -> None:
        """Write a step into the path, let its time pass, and grade it if it is an answer."""
        self.path = (*self.path, Step(scene.id, choice.id, self.at, self.minutes))
        if choice.assessment is not None:
            self._answer(scene, choice)
        self.minutes += scene.takes
        if choice.effects:
            self.apply(choice.effects)

    def _answer(self, scene: ReadyScene, choice: Choice) -> None:
        assert choice.assessment is not None and choice.impact is not None
        before = Reputation(self.trust, self.heat)
        after = react(before, choice.impact)
        self.trust, self.heat = after
        answer = Answer(scene.id, choice.id, choice.assessment, self.at, self.minutes, before, after)
        self.answers = (*self.answers, answer)

    def go_on(self, scene_id: str, choice: Choice, *, asking: bool) -> None:
        """Find the way on after a choice; `asking` while its follow-ups have not been asked yet."""
        if len(self.frames) < CALL_DEPTH:
            called = (self._follow_up(choice) if asking else None) or self._interruption(choice)
            if called is not None:
                self.frames = (*self.frames, Frame(scene_id, choice.id))
                self.enter(called)
                return
        self.follow(choice.ways)

    def _follow_up(self, choice: Choice) -> str | None:
        for follow_up in choice.follow_ups:
            if follow_up.condition is None or follow_up.condition(self):
                if self._askable(self._ready.candidate(follow_up.target)):
                    return follow_up.target
        return None

    def _interruption(self, choice: Choice) -> str | None:
        if not choice.id:
            return None
        for scene_id, condition in self._ready.interruptions:
            if condition(self) and not visits(self, scene_id):
                return scene_id
        return None

    def _askable(self, candidate: Candidate) -> bool:
        if candidate.once and visits(self, candidate.scene):
            return False
        return candidate.condition is None or candidate.condition(self)

    def follow(self, ways: tuple[WayOn, ...]) -> None:
        """Take the first open way."""
        for way in ways:
            if way.condition is None or way.condition(self):
                if way.is_scene:
                    self.enter(way.target)
                else:
                    self._reach(way.target)
                return
        raise AssertionError(f"no way on from {self.scene}: the scenario was not checked")

    def _reach(self, target: str) -> None:
        if target == RETURN:
            self._return()
        else:
            pool = self._ready.pool(target)
            self._draw_from(pool, pool.draws)

    def _return(self) -> None:
        assert self.frames, f"return from {self.scene}, which was not called: the scenario was not checked"
        frame = self.frames[-1]
        self.frames = self.frames[:-1]
        if frame.pool:
            self._draw_from(self._ready.pool(frame.pool), frame.draws)
        else:
            scene = self._ready.scene(frame.scene)
            choice = scene.choices.get(frame.choice) or scene.onward
            assert choice is not None
            self.go_on(frame.scene, choice, asking=False)

    def _draw_from(self, pool: ReadyPool, draws: int) -> None:
        """Ask the pool's most salient open question: least asked, then most specific, then by chance."""
        open_ = [candidate for candidate in pool.candidates if self._askable(candidate)] if draws else []
        if not open_:
            self.follow(pool.ways)
            return
        ranks = [(visits(self, candidate.scene), -candidate.specificity) for candidate in open_]
        salient = [candidate for candidate, rank in zip(open_, ranks, strict=True) if rank == min(ranks)]
        picked = salient[0]
        if len(salient) > 1:
            picked = salient[draw(self.seed, self.chances, len(salient))]
            self.chances += 1
        self.frames = (*self.frames, Frame("", "", pool.id, draws - 1))
        self.enter(picked.scene)

    def enter(self, scene_id: str) -> None:
        """Reach a scene."""
        scene = self._ready.scene(scene_id)
        self.scene = scene_id
        self.entered_at = self.at
        if scene.kind == "inject":
            self.minutes += scene.takes
            self.apply(scene.on_entry)


def _start(ready: CompiledScenario, state: SessionState, event: Started) -> SessionState:
    if state.started:
        raise IllegalEvent("this session has already begun")
    if not 0 <= event.seed <= SEED_MAX or not 0 <= event.time_scale <= TIME_SCALE_MAX or event.at != 0:
        raise IllegalEvent("a session begins at 0 with a seed of 63 bits and a time scale of 0 to {most} percent", most=TIME_SCALE_MAX)
    draft = _Draft(ready, state, 0)
    draft.seed, draft.time_scale = event.seed, event.time_scale
    draft.enter(ready.scenario.start)
    return draft.frozen()


def _choose_line(ready: CompiledScenario, state: SessionState, event: LineChosen) -> SessionState:
    scene = _present(ready, state, event.scene, event.at, "question")
    limit = deadline(scene, state)
    if limit is not None and event.at > limit:
        raise IllegalEvent("the time for this question has run out")
    return _take(ready, state, scene, _open_choice(scene, state, event.line), event.at)


def _keep_silent(ready: CompiledScenario, state: SessionState, event: DeadlinePassed) -> SessionState:
    scene = _present(ready, state, event.scene, event.at, "question")
    limit = deadline(scene, state)
    if limit is None or event.at < limit:
        raise IllegalEvent("the time for this question has not run out")
    return _take(ready, state, scene, scene.choices[SILENCE], event.at)


def _take_option(ready: CompiledScenario, state: SessionState, event: OptionTaken) -> SessionState:
    scene = _present(ready, state, event.scene, event.at, "decision")
    return _take(ready, state, scene, _open_choice(scene, state, event.option), event.at)


def _continue(ready: CompiledScenario, state: SessionState, event: Continued) -> SessionState:
    scene = _present(ready, state, event.scene, event.at, "inject")
    assert scene.onward is not None
    draft = _Draft(ready, state, event.at)
    draft.path = (*draft.path, Step(scene.id, "", event.at, draft.minutes))
    draft.follow(scene.onward.ways)
    return draft.frozen()


def _take(ready: CompiledScenario, state: SessionState, scene: ReadyScene, choice: Choice, at: int) -> SessionState:
    draft = _Draft(ready, state, at)
    draft.record(scene, choice)
    draft.go_on(scene.id, choice, asking=True)
    return draft.frozen()


def _present(ready: CompiledScenario, state: SessionState, scene_id: str, at: int, kind: str) -> ReadyScene:
    if not state.scene:
        raise IllegalEvent("this session has not begun")
    scene = ready.scene(state.scene)
    if scene.kind == "ending":
        raise IllegalEvent("this session has ended")
    if scene_id != state.scene:
        raise IllegalEvent("the scene “{scene}” is not on the table", scene=scene_id)
    if scene.kind != kind:
        raise IllegalEvent("the scene “{scene}” takes another kind of step", scene=scene_id)
    if at < state.at:
        raise IllegalEvent("time does not run backwards")
    return scene


def _open_choice(scene: ReadyScene, state: SessionState, choice_id: str) -> Choice:
    choice = scene.choices.get(choice_id)
    if choice is None or choice_id == SILENCE:
        raise IllegalEvent("there is no “{choice}” here", choice=choice_id)
    if choice.once and chosen(state, scene.id, choice_id):
        raise IllegalEvent("this has been said already, and can be said only once")
    if choice.condition is not None and not choice.condition(state):
        raise IllegalEvent("this is not open now")
    return choice


_TRANSITIONS: Mapping[type, Callable[[CompiledScenario, SessionState, Any], SessionState]] = {
    Started: _start,
    LineChosen: _choose_line,
    DeadlinePassed: _keep_silent,
    OptionTaken: _take_option,
    Continued: _continue,
}
