"""Why a condition holds or does not: its parts as they are written, each with the values that it was read from."""

from __future__ import annotations

from dataclasses import dataclass

from simulator.scenario.conditions import false_parts
from simulator.scenario.expressions import parse_condition
from simulator.scenario.model import Scenario
from simulator.scenario.situation import Scalar
from simulator.scenario.tree import Expr, leaves
from simulator.session.compiled import CompiledScenario, compiled
from simulator.session.state import SessionState


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a condition as written, and what stood where: `trust > 90` and (("trust", 50),)."""

    text: str
    values: tuple[tuple[str, Scalar], ...]


@dataclass(frozen=True, slots=True)
class Looked:
    """A condition looked into: whether it holds, and the smallest parts that keep it from holding.

    `values` are those of the whole condition.
    """

    text: str
    holds: bool
    false: tuple[Part, ...]
    values: tuple[tuple[str, Scalar], ...]


def look_into(scenario: Scenario, state: SessionState, condition: str | None) -> Looked:
    """Look into a condition; one that is not written holds."""
    if not condition:
        return Looked("", True, (), ())
    ready = compiled(scenario)
    tree = parse_condition(condition, ready.names)
    parts = false_parts(tree, ready.compiler, state)
    false = tuple(Part(condition[part.start : part.end], _values(part, condition, ready, state)) for part in parts)
    return Looked(condition, not parts, false, _values(tree, condition, ready, state))


def _values(expr: Expr, text: str, ready: CompiledScenario, state: SessionState) -> tuple[tuple[str, Scalar], ...]:
    """What the names and calls in it are worth, each once."""
    found = {text[leaf.start : leaf.end]: ready.compiler.reading(leaf)(state) for leaf in leaves(expr)}
    return tuple(found.items())
