"""From saving a file to the change on the screen of the preview, in a terminal of its own.

    python -m tests.benchmarks preview
    python -m tests.benchmarks.preview [RUNS]

Prints the median and the worst of the runs in milliseconds, for the longer of the scenarios that come with Podium, with
its file replaced as by a rename and written into in turn (bar: at most 500), and how long reading it takes alone.
"""

from __future__ import annotations

import shutil
import statistics
import sys
import tempfile
import time
from pathlib import Path

from simulator.authoring.preview.reading import read
from tests.benchmarks.terminal import Terminal

NAME = "chemical-spill-nam-ta"
SPOKEN = "I was in Ban Chong at dawn."


def main() -> None:
    """Save so often, and print."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 20
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder) / NAME
        shutil.copytree(Path("scenarios") / NAME, home)
        taken = seen_after(home / "scenario.yaml", folder, runs)
        read((home / "scenario.yaml").read_bytes(), home / "scenario.yaml", 1)
        began = time.perf_counter()
        read((home / "scenario.yaml").read_bytes(), home / "scenario.yaml", 1)
        alone = time.perf_counter() - began
    median, worst = statistics.median(taken) * 1000, max(taken) * 1000
    print(f"saved to seen: median {median:4.0f} ms, worst {worst:4.0f} ms of {runs} (bar 500)")
    print(f"of which reading the file, once warm, is {alone * 1000:4.0f} ms")


def seen_after(file: Path, folder: str, runs: int) -> list[float]:
    """Seconds from each saving until the new text is painted."""
    text = file.read_text("utf-8")
    assert SPOKEN in text
    environment = {
        "PODIUM_DATA_DIR": folder,
        "PODIUM_CACHE_DIR": folder,
        "PODIUM_CONFIG_DIR": folder,
        "PODIUM_LANGUAGE": "en",
    }
    terminal = Terminal([sys.executable, "-m", "simulator", "preview", str(file)], environment)
    taken: list[float] = []
    try:
        terminal.wait_for(SPOKEN[:20])
        time.sleep(1)
        for number in range(runs):
            # As nobody saves faster, and at another moment of the watch's round each time.
            time.sleep(0.7 + number * 0.013 % 0.1)
            mark = f"Zq{number:03}x"
            changed = text.replace(SPOKEN, f"{mark} {SPOKEN}")
            began = time.perf_counter()
            save(file, changed, by_rename=number % 2 == 0)
            terminal.wait_for(mark)
            taken.append(time.perf_counter() - began)
    finally:
        terminal.close()
    return taken


def save(file: Path, text: str, *, by_rename: bool) -> None:
    """Save as one kind of editor does, or as the other."""
    if not by_rename:
        file.write_text(text, "utf-8")
        return
    new = file.with_suffix(".new")
    new.write_text(text, "utf-8")
    new.replace(file)


if __name__ == "__main__":
    main()
