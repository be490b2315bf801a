"""Coverage: every place of a scenario, how often the runs came to it, and the share that they came to at all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, get_args

from simulator.authoring.playtest.playtest import Playtest
from simulator.scenario.scenes import SAMPLE, SILENCE, Ending, Question, Scene
from simulator.session.compiled import compiled

PlaceKind = Literal["scene", "line", "sample", "option", "silence", "ending"]
KINDS: tuple[PlaceKind, ...] = get_args(PlaceKind)


@dataclass(frozen=True, slots=True)
class Place:
    """A scene, an ending, or (with `choice`) a line, a sample, an option or silence; and how often the runs came to it.

    `grade` is the overall grade of that answer, or the mean of those given at the scene; None where nothing is graded.
    """

    kind: PlaceKind
    scene: str
    choice: str
    hits: int
    grade: int | None = None


def places(playtest: Playtest) -> tuple[Place, ...]:
    """All places, scene by scene as written, each scene before its choices; samples only where bots say them."""
    of_scene: Counter[str] = Counter()
    for (scene, _), times in playtest.hits.items():
        of_scene[scene] += times
    return tuple(place for scene in playtest.scenario.scenes for place in _places(scene, playtest, of_scene[scene.id]))


def _places(scene: Scene, playtest: Playtest, times: int) -> Iterator[Place]:
    choices = list(_choices(scene, playtest))
    graded = [(one.grade, one.hits) for one in choices if one.grade is not None and one.hits]
    answers = sum(hits for _, hits in graded)
    mean = round(sum(grade * hits for grade, hits in graded) / answers) if answers else None
    yield Place("ending" if isinstance(scene, Ending) else "scene", scene.id, "", times, mean)
    yield from choices


def _choices(scene: Scene, playtest: Playtest) -> Iterator[Place]:
    ready, hits = compiled(playtest.scenario).scene(scene.id), playtest.hits
    samples = () if playtest.own_words is None else playtest.own_words.choices(scene.id)
    for one in (*ready.choices.values(), *samples):
        times = playtest.spoken[scene.id, one.id] if one.id.startswith(SAMPLE) else hits[scene.id, one.id]
        yield Place(_kind(scene, one.id), scene.id, one.id, times, one.assessment.overall if one.assessment else None)


def _kind(scene: Scene, choice: str) -> PlaceKind:
    if choice.startswith(SAMPLE):
        return "sample"
    if choice == SILENCE:
        return "silence"
    return "line" if isinstance(scene, Question) else "option"


def coverage(of: Sequence[Place]) -> int:
    """The percentage of the places that a run came to, rounded down: 100 is all of them."""
    return 100 * sum(place.hits > 0 for place in of) // max(1, len(of))
