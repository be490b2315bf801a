"""Coverage: every place of a scenario, how often the runs came to it, and the share that they came to at all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, get_args

from simulator.authoring.playtest.playtest import Playtest
from simulator.scenario.scenes import SILENCE, Decision, Ending, Question, Scene

PlaceKind = Literal["scene", "line", "option", "silence", "ending"]
KINDS: tuple[PlaceKind, ...] = get_args(PlaceKind)


@dataclass(frozen=True, slots=True)
class Place:
    """A scene, an ending, or (with `choice`) a line, an option or silence; and how often the runs came to it."""

    kind: PlaceKind
    scene: str
    choice: str
    hits: int


def places(playtest: Playtest) -> tuple[Place, ...]:
    """All places, scene by scene as written, each scene before its choices."""
    hits: Counter[tuple[str, str]] = playtest.hits
    of_scene: Counter[str] = Counter()
    for (scene, _), times in hits.items():
        of_scene[scene] += times
    return tuple(
        Place(kind, scene.id, choice, hits[scene.id, choice] if choice else of_scene[scene.id])
        for scene in playtest.scenario.scenes
        for kind, choice in _in(scene)
    )


def coverage(of: Sequence[Place]) -> int:
    """The percentage of the places that a run came to, rounded down: 100 is all of them."""
    return 100 * sum(place.hits > 0 for place in of) // max(1, len(of))


def _in(scene: Scene) -> Iterator[tuple[PlaceKind, str]]:
    if isinstance(scene, Ending):
        yield "ending", ""
        return
    yield "scene", ""
    if isinstance(scene, Question):
        yield from (("line", line.id) for line in scene.lines)
        if scene.silence:
            yield "silence", SILENCE
    if isinstance(scene, Decision):
        yield from (("option", option.id) for option in scene.options)
