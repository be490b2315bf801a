"""Judged: an offline grade, and what a judge made of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from simulator.scenario.assessment import Finding
from simulator.scenario.rubric import Level, Skill
from simulator.scoring.grade import Graded


@dataclass(frozen=True, slots=True)
class Judged:
    """The grade that stands.

    `moved` are the rules' levels of the skills that the judge moved by one. `look` are the judge's levels of the skills
    in which it differs by more: the rules' level stands there, and a human should look. `proposed` are flags that the
    judge saw and the rules did not: they are shown, and cost nothing. `note` is a template that says why the offline
    grade stands as it is; empty where a judge was heard, or none was asked.
    """

    graded: Graded
    moved: Mapping[Skill, Level] = field(default_factory=dict)
    look: Mapping[Skill, Level] = field(default_factory=dict)
    proposed: tuple[Finding, ...] = ()
    note: str = ""
