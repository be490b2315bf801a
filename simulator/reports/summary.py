"""A session in three sentences, and mean levels as they are written: the same on every surface."""

from __future__ import annotations

from collections.abc import Iterator

from simulator.language.catalogue import Catalogue, template
from simulator.language.words import FLAG_NAMES, LEVEL_NAMES, SKILL_AIMS, SKILL_NAMES
from simulator.reports.debrief import Debrief, SkillSummary
from simulator.reports.quotable import GOOD, most_harmful, most_quotable
from simulator.reports.quotation import in_marks

NOTHING_ASKED = template("No question was answered in this session.")

NOTHING_WELL = template("Nothing was done well yet; nearest to it: {skill} ({mean}).")

DONE_WELL = 2.5
"""From this mean on, a skill was done well."""

PARTLY = 2
"""A level below this is not even partly good."""


def summary(debrief: Debrief, catalogue: Catalogue) -> Iterator[str]:
    """The grade, and the session in three sentences; where nothing was answered, what there is to be said of it."""
    if not debrief.questions:
        yield from _of_nothing(debrief, catalogue)
        return
    yield catalogue.count(
        "One question answered, with an overall grade of {overall} of 100.",
        "{n} questions answered, with an overall grade of {overall} of 100.",
        len(debrief.questions),
        overall=debrief.overall,
    )
    yield from in_three_sentences(debrief, catalogue)


def in_three_sentences(debrief: Debrief, catalogue: Catalogue) -> Iterator[str]:
    """What was done well, what did harm, and what to practise next; nothing where nothing was graded."""
    if debrief.strongest is None or debrief.weakest is None:
        return
    yield _done_well(debrief, debrief.strongest, catalogue)
    yield _did_harm(debrief, catalogue)
    if debrief.weakest is not debrief.strongest:
        yield _to_practise(debrief.weakest, catalogue)


def _done_well(debrief: Debrief, strongest: SkillSummary, catalogue: Catalogue) -> str:
    named = {"skill": catalogue.say(SKILL_NAMES[strongest.skill]), "mean": figure(strongest.mean, catalogue)}
    best = most_quotable(debrief.questions)
    if best is None or not best.quote or best.level < GOOD:
        alone = template("Done well: {skill} ({mean}).")
        return catalogue.say(alone if strongest.mean >= DONE_WELL else NOTHING_WELL, **named)
    told = template("Done well: {skill} ({mean}); the best words were {words} (answer {number}).")
    short = template("Nearest to well done: {skill} ({mean}); the best words were {words} (answer {number}).")
    best_words = {"words": in_marks(best.quote), "number": best.number}
    return catalogue.say(told if strongest.mean >= DONE_WELL else short, **best_words, **named)


def _did_harm(debrief: Debrief, catalogue: Catalogue) -> str:
    say, worst = catalogue.say, most_harmful(debrief.questions)
    if worst is not None and worst.kind == "silence":
        return say(template("What did harm: silence upon question {number}."), number=worst.number)
    if worst is not None and worst.finding.flag:
        flag = say(FLAG_NAMES[worst.finding.flag])
        if not worst.quote:
            return say(template("What did harm: {flag} in answer {number}."), flag=flag, number=worst.number)
        told = template("What did harm: {flag} in answer {number}, {words}.")
        return say(told, flag=flag, number=worst.number, words=in_marks(worst.quote))
    if worst is not None and worst.kind == "weak" and worst.finding.skill and worst.level < PARTLY:
        told = template("What did harm: {skill} was {level} in answer {number}.")
        level = say(LEVEL_NAMES[worst.level])
        return say(told, skill=say(SKILL_NAMES[worst.finding.skill]), level=level, number=worst.number)
    return say(template("Nothing that was said did harm."))


def _to_practise(weakest: SkillSummary, catalogue: Catalogue) -> str:
    return catalogue.say(
        template("To practise next: {skill} ({mean}), which means {aim}."),
        skill=catalogue.say(SKILL_NAMES[weakest.skill]),
        mean=figure(weakest.mean, catalogue),
        aim=catalogue.say(SKILL_AIMS[weakest.skill]),
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
