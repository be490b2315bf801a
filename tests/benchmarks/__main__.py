"""All benchmarks in one run, one process each: `python -m tests.benchmarks`, or only those named.

Every line names its bar where there is one. Nothing fails here: figures depend on the machine, so ratios taken in the
same run are what to compare.
"""

from __future__ import annotations

import subprocess
import sys

BENCHMARKS = {
    "start_up": "cold start to first paint",
    "loading_speed": "a scenario of 1,000 scenes from its source and from the cache",
    "lint": "the checks of `podium check` over 1,000 and 10,000 scenes",
    "engine_steps": "steps of the engine, headless",
    "key_to_paint": "key to paint in the press room",
    "preview": "a scenario saved to its change in the preview",
    "learning": "library, profile, history and course over a record of 8,000 answers",
    "grading": "an answer in one's own words graded: time, memory, agreement beside simpler measures",
    "regrading": "10,000 stored answers graded anew by one process and by two",
    "workshop": "a hall of up to 200 browsers, and textual-serve beside it",
    "workshop_faults": "two nodes on PostgreSQL: nodes killed, the database stopped, nothing accepted lost",
}


def main() -> int:
    """Run them one after another; the number of those that broke."""
    broken = 0
    named = sys.argv[1:] or list(BENCHMARKS)
    if unknown := [name for name in named if name not in BENCHMARKS]:
        print(f"no such benchmark: {', '.join(unknown)}; there are {', '.join(BENCHMARKS)}", file=sys.stderr)
        return 2
    for name, about in ((name, BENCHMARKS[name]) for name in named):
        print(f"\n== {name}: {about}", flush=True)
        broken += subprocess.run([sys.executable, "-m", f"tests.benchmarks.{name}"], check=False).returncode != 0
    return broken


if __name__ == "__main__":
    sys.exit(main())
