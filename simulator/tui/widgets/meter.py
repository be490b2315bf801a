"""A meter of 0-100 with a word, a bar, a number and what changed: never colour alone."""

from __future__ import annotations

from textual.content import Content
from textual.widgets import Static

BAR_CELLS = 12
ROOMY = 70
"""In a window of fewer columns there is no bar, and no room is kept for a change."""


class Meter(Static):
    """Public trust or media heat. `tone` is the theme variable of its colour."""

    def __init__(self, tone: str, id: str) -> None:
        super().__init__(id=id)
        self._tone = tone

    def show(self, label: str, points: int, before: int | None = None) -> None:
        """Draw `points`, and the change since `before` if it is given."""
        roomy = self.app.size.width >= ROOMY
        change = f" {changed(points - before)}" if before is not None else ""
        drawn = Content.assemble(
            (f"{label} ", "$quiet"),
            self._bar(points) if roomy else "",
            (f"{points:>3}", "bold"),
            (f"{change:<5}" if roomy else change, f"bold {self._tone}"),
        )
        # In a roomy window the width depends on the label alone, so that a change of points lays nothing out anew.
        self.styles.width = drawn.cell_length
        self.update(drawn, layout=False)

    def _bar(self, points: int) -> Content:
        filled = round(points * BAR_CELLS / 100)
        return Content.assemble(("━" * filled, self._tone), ("─" * (BAR_CELLS - filled), "$rule"), " ")


def changed(points: int) -> str:
    """A change of points with a sign that needs no colour."""
    return f"▲{points}" if points > 0 else f"▼{-points}" if points < 0 else "="
