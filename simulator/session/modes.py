"""The three modes of a session, and what each of them shows and allows: screens ask here, and compare no names."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, get_args

Mode = Literal["guided", "practice", "exam"]
"""guided: learning, with hints and a mentor. practice: on one's own. exam: timed, once, feedback at the end."""

MODES: tuple[Mode, ...] = get_args(Mode)

EXAM_SCALE_MIN = 100
"""The shortest time limits of an exam, in percent. An instructor may stretch them for a trainee who reads or writes
slowly; nobody may shorten them, and without limits (0) it would be another exam."""


@dataclass(frozen=True, slots=True)
class Rules:
    """What a mode shows and allows.

    After each answer: `levels` (grade, findings, flags, what it did), the mentor's `note`, the `model_answer`. Before
    it: a `hint`. At any time: whether a step can be taken back (`take_back`) and the clock stopped (`pause`). What is
    not shown after an answer is shown in the debrief, which every mode has.
    """

    levels: bool
    note: bool
    hint: bool
    model_answer: bool
    take_back: bool
    pause: bool


_RULES: Mapping[Mode, Rules] = {
    "guided": Rules(levels=True, note=True, hint=True, model_answer=True, take_back=True, pause=True),
    "practice": Rules(levels=True, note=True, hint=False, model_answer=True, take_back=True, pause=True),
    "exam": Rules(levels=False, note=False, hint=False, model_answer=False, take_back=False, pause=False),
}


def rules_of(mode: Mode) -> Rules:
    """The rules of a mode; of a session, `rules_of(state.mode)`."""
    return _RULES[mode]
