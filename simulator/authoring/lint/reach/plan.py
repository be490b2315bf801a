"""The scenes of a scenario with their conditions and effects read, each with its path in the file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from simulator.loading.places import Path
from simulator.scenario.expressions import parse_condition, parse_effect
from simulator.scenario.model import Scenario
from simulator.scenario.scenes import (
    OWN_WORDS,
    SILENCE,
    Decision,
    FollowUp,
    GradedOutcome,
    Inject,
    Line,
    Option,
    Outcome,
    Question,
    Scene,
    Silence,
    Way,
)
from simulator.scenario.tree import Assignment, Expr, Names
from simulator.session.compiled import names_of


@dataclass(frozen=True, slots=True)
class Asked:
    """A condition, where it is written and how it is written."""

    path: Path
    text: str
    tree: Expr


@dataclass(frozen=True, slots=True)
class PlannedWay:
    target: str
    when: Asked | None


@dataclass(frozen=True, slots=True)
class PlannedChoice:
    """A line, silence, an option, or an answer in one's own words, which has no `source`."""

    id: str
    path: Path
    source: Line | Silence | Option | None
    when: Asked | None
    once: bool
    effects: tuple[Assignment, ...]
    follow_ups: tuple[PlannedWay, ...]
    ways: tuple[PlannedWay, ...]


@dataclass(frozen=True, slots=True)
class PlannedScene:
    """A scene. `asked_when` and `asked_once` count where a pool or a follow-up asks it; `interrupts` is an inject's."""

    scene: Scene
    path: Path
    choices: tuple[PlannedChoice, ...] = ()
    effects: tuple[Assignment, ...] = ()
    ways: tuple[PlannedWay, ...] = ()
    asked_when: Asked | None = None
    asked_once: bool = False
    interrupts: Asked | None = None


@dataclass(frozen=True, slots=True)
class PlannedPool:
    id: str
    questions: tuple[str, ...]
    draws: int
    ways: tuple[PlannedWay, ...]


class Plan:
    """A whole scenario as it is walked. `conditions` and `effects` are all that were read, in the order of the file."""

    def __init__(self, scenario: Scenario) -> None:
        self.scenario = scenario
        self._reader = _Reader(names_of(scenario))
        self.conditions: list[Asked] = self._reader.conditions
        self.effects: list[tuple[Path, Assignment]] = self._reader.effects
        self.pools = {
            pool.id: PlannedPool(
                pool.id, pool.questions, pool.draws, self._reader.ways(pool.then, ("pools", number, "then"))
            )
            for number, pool in enumerate(scenario.pools)
        }
        self.scenes = {scene.id: self._scene(scene, ("scenes", number)) for number, scene in enumerate(scenario.scenes)}

    def _scene(self, scene: Scene, path: Path) -> PlannedScene:
        read = self._reader
        if isinstance(scene, Question):
            when = read.condition(scene.when, (*path, "when"))
            return PlannedScene(
                scene, path, tuple(self._of_question(scene, path)), asked_when=when, asked_once=scene.once
            )
        if isinstance(scene, Decision):
            ways = read.ways(scene.then or (), (*path, "then"))
            options = (
                self._choice(option, (*path, "options", number), (), ways)
                for number, option in enumerate(scene.options)
            )
            return PlannedScene(scene, path, tuple(options))
        if isinstance(scene, Inject):
            return PlannedScene(
                scene,
                path,
                effects=read.all_effects(scene.effects, (*path, "effects")),
                ways=read.ways(scene.then, (*path, "then")),
                interrupts=read.condition(scene.interrupts, (*path, "interrupts")),
            )
        return PlannedScene(scene, path)

    def _of_question(self, scene: Question, path: Path) -> Iterator[PlannedChoice]:
        read = self._reader
        follow_ups = read.follow_ups(scene.follow_ups, (*path, "follow_ups"))
        ways = read.ways(scene.then or (), (*path, "then"))
        for number, line in enumerate(scene.lines):
            yield self._choice(line, (*path, "lines", number), follow_ups, ways)
        if scene.silence and scene.time_limit is not None:
            yield self._choice(scene.silence, (*path, "silence"), follow_ups, ways)
        if scene.then:
            yield PlannedChoice(OWN_WORDS, path, None, None, False, (), follow_ups, ways)

    def _choice(
        self,
        outcome: Outcome,
        path: Path,
        follow_ups: tuple[PlannedWay, ...],
        ways: tuple[PlannedWay, ...],
    ) -> PlannedChoice:
        assert isinstance(outcome, Line | Silence | Option)
        read = self._reader
        chosen = None if isinstance(outcome, Silence) else outcome
        when = read.condition(chosen.when, (*path, "when")) if chosen else None
        own = read.follow_ups(outcome.follow_ups, (*path, "follow_ups")) if isinstance(outcome, GradedOutcome) else ()
        return PlannedChoice(
            id=chosen.id if chosen else SILENCE,
            path=path,
            source=outcome,
            when=when,
            once=chosen is not None and chosen.once,
            effects=read.all_effects(outcome.effects, (*path, "effects")),
            follow_ups=(*own, *follow_ups),
            ways=read.ways(outcome.then, (*path, "then")) if outcome.then else ways,
        )


class _Reader:
    """Reads expressions, each text once, and keeps them in order."""

    def __init__(self, names: Names) -> None:
        self._names = names
        self._conditions: dict[str, Expr] = {}
        self._effects: dict[str, Assignment] = {}
        self.conditions: list[Asked] = []
        self.effects: list[tuple[Path, Assignment]] = []

    def condition(self, text: str | None, path: Path) -> Asked | None:
        if text is None:
            return None
        tree = self._conditions.get(text)
        if tree is None:
            tree = self._conditions[text] = parse_condition(text, self._names)
        asked = Asked(path, text, tree)
        self.conditions.append(asked)
        return asked

    def all_effects(self, texts: tuple[str, ...], path: Path) -> tuple[Assignment, ...]:
        return tuple(self._effect(text, (*path, number)) for number, text in enumerate(texts))

    def ways(self, ways: tuple[Way, ...], path: Path) -> tuple[PlannedWay, ...]:
        return tuple(
            PlannedWay(way.go, self.condition(way.when, (*path, number, "when"))) for number, way in enumerate(ways)
        )

    def follow_ups(self, follow_ups: tuple[FollowUp, ...], path: Path) -> tuple[PlannedWay, ...]:
        return tuple(
            PlannedWay(one.ask, self.condition(one.when, (*path, number, "when")))
            for number, one in enumerate(follow_ups)
        )

    def _effect(self, text: str, path: Path) -> Assignment:
        effect = self._effects.get(text)
        if effect is None:
            effect = self._effects[text] = parse_effect(text, self._names)
        self.effects.append((path, effect))
        return effect
