"""A scenario made ready to be played: ids looked up, conditions and effects compiled, each scene on its first use.

Nothing here is saved; it is derived from the Scenario and kept with it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from typing import TypeVar

from simulator.scenario.assessment import authored
from simulator.scenario.conditions import Compiler, Condition
from simulator.scenario.effects import changed
from simulator.scenario.expressions import parse_condition, parse_effect
from simulator.scenario.model import VARIABLE_BOUND, Scenario, Variable
from simulator.scenario.scenes import (
    OWN_WORDS,
    RETURN,
    SILENCE,
    Decision,
    FollowUp,
    GradedOutcome,
    Inject,
    Line,
    Option,
    Question,
    Scene,
    Silence,
    Way,
)
from simulator.scenario.situation import Scalar
from simulator.scenario.tree import Names, conjuncts
from simulator.session.limits import silence_by_rule
from simulator.session.ready import Candidate, Choice, Effect, ReadyPool, ReadyScene, WayOn
from simulator.session.state import SessionState
from simulator.world.reputation import impact_of

__all__ = ["Choice", "CompiledScenario", "compiled", "names_of"]

Made = TypeVar("Made")

WORLD_BOUNDS = (0, 100)
_KEPT_AS = "session"


def compiled(scenario: Scenario) -> CompiledScenario:
    """The scenario made ready, once for each Scenario."""
    ready = scenario.derived.get(_KEPT_AS)
    if ready is None:
        ready = scenario.derived[_KEPT_AS] = CompiledScenario(scenario)
    return ready  # type: ignore[return-value]  # nobody else keeps anything under this name


def names_of(scenario: Scenario) -> Names:
    """What expressions of this scenario may refer to."""
    scenes: dict[str, tuple[str, ...]] = {}
    for scene in scenario.scenes:
        silence = (SILENCE,) if isinstance(scene, Question) and scene.silence else ()
        own_words = (OWN_WORDS,) if isinstance(scene, Question) and scene.then else ()
        scenes[scene.id] = (*(choice.id for choice in _choices(scene)), *silence, *own_words)
    return Names(
        variables={variable.name: variable.type for variable in scenario.variables},
        choices={variable.name: variable.values or () for variable in scenario.variables if variable.type == "text"},
        scenes=scenes,
        items=scenario.dossier.sayable,
    )


class _OnFirstUse(dict[str, Made]):
    """What is made for an id when it is first asked for."""

    def __init__(self, make: Callable[[str], Made]) -> None:
        super().__init__()
        self._make = make

    def __missing__(self, key: str) -> Made:
        made = self[key] = self._make(key)
        return made


class CompiledScenario:
    """Everything the session looks up while it is played, each part compiled on its first use.

    `scene`, `pool` and `candidate` raise KeyError for an unknown id, and `expressions.Fault` on a broken
    expression. `candidate` is how a scene stands when a pool or a follow-up may ask it.
    """

    def __init__(self, scenario: Scenario) -> None:
        self.scenario = scenario
        self.names = names_of(scenario)
        self.slots = {variable.name: number for number, variable in enumerate(scenario.variables)}
        self.bounds = tuple(_bounds(variable) for variable in scenario.variables)
        self.defaults: tuple[Scalar, ...] = tuple(variable.default for variable in scenario.variables)
        self.compiler = Compiler(self.slots, scenario.clock.start)
        self.scene: Callable[[str], ReadyScene] = _OnFirstUse(self._compile_scene).__getitem__
        self.pool: Callable[[str], ReadyPool] = _OnFirstUse(self._compile_pool).__getitem__
        self.candidate: Callable[[str], Candidate] = _OnFirstUse(self._compile_candidate).__getitem__

    @cached_property
    def interruptions(self) -> tuple[tuple[str, Condition], ...]:
        """The injects that cut in by themselves, in the order written."""
        return tuple(
            (scene.id, self.compiler.condition(parse_condition(scene.interrupts, self.names)))
            for scene in self.scenario.scenes
            if isinstance(scene, Inject) and scene.interrupts
        )

    @cached_property
    def renamed(self) -> Mapping[tuple[str, str], str]:
        """Old ids to new ones: ("", old scene) -> scene, and (scene, old choice) -> choice.

        An id that is in use again is nobody's old one.
        """
        table: dict[tuple[str, str], str] = {}
        for scene in self.scenario.scenes:
            table.update({("", old): scene.id for old in scene.was if old not in self.names.scenes})
            for choice in _choices(scene):
                taken = self.names.scenes[scene.id]
                table.update({(scene.id, old): choice.id for old in choice.was if old not in taken})
        return table

    def _compile_scene(self, scene_id: str) -> ReadyScene:
        scene = self.scenario.scene_by_id[scene_id]
        if isinstance(scene, Question):
            return self._compile_question(scene)
        if isinstance(scene, Decision):
            ways = self._ways(scene.then or ())
            options = {option.id: self._choice(option, option.text, (), ways) for option in scene.options}
            return ReadyScene(scene_id, scene.kind, options, scene.takes)
        if isinstance(scene, Inject):
            effects, ways = self._effects(scene.effects), self._ways(scene.then)
            return ReadyScene(scene_id, scene.kind, takes=scene.takes, effects=effects, ways=ways)
        return ReadyScene(scene_id, scene.kind)

    def _compile_question(self, scene: Question) -> ReadyScene:
        follow_ups, ways = self._follow_ups(scene.follow_ups), self._ways(scene.then or ())
        choices = {line.id: self._choice(line, line.text, follow_ups, ways) for line in scene.lines}
        if scene.silence:
            choices[SILENCE] = self._choice(scene.silence, scene.silence.text, follow_ups, ways)
        # A time limit means nothing without an outcome of silence.
        limit = scene.time_limit if scene.silence else None
        own_words = Choice(OWN_WORDS, None, False, None, None, (), follow_ups, ways, None) if scene.then else None
        by_rule = None if scene.silence else silence_by_rule(scene.skills, follow_ups, ways or _weakest(choices).ways)
        return ReadyScene(
            scene.id, scene.kind, choices, scene.takes, limit, own_words=own_words, silence_by_rule=by_rule
        )

    def _compile_pool(self, pool_id: str) -> ReadyPool:
        pool = self.scenario.pool_by_id[pool_id]
        candidates = tuple(self.candidate(question) for question in pool.questions)
        return ReadyPool(pool_id, pool.draws, candidates, self._ways(pool.then))

    def _compile_candidate(self, scene_id: str) -> Candidate:
        scene = self.scenario.scene_by_id[scene_id]
        when, once = (scene.when, scene.once) if isinstance(scene, Question) else (None, False)
        specificity = conjuncts(parse_condition(when, self.names)) if when else 0
        return Candidate(scene_id, self._condition(when), once, specificity)

    def _choice(
        self,
        outcome: Line | Silence | Option,
        text: str,
        scene_follow_ups: tuple[WayOn, ...],
        scene_ways: tuple[WayOn, ...],
    ) -> Choice:
        graded = outcome if isinstance(outcome, GradedOutcome) else None
        chosen = None if isinstance(outcome, Silence) else outcome
        assessment = authored(graded, text) if graded else None
        return Choice(
            id=chosen.id if chosen else SILENCE,
            condition=self._condition(chosen.when) if chosen else None,
            once=chosen is not None and chosen.once,
            assessment=assessment,
            impact=impact_of(assessment.levels, assessment.flags, silent=chosen is None) if assessment else None,
            effects=self._effects(outcome.effects),
            follow_ups=(*self._follow_ups(graded.follow_ups), *scene_follow_ups) if graded else (),
            ways=self._ways(outcome.then) if outcome.then else scene_ways,
            source=outcome,
        )

    def _follow_ups(self, follow_ups: tuple[FollowUp, ...]) -> tuple[WayOn, ...]:
        return tuple(WayOn(follow_up.ask, self._condition(follow_up.when)) for follow_up in follow_ups)

    def _condition(self, text: str | None) -> Condition | None:
        return self.compiler.condition(parse_condition(text, self.names)) if text else None

    def _ways(self, ways: tuple[Way, ...]) -> tuple[WayOn, ...]:
        pools = self.scenario.pool_by_id
        return tuple(WayOn(way.go, self._condition(way.when), way.go != RETURN and way.go not in pools) for way in ways)

    def _effects(self, texts: tuple[str, ...]) -> tuple[Effect, ...]:
        return tuple(self._effect(text) for text in texts)

    def _effect(self, text: str) -> Effect:
        assignment = parse_effect(text, self.names)
        value = self.compiler.reading(assignment.value)
        if assignment.target == "trust":
            return lambda s: s._replace(trust=int(changed(assignment, s.trust, value(s), WORLD_BOUNDS)))
        if assignment.target == "heat":
            return lambda s: s._replace(heat=int(changed(assignment, s.heat, value(s), WORLD_BOUNDS)))
        slot = self.slots[assignment.target]
        bounds = self.bounds[slot]

        def effect(state: SessionState) -> SessionState:
            held = state.values
            new = changed(assignment, held[slot], value(state), bounds)
            return state._replace(values=(*held[:slot], new, *held[slot + 1 :]))

        return effect


def _weakest(choices: Mapping[str, Choice]) -> Choice:
    """The line with the lowest grade: a silence that leads nowhere of its own leads where it does."""
    return min(choices.values(), key=lambda choice: choice.assessment.overall if choice.assessment else 0)


def _choices(scene: Scene) -> Sequence[Line | Option]:
    if isinstance(scene, Question):
        return scene.lines
    return scene.options if isinstance(scene, Decision) else ()


def _bounds(variable: Variable) -> tuple[int, int] | None:
    """Every number has bounds, or effects could let one grow until nothing moves."""
    return (variable.range or (-VARIABLE_BOUND, VARIABLE_BOUND)) if variable.type == "int" else None
