"""A scenario under examination, and the walks over it that several checks share."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property

from simulator.loading.expressions import Written
from simulator.loading.places import Path
from simulator.scenario.graph import Graph
from simulator.scenario.model import Scenario
from simulator.scenario.scenes import (
    Decision,
    FollowUp,
    Inject,
    Line,
    Option,
    Outcome,
    Question,
    Sample,
    Scene,
    Silence,
    Way,
)


class Subject:
    """The scenario, its expressions as they were read, and the name of its folder (empty where that says nothing)."""

    def __init__(self, scenario: Scenario, written: tuple[Written, ...], folder: str = "") -> None:
        self.scenario = scenario
        self.written = written
        self.folder = folder

    @cached_property
    def scenes(self) -> tuple[tuple[Path, Scene], ...]:
        """Every scene and its path."""
        return tuple((("scenes", number), scene) for number, scene in enumerate(self.scenario.scenes))

    @cached_property
    def questions(self) -> tuple[tuple[Path, Question], ...]:
        return tuple((path, scene) for path, scene in self.scenes if isinstance(scene, Question))

    @cached_property
    def decisions(self) -> tuple[tuple[Path, Decision], ...]:
        return tuple((path, scene) for path, scene in self.scenes if isinstance(scene, Decision))

    @cached_property
    def injects(self) -> tuple[tuple[Path, Inject], ...]:
        return tuple((path, scene) for path, scene in self.scenes if isinstance(scene, Inject))

    @cached_property
    def graded(self) -> tuple[tuple[Path, Question, Line | Silence], ...]:
        """Every line and every silence, with its question."""
        return tuple(self._graded())

    @cached_property
    def samples(self) -> tuple[tuple[Path, Question, Sample], ...]:
        """Every sample answer, with its question."""
        return tuple(
            (_at(path, "samples", number), question, sample)
            for path, question in self.questions
            for number, sample in enumerate(question.samples)
        )

    @cached_property
    def outcomes(self) -> tuple[tuple[Path, Question | Decision, Outcome], ...]:
        """Every line, silence and option, with its scene."""
        options = (
            (path, scene, number, option)
            for path, scene in self.decisions
            for number, option in enumerate(scene.options)
        )
        return (
            *self.graded,
            *((_at(path, "options", number), scene, option) for path, scene, number, option in options),
        )

    @cached_property
    def ways(self) -> tuple[tuple[Path, tuple[Way, ...]], ...]:
        """Every `then` that is written, with its path."""
        return tuple(self._ways())

    @cached_property
    def follow_ups(self) -> tuple[tuple[Path, FollowUp], ...]:
        """Every follow-up, with its path."""
        holders = [
            *((path, question.follow_ups) for path, question in self.questions),
            *((path, outcome.follow_ups) for path, _, outcome in self.graded),
        ]
        return tuple(
            (_at(path, "follow_ups", number), one) for path, asked in holders for number, one in enumerate(asked)
        )

    @cached_property
    def called(self) -> tuple[tuple[Path, str], ...]:
        """The id of every scene that a follow-up or a pool calls, with its path."""
        pools = enumerate(self.scenario.pools)
        asked = (
            (("pools", number, "questions", place), id_)
            for number, pool in pools
            for place, id_ in enumerate(pool.questions)
        )
        return (*asked, *(((*path, "ask"), one.ask) for path, one in self.follow_ups))

    @cached_property
    def choices(self) -> tuple[tuple[Path, Question | Decision, Line | Option], ...]:
        """Every line and option, with its scene."""
        return tuple(
            (path, scene, outcome) for path, scene, outcome in self.outcomes if isinstance(outcome, Line | Option)
        )

    @cached_property
    def ways_in_use(self) -> Iterable[tuple[Path, str, tuple[Way, ...]]]:
        """Every `then` that some outcome, inject or pool goes by, with its path and the node that it leads on from."""
        found: dict[Path, tuple[str, tuple[Way, ...]]] = {}
        for number, pool in enumerate(self.scenario.pools):
            found["pools", number, "then"] = pool.id, pool.then
        for path, inject in self.injects:
            found[(*path, "then")] = inject.id, inject.then
        for path, scene, outcome in self.outcomes:
            where = path if outcome.then else path[:2]
            found[(*where, "then")] = scene.id, outcome.then or scene.then or ()
        return tuple((path, node, ways) for path, (node, ways) in found.items())

    @cached_property
    def scene_ids(self) -> Mapping[str, Scene]:
        return self.scenario.scene_by_id

    @cached_property
    def target_ids(self) -> frozenset[str]:
        """Where a way may lead: every scene and every pool."""
        return frozenset(self.scenario.scene_by_id) | frozenset(self.scenario.pool_by_id)

    @cached_property
    def graph(self) -> Graph:
        return Graph(self.scenario)

    def _graded(self) -> Iterator[tuple[Path, Question, Line | Silence]]:
        for path, question in self.questions:
            for number, line in enumerate(question.lines):
                yield _at(path, "lines", number), question, line
            if question.silence:
                yield (*path, "silence"), question, question.silence

    def _ways(self) -> Iterator[tuple[Path, tuple[Way, ...]]]:
        for number, pool in enumerate(self.scenario.pools):
            yield ("pools", number, "then"), pool.then
        for path, scene in self.scenes:
            then = getattr(scene, "then", None)
            if then:
                yield (*path, "then"), then
        for path, _, outcome in self.outcomes:
            if outcome.then:
                yield (*path, "then"), outcome.then


def _at(path: Path, key: str, number: int) -> Path:
    return (*path, key, number)
