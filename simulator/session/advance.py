"""The law of a session: `advance(scenario, state, event)` gives the next state, or raises IllegalEvent.

Every transition is in this file, and each is a function from state to state. A step goes: check the event,
record what was done and leave the scene, apply effects, then find the way on: a follow-up of the answer,
else an inject that cuts in, else the first open way. A scene that was called comes back by `return`, and
the way on is then looked for again where the call was made, so conditions see what was said in between.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from simulator.language.catalogue import template
from simulator.scenario.model import Scenario
from simulator.scenario.scenes import RETURN, SILENCE, Question
from simulator.scenario.situation import chosen, visits
from simulator.session import declared, room_orders, under_press
from simulator.session.chance import draw
from simulator.session.compiled import CompiledScenario, compiled
from simulator.session.events import (
    SEED_MAX,
    AnswerGiven,
    Continued,
    DeadlinePassed,
    Event,
    Extended,
    IllegalEvent,
    Injected,
    LineChosen,
    OptionTaken,
    Prepared,
    Pressed,
    Rated,
    Started,
)
from simulator.session.limits import deadline as deadline  # known under this name since before exams had a clock
from simulator.session.modes import EXAM_SCALE_MIN, MODES, rules_of
from simulator.session.own_words import ANSWER_MAX as ANSWER_MAX  # known under this name since before presses
from simulator.session.own_words import check_grades, check_words
from simulator.session.ready import Candidate, Choice, ReadyPool, ReadyScene, WayOn
from simulator.session.state import Answer, Frame, SessionState, Step
from simulator.world.reputation import HEAT_AT_START, TRUST_AT_START, impact_of, react

CALL_DEPTH = 8
"""How deep calls may nest; a follow-up, an interruption or a pool beyond it is passed over."""

TIME_SCALE_MAX = 1_000

# A NamedTuple's own constructor is Python code around this one call; going round it spares a seventh of a step.
_new = tuple.__new__


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
    """The state after an event. Raises IllegalEvent; TakenBack is always illegal, as a replay cuts it out before."""
    transition = _TRANSITIONS.get(type(event))
    if transition is None:
        raise no_taking_back(state)
    return transition(compiled(scenario), state, event)


def no_taking_back(state: SessionState) -> IllegalEvent:
    """Why nothing is taken back here."""
    if not rules_of(state.mode).take_back:
        return IllegalEvent(template("in an exam nothing is taken back: what is said is said"))
    return IllegalEvent(template("there is nothing to take back here"))


def _start(ready: CompiledScenario, state: SessionState, event: Started) -> SessionState:
    if state.started:
        raise IllegalEvent(template("this session has already begun"))
    if not 0 <= event.seed <= SEED_MAX or not 0 <= event.time_scale <= TIME_SCALE_MAX or event.at != 0:
        message = template("a session begins at 0 with a seed of 63 bits and a time scale of 0 to {most} percent")
        raise IllegalEvent(message, most=TIME_SCALE_MAX)
    if event.mode not in MODES:
        raise IllegalEvent(template("there is no mode “{mode}”"), mode=event.mode)
    if event.mode == "exam" and 0 < event.time_scale < EXAM_SCALE_MIN:
        raise IllegalEvent(template("the time limits of an exam can be stretched or switched off, never shortened"))
    begun = state._replace(seed=event.seed, time_scale=event.time_scale, mode=event.mode, clocked=event.clocked)
    return _enter(ready, begun, ready.scenario.start)


def _choose_line(ready: CompiledScenario, state: SessionState, event: LineChosen) -> SessionState:
    if state.press is not None:
        return under_press.answer_by_line(state.press, state, event, _limit_of_press(ready, state))
    scene = _present(ready, state, event.scene, event.at, "question")
    if scene.time_limit is not None or state.clocked:
        limit = deadline(scene, state)
        if limit is not None and event.at > limit:
            raise under_press.too_late()
    return _take(ready, state, scene, _open_choice(scene, state, event.line), event.at)


def _give_answer(ready: CompiledScenario, state: SessionState, event: AnswerGiven) -> SessionState:
    if state.press is not None:
        return under_press.answer_in_words(state.press, state, event, _limit_of_press(ready, state))
    scene = _present(ready, state, event.scene, event.at, "question")
    limit = deadline(scene, state)
    if limit is not None and event.at > limit:
        raise under_press.too_late()
    if scene.own_words is None:
        raise IllegalEvent(template("this question is answered by one of the prepared lines"))
    check_words(event.text)
    assessment = event.assessment
    question = ready.scenario.scene_by_id[scene.id]
    assert isinstance(question, Question)
    check_grades(assessment, question.skills)
    impact = impact_of(assessment.levels, assessment.flags)
    graded = replace(scene.own_words, assessment=assessment, impact=impact)
    return _take(ready, state, scene, graded, event.at, event.text)


def _keep_silent(ready: CompiledScenario, state: SessionState, event: DeadlinePassed) -> SessionState:
    if state.press is not None:
        return under_press.keep_silent(state.press, state, event, _limit_of_press(ready, state))
    scene = _present(ready, state, event.scene, event.at, "question")
    limit = deadline(scene, state)
    if limit is None or event.at < limit:
        raise under_press.too_early()
    silence = scene.made(SILENCE)
    assert silence is not None
    return _take(ready, state, scene, silence, event.at)


def _limit_of_press(ready: CompiledScenario, state: SessionState) -> int | None:
    return deadline(ready.scene(state.scene), state)


def _take_option(ready: CompiledScenario, state: SessionState, event: OptionTaken) -> SessionState:
    scene = _present(ready, state, event.scene, event.at, "decision")
    return _take(ready, state, scene, _open_choice(scene, state, event.option), event.at)


def _continue(ready: CompiledScenario, state: SessionState, event: Continued) -> SessionState:
    scene = _present(ready, state, event.scene, event.at, "inject")
    path = (*state.path, Step(scene.id, "", event.at, state.minutes))
    return _follow(ready, state._replace(scene="", path=path, at=event.at), scene.ways)


def _present(ready: CompiledScenario, state: SessionState, scene_id: str, at: int, kind: str) -> ReadyScene:
    """The scene on the table, if an event of its kind names it and comes in time."""
    if scene_id == state.scene and scene_id and at >= state.at and state.press is None:
        scene = ready.scene(scene_id)
        if scene.kind == kind:
            return scene
    raise _refusal(ready, state, scene_id, at)


def _refusal(ready: CompiledScenario, state: SessionState, scene_id: str, at: int) -> IllegalEvent:
    if not state.scene:
        return IllegalEvent(template("this session has not begun"))
    if state.press is not None:
        return under_press.refusal()
    if ready.scene(state.scene).kind == "ending":
        return IllegalEvent(template("this session has ended"))
    if scene_id != state.scene:
        return IllegalEvent(template("the scene “{scene}” is not on the table"), scene=scene_id)
    if at < state.at:
        return IllegalEvent(template("time does not run backwards"))
    return IllegalEvent(template("the scene “{scene}” takes another kind of step"), scene=scene_id)


def _open_choice(scene: ReadyScene, state: SessionState, choice_id: str) -> Choice:
    choice = scene.choices.get(choice_id)
    if choice is None or choice_id == SILENCE:
        raise IllegalEvent(template("there is no “{choice}” here"), choice=choice_id)
    if choice.once and chosen(state, scene.id, choice_id):
        raise IllegalEvent(template("this has been said already, and can be said only once"))
    if choice.condition is not None and not choice.condition(state):
        raise IllegalEvent(template("this is not open now"))
    return choice


def _take(
    ready: CompiledScenario, state: SessionState, scene: ReadyScene, choice: Choice, at: int, text: str = ""
) -> SessionState:
    """Record a choice, leave the scene, apply its effects one after another, and find the way on.

    `text` is an answer in one's own words.
    """
    seed, time_scale, _, frames, values, minutes, trust, heat, answers, path, chances, entered_at, _ = state[:13]
    path += (_new(Step, (scene.id, choice.id, at, minutes)),)
    if choice.impact is not None:
        new_trust, new_heat = react(trust, heat, choice.impact)
        fields = (scene.id, choice.id, choice.assessment, at, minutes, trust, heat, new_trust, new_heat, text, 0)
        answers += (_new(Answer, fields),)
        trust, heat = new_trust, new_heat
    minutes += scene.takes
    left = _new(
        SessionState,
        (
            *(seed, time_scale, "", frames, values, minutes, trust, heat, answers, path, chances, entered_at, at),
            *state[13:],
        ),
    )
    for effect in choice.effects:
        left = effect(left)
    return _go_on(ready, left, scene.id, choice, choice.follow_ups)


def _go_on(
    ready: CompiledScenario, state: SessionState, scene_id: str, choice: Choice, follow_ups: tuple[WayOn, ...]
) -> SessionState:
    """Find the way on after a choice; `follow_ups` are those that have not had their turn yet."""
    if follow_ups or ready.interruptions:
        called = _follow_up(ready, state, follow_ups) or _interruption(ready, state)
        if called is not None and len(state.frames) < CALL_DEPTH:
            return _enter(ready, state._replace(frames=(*state.frames, Frame(scene_id, choice.id))), called)
    return _follow(ready, state, choice.ways)


def _follow_up(ready: CompiledScenario, state: SessionState, follow_ups: tuple[WayOn, ...]) -> str | None:
    for follow_up in follow_ups:
        if follow_up.condition is None or follow_up.condition(state):
            if _is_askable(state, ready.candidate(follow_up.target)):
                return follow_up.target
    return None


def _interruption(ready: CompiledScenario, state: SessionState) -> str | None:
    for scene_id, condition in ready.interruptions:
        if condition(state) and not visits(state, scene_id):
            return scene_id
    return None


def _is_askable(state: SessionState, candidate: Candidate) -> bool:
    if candidate.once and visits(state, candidate.scene):
        return False
    return candidate.condition is None or candidate.condition(state)


def _follow(ready: CompiledScenario, state: SessionState, ways: tuple[WayOn, ...]) -> SessionState:
    """Take the first open way."""
    for way in ways:
        if way.condition is None or way.condition(state):
            if way.is_scene:
                return _enter(ready, state, way.target)
            if way.target == RETURN:
                return _return(ready, state)
            pool = ready.pool(way.target)
            return _ask(ready, state, pool, ()) or _follow(ready, state, pool.ways)
    raise AssertionError(f"no way on from {state.path[-1].scene}: the scenario was not checked")


def _return(ready: CompiledScenario, state: SessionState) -> SessionState:
    assert state.frames, f"return from {state.path[-1].scene}, which was not called: the scenario was not checked"
    frame = state.frames[-1]
    state = state._replace(frames=state.frames[:-1])
    if frame.pool:
        pool = ready.pool(frame.pool)
        return _ask(ready, state, pool, frame.asked) or _follow(ready, state, pool.ways)
    scene = ready.scene(frame.scene)
    choice = scene.made(frame.choice) or scene.own_words
    assert choice is not None
    return _go_on(ready, state, frame.scene, choice, ())


def _ask(ready: CompiledScenario, state: SessionState, pool: ReadyPool, asked: tuple[str, ...]) -> SessionState | None:
    """Ask the pool's most salient open question: least asked, then most specific, then by chance. None if none."""
    if len(asked) == pool.draws or len(state.frames) >= CALL_DEPTH:
        return None
    open_ = [one for one in pool.candidates if one.scene not in asked and _is_askable(state, one)]
    if not open_:
        return None
    ranks = [(visits(state, one.scene), -one.specificity) for one in open_]
    salient = [one for one, rank in zip(open_, ranks, strict=True) if rank == min(ranks)]
    chances, picked = state.chances, salient[0]
    if len(salient) > 1:
        picked = salient[draw(state.seed, chances, len(salient))]
        chances += 1
    frames = (*state.frames, Frame(pool=pool.id, asked=(*asked, picked.scene)))
    return _enter(ready, state._replace(frames=frames, chances=chances), picked.scene)


def _enter(ready: CompiledScenario, state: SessionState, scene_id: str) -> SessionState:
    """Reach a scene; what an inject does, it does now."""
    scene = ready.scene(scene_id)
    seed, time_scale, _, frames, values, minutes, trust, heat, answers, path, chances, _, at = state[:13]
    if scene.kind == "inject":
        minutes += scene.takes
    reached = _new(
        SessionState,
        (
            seed,
            time_scale,
            scene_id,
            frames,
            values,
            minutes,
            trust,
            heat,
            answers,
            path,
            chances,
            at,
            at,
            *state[13:-1],
            0,
        ),  # No extra time.
    )
    for effect in scene.effects:
        reached = effect(reached)
    return reached


_TRANSITIONS: Mapping[type, Callable[[CompiledScenario, SessionState, Any], SessionState]] = {
    Started: _start,
    LineChosen: _choose_line,
    AnswerGiven: _give_answer,
    DeadlinePassed: _keep_silent,
    OptionTaken: _take_option,
    Continued: _continue,
    Pressed: under_press.put,
    Rated: declared.rate,
    Prepared: declared.prepare,
    Extended: room_orders.extend,
    Injected: room_orders.inject,
}
