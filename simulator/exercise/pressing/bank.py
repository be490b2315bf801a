"""The texts that journalists press with, and the answers to them, by language: package data, read once."""

from __future__ import annotations

import tomllib
from functools import lru_cache
from importlib import resources
from typing import Annotated

from pydantic import Field

from simulator.scenario.model import Language
from simulator.scenario.people import Manner
from simulator.scenario.rubric import RedFlag, Skill
from simulator.scenario.text import Prose
from simulator.scenario.value import Value

Variants = Annotated[tuple[Prose, ...], Field(min_length=2)]


class Replies(Value):
    """The three answers to a press: one that owns it, one that dodges, one that repeats the harm."""

    own: Prose
    dodge: Prose
    repeat: Prose


class Section(Replies):
    """Questions by manner (a manner that never presses for this reason has none), and the answers to them."""

    patient: Variants | None = None
    sharp: Variants | None = None
    hostile: Variants | None = None
    friendly_trap: Variants

    def questions(self, manner: Manner) -> tuple[str, ...]:
        """The questions of a manner; nothing for one that does not press for this."""
        found: tuple[str, ...] | None = getattr(self, manner)
        return found or ()


class WeakSkill(Replies):
    """What is asked for where a skill was weak, and the answers to it."""

    ask: Prose


class Comments(Value):
    """Why an answer is graded as it is (or what would be better), by its kind; `unknown`: it owns it without a fact."""

    own: str = ""
    unknown: str = ""
    dodge: Prose
    repeat: Prose


class Bank(Value):
    """All texts of one language."""

    no_fact: Prose
    unknown: Prose
    no_unknown: Prose
    withheld: Prose
    nothing_withheld: Prose
    back: Prose
    back_today: Prose
    because: Comments
    better: Comments
    contradiction: Section
    dossier: Section
    promise: Section
    unanswered: Section
    silence: Section
    unquoted: Section
    trap: Section
    weak: dict[str, Variants]
    weak_skill: dict[Skill, WeakSkill]
    flag: dict[RedFlag, Section]


@lru_cache(maxsize=2)
def bank(language: Language) -> Bank:
    """The texts in a language."""
    file = resources.files("simulator.exercise.pressing") / f"{language}.toml"
    return Bank.model_validate(tomllib.loads(file.read_text(encoding="utf-8")), strict=False)
