"""When something that is so in many questions is no accident any more, but tells a trainee where the best line is."""

from __future__ import annotations

QUESTIONS_LEAST = 3
"""Of fewer questions nothing can be said."""

SHARE_LEAST = 75
"""Percent of the questions from which on it is a habit; of three questions that is all."""


def is_habit(count: int, all_: int) -> bool:
    """Whether so many of all questions are too many to be so by chance."""
    return all_ >= QUESTIONS_LEAST and 100 * count >= SHARE_LEAST * all_
