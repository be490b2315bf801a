"""The same events give the same bytes in another process, whatever its hash seed."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import asdict

import pytest
from hypothesis import given, settings

from simulator.session.replay import replay
from simulator.session.state import canonical
from tests.session.moves import tries
from tests.session.scenarios import CASES, Case

CASES_REPLAYED = 60


def cases() -> list[tuple[str, bytes]]:
    """Generated sessions as lines for the program, with the bytes of their states here."""
    made: list[tuple[str, bytes]] = []

    @settings(max_examples=CASES_REPLAYED)
    @given(CASES)
    def collect(case: Case) -> None:
        events = [one.event for one in tries(case) if one.after is not None]
        written = [{"type": type(event).__name__, **asdict(event)} for event in events]
        line = json.dumps({"scenario": case.scenario.model_dump(mode="json"), "events": written})
        made.append((line, canonical(replay(case.scenario, events).state)))

    collect()
    return made


@pytest.mark.parametrize("hash_seed", ["0", "4242"])
def test_another_process_replays_to_the_same_bytes(hash_seed: str) -> None:
    made = cases()
    program = subprocess.run(
        [sys.executable, "-m", "tests.session.replaying_program"],
        input="\n".join(line for line, _ in made).encode(),
        capture_output=True,
        env={**os.environ, "PYTHONHASHSEED": hash_seed, "PYTHONPATH": os.pathsep.join(sys.path)},
        check=False,
    )
    assert program.stderr == b""
    assert program.stdout.splitlines() == [state for _, state in made]
