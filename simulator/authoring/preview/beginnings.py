"""Where a preview begins: at any scene, with any state. Built directly, for a preview alone.

No event could make such a state, and none is recorded: the rooms of normal play cannot import this one, so that none of
it gets into a session. What the engine does upon reaching a scene it does here too, for the scenario is given a copy
that starts there.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from simulator.authoring.preview.settings import Setting, fits, put
from simulator.scenario.graph import Graph, outcomes_of
from simulator.scenario.model import Scenario
from simulator.scenario.scenes import RETURN, SILENCE, Decision, GradedOutcome, Question, Silence
from simulator.session.advance import CALL_DEPTH, advance, before_start
from simulator.session.compiled import compiled
from simulator.session.events import Started
from simulator.session.state import Frame, SessionState


@dataclass(frozen=True, slots=True)
class Beginning:
    """A scene (empty: the scenario's own start), the values chosen for it, and the seed of all chance."""

    scene: str = ""
    settings: tuple[Setting, ...] = ()
    seed: int = 0

    @property
    def own(self) -> bool:
        """Whether it is the scenario's own, as every session begins."""
        return not self.scene and not self.settings


def todays(scenario: Scenario, beginning: Beginning) -> tuple[Beginning, tuple[str, ...]]:
    """The beginning in a scenario that may have been rewritten since, and the names of what was lost.

    A scene that was renamed by `was:` is followed; one that is gone leaves the scenario's own start.
    """
    wanted = beginning.scene
    scene = wanted if wanted in scenario.scene_by_id else compiled(scenario).renamed.get(("", wanted), "")
    kept = tuple(setting for setting in beginning.settings if fits(scenario, setting))
    lost = [setting.name for setting in beginning.settings if setting not in kept]
    return replace(beginning, scene=scene, settings=kept), (*([wanted] if wanted and not scene else []), *lost)


def begun(scenario: Scenario, beginning: Beginning) -> SessionState:
    """The state at a beginning that fits. The values are there when the scene is reached; then it does what it does."""
    start = beginning.scene or scenario.start
    state = before_start(scenario)._replace(frames=frames_to(scenario, start) if beginning.scene else ())
    for setting in beginning.settings:
        state = put(scenario, state, setting)
    there = scenario if start == scenario.start else scenario.model_copy(update={"start": start})
    return advance(there, state, Started(beginning.seed, time_scale=100, mode="guided"))


def frames_to(scenario: Scenario, scene: str) -> tuple[Frame, ...]:
    """The calls by which a scene that comes back may have been reached, the innermost last: the first as written.

    Empty for a scene from which no `return` is come to.
    """
    return tuple(_calls(scenario, scene, frozenset()) or ())[-CALL_DEPTH:]


def _calls(scenario: Scenario, scene: str, seen: frozenset[str]) -> list[Frame] | None:
    """None if there is no way of calling it that does not call itself."""
    if not _comes_back(scenario, scene):
        return []
    for node, frame in _callers(scenario, scene):
        if node not in seen:
            outer = _calls(scenario, node, seen | {node})
            if outer is not None:
                return [*outer, frame]
    return None


def _comes_back(scenario: Scenario, node: str) -> bool:
    """Whether a `return` may be come to from here without one more call."""
    ways, seen, waiting = Graph(scenario).ways, {node}, [node]
    while waiting:
        for following in ways.get(waiting.pop(), ()):
            if following == RETURN:
                return True
            if following not in seen:
                seen.add(following)
                waiting.append(following)
    return False


def _callers(scenario: Scenario, scene: str) -> Iterator[tuple[str, Frame]]:
    """Each node that may have called the scene, or one that led to it on its level, with the frame of that call."""
    level = _led_from(scenario, scene)
    for pool in scenario.pools:
        for question in pool.questions:
            if question in level:
                yield pool.id, Frame(pool=pool.id, asked=(question,))
    for caller in scenario.scenes:
        if isinstance(caller, Question):
            for choice, outcome in _graded(caller):
                if any(one.ask in level for one in (*outcome.follow_ups, *caller.follow_ups)):
                    yield caller.id, Frame(caller.id, choice)
    # An inject that cuts in, or a scene that nothing calls yet: as if it had come after the first answer or decision.
    for caller in scenario.scenes:
        if isinstance(caller, Question | Decision):
            first = caller.lines[0].id if isinstance(caller, Question) else caller.options[0].id
            yield caller.id, Frame(caller.id, first)


def _graded(scene: Question) -> Iterator[tuple[str, GradedOutcome]]:
    for outcome in outcomes_of(scene):
        if isinstance(outcome, GradedOutcome):
            yield SILENCE if isinstance(outcome, Silence) else getattr(outcome, "id", ""), outcome


def _led_from(scenario: Scenario, scene: str) -> frozenset[str]:
    """The scene, and all that lead to it without a call."""
    ways, found = Graph(scenario).ways, {scene}
    grown = True
    while grown:
        more = {node for node, targets in ways.items() if node not in found and found.intersection(targets)}
        grown = bool(more)
        found |= more
    return frozenset(found)
