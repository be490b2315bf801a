"""The live public at the side of a wide press room: a panel that keeps its height while a session goes on."""

from __future__ import annotations

from simulator.language.catalogue import Catalogue
from simulator.tui.widgets.page_view import PageView
from simulator.tui.widgets.public import panel_blocks
from simulator.tui.widgets.public_now import PublicNow
from simulator.tui.windows import TALL

LOWEST = 20
"""In a window of fewer rows the panel would leave too little room; its key opens the public at large anyway."""


class PublicPanel(PageView):
    """Repaints only the lines that have changed."""

    def __init__(self) -> None:
        super().__init__("public", "│ ", airy=True)

    def fit(self, now: PublicNow) -> None:
        """Take the height that the window and the scenario call for."""
        rumour = 1 + self._curve_rows if now.rumour else 0
        self.styles.height = self.top_rows + 1 + len(now.groups) + rumour
        self.display = self.app.size.height >= LOWEST

    def show_public(self, now: PublicNow, catalogue: Catalogue) -> None:
        """Show how the public stands."""
        self.show(panel_blocks(now, self._curve_rows, catalogue))

    @property
    def _curve_rows(self) -> int:
        return 3 if self.app.size.height >= TALL else 1
