"""A scenario made ready to be played: ids looked up, conditions and effects compiled, each scene on its first use.

Nothing here is saved; it is derived from the Scenario and kept with it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property

from simulator.scenario.assessment import Assessment, authored
from simulator.scenario.conditions import Compiler, Condition, Scalar, Situation, changed
from simulator.scenario.expressions import Names, conjuncts, parse_condition, parse_effect
from simulator.scenario.model import Scenario
from simulator.scenario.scenes import (
    RETURN,
    SILENCE,
    Decision,
    FollowUp,
    GradedOutcome,
    Inject,
    Line,
    Option,
    Outcome,
    Question,
    Silence,
    Way,
)
from simulator.world.reputation import Impact, impact_of

TRUST, HEAT = -1, -2
"""Where a variable's slot would stand, for the two measures that effects may change."""

WORLD_BOUNDS = (0, 100)
_KEPT_AS = "session"


@dataclass(frozen=True, slots=True)
class Effect:
    """One effect: the slot that changes, and its new value read from the situation."""

    slot: int
    value: Callable[[Situation], Scalar]


@dataclass(frozen=True, slots=True)
class WayOn:
    """A way on: the target is a scene, or a pool, or `return`."""

    target: str
    condition: Condition | None
    is_scene: bool = True


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing that can be done at a scene: a line, silence, an option, or going on."""

    id: str
    condition: Condition | None
    once: bool
    assessment: Assessment | None
    impact: Impact | None
    effects: tuple[Effect, ...]
    follow_ups: tuple[WayOn, ...]
    ways: tuple[WayOn, ...]
    source: Line | Silence | Option | Inject


@dataclass(frozen=True, slots=True)
class ReadyScene:
    """A scene as the session needs it. `on_entry` are an inject's effects."""

    id: str
    kind: str
    choices: Mapping[str, Choice]
    takes: int
    time_limit: int | None
    on_entry: tuple[Effect, ...] = ()
    onward: Choice | None = None


@dataclass(frozen=True, slots=True)
class Candidate:
    """A question that a pool or a follow-up may ask; `specificity` counts the parts of its condition."""

    scene: str
    condition: Condition | None
    once: bool
    specificity: int


@dataclass(frozen=True, slots=True)
class ReadyPool:
    id: str
    draws: int
    candidates: tuple[Candidate, ...]
    ways: tuple[WayOn, ...]


def compiled(scenario: Scenario) -> CompiledScenario:
    """The scenario made ready, once for each Scenario."""
    ready = scenario.derived.get(_KEPT_AS)
    if ready is None:
        ready = scenario.derived[_KEPT_AS] = CompiledScenario(scenario)
    assert isinstance(ready, CompiledScenario)
    return ready


def names_of(scenario: Scenario) -> Names:
    """What expressions of this scenario may refer to."""
    scenes: dict[str, tuple[str, ...]] = {}
    for scene in scenario.scenes:
        ids: list[str] = []
        if isinstance(scene, Question):
            ids = [line.id for line in scene.lines] + ([SILENCE] if scene.silence else [])
        elif isinstance(scene, Decision):
            ids = [option.id for option in scene.options]
        scenes[scene.id] = tuple(ids)
    return Names(
        variables={variable.name: variable.type for variable in scenario.variables},
        choices={variable.name: variable.values or () for variable in scenario.variables if variable.type == "text"},
        scenes=scenes,
    )


class CompiledScenario:
    """Everything the session looks up while it is played. Raises `expressions.Fault` on a broken expression."""

    def __init__(self, scenario: Scenario) -> None:
        self.scenario = scenario
        self.names = names_of(scenario)
        self.slots = {variable.name: number for number, variable in enumerate(scenario.variables)}
        self.bounds = [variable.range for variable in scenario.variables]
        self.defaults: tuple[Scalar, ...] = tuple(variable.default for variable in scenario.variables)
        self.compiler = Compiler(self.slots, scenario.clock.start)
        self._scenes: dict[str, ReadyScene] = {}
        self._pools: dict[str, ReadyPool] = {}
        self._candidates: dict[str, Candidate] = {}

    def scene(self, scene_id: str) -> ReadyScene:
        """The scene, compiled on first use. Raises KeyError for an unknown id."""
        ready = self._scenes.get(scene_id)
        if ready is None:
            ready = self._scenes[scene_id] = self._compile_scene(scene_id)
        return ready

    def pool(self, pool_id: str) -> ReadyPool:
        """The pool, compiled on first use. Raises KeyError for an unknown id."""
        ready = self._pools.get(pool_id)
        if ready is None:
            pool = self.scenario.pool_by_id[pool_id]
            candidates = tuple(self.candidate(question) for question in pool.questions)
            ready = self._pools[pool_id] = ReadyPool(pool_id, pool.draws, candidates, self._ways(pool.then))
        return ready

    def candidate(self, scene_id: str) -> Candidate:
        """How a scene stands when it may be asked by a pool or a follow-up."""
        known = self._candidates.get(scene_id)
        if known is None:
            scene = self.scenario.scene_by_id[scene_id]
            when = scene.when if isinstance(scene, Question) else None
            known = self._candidates[scene_id] = Candidate(
                scene_id,
                self._condition(when),
                isinstance(scene, Question) and scene.once,
                conjuncts(parse_condition(when, self.names)) if when else 0,
            )
        return known

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
        """Old ids to new ones: ("", old scene) -> scene, and (scene, old choice) -> choice."""
        table: dict[tuple[str, str], str] = {}
        for scene in self.scenario.scenes:
            table.update({("", old): scene.id for old in scene.was})
            choices = scene.lines if isinstance(scene, Question) else scene.options if isinstance(scene, Decision) else ()
            table.update({(scene.id, old): choice.id for choice in choices for old in choice.was})
        return table

    def _compile_scene(self, scene_id: str) -> ReadyScene:
        scene = self.scenario.scene_by_id[scene_id]
        if isinstance(scene, Question):
            choices = [self._choice(line, line.id, line.text, scene.then, scene.follow_ups) for line in scene.lines]
            if scene.silence:
                choices.append(self._choice(scene.silence, SILENCE, scene.silence.text, scene.then, scene.follow_ups))
            return ReadyScene(scene_id, scene.kind, {choice.id: choice for choice in choices}, scene.takes, scene.time_limit)
        if isinstance(scene, Decision):
            choices = [self._choice(option, option.id, option.text, scene.then) for option in scene.options]
            return ReadyScene(scene_id, scene.kind, {choice.id: choice for choice in choices}, scene.takes, None)
        if isinstance(scene, Inject):
            onward = Choice("", None, False, None, None, (), (), self._ways(scene.then), scene)
            return ReadyScene(scene_id, scene.kind, {}, scene.takes, None, self._effects(scene.effects), onward)
        return ReadyScene(scene_id, scene.kind, {}, 0, None)

    def _choice(
        self,
        outcome: Outcome,
        choice_id: str,
        text: str,
        then: tuple[Way, ...] | None,
        follow_ups: tuple[FollowUp, ...] = (),
    ) -> Choice:
        graded = outcome if isinstance(outcome, GradedOutcome) else None
        assessment = authored(graded, text) if graded else None
        condition = outcome.when if isinstance(outcome, Line | Option) else None
        asked = (*graded.follow_ups, *follow_ups) if graded else ()
        return Choice(
            id=choice_id,
            condition=self._condition(condition),
            once=isinstance(outcome, Line | Option) and outcome.once,
            assessment=assessment,
            impact=impact_of(assessment.levels, assessment.flags, silent=choice_id == SILENCE) if assessment else None,
            effects=self._effects(outcome.effects),
            follow_ups=tuple(WayOn(follow_up.ask, self._condition(follow_up.when)) for follow_up in asked),
            ways=self._ways(outcome.then or then or ()),
            source=outcome,  # type: ignore[arg-type]  # the three outcomes of _compile_scene
        )

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
            return Effect(TRUST, lambda s: changed(assignment, s.trust, value(s), WORLD_BOUNDS))
        if assignment.target == "heat":
            return Effect(HEAT, lambda s: changed(assignment, s.heat, value(s), WORLD_BOUNDS))
        slot = self.slots[assignment.target]
        bounds = self.bounds[slot]
        return Effect(slot, lambda s: changed(assignment, s.values[slot], value(s), bounds))
