"""Widgets that draw all their rows themselves, and repaint only those that have changed.

Textual lays a screen out anew, and twice, whenever something in it changes its size. What the press room shows changes
with every key, so there it is drawn in widgets that keep their size: nothing but a repaint is left to do.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import ClassVar

from rich.segment import Segment
from textual.geometry import Region
from textual.strip import Strip
from textual.style import Style
from textual.visual import Visual
from textual.widget import Widget

from simulator.tui.widgets.blocks import NOTHING, Block, Paragraph
from simulator.tui.widgets.page import QuickPage
from simulator.tui.windows import TALL


class Drawn(Widget, can_focus=False):
    """A widget whose rows are what `draw` gives; the last cell of each is for a scrollbar.

    `lead` stands at the left of every row, in the colour of rules; `airy` puts an empty row on top in a tall window.
    """

    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {"drawn--lead", "drawn--scrollbar"}

    def __init__(self, id: str, lead: str = "", *, airy: bool = False) -> None:
        super().__init__(id=id)
        self.auto_links = False
        self._lead = lead
        self._airy = airy
        self._rows: Sequence[Strip] = ()
        self._look: object = None
        self._blank: Strip | None = None

    @property
    def more(self) -> bool:
        """Whether there is more than is in sight."""
        return False

    @property
    def top_rows(self) -> int:
        """How many empty rows stand on top."""
        return 1 if self._airy and self.app.size.height >= TALL else 0

    @property
    def height_left(self) -> int:
        """How many rows `draw` may fill."""
        return max(0, self.content_size.height - self.top_rows)

    def draw(self) -> Sequence[Strip]:
        """All rows, from the top; what is missing at the end is blank."""
        raise NotImplementedError

    def look_changed(self) -> None:
        """The size, the colours or the language have changed: nothing drawn before can be used."""

    def redraw(self) -> None:
        """Draw again, and have those rows repainted that are not what they were."""
        if not self._keeps_look():
            self.refresh()
            return
        before, self._rows = self._rows, self._drawn_rows()
        self.refresh(*(Region(0, y, self.size.width, 1) for y in _differences(before, self._rows)))

    def render_line(self, y: int) -> Strip:
        if not self._keeps_look():
            self._look, self._blank = self._present_look(), None
            self.look_changed()
            self._rows = self._drawn_rows()
        return self._rows[y] if y < len(self._rows) else self.blank()

    def render_lines(self, crop: Region) -> list[Strip]:
        if any(self.gutter):
            return super().render_lines(crop)
        # Textual would look up a dozen styles for every line, to put around it what there is none of here.
        strips = [self.render_line(y) for y in crop.line_range]
        _, background = self.background_colors
        for line_filter in self.get_line_filters():
            strips = [strip.apply_filter(line_filter, background) for strip in strips]
        if crop.column_span == (0, self.size.width):
            return strips
        return [strip.crop(*crop.column_span) for strip in strips]

    def strips(self, blocks: Iterable[Block], style: Style) -> list[Strip]:
        """Blocks laid out in the width: after the lead, before the scrollbar."""
        page = QuickPage(blocks, Segment(self._lead, self.get_visual_style("drawn--lead").rich_style))
        return Visual.to_strips(self, page, self.content_size.width, None, style)

    def blank(self) -> Strip:
        """An empty row."""
        if self._blank is None:
            self._blank = next(iter(self.strips([Paragraph(NOTHING)], self.visual_style)))
        return self._blank

    def _drawn_rows(self) -> Sequence[Strip]:
        return [self.blank()] * self.top_rows + [*self.draw()]

    def _keeps_look(self) -> bool:
        return self._look == self._present_look()

    def _present_look(self) -> object:
        return (self.content_size, self.visual_style, self.app.theme)


class Pane:
    """A window on more lines than may fit; the last cell of each line is free for a scrollbar."""

    def __init__(self) -> None:
        self.lines: Sequence[Strip] = ()
        self.top = 0
        self.height = 0

    @property
    def lowest(self) -> int:
        """The greatest `top`; 0 until there is a height."""
        return max(0, len(self.lines) - self.height) if self.height else 0

    def fit(self, lines: Sequence[Strip], height: int) -> None:
        """Show other lines, or so many of them; what is in sight stays there if it can."""
        self.lines, self.height = lines, height
        self.top = min(self.top, self.lowest)

    def scroll(self, by: int) -> bool:
        """Move by so many lines; False if there is no more that way."""
        before = self.top
        self.top = max(0, min(self.lowest, self.top + by))
        return self.top != before

    def reveal(self, start: int, end: int) -> None:
        """Bring lines into sight: all of them if they fit, else the first."""
        self.top = max(0, min(max(self.top, end - self.height), start, self.lowest))

    def rows(self, bar: Style) -> list[Strip]:
        """What is in sight, with a scrollbar if there is more."""
        seen = self.lines[self.top : self.top + self.height]
        if not self.lowest:
            return list(seen)
        return [
            Strip.join([strip.crop(0, strip.cell_length - 1), self._bar_cell(y, bar)]) for y, strip in enumerate(seen)
        ]

    def _bar_cell(self, y: int, bar: Style) -> Strip:
        length = max(1, self.height * self.height // len(self.lines))
        start = round((self.height - length) * self.top / self.lowest)
        return Strip([Segment("▐" if start <= y < start + length else " ", bar.rich_style)], 1)


def _differences(before: Sequence[Strip], after: Sequence[Strip]) -> list[int]:
    alike = min(len(before), len(after))
    changed = [y for y in range(alike) if before[y] is not after[y] and before[y] != after[y]]
    return [*changed, *range(alike, max(len(before), len(after)))]
