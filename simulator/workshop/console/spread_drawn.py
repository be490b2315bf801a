"""The spread of a question as blocks, naming nobody; for the console and the projector."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from textual.content import Content

from simulator.language.catalogue import Catalogue, template
from simulator.language.words import SKILL_NAMES
from simulator.reports.summary import figure
from simulator.tui.widgets.blocks import Block, prose
from simulator.workshop.console.drawing import share
from simulator.workshop.spread import SkillSpread, Spread

SHADES = " ▁▂▃▄▅▆▇█"

INDENT = 1
"""Cells before a row."""


@dataclass(frozen=True, slots=True)
class Measures:
    """Cells of a level, of the mean, of the share of near pairs, and of the mean distance; 0 leaves a column out."""

    level: int
    mean: int
    near: int
    off: int

    @property
    def cells(self) -> int:
        """Of a row without its name."""
        return 5 * self.level + self.mean + self.near + self.off


FORMS = (Measures(5, 8, 11, 5), Measures(4, 5, 9, 4), Measures(4, 5, 5, 4), Measures(4, 5, 5, 0), Measures(3, 4, 0, 0))
"""From the most roomy to the narrowest."""


def spread_blocks(found: Spread, catalogue: Catalogue) -> Iterator[Block]:
    """For each skill how many answers got each level, the mean, and how far the answers agree."""
    yield SpreadTable(found, catalogue)
    key = template("± is the mean distance from the mean, in levels; “within 1” are pairs at most one level apart.")
    yield prose(Content.styled(catalogue.say(key), "$quiet"))


@dataclass(frozen=True, slots=True)
class SpreadTable:
    """A row for each skill under a row of names, in as many columns as the width has room for."""

    found: Spread
    catalogue: Catalogue

    def lines(self, width: int) -> list[Content]:
        names = [self.catalogue.say(SKILL_NAMES[one.skill]) for one in self.found.skills]
        widest = max(map(len, names), default=0)
        form = next((one for one in FORMS if INDENT + widest + one.cells <= width), FORMS[-1])
        rows = [
            Content.assemble(" " * INDENT, f"{name:<{widest}}", _counts(one, form), _told(one, form, self.catalogue))
            for name, one in zip(names, self.found.skills, strict=True)
        ]
        return [Content(""), self._head(form, INDENT + widest), *rows]

    def _head(self, form: Measures, before: int) -> Content:
        say = self.catalogue.say
        levels = Content.assemble(*((f"{level:>{form.level}}", f"bold $level-{level}") for level in range(5)))
        mean, near = say(template("mean")), say(template("within 1"))
        near = near if len(near) < form.near else "≤ 1"
        rest = f"{mean:>{form.mean}}"
        rest += f"{near:>{form.near}}" if form.near else ""
        rest += f"{'±':>{form.off}}" if form.off else ""
        return Content.assemble(" " * before, levels, (rest, "$quiet"))


def _counts(one: SkillSpread, form: Measures) -> Content:
    most = max(one.counts)
    cells = []
    for level, count in enumerate(one.counts):
        shade = SHADES[round(count / most * (len(SHADES) - 1))] if count else "·"
        cells.append((f"{count or '':>{form.level - 1}}{shade}", f"$level-{level}" if count else "$rule"))
    return Content.assemble(*cells)


def _told(one: SkillSpread, form: Measures, catalogue: Catalogue) -> Content:
    mean, off = figure(one.mean, catalogue), figure(one.deviation, catalogue)
    return Content.assemble(
        (f"{mean:>{form.mean}}", "bold"),
        f"{share(one.within_one):>{form.near}}" if form.near else "",
        (f"{off:>{form.off}}" if form.off else "", "$quiet"),
    )
