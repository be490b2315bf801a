"""A session in three sentences, and mean levels as they are written: the same on every surface."""

from __future__ import annotations

from collections.abc import Iterator

from simulator.language.catalogue import Catalogue, template
from simulator.language.words import SKILL_AIMS, SKILL_NAMES
from simulator.reports.debrief import Debrief

NOTHING_ASKED = template("No question was answered in this session.")


def summary(debrief: Debrief, catalogue: Catalogue) -> Iterator[str]:
    """The session in three sentences; where nothing was answered, what there is to be said of it."""
    say = catalogue.say
    if not debrief.questions:
        yield from _of_nothing(debrief, catalogue)
        return
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


def _of_nothing(debrief: Debrief, catalogue: Catalogue) -> Iterator[str]:
    say = catalogue.say
    yield say(NOTHING_ASKED)
    opening = debrief.preparation.assessment if debrief.preparation else None
    if opening is not None:
        yield say(template("Your opening statement was graded {overall} of 100."), overall=opening.overall)
    if debrief.ending is None:
        yield say(template("Levels, red flags and better lines stand here after the first answer."))


def figure(mean: float, catalogue: Catalogue) -> str:
    """A mean level as it is written in the player's language."""
    written = f"{mean:.1f}"
    return written.replace(".", ",") if catalogue.tongue == "vi" else written
