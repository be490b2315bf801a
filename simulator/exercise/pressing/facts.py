"""What the dossier has for a good answer to a press: a fact, what is not known, what is withheld, when one is back."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from simulator.scenario.dossier import Dossier, Fact, Rumour, Unknown
from simulator.session.small_words import small_words

NEAR = 1.0
"""A fact further from what was asked, in the sum of `_nearness`, is no answer to it: better none than a wrong one."""

FACT_MAX = 220
"""Characters of a fact as it is said; longer ones are cut after a sentence or a clause."""


_QUOTED = re.compile('["“«]')
"""Somebody's very words, which may be the insult itself, are not for a spokesperson to say again."""


@dataclass(frozen=True, slots=True)
class Beside:
    """What can be said beside the fact, each without its full stop and empty where the dossier has none.

    An unknown and when it will be known, a matter that is withheld and its reason, and the next briefing.
    """

    unknown: str = ""
    when_known: str = ""
    matter: str = ""
    reason: str = ""
    briefing: str = ""


NOTHING_BESIDE = Beside()


def beside_of(dossier: Dossier, about: str) -> Beside:
    """The unknown and the withheld matter nearest to `about`, and when the public hears next."""
    briefing = _short(dossier.channels.next_briefing or "")
    found = Beside(briefing=briefing)
    if dossier.unknowns:
        unknown = dossier.unknowns[_nearest([one.text for one in dossier.unknowns], about)]
        found = replace(found, unknown=_short(unknown.text), when_known=_short(unknown.when_known))
    if dossier.restricted:
        matter = dossier.restricted[_nearest([one.text for one in dossier.restricted], about)]
        found = replace(found, matter=_short(matter.text), reason=_short(matter.reason))
    return found


def fact_said(dossier: Dossier, entry: str, about: str, *, rebuts: bool = False, best_says: Sequence[str] = ()) -> str:
    """The dossier's entry, else (where a rumour is to be answered) a truth, else the fact or truth nearest to `about`.

    `best_says` are the items that the question's best line puts on record; where there are any, no other will do.
    Without the full stop, with its source; empty where nothing is known that answers.
    """
    items: tuple[Fact | Rumour | Unknown, ...] = (*dossier.facts, *dossier.rumours, *dossier.unknowns)
    for item in items:
        if item.id == entry:
            return _said(item)
    if rebuts and dossier.rumours:
        return _said(dossier.rumours[_nearest([rumour.claim for rumour in dossier.rumours], about)])
    told: tuple[Fact | Rumour, ...] = (*dossier.facts, *dossier.rumours)
    sayable = [one for one in told if not _QUOTED.search(_matter(one))]
    known = [one for one in sayable if one.id in best_says] if best_says else sayable
    matters = [_matter(one) for one in known]
    near = known and (best_says or max(_nearness(matters, about)) >= NEAR)
    return _said(known[_nearest(matters, about)]) if near else ""


def _matter(item: Fact | Rumour) -> str:
    """What an item is found by."""
    return item.text if isinstance(item, Fact) else f"{item.claim} {item.truth}"


def _said(item: Fact | Rumour | Unknown) -> str:
    if isinstance(item, Fact):
        return f"{_short(item.text)} ({item.source}, {item.as_of})"
    if isinstance(item, Rumour):
        return f"{_short(item.truth)} ({_short(item.evidence)})"
    return f"{_short(item.text)} ({_short(item.when_known)})"


def _nearness(texts: Sequence[str], about: str) -> list[float]:
    """How many words of content each text shares with another; a word counts less in as many texts as it stands."""
    words, asked = [_words(text) for text in texts], _words(about)
    return [sum(1 / sum(word in each for each in words) for word in own & asked) for own in words]


def _nearest(texts: Sequence[str], about: str) -> int:
    """Which text is nearest to another for its length, the first of equals."""
    shared = _nearness(texts, about)
    return max(range(len(texts)), key=lambda number: shared[number] / math.sqrt(1 + len(_words(texts[number]))))


def _words(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"\w+", text.casefold())) - small_words(text).empty


def _short(text: str) -> str:
    """The text without its last stop; a long one only as far as whole sentences or clauses go."""
    bare = " ".join(text.split()).rstrip(".")
    if len(bare) <= FACT_MAX:
        return bare
    ends = [match.start() for match in re.finditer(r"[.;] ", bare[:FACT_MAX])]
    return bare[: ends[-1]] if ends else bare[:FACT_MAX].rsplit(" ", 1)[0]
