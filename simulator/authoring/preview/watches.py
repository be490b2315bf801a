"""The figures and variables of a run, each with what it was before the last step."""

from __future__ import annotations

from dataclasses import dataclass

from simulator.authoring.preview.settings import BOUNDS
from simulator.scenario.model import VARIABLE_BOUND, Scenario
from simulator.scenario.situation import Scalar, mean_overall
from simulator.session.state import SessionState
from simulator.session.view import story_time


@dataclass(frozen=True, slots=True)
class Watch:
    """One of them. `about` is the author's; `range` what it may be, as `0-100`; `note` the story's time."""

    name: str
    value: Scalar
    was: Scalar
    about: str = ""
    range: str = ""
    note: str = ""
    settable: bool = True

    @property
    def changed(self) -> bool:
        return self.value != self.was


def watches(scenario: Scenario, state: SessionState, before: SessionState) -> tuple[Watch, ...]:
    """All of them: trust, heat, minutes, the score, and the declared variables in their order."""
    measured = [
        Watch(name, getattr(state, name), getattr(before, name), range=f"{least}-{most}")
        for name, (least, most) in BOUNDS.items()
        if name != "minutes"
    ]
    time = Watch("minutes", state.minutes, before.minutes, note=story_time(scenario, state.minutes))
    score = Watch("score", mean_overall(state.answers), mean_overall(before.answers), settable=False)
    declared = [
        Watch(variable.name, value, was, variable.about, _range(variable.range, variable.values, variable.type))
        for variable, value, was in zip(scenario.variables, state.values, before.values, strict=True)
    ]
    return (*measured, time, score, *declared)


def _range(bounds: tuple[int, int] | None, values: tuple[str, ...] | None, type_: str) -> str:
    if type_ == "text":
        return ", ".join(values or ())
    if type_ == "bool":
        return "true, false"
    least, most = bounds or (-VARIABLE_BOUND, VARIABLE_BOUND)
    return f"{least}-{most}" if least >= 0 else f"{least} … {most}"
