"""A session in three sentences, and mean levels as they are written: the same on every surface."""

from __future__ import annotations

from collections.abc import Iterator

from simulator.language.catalogue import Catalogue, template
from simulator.language.words import SKILL_AIMS, SKILL_NAMES
from simulator.reports.debrief import Debrief


def summary(debrief: Debrief, catalogue: Catalogue) -> Iterator[str]:
    """The session in three sentences."""
    say = catalogue.say
    yield catalogue.count(
        "One question answered, with an overall grade of {overall} of 100.",
        "{n} questions answered, with an overall grade of {overall} of 100.",
        len(debrief.questions),
        overall=debrief.overall,
    )
    strongest, weakest = debrief.strongest, debrief.weakest
    if strongest is None or weakest is None:
        return
    best = figure(strongest.mean, catalogue)
    yield say(template("Strongest: {skill} ({mean})."), skill=say(SKILL_NAMES[strongest.skill]), mean=best)
    if weakest is not strongest:
        yield say(
            template("To practise next: {skill} ({mean}), which means {aim}."),
            skill=say(SKILL_NAMES[weakest.skill]),
            mean=figure(weakest.mean, catalogue),
            aim=say(SKILL_AIMS[weakest.skill]),
        )


def figure(mean: float, catalogue: Catalogue) -> str:
    """A mean level as it is written in the player's language."""
    written = f"{mean:.1f}"
    return written.replace(".", ",") if catalogue.tongue == "vi" else written
