"""Widgets that draw all their rows themselves, and repaint only those that have changed.

Textual lays a screen out anew, and twice, whenever something in it changes its size. What the press room shows changes
with every key, so there it is drawn in widgets that keep their size: nothing but a repaint is left to do.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rich.segment import Segment
from textual.geometry import Region
from textual.strip import Strip
from textual.style import Style
from textual.visual import Visual
from textual.widget import Widget

from simulator.tui.widgets.blocks import Block
from simulator.tui.widgets.page import QuickPage


class Drawn(Widget, can_focus=False):
    """A widget whose rows are what `draw` gives; the last cell of each is for a scrollbar."""

    ALLOW_SELECT = False

    def __init__(self, id: str) -> None:
        super().__init__(id=id)
        self.auto_links = False
        self._rows: Sequence[Strip] = ()
        self._look: object = None

    @property
    def more(self) -> bool:
        """Whether there is more than is in sight."""
        return False

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
        before, self._rows = self._rows, self.draw()
        self.refresh(*(Region(0, y, self.size.width, 1) for y in _differences(before, self._rows)))

    def render_line(self, y: int) -> Strip:
        if not self._keeps_look():
            self._look = self._present_look()
            self.look_changed()
            self._rows = self.draw()
        return self._rows[y] if y < len(self._rows) else self.blank()

    def strips(self, blocks: Iterable[Block], style: Style) -> list[Strip]:
        """Blocks laid out in the width, less the scrollbar's cell."""
        return Visual.to_strips(self, QuickPage(blocks), self.content_size.width - 1, None, style)

    def blank(self) -> Strip:
        """An empty row."""
        return Strip.blank(self.content_size.width, self.visual_style.rich_style)

    def _keeps_look(self) -> bool:
        return self._look == self._present_look()

    def _present_look(self) -> object:
        return (self.content_size, self.visual_style, self.app.theme)


class Pane:
    """A window on more lines than may fit."""

    def __init__(self) -> None:
        self.lines: Sequence[Strip] = ()
        self.top = 0
        self.height = 0

    @property
    def lowest(self) -> int:
        """The greatest `top`."""
        return max(0, len(self.lines) - self.height)

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
        return [Strip.join([strip, self._bar_cell(y, bar)]) for y, strip in enumerate(seen)]

    def _bar_cell(self, y: int, bar: Style) -> Strip:
        length = max(1, self.height * self.height // len(self.lines))
        start = round((self.height - length) * self.top / self.lowest)
        return Strip([Segment("▐" if start <= y < start + length else " ", bar.rich_style)], 1)


def _differences(before: Sequence[Strip], after: Sequence[Strip]) -> list[int]:
    alike = min(len(before), len(after))
    changed = [y for y in range(alike) if before[y] is not after[y] and before[y] != after[y]]
    return [*changed, *range(alike, max(len(before), len(after)))]
