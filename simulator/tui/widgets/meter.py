"""A meter of 0-100 with a word, a bar, a number and what changed: never colour alone."""

from __future__ import annotations

from textual.content import Content
from textual.widgets import Static

BAR_CELLS = 12


class Meter(Static):
    """Public trust or media heat. `tone` is the theme variable of its colour."""

    DEFAULT_CSS = "Meter { width: auto; height: 1; }"

    def __init__(self, label: str, tone: str, id: str) -> None:
        super().__init__(id=id)
        self._label = label
        self._tone = tone

    def show(self, points: int, before: int | None = None) -> None:
        """Draw `points`, and the change since `before` if it is given."""
        filled = round(points * BAR_CELLS / 100)
        change = _change(points - before) if before is not None else ""
        self.update(
            Content.assemble(
                (f"{self._label} ", "$quiet"),
                ("━" * filled, self._tone),
                ("─" * (BAR_CELLS - filled), "$rule"),
                (f" {points:>3}", "bold"),
                (f" {change:<4}", self._tone),
            )
        )


def _change(points: int) -> str:
    return f"▲{points}" if points > 0 else f"▼{-points}" if points < 0 else "="
