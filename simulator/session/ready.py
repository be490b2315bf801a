"""The parts of a scenario as the session needs them: ids looked up, conditions and effects as closures."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from simulator.scenario.assessment import Assessment
from simulator.scenario.conditions import Condition
from simulator.scenario.scenes import SILENCE, Line, Option, Silence
from simulator.session.state import SessionState
from simulator.world.reputation import Impact

Effect = Callable[[SessionState], SessionState]
"""The state with one variable, or trust or heat, changed."""


@dataclass(frozen=True, slots=True)
class WayOn:
    """A way on: the target is a scene, or a pool, or `return`."""

    target: str
    condition: Condition | None
    is_scene: bool = True


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing that can be done at a scene: a line, silence or an option.

    `assessment` and `impact` are None where nothing is graded. `follow_ups` are the choice's own and then
    its scene's; `ways` are the choice's own, or else its scene's. `source` is what the author wrote of it; of an
    answer in one's own words, nothing.
    """

    id: str
    condition: Condition | None
    once: bool
    assessment: Assessment | None
    impact: Impact | None
    effects: tuple[Effect, ...]
    follow_ups: tuple[WayOn, ...]
    ways: tuple[WayOn, ...]
    source: Line | Silence | Option | None


@dataclass(frozen=True, slots=True)
class ReadyScene:
    """A scene as the session needs it.

    `takes` passes as a choice is made, or as an inject is reached; `effects` and `ways` are an inject's.
    `own_words` is what an answer in one's own words leads to, before it is graded; None where the question
    leads on only by its lines. `silence_by_rule` is a question's silence in a session with a clock, where its author
    has written none.
    """

    id: str
    kind: str
    choices: Mapping[str, Choice] = field(default_factory=dict)
    takes: int = 0
    time_limit: int | None = None
    effects: tuple[Effect, ...] = ()
    ways: tuple[WayOn, ...] = ()
    own_words: Choice | None = None
    silence_by_rule: Choice | None = None

    def made(self, choice_id: str) -> Choice | None:
        """What a step or an answer of this id was: a choice that is written, or silence where none is."""
        return self.choices.get(choice_id) or (self.silence_by_rule if choice_id == SILENCE else None)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A question that a pool or a follow-up may ask; `specificity` counts the parts of its condition."""

    scene: str
    condition: Condition | None
    once: bool
    specificity: int


@dataclass(frozen=True, slots=True)
class ReadyPool:
    """A pool as the session needs it."""

    id: str
    draws: int
    candidates: tuple[Candidate, ...]
    ways: tuple[WayOn, ...]
