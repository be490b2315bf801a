"""Finding a scene by a part of its title, its id or what is said in it."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input

from simulator.authoring.preview.widgets.outline import name_of, scene_sign
from simulator.authoring.preview.widgets.rows import Row, Rows
from simulator.language.catalogue import template
from simulator.language.folding import folded
from simulator.scenario.model import Scenario
from simulator.scenario.scenes import Scene
from simulator.tui.screens.base import PodiumOverlay
from simulator.tui.widgets.blocks import Paragraph
from simulator.tui.widgets.ordered_input import OrderedInput


class FindScreen(PodiumOverlay[str]):
    """Gives the id of the scene that was chosen. Words are found with or without their diacritics."""

    CSS_PATH = "../preview.tcss"
    AUTO_FOCUS = "#wanted-scene"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss", "", show=False),
        Binding("down", "move(1)", "", show=False),
        Binding("up", "move(-1)", "", show=False),
    ]

    def __init__(self, scenario: Scenario) -> None:
        super().__init__()
        self._scenario = scenario
        self._haystacks = {scene.id: folded(f"{scene.id} {name_of(scene)} {scene.text}") for scene in scenario.scenes}

    def compose(self) -> ComposeResult:
        with Vertical(id="finder"):
            yield OrderedInput(id="wanted-scene", compact=True)
            yield Rows("found-scenes", always_marked=True)

    def fill(self) -> None:
        self.query_one("#wanted-scene", Input).placeholder = self.say(
            template("Where to? A part of a title, an id or a text")
        )
        self._narrow()

    @on(Input.Changed)
    def _narrow(self) -> None:
        words = folded(self.query_one("#wanted-scene", Input).value).split()
        found = [scene for scene in self._scenario.scenes if all(word in self._haystacks[scene.id] for word in words)]
        self.query_one(Rows).show([_row(scene) for scene in found])

    @on(Input.Submitted)
    @on(Rows.Picked)
    def _choose(self) -> None:
        marked = self.query_one(Rows).marked
        if marked:
            self.dismiss(marked)

    def action_move(self, step: int) -> None:
        self.query_one(Rows).action_walk(step)


def _row(scene: Scene) -> Row:
    title = " ".join(name_of(scene).split())
    id_ = (f"  {scene.id}", "$quiet") if scene.title else ""
    return Row(scene.id, (Paragraph(Content.assemble(title, id_), scene_sign(scene) + " ", indent=0, most=1),))
