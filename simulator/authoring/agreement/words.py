"""The words of a report on agreement."""

from __future__ import annotations

from collections.abc import Mapping

from simulator.authoring.agreement.causes import Cause
from simulator.authoring.agreement.wanting import Wanted
from simulator.language.catalogue import Catalogue
from simulator.language.words import SKILL_NAMES


def decimals(written: str, catalogue: Catalogue) -> str:
    """Numbers as the reader writes them: with a comma in Vietnamese."""
    return written.replace(".", ",") if catalogue.tongue == "vi" else written


def advice_of(cause: Cause, catalogue: Catalogue) -> str:
    """What the author can do about a cause; what the grader wants is in the same language."""
    params = dict(cause.params)
    if "better" in params:
        params["better"] = catalogue.say(str(params["better"]))
    return catalogue.say(cause.advice, **_skill_by_name(params, catalogue))


def wanted_in_words(one: Wanted, catalogue: Catalogue) -> str:
    """What to add, with the skill by its name."""
    return catalogue.say(one.told, **_skill_by_name(one.params, catalogue))


def _skill_by_name(params: Mapping[str, object], catalogue: Catalogue) -> dict[str, object]:
    """The values of a text, a skill among them by its name."""
    if "skill" not in params:
        return dict(params)
    name = SKILL_NAMES[params["skill"]]  # type: ignore[index]  # a skill's key
    return {**params, "skill": catalogue.say(name)}
