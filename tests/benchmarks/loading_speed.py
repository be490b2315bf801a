"""How fast a large scenario is loaded: `python -m tests.benchmarks.loading_speed [SCENES]`.

A generated scenario is checked from its source and from the cache, in CPU time, best of several rounds.
The ratio to a plain loop of fixed work, timed in the same run, lets machines be compared.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from simulator.loading.loader import examine, read_bytes
from tests.benchmarks.generate import scenario_text

ROUNDS = 9
BAR_UNCACHED = 0.35
"""Seconds of CPU for a thousand scenes."""

BAR_CACHED = 10
"""How many times faster the cache must be."""


def best(work: Callable[[], object]) -> float:
    """The least CPU time of several rounds, in seconds."""
    times = []
    for _ in range(ROUNDS):
        begun = time.process_time()
        result = work()
        times.append(time.process_time() - begun)
        del result
    return min(times)


def plain_loop() -> int:
    """Work that is the same everywhere."""
    total = 0
    for number in range(1_000_000):
        total += number & 7
    return total


def main(scenes: int) -> int:
    """Measure and tell; 1 if a bar is missed."""
    data = scenario_text(scenes).encode()
    with tempfile.TemporaryDirectory() as folder:
        os.environ["PODIUM_CACHE_DIR"] = folder
        file = Path(folder) / "generated.yaml"
        file.write_bytes(data)
        scenario, problems = read_bytes(data, file)
        assert scenario is not None
        assert not problems
        uncached = best(lambda: read_bytes(data, file))
        examine(file)
        cached = best(lambda: examine(file))
    loop = best(plain_loop)
    print(f"{scenes} scenes, {len(data) / 1e6:.2f} MB")
    print(f"from the source  {uncached * 1000:7.1f} ms   {uncached / loop:6.2f} loops")
    print(
        f"from the cache   {cached * 1000:7.1f} ms   {cached / loop:6.2f} loops   {uncached / cached:.1f} times faster"
    )
    return int(uncached > BAR_UNCACHED * scenes / 1000 or uncached / cached < BAR_CACHED)


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 1000))
