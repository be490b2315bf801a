"""A node is killed and the database stopped while bots play: what they were told graded is there exactly once."""

from __future__ import annotations

from pathlib import Path

from tests.benchmarks.faults import Plan, played_through
from tests.postgres import Server

SMALL = Plan(seats=4, seconds=12, kills_at=(4,), outage_at=8, outage_s=2, settling=12)


async def test_what_was_accepted_is_in_the_journal_exactly_once(postgres_server: Server, tmp_path: Path) -> None:
    outcome = await played_through(SMALL, postgres_server, tmp_path)
    assert outcome.kills == 1
    assert outcome.summed.lost >= 2
    assert outcome.graded_after > 0
    assert (outcome.found.missing, outcome.found.doubled) == ((), ())
    assert outcome.up_at_end == SMALL.seats
    assert outcome.summed.errors == ()
    assert outcome.said == []
