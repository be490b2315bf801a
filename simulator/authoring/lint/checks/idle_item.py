"""Nothing of the story has to do with this fact, unknown or rumour of the dossier.

No line says it or brings a figure or a few words of it, no question asks about it, no scene brings it on the table,
and it is not the rumour that goes round. Trainees read the dossier against the clock: what is never needed hides
what is. A dossier may hold a little more than is asked for, so this is only a note.

    facts:
      - {id: f9, text: The market has 312 stalls., …}      # wrong, if nobody ever speaks of the stalls

    text: Of the 312 stalls, how many are insured?         # mended, in a question
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from simulator.authoring.lint.subject import Linted
from simulator.language.catalogue import template
from simulator.loading.checks.flaw import Flaw
from simulator.loading.places import Path
from simulator.scenario.dossier import Dossier, DossierItem
from simulator.scenario.public import default_rumour

CODE = "P738"
SEVERITY = "info"

Mark = tuple[str, ...]
"""One to three words in a row, in small letters."""

_WORD = re.compile(r"\w+")
LONG = 4
"""Letters of a word that is not one of those that stand everywhere."""


def check(subject: Linted) -> Iterator[Flaw]:
    used = _named(subject)
    waiting = [
        (path, item, _marks_of(text))
        for path, item, text in _items(subject.scenario.dossier)
        if item.id not in used and not item.known_from
    ]
    spoken = _heard(subject, frozenset().union(*(marks for _, _, marks in waiting)))
    for path, item, marks in waiting:
        if not marks & spoken:
            message = template("nothing in the story has to do with `{id}`")
            hint = template("let a line or a question bring it up, or take it out")
            yield Flaw((*path, "id"), message, hint, {"id": item.id})


def _named(subject: Linted) -> set[str]:
    """Ids that something in the scenario refers to."""
    scenario = subject.scenario
    found = {item for _, _, outcome in subject.graded for item in outcome.says}
    found |= {item for card in scenario.role_cards for item in card.holds}
    found |= {fact.replaces for fact in scenario.dossier.facts if fact.replaces}
    rumour = scenario.public.rumour if scenario.public else default_rumour(scenario.dossier)
    return found | ({rumour.id} if rumour else set())


def _items(dossier: Dossier) -> Iterator[tuple[Path, DossierItem, str]]:
    for number, fact in enumerate(dossier.facts):
        yield ("dossier", "facts", number), fact, fact.text
    for number, unknown in enumerate(dossier.unknowns):
        yield ("dossier", "unknowns", number), unknown, f"{unknown.text} {unknown.when_known}"
    for number, rumour in enumerate(dossier.rumours):
        yield ("dossier", "rumours", number), rumour, f"{rumour.claim} {rumour.truth}"


def _spoken(subject: Linted) -> Iterator[str]:
    for _, scene in subject.scenes:
        yield scene.text
    for _, _, choice in subject.choices:
        yield choice.text


def _heard(subject: Linted, marks: frozenset[Mark]) -> frozenset[Mark]:
    """Those of the marks that something spoken has."""
    if not marks:
        return marks
    words = _WORD.findall(" ".join(_spoken(subject)).casefold())
    found = (
        marks.intersection(runs)
        for runs in (zip(words), pairwise(words), zip(words, words[1:], words[2:], strict=False))
    )
    return frozenset().union(*found)


def _marks_of(text: str) -> set[Mark]:
    """What a text may be known by: its numbers of two digits and more, two long words or any three words in a row."""
    words = _WORD.findall(text.casefold())
    numbers = {(word,) for word in words if word.isdigit() and len(word) > 1}
    pairs = {pair for pair in pairwise(words) if all(map(_tells, pair))}
    return numbers | pairs | set(zip(words, words[1:], words[2:], strict=False))


def _tells(word: str) -> bool:
    return len(word) >= LONG or word.isdigit()
