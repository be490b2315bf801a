"""What follows from the answers of a session: how the public took them, whether they hold together, what to practise,
and tomorrow's front page."""

from __future__ import annotations

from dataclasses import replace

from simulator.reports.debrief import Debrief
from simulator.reports.front_page import front_page
from simulator.reports.practise_next import practise_next
from simulator.reports.public_told import public_told
from simulator.reports.word_kept import word_kept
from simulator.scenario.model import Scenario
from simulator.session.state import SessionState


def with_what_follows(scenario: Scenario, read: Debrief, state: SessionState) -> Debrief:
    """The debrief of a session in which something was answered, made whole."""
    return replace(
        read,
        word_kept=word_kept(scenario, state),
        public=public_told(scenario, state),
        practise=practise_next(read),
        front_page=front_page(scenario, read),
    )
