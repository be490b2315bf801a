"""The checks that only `podium check` runs, in the order of their codes.

One file is one check: a CODE and its SEVERITY, a docstring that `podium explain` shows, and `check(subject)`,
which yields flaws. None of them keeps a scenario from being played.
"""

from __future__ import annotations

from types import ModuleType

from simulator.authoring.lint.checks import (
    address,
    always_true,
    best_longest,
    best_place,
    graded_alike,
    guessing_wins,
    idle_item,
    idle_journalist,
    idle_part,
    idle_voice,
    impossible_scene,
    law_stale,
    law_unconfirmed,
    never_true,
    no_distractor,
    real_name,
    same_words,
    straw_man,
    telephone,
    title_long,
    too_long,
    unwritten,
    value_never_given,
    variable_unread,
    variable_unwritten,
)

CHECKS: tuple[ModuleType, ...] = (
    never_true,
    always_true,
    idle_part,
    impossible_scene,
    variable_unread,
    variable_unwritten,
    value_never_given,
    best_place,
    best_longest,
    guessing_wins,
    straw_man,
    no_distractor,
    same_words,
    graded_alike,
    too_long,
    title_long,
    unwritten,
    law_stale,
    law_unconfirmed,
    telephone,
    address,
    real_name,
    idle_journalist,
    idle_voice,
    idle_item,
)
