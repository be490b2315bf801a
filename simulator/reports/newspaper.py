"""The two newspapers of tomorrow morning: which outlets they are, and the headlines they choose from.

Newspapers write in the scenario's language, whatever the interface's. Their texts are data: `newspapers/<lang>.toml`.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from functools import cache
from importlib import resources
from typing import Any, Literal

from simulator.scenario.model import Language, Scenario
from simulator.scenario.people import Manner

PaperManner = Literal["fair", "harsh"]
"""A paper that prints what was said, and one that prints what sells: the words out of their context."""

QUOTE = "{quote}"

_FAIREST_FIRST: Sequence[Manner] = ("patient", "friendly_trap", "sharp", "hostile")


def outlets(scenario: Scenario) -> tuple[str, str]:
    """The fair outlet and the harsh one, of the scenario's cast and of different manners.

    Where the cast has no two such, one name is invented: for the fair one if all are hostile, else for the harsh one.
    """
    manners: dict[str, Manner] = {}
    for journalist in scenario.cast.journalists:
        manners.setdefault(journalist.outlet, journalist.manner)
    ranked = sorted(manners, key=lambda outlet: _FAIREST_FIRST.index(manners[outlet]))
    fairest, harshest = ranked[0], next(outlet for outlet in ranked if manners[outlet] == manners[ranked[-1]])
    if manners[fairest] != manners[harshest]:
        return fairest, harshest
    if manners[fairest] == "hostile":
        return _invented(scenario.language, "fair", manners), fairest
    return fairest, _invented(scenario.language, "harsh", manners)


def headlines(language: Language, manner: PaperManner, kind: str, about: str, *, quoting: bool) -> tuple[str, ...]:
    """The headlines for a story; without a quotation, those that need none."""
    known = _texts(language)[manner][kind]["headlines"]
    written = known.get(about) or known["any"]
    return tuple(text for text in written if quoting or QUOTE not in text)


def standfirst(language: Language, manner: PaperManner, kind: str, *, cut: bool = False) -> str:
    """The sentence below a headline; where the sentence that is quoted is too long to print, the one that says so."""
    story = _texts(language)[manner][kind]
    return str(story.get("standfirst_cut", story["standfirst"]) if cut else story["standfirst"])


def ourselves(language: Language) -> str:
    """What a newspaper calls itself when it was the one that asked."""
    return str(_texts(language)["ourselves"])


def _invented(language: Language, manner: PaperManner, taken: Mapping[str, Manner]) -> str:
    names: list[str] = _texts(language)["invented"][manner]
    return next((name for name in names if name not in taken), names[0])


@cache
def _texts(language: Language) -> Mapping[str, Any]:
    file = resources.files("simulator.reports") / "newspapers" / f"{language}.toml"
    return tomllib.loads(file.read_text(encoding="utf-8"))
