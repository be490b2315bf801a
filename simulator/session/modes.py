"""The three modes of a session, and what each of them shows and allows: screens ask here, and compare no names."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Literal, get_args

Mode = Literal["guided", "practice", "exam"]
"""guided: learning, with hints and a mentor. practice: on one's own. exam: timed, once, feedback at the end."""

MODES: tuple[Mode, ...] = get_args(Mode)

EXAM_SCALE_MIN = 100
"""The shortest time limits of an exam, in percent. An instructor may stretch them for a trainee who reads or writes
slowly, or switch them off (0) for one who cannot be held to a clock; nobody may shorten them."""


@dataclass(frozen=True, slots=True)
class Rules:
    """What a mode shows and allows.

    After each answer: `levels` (grade, findings, flags, what it did), the mentor's `note`, the `model_answer`. Before
    it: a `hint`. At any time: how trust, heat and the public stand (`figures`), whether a step can be taken back
    (`take_back`) and the clock stopped (`pause`). What is not shown after an answer is shown in the debrief, which
    every mode has; before the ending it shows no more than the mode does. `clock` says that every question has a time
    limit, whether the scenario gives it one or not.
    """

    levels: bool
    figures: bool
    note: bool
    hint: bool
    model_answer: bool
    take_back: bool
    pause: bool
    clock: bool = False


_ALL = Rules(levels=True, figures=True, note=True, hint=True, model_answer=True, take_back=True, pause=True)

_RULES: Mapping[Mode, Rules] = {
    "guided": _ALL,
    "practice": replace(_ALL, hint=False),
    "exam": Rules(
        levels=False,
        figures=False,
        note=False,
        hint=False,
        model_answer=False,
        take_back=False,
        pause=False,
        clock=True,
    ),
}


def rules_of(mode: Mode) -> Rules:
    """The rules of a mode; of a session, `rules_of(state.mode)`."""
    return _RULES[mode]
