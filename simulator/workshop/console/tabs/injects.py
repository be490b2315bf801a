"""The injects: what the scenario has in store and its rumours, to be brought in now, to all or to some."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from textual.content import Content

from simulator.language.catalogue import template
from simulator.scenario.model import Scenario
from simulator.scenario.scenes import Inject
from simulator.tui.widgets.blocks import Block, heading, prose
from simulator.tui.widgets.plain import plain
from simulator.workshop.console.drawing import cell, one_line
from simulator.workshop.console.row_list import Row, row
from simulator.workshop.console.tabs.tab import Tab
from simulator.workshop.room.events import Injected

OWN = "own"
"""The row with which news of one's own is written."""


@dataclass(frozen=True, slots=True)
class InStore:
    """What can be brought in. `scene` is an inject scene's id, empty of a rumour or a headline."""

    key: str
    kind: str
    text: str
    headline: str = ""
    source: str = ""
    scene: str = ""


KINDS = {"inject": template("inject"), "rumour": template("rumour"), "headline": template("headline")}


class InjectsTab(Tab):
    """A tick stands by what was brought in in this run."""

    NAME = "injects"
    TITLE = template("News")
    ACTIONS = frozenset(("send_inject",))

    def in_store(self, key: str) -> InStore | None:
        """What a row stands for; None for news of one's own."""
        return next((one for one in store(self.scenario) if one.key == key), None)

    def given(self) -> dict[str, int]:
        """The texts that were brought in in this run, with how often."""
        found: dict[str, int] = {}
        for one in self.state.given:
            if isinstance(one.event, Injected) and one.number > self.state.run_began:
                for key in {one.event.scene, one.event.text} - {""}:
                    found[key] = found.get(key, 0) + 1
        return found

    def head(self) -> Content:
        return Content.styled(self.say(template("Enter brings it in, as it stands or rewritten.")), "$quiet")

    def rows(self, width: int) -> Sequence[Row]:
        given = self.given()
        rows = [row(OWN, Content.styled(self.say(template("Write something of your own…")), "bold $primary"))]
        for one in store(self.scenario):
            done = given.get(one.scene or one.text, 0)
            sign = (f"✓{done:<2}" if done else "   ", "$success")
            kind = cell(self.say(KINDS[one.kind]), 9, "$secondary")
            text = cell(one.headline or one.text, max(8, width - 16), "$quiet" if done else "")
            rows.append(row(one.key, Content.assemble(sign, kind, " ", text)))
        return rows

    def page(self, key: str) -> Iterator[Block]:
        one = self.in_store(key)
        if one is None:
            yield from self._own()
            return
        if one.headline:
            yield prose(Content.styled(one_line(one.headline), "bold $primary"))
        if one.source:
            yield prose(Content.styled(one_line(one.source), "$secondary"))
        yield prose(plain(one.text))

    def _own(self) -> Iterator[Block]:
        given = [one.event for one in self.state.given if isinstance(one.event, Injected)]
        if given:
            yield heading(self.say(template("Brought in so far")), above=0)
        for event in reversed(given):
            yield prose(one_line(event.headline or event.text))


def store(scenario: Scenario | None) -> list[InStore]:
    """The inject scenes of a scenario, its rumours, and the headlines of its other scenes."""
    if scenario is None:
        return []
    scenes = [one for one in scenario.scenes if isinstance(one, Inject)]
    found = [
        InStore(f"scene/{one.id}", "inject", one.text, one.headline or "", _source(scenario, one), one.id)
        for one in scenes
    ]
    found += [InStore(f"rumour/{one.id}", "rumour", one.claim) for one in scenario.dossier.rumours]
    known = {one.headline for one in found} | {one.text for one in found}
    headlines = (getattr(scene, "headline", None) for scene in scenario.scenes)
    others = dict.fromkeys(line for line in headlines if line and line not in known)
    return found + [InStore(f"headline/{line}", "headline", line, line) for line in others]


def _source(scenario: Scenario, scene: Inject) -> str:
    voice = scenario.voice_by_id[scene.voice].name if scene.voice else ""
    return " · ".join(part for part in (voice, scene.channel or "") if part)[:80]
