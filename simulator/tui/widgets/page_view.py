"""A page in a window of its own, which keeps its size."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from textual import events
from textual.strip import Strip

from simulator.tui.widgets.blocks import Block
from simulator.tui.widgets.drawn import Drawn, Pane

WHEEL_LINES = 3


class PageView(Drawn):
    """Shows blocks and scrolls them."""

    def __init__(self, id: str, lead: str = "", *, airy: bool = False) -> None:
        super().__init__(id, lead, airy=airy)
        self._blocks: Sequence[Block] = ()
        self._pane = Pane()

    def show(self, blocks: Iterable[Block]) -> None:
        """Show other blocks; what is in sight stays there if it can."""
        new = tuple(blocks)
        if new != self._blocks:
            self._blocks = new
            self.look_changed()
            self.redraw()

    @property
    def more(self) -> bool:
        return self.display and bool(self._pane.lowest)

    def begin(self) -> None:
        """Go to the top."""
        self.scroll(-len(self._pane.lines))

    def scroll(self, lines: int) -> bool:
        """Move by so many lines; False if there is no more that way."""
        moved = self._pane.scroll(lines)
        if moved:
            self.redraw()
        return moved

    def look_changed(self) -> None:
        self._pane.fit(self.strips(self._blocks, self.visual_style), self.height_left)

    def draw(self) -> Sequence[Strip]:
        return self._pane.rows(self.get_visual_style("drawn--scrollbar"))

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        self.scroll(WHEEL_LINES)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        self.scroll(-WHEEL_LINES)
