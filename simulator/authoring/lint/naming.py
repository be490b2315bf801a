"""The names that an expression reads."""

from __future__ import annotations

from collections.abc import Iterator

from simulator.scenario.tree import Compared, Computed, Expr, Joined, Name, Negative, Not


def names_in(expr: Expr) -> Iterator[str]:
    """Every variable and measure that an expression reads."""
    match expr:
        case Name(name=name):
            yield name
        case Not(operand=operand) | Negative(operand=operand):
            yield from names_in(operand)
        case Joined(parts=parts):
            for part in parts:
                yield from names_in(part)
        case Compared(left=left, right=right) | Computed(left=left, right=right):
            yield from names_in(left)
            yield from names_in(right)
