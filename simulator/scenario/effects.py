"""What an effect makes of a variable."""

from __future__ import annotations

from simulator.scenario.situation import Scalar
from simulator.scenario.tree import Assignment


def changed(assignment: Assignment, now: Scalar, value: Scalar, bounds: tuple[int, int] | None) -> Scalar:
    """What the target holds after an effect: within its bounds if it is a number, as it was if the value is NOT_JUDGED.

    Fractions (of `average`) are cut off.
    """
    if bounds is None or isinstance(now, str) or isinstance(value, str):
        return value
    if assignment.operator == "+=":
        value = now + value
    elif assignment.operator == "-=":
        value = now - value
    if value != value:
        return now
    return int(min(max(value, bounds[0]), bounds[1]))
