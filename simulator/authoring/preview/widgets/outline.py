"""The outline: the scenes in the order written, each with its kind, and where one is and has been."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from textual.content import Content

from simulator.authoring.preview.reading import Reading
from simulator.authoring.preview.widgets.rows import Row
from simulator.loading.problems import Problem
from simulator.scenario.model import Scenario
from simulator.scenario.scenes import Ending, Scene
from simulator.session.state import SessionState
from simulator.tui.widgets.blocks import Paragraph

KIND_SIGNS: Mapping[str, str] = {"question": "?", "inject": "●", "decision": "◆", "ending": "■"}
HERE, VISITED, ERROR, WARNING = "▸", "✓", "✕", "▲"


def outline_rows(scenario: Scenario, state: SessionState, reading: Reading) -> Sequence[Row]:
    """A row for each scene. What is wrong within a scene is counted behind its name."""
    been = {step.scene for step in state.path}
    wrong = problems_by_scene(reading)
    return [
        Row(scene.id, (_row(scene, scene.id == state.scene, scene.id in been, wrong.get(scene.id, ())),))
        for scene in scenario.scenes
    ]


def scene_sign(scene: Scene) -> Content:
    """The sign of a scene's kind."""
    return Content.styled(KIND_SIGNS[scene.kind], "$secondary")


def name_of(scene: Scene) -> str:
    """What a scene is called in a list: its title, or an ending's headline, or else its id."""
    return scene.title or (scene.headline if isinstance(scene, Ending) else scene.id)


def problems_by_scene(reading: Reading) -> Mapping[str, Sequence[Problem]]:
    """The problems within each scene."""
    found: dict[str, list[Problem]] = {}
    for problem in reading.problems:
        scene = reading.scene_of(problem)
        if scene:
            found.setdefault(scene, []).append(problem)
    return found


def _row(scene: Scene, here: bool, been: bool, problems: Sequence[Problem]) -> Paragraph:
    mark = (HERE, "bold $primary") if here else (VISITED, "$success") if been else (" ", "")
    sign = Content.assemble(mark, " ", scene_sign(scene), " ")
    name = Content.assemble(*_marks(problems), (" ".join(name_of(scene).split()), "bold" if here else ""))
    return Paragraph(name, sign, indent=0, most=1)


def _marks(problems: Sequence[Problem]) -> Iterator[tuple[str, str]]:
    """Before the name, so that a long name does not hide them."""
    errors = sum(problem.severity == "error" for problem in problems)
    others = len(problems) - errors
    if errors:
        yield f"{ERROR}{errors} ", "bold $error"
    if others:
        yield f"{WARNING}{others} ", "$warning"
