"""How much of what was found a scenario wishes to hear: its key `checks` sets severities by code."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from simulator.loading.codes import may_be_set
from simulator.loading.problems import Problem
from simulator.scenario.model import Wish


def as_wished(problems: Iterable[Problem], checks: Mapping[str, Wish]) -> tuple[Problem, ...]:
    """The problems with the severities that `checks` gives them, without those that it ignores."""
    if not checks:
        return tuple(problems)
    return tuple(_as(problem, checks.get(problem.code)) for problem in problems if _is_told(problem, checks))


def _is_told(problem: Problem, checks: Mapping[str, Wish]) -> bool:
    return checks.get(problem.code) != "ignore" or not may_be_set(problem.code)


def _as(problem: Problem, wish: Wish | None) -> Problem:
    if wish is None or wish == "ignore" or not may_be_set(problem.code):
        return problem
    return replace(problem, severity=wish)
