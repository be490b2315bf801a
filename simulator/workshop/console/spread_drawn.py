"""The spread of a question as blocks, naming nobody; for the console and the projector."""

from __future__ import annotations

from collections.abc import Iterator

from textual.content import Content

from simulator.language.catalogue import Catalogue, template
from simulator.language.words import SKILL_NAMES
from simulator.reports.summary import figure
from simulator.tui.widgets.blocks import Block, Paragraph, prose
from simulator.workshop.console.drawing import share
from simulator.workshop.spread import SkillSpread, Spread

SHADES = " ▁▂▃▄▅▆▇█"


def spread_blocks(found: Spread, catalogue: Catalogue) -> Iterator[Block]:
    """For each skill how many answers got each level, the mean, and how far the answers agree."""
    say = catalogue.say
    width = max((len(say(SKILL_NAMES[one.skill])) for one in found.skills), default=0)
    levels = Content.assemble(*((f"    {level}", f"bold $level-{level}") for level in range(5)))
    mean, near = say(template("mean")), say(template("within 1"))
    yield Paragraph(Content.assemble(" " * width, levels, (f"  {mean:>6} {near:>10}    ±", "$quiet")), above=1)
    for one in found.skills:
        yield Paragraph(
            Content.assemble(f"{say(SKILL_NAMES[one.skill]):<{width}}", _counts(one), _told(one, catalogue))
        )
    key = template("± is the mean distance from the mean, in levels; “within 1” are pairs at most one level apart.")
    yield prose(Content.styled(say(key), "$quiet"))


def _counts(one: SkillSpread) -> Content:
    most = max(one.counts)
    cells = []
    for level, count in enumerate(one.counts):
        shade = SHADES[round(count / most * (len(SHADES) - 1))] if count else "·"
        cells.append((f" {count or '':>3}{shade}", f"$level-{level}" if count else "$rule"))
    return Content.assemble(*cells)


def _told(one: SkillSpread, catalogue: Catalogue) -> Content:
    mean, off = figure(one.mean, catalogue), figure(one.deviation, catalogue)
    return Content.assemble((f"  {mean:>6}", "bold"), f" {share(one.within_one):>10}", (f"  {off:>3}", "$quiet"))
