"""A play-through of a session that was played: its steps as far as a play-through can repeat them.

The format knows no answer in one's own words, no press and no opening statement. The first answer in one's own
words ends the play-through; the others are left out, and where the story goes another way without them it ends too.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import takewhile

from simulator.scenario.model import Scenario
from simulator.scenario.scenes import OWN_WORDS, Ending
from simulator.scenario.situation import mean_overall
from simulator.session.events import Event
from simulator.session.playthrough import PlayedStep, Playthrough
from simulator.session.recording import choices_of, recorded
from simulator.session.rehearsal import rehearse
from simulator.session.replay import replay

Choices = Sequence[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class OfSession:
    """The play-through (None if not one step can be repeated), and what of the session is not in it.

    `own_words` is the scene of the first answer in one's own words, `elsewhere` the scene that the session was at
    and the play-through was not; empty for none. `opened` says that there was an opening statement. `figures` are the
    score, trust and heat that the session stood at.
    """

    playthrough: Playthrough | None
    left_out: int
    presses: int
    own_words: str = ""
    elsewhere: str = ""
    opened: bool = False
    has_ended: bool = False
    figures: tuple[int, int, int] = (0, 0, 0)


def of_session(scenario: Scenario, events: Sequence[Event], title: str) -> OfSession:
    """The play-through of what was recorded of a session."""
    state = replay(scenario, events).state
    choices = choices_of(state)
    prepared = list(takewhile(lambda one: one[1] != OWN_WORDS, choices))
    own_words = choices[len(prepared)][0] if len(prepared) < len(choices) else ""
    fitting = _fitting(scenario, title, state.seed, prepared)
    elsewhere = prepared[len(fitting)][0] if len(fitting) < len(prepared) else ""
    made = recorded(scenario, _of(scenario, title, state.seed, fitting)) if fitting else None
    opened = state.preparation is not None and bool(state.preparation.opening)
    left_out = len(choices) - len(fitting)
    own_words = "" if elsewhere else own_words
    has_ended = isinstance(scenario.scene_by_id[state.scene], Ending)
    figures = (mean_overall(state.answers), state.trust, state.heat)
    return OfSession(made, left_out, len(state.pressed), own_words, elsewhere, opened, has_ended, figures)


def _fitting(scenario: Scenario, title: str, seed: int, choices: Choices) -> Choices:
    """The choices from the first on that can be made again without clock and people."""
    if not choices:
        return choices
    return choices[: len(rehearse(scenario, _of(scenario, title, seed, choices)).events) - 1]


def _of(scenario: Scenario, title: str, seed: int, choices: Choices) -> Playthrough:
    steps = tuple(PlayedStep(at=scene, choose=choice or None) for scene, choice in choices)
    return Playthrough(format=1, scenario=scenario.id, title=title, seed=seed, steps=steps)
