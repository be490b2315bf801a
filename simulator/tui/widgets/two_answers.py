"""Two answers to the same question side by side, with their levels; and one answer in short."""

from __future__ import annotations

from collections.abc import Iterator

from textual.content import Content

from simulator.language.catalogue import Catalogue, template
from simulator.reports.debrief import GradedLine
from simulator.tui.widgets.assessment import caution_blocks, marked_answer, verdict_blocks
from simulator.tui.widgets.blocks import Block, Columns, Paragraph

SIDE_BY_SIDE = 90
"""Cells from which on two answers stand side by side."""


def in_short(title: str, line: GradedLine, catalogue: Catalogue, tone: str = "$secondary") -> tuple[Block, ...]:
    """An answer, its overall grade and its levels at a glance, without the reasons."""
    return tuple(_in_short(title, line, catalogue, tone))


def _in_short(title: str, line: GradedLine, catalogue: Catalogue, tone: str) -> Iterator[Block]:
    grade = catalogue.say(template("{overall} of 100"), overall=line.assessment.overall)
    yield Paragraph(Content.assemble((f"{title}: ", "bold $primary"), (grade, "bold")), indent=0)
    yield from verdict_blocks(line.assessment, catalogue)
    yield Paragraph(marked_answer(line.text, line.assessment), Content(" "), bar=tone, above=1)
    yield from caution_blocks(line.assessment, catalogue, above=1)


def side_by_side(
    before: tuple[str, GradedLine], now: tuple[str, GradedLine], catalogue: Catalogue, above: int = 0
) -> Block:
    """The earlier answer on the left, the new one on the right; one under the other where that is too narrow."""
    left, right = in_short(*before, catalogue, "$rule"), in_short(*now, catalogue)
    return Columns(left, right, SIDE_BY_SIDE, above)
