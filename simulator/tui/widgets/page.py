"""A page of blocks drawn as one widget: what is read in Podium is drawn by it, because a widget a paragraph is slow."""

from __future__ import annotations

from collections.abc import Iterable

from rich.segment import Segment
from textual.content import Content
from textual.css.styles import RulesMap
from textual.selection import Selection
from textual.strip import Strip
from textual.style import Style
from textual.visual import RenderOptions, Visual
from textual.widgets import Static

from simulator.tui.widgets.blocks import Block, laid_out

MEASURE = 100
"""Cells of the widest line, for longer ones are hard to read."""

TWO_MEASURES = 150
"""The same where two columns stand side by side."""


class Page(Visual):
    """Blocks, one under the other, wrapped to the width at hand."""

    def __init__(self, blocks: Iterable[Block] = (), measure: int = MEASURE) -> None:
        self._blocks = tuple(blocks)
        self._measure = measure
        self._laid_out: tuple[int, list[Content]] | None = None

    def lines(self, width: int) -> list[Content]:
        """The lines of the page, none wider than `width` cells."""
        if self._laid_out is None or self._laid_out[0] != width:
            self._laid_out = (width, laid_out(self._blocks, min(width, self._measure)))
        return self._laid_out[1]

    def text(self, width: int) -> Content:
        """The page with a line of its own for every line on the screen."""
        return Content("\n").join(self.lines(width))

    def get_height(self, rules: RulesMap, width: int) -> int:
        return len(self.lines(width))

    def get_optimal_width(self, rules: RulesMap, container_width: int) -> int:
        return container_width

    def render_strips(self, width: int, height: int | None, style: Style, options: RenderOptions) -> list[Strip]:
        return self.text(width).render_strips(width, height, style, options)


class QuickPage(Page):
    """A page of which nothing can be selected with the mouse, drawn in half the time.

    `lead` stands before every line; the last cell of each is left free.
    """

    def __init__(self, blocks: Iterable[Block], lead: Segment) -> None:
        super().__init__(blocks)
        self._lead = lead

    def render_strips(self, width: int, height: int | None, style: Style, options: RenderOptions) -> list[Strip]:
        inner = max(1, width - self._lead.cell_length - 1)
        return [self._strip(line, width, style, options) for line in self.lines(inner)[:height]]

    def _strip(self, line: Content, width: int, style: Style, options: RenderOptions) -> Strip:
        text = [Segment(part, its.rich_style) for part, its in line.render(style, "", options.get_style) if part]
        length = self._lead.cell_length + line.cell_length
        padding = Segment(" " * max(0, width - length), style.rich_style)
        return Strip([self._lead, *text, padding], max(width, length))


class Sheet(Static):
    """A widget that shows a page."""

    def __init__(self, *blocks: Block, id: str | None = None, classes: str | None = None) -> None:
        self.page = Page(blocks)
        super().__init__(self.page, id=id, classes=classes)
        self.auto_links = False

    def show(self, blocks: Iterable[Block], *, layout: bool = True, measure: int = MEASURE) -> None:
        """Show other blocks; `layout=False` if they are as high as those before; lines of `measure` cells at most."""
        self.page = Page(blocks, measure)
        self.update(self.page, layout=layout)

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """What has been selected with the mouse, to be copied."""
        return selection.extract(self.page.text(self.content_size.width).plain), "\n"
