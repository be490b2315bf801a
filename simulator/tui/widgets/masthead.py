"""The line at the top of every screen: Podium, where one is, the session's mode, and the story's time."""

from __future__ import annotations

from textual.content import Content
from textual.widget import Widget

from simulator.tui.widgets.plain import shown

NOTHING = Content("")


class Masthead(Widget):
    """`where` names the screen or scenario; `clock` is the story's time of day, or empty; `mode` the mode's tag."""

    def __init__(self) -> None:
        super().__init__(id="masthead")
        self._where = ""
        self._clock = ""
        self._mode = NOTHING

    def show(self, where: str, clock: str = "", mode: Content = NOTHING) -> None:
        """Say where one is."""
        if (where, clock, mode) != (self._where, self._clock, self._mode):
            self._where, self._clock, self._mode = where, clock, mode
            self.refresh()

    def render(self) -> Content:
        brand = Content.styled("PODIUM  ", "bold $primary")
        mode = Content.assemble("  ", self._mode) if self._mode else NOTHING
        clock = Content.assemble(mode, (f"  {self._clock}" if self._clock else "", "bold"))
        room = max(0, self.content_size.width - brand.cell_length - clock.cell_length)
        where = shown(Content(self._where)).truncate(room, ellipsis=True, pad=True)
        return Content.assemble(brand, where, clock)
