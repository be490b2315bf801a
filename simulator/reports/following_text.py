"""What follows from the answers, as lines and tables of text: the same for the terminal and for Markdown."""

from __future__ import annotations

from collections.abc import Iterator

from simulator.language.catalogue import Catalogue, template
from simulator.language.words import FLAG_MEANINGS, FLAG_NAMES, SKILL_AIMS, SKILL_NAMES
from simulator.reports.debrief import Debrief
from simulator.reports.public_told import PublicTold
from simulator.reports.quotation import in_marks
from simulator.reports.word_kept import DOSSIER, Contradiction, Promised

Table = tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]
"""The columns of a table, and its rows."""


def word_kept_lines(debrief: Debrief, catalogue: Catalogue) -> Iterator[str]:
    """The heading, and each contradiction and promise in a line; nothing where nothing was answered."""
    kept = debrief.word_kept
    if kept is None:
        return
    yield catalogue.say(template("Do the answers hold together?"))
    if not kept.contradictions:
        yield catalogue.say(template("No two answers contradict each other, and none contradicts the dossier."))
    yield from (_contradiction(one, catalogue) for one in kept.contradictions)
    yield from (_promise(one, catalogue) for one in kept.promises)


def practise_lines(debrief: Debrief, catalogue: Catalogue) -> Iterator[str]:
    """The heading, the skill, the red flag and the questions to practise; nothing where nothing was answered."""
    practise, say = debrief.practise, catalogue.say
    if practise is None:
        return
    yield say(template("To practise next"))
    if practise.skill:
        told = template("{skill}: {aim}.")
        yield say(told, skill=say(SKILL_NAMES[practise.skill]), aim=say(SKILL_AIMS[practise.skill]))
    if practise.flag:
        told = template("Keep clear of: {flag} ({meaning}).")
        yield say(told, flag=say(FLAG_NAMES[practise.flag]), meaning=say(FLAG_MEANINGS[practise.flag]))
    if not (practise.skill or practise.flag):
        yield say(template("Every skill was exemplary and no red flag was raised: try a harder scenario."))
    for question in practise.questions:
        yield f"{question.title}: podium practice {question.id}"


def public_lines(debrief: Debrief, catalogue: Catalogue) -> Iterator[str]:
    """The heading, and each group of the public in a line; nothing where nothing was answered."""
    if debrief.public is None:
        return
    yield catalogue.say(template("How the public took it (illustrative)"))
    for name, group in zip(debrief.public.names(catalogue.tongue), debrief.public.groups, strict=True):
        named = {"group": name, "share": group.share, "before": group.trust[0], "after": group.trust[-1]}
        told = template("{group} ({share}% of the public): trust {before} → {after}")
        heard = template("{group} ({share}% of the public): trust {before} → {after}; {heard}% have heard the rumour")
        yield catalogue.say(told if group.heard is None else heard, heard=group.heard, **named)


def public_table(public: PublicTold, catalogue: Catalogue) -> Table:
    """A row for each group of the public."""
    names = (template("Group"), template("Percent of the public"), template("Trust, answer by answer"))
    columns = tuple(map(catalogue.say, (*names, template("Heard the rumour, percent"))))
    rows = (
        (name, str(group.share), " → ".join(map(str, group.trust)), "" if group.heard is None else str(group.heard))
        for name, group in zip(public.names(catalogue.tongue), public.groups, strict=True)
    )
    return columns, tuple(rows)


def _contradiction(one: Contradiction, catalogue: Catalogue) -> str:
    words = {"number": one.number, "words": in_marks(one.words), "other_words": in_marks(one.other_words)}
    if one.other == DOSSIER:
        return catalogue.say(template("Answer {number} says {words}; the dossier says {other_words}."), **words)
    told = template("Answer {number} says {words}; answer {other} said {other_words}.")
    return catalogue.say(told, other=one.other, **words)


def _promise(one: Promised, catalogue: Catalogue) -> str:
    words = {"number": one.number, "words": in_marks(one.words), "time": one.at}
    if not one.at:
        return catalogue.say(template("Answer {number} promises {words}."), **words)
    if one.past:
        return catalogue.say(template("Answer {number} promised {words}; that fell due at {time}."), **words)
    return catalogue.say(template("Answer {number} promises {words}; that falls due at {time}."), **words)
