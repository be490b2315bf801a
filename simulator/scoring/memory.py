"""What the press remembers: the claims of every answer, where they conflict, and which promises have fallen due.

Pure readings of a session, for whoever presses and for the debrief.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from simulator.scenario.claims import Claim, Promise
from simulator.scenario.dossier import Dossier
from simulator.scenario.model import Scenario
from simulator.session.asked import press_of, words_of
from simulator.session.known import known_dossier
from simulator.session.state import SessionState

if TYPE_CHECKING:
    from simulator.scoring.claims import Conflict


@dataclass(frozen=True, slots=True)
class Remembered:
    """What answer `number` (from 1), given at a minute of the story, said and committed its speaker to."""

    number: int
    minutes: int
    text: str
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class Due:
    """A promise of answer `number` whose deadline has passed."""

    number: int
    promise: Promise


def memory(scenario: Scenario, state: SessionState) -> tuple[Remembered, ...]:
    """All answers so far with their claims; silence claims nothing."""
    from simulator.scoring.claims import claims_of  # Heavy, and not needed before the first answer.

    said = ((answer, words_of(scenario, state, answer)) for answer in state.answers)
    return tuple(
        Remembered(number, answer.minutes, text, claims_of(text)) for number, (answer, text) in enumerate(said, 1)
    )


def conflicts_of(
    scenario: Scenario, state: SessionState, remembered: Sequence[Remembered], number: int
) -> tuple[Conflict, ...]:
    """The conflicts of answer `number` with the answers before it and with the dossier as it was known then."""
    from simulator.scoring.claims import conflicts

    earlier = [(one.number, one.claims) for one in remembered[: number - 1]]
    return conflicts(remembered[number - 1].claims, earlier, dossier_then(scenario, state, number))


def due_promises(scenario: Scenario, remembered: Sequence[Remembered], minutes: int) -> tuple[Due, ...]:
    """The promises whose deadline has passed by a minute of the story, the longest overdue answer first."""
    from simulator.scoring.claims import due

    start, day = scenario.clock.start, scenario.clock.day or ""
    found: list[Due] = []
    for one in remembered:
        promised = [(one.minutes, claim) for claim in one.claims if isinstance(claim, Promise)]
        found += [Due(one.number, promise) for _, promise in due(promised, minutes, start, day)]
    return tuple(found)


def dossier_then(scenario: Scenario, state: SessionState, number: int) -> Dossier:
    """The dossier as it was known when answer `number` was given."""
    answer = state.answers[number - 1]
    made = ((step.scene, step.choice, step.at) for step in state.path)
    place = tuple(made).index((answer.scene, answer.choice, answer.at))
    ahead = (step.scene for step in state.path[place:] if press_of(state, step.scene) is None)
    then = state._replace(path=state.path[:place], scene=next(ahead, state.scene))
    return known_dossier(scenario, then)
