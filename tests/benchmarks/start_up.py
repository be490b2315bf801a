"""Cold start to first paint: `podium` beside a bare Textual app with one label, in turn, in one run.

    python -m tests.benchmarks.start_up [RUNS]

Prints the median of each in milliseconds and their ratio (bar: at most 1.5), and when the library is filled.
"""

from __future__ import annotations

import statistics
import sys
import tempfile

from tests.benchmarks.terminal import Terminal

BARE = """
from textual.app import App
from textual.widgets import Label
class Bare(App):
    def compose(self):
        yield Label("PODIUM")
Bare().run()
"""


def first_paint(arguments: list[str], folder: str, also: str = "") -> tuple[float, float]:
    """Seconds from start to the first paint, and to a later text if one is named."""
    environment = {"PODIUM_DATA_DIR": folder, "PODIUM_CACHE_DIR": folder, "PODIUM_LANGUAGE": "en"}
    terminal = Terminal([sys.executable, *arguments], environment)
    try:
        painted = terminal.wait_for("PODIUM")
        filled = painted + terminal.wait_for(also) if also else painted
    finally:
        terminal.close()
    return painted, filled


def main() -> None:
    """Run both in turn and print."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 15
    bare, ours, filled = [], [], []
    with tempfile.TemporaryDirectory() as folder:
        first_paint(["-m", "simulator"], folder, "not played yet")
        first_paint(["-c", BARE], folder)
        for _ in range(runs):
            bare.append(first_paint(["-c", BARE], folder)[0])
            paint, full = first_paint(["-m", "simulator"], folder, "not played yet")
            ours.append(paint)
            filled.append(full)
    base, paint, full = (statistics.median(figures) * 1000 for figures in (bare, ours, filled))
    print(f"bare Textual app, one label: {base:6.0f} ms to first paint")
    print(f"podium:                      {paint:6.0f} ms to first paint, ratio {paint / base:.2f} (bar 1.50)")
    print(f"podium, library filled:      {full:6.0f} ms, ratio {full / base:.2f}")


if __name__ == "__main__":
    main()
