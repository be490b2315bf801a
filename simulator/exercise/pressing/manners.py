"""Who presses on what, and how often in a session: by the manner of a journalist."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from simulator.scenario.people import Manner
from simulator.session.press import Why


@dataclass(frozen=True, slots=True)
class Pressing:
    """What a manner presses on, and at most how often in a session. `again`: and once more upon a press."""

    on: frozenset[Why]
    most: int
    again: bool = False


_GRAVE: frozenset[Why] = frozenset(("contradiction", "promise", "flag"))
_LOOSE: frozenset[Why] = _GRAVE | {"unanswered"}
_ALL: frozenset[Why] = _LOOSE | {"weak"}

PRESSING: Mapping[Manner, Pressing] = {
    "patient": Pressing(_LOOSE, most=3),
    "sharp": Pressing(_LOOSE, most=3, again=True),
    "hostile": Pressing(_ALL, most=3, again=True),
    "friendly_trap": Pressing(_ALL | {"temptation"}, most=3),
}
"""A promise that fell due is everybody's business, whoever asks next. A friendly trap also tempts good answers to say
more than they did: there the others have nothing to press on."""
