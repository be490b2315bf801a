"""The words that a key may be given, each with its meaning; how ids and times are written; examples."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import get_args

from simulator.language.catalogue import Catalogue, template
from simulator.language.words import (
    DIFFICULTY_NAMES,
    FLAG_MEANINGS,
    FLAG_NAMES,
    LANGUAGE_NAMES,
    LEVEL_NAMES,
    MANNER_NAMES,
    MODULE_NAMES,
    OUTCOME_NAMES,
    ROLE_NAMES,
    SKILL_AIMS,
    SKILL_NAMES,
)
from simulator.scenario.text import ClockTime, Date, Id, Label, Prose, ScenarioId

LEVELS: Mapping[int, str] = dict(enumerate(LEVEL_NAMES))

PART_NAMES: Mapping[str, str] = {
    "villagers": template("people of the place: they want to be heard and helped"),
    "youth": template("young people online: they want a straight and early answer"),
    "national_press": template("the country's press: it wants facts with sources"),
    "foreign_press": template("the foreign press: it wants openness and respect for rights"),
    "officials": template("officials of other bodies: they want everyone to keep to their role"),
    "diaspora": template("people from here who live abroad: they want respect and proof"),
}

TONE_NAMES: Mapping[str, str] = {
    "strong": template("an answer without a red flag, graded 70 or more"),
    "fair": template("an answer without a red flag, graded 40 to 69"),
    "weak": template("an answer without a red flag, graded below 40"),
    "harmful": template("an answer with any red flag that has no text of its own"),
    "silent": template("no answer: the time ran out"),
}

TYPE_NAMES: Mapping[str, str] = {
    "bool": template("true or false"),
    "int": template("a whole number within its `range`"),
    "text": template("one of its `values`"),
}

WISH_NAMES: Mapping[str, str] = {
    "ignore": template("not told at all"),
    "info": template("told as a note"),
    "warning": template("told as a warning"),
    "error": template("told as an error, upon which `podium check` fails"),
}

_WORDS: Sequence[tuple[Mapping[str, str], Mapping[str, str]]] = (
    (SKILL_NAMES, SKILL_AIMS),
    (FLAG_NAMES, FLAG_MEANINGS),
    *((names, {}) for names in (MODULE_NAMES, DIFFICULTY_NAMES, LANGUAGE_NAMES, MANNER_NAMES, OUTCOME_NAMES)),
    *((names, {}) for names in (PART_NAMES, TYPE_NAMES, ROLE_NAMES, WISH_NAMES)),
    ({**TONE_NAMES, **FLAG_NAMES}, FLAG_MEANINGS),
)

_SPELLINGS: Mapping[object, str] = {
    Id: template("lower-case letters, digits and underscores, beginning with a letter"),
    ScenarioId: template("lower-case letters, digits and hyphens, beginning with a letter"),
    ClockTime: template("a time of day such as 08:00 or 15:30: two digits, a colon, two digits"),
    Date: template("a date such as 2026-07-01: year, month, day"),
    Label: template("one line of text, not blank"),
    Prose: template("text, not blank"),
}

EXAMPLES: Mapping[str, Sequence[object]] = {
    "*.when": ("trust < 30", "level(empathy) <= 1", "flag(blame) or raised() >= 2"),
    "*.effects": (["heat += 5"], ["log_published = true"]),
    "*.then": ("next_question", [{"when": "trust < 30", "go": "walkout"}, {"go": "next_question"}]),
    "*.levels": ({"accuracy": 4, "accountability": 3},),
    "*.findings": ([{"skill": "accuracy", "because": "A figure with its source."}],),
    "Scenario.id": ("chay-cho-ban-pan",),
    "Scenario.licence": ("CC BY 4.0",),
    "Scenario.checks": ({"P721": "ignore"},),
    "StoryClock.start": ("15:30",),
    "LegalBasis.in_force": ("2026-07-01",),
    "Variable.range": ([0, 5],),
    "Inject.interrupts": ("minutes >= 12",),
    "Question.time_limit": (60,),
    "Channels.hotline": ("0200 555 0112",),
    "Channels.web": ("sonkhe.example/nalai",),
}


def meanings(words: Sequence[object], catalogue: Catalogue) -> list[str]:
    """The meaning of each of the words of a list. Raises KeyError for a list that is not known."""
    for names, aims in _WORDS:
        if list(names) == list(words):
            return [": ".join(catalogue.say(said) for said in (names[one], aims.get(one, "")) if said) for one in names]
    raise KeyError(f"no meanings for {words}")


def spelling(pattern: str) -> str:
    """In words, how a text of this pattern is written. Raises KeyError for a pattern that is not known."""
    return {_pattern(kind): told for kind, told in _SPELLINGS.items()}[pattern]


def _pattern(kind: object) -> str | None:
    return next((part.pattern for part in get_args(kind) if hasattr(part, "pattern")), None)
