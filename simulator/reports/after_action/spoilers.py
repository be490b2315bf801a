"""A participant's edition: nothing in it that was not met in play, so that whoever reads it can play again."""

from __future__ import annotations

from dataclasses import replace

from simulator.reports.after_action.events import MasterEvent
from simulator.reports.after_action.value import Exercised


def without_spoilers(told: Exercised) -> Exercised:
    """Without events that never came, what was expected at events and what leads to them.

    Neither with lines not taken, endings not reached, and rumours that nobody met.
    """
    met = tuple(one for one in told.events if one.fired)
    return replace(
        told,
        events=tuple(_as_met(one, number) for number, one in enumerate(met, 1)),
        rumours=tuple(one for one in told.rumours if one.id in told.met),
        better=(),
        missed=(),
    )


def _as_met(event: MasterEvent, number: int) -> MasterEvent:
    return replace(event, number=number, response="", parents=(), trigger="", note="", drawn=False)
