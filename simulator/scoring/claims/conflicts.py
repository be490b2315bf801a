"""Conflicts: a claim of an answer against what was said before, and against the dossier.

A claim is held against the latest earlier answer that speaks of the same thing: who says again what was said last
contradicts nobody, even if it was different once. What is owned as corrected or updated conflicts with no earlier
answer, nor what the dossier now says in place of an older entry.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache

from simulator.scenario.claims import Claim, Correction, Figure, Promise, Revision, Stance, When, kind_of
from simulator.scenario.dossier import Dossier, Fact, Unknown
from simulator.scoring.claims.agreement import compare
from simulator.scoring.claims.answer import claims_of
from simulator.scoring.claims.counts import Verdict
from simulator.scoring.claims.hearing import Heard
from simulator.scoring.claims.times import times
from simulator.scoring.text import read_answer

Said = tuple[int, Sequence[Claim]]
"""The number of an earlier answer, and its claims."""


class Why(StrEnum):
    """In what two claims differ."""

    ANOTHER_NUMBER = "another number for the same thing"
    ANOTHER_TIME = "another time for the same event"
    ANOTHER_DEADLINE = "another deadline for the same promise"
    DENIED_NOW = "said to have been done, now denied"
    DENIED_BEFORE = "denied before, now said to have been done"


@dataclass(frozen=True, slots=True)
class Conflict:
    """A claim and the other that it contradicts: of answer `answer`, or of the dossier's entry `entry`.

    `quotation` and `other` are the words of both; the claims say where they stand.
    """

    claim: Claim
    against: Claim
    why: Why
    answer: int | None = None
    entry: str = ""

    @property
    def kind(self) -> str:
        return kind_of(self.claim)

    @property
    def quotation(self) -> str:
        return self.claim.quotation

    @property
    def other(self) -> str:
        return self.against.quotation


def conflicts(claims: Sequence[Claim], earlier: Sequence[Said], dossier: Dossier | None = None) -> tuple[Conflict, ...]:
    """The conflicts of an answer's claims, in the order of its words; give the dossier as far as it is known."""
    desk = dossier_claims(dossier) if dossier else ()
    renewed = _renewed(dossier)
    found: list[Conflict] = []
    for claim in claims:
        if not isinstance(claim, Correction):
            found += [*_with_answers(claim, earlier, desk, renewed), *_with_desk(claim, desk)]
    return tuple(found)


def _with_answers(
    claim: Claim, earlier: Sequence[Said], desk: Sequence[tuple[str, tuple[Claim, ...]]], renewed: frozenset[str]
) -> Iterator[Conflict]:
    """The conflict with the latest answer that speaks of the same thing."""
    is_owned = getattr(claim, "revision", Revision.NONE) is not Revision.NONE
    if is_owned or any(entry in renewed and _agrees(claim, held) for entry, held in desk):
        return
    for number, said in sorted(earlier, key=lambda each: each[0], reverse=True):
        if _agrees(claim, said):
            return
        if against := _clashing(claim, said):
            yield Conflict(claim, against, _why(claim), answer=number)
            return


def _with_desk(claim: Claim, desk: Sequence[tuple[str, tuple[Claim, ...]]]) -> Iterator[Conflict]:
    """The conflict with the dossier; none if any entry agrees, or if the claim says it is newer than the dossier."""
    if _is_fresh(claim) or any(_agrees(claim, held) for _, held in desk):
        return
    for entry, held in desk:
        if against := _clashing(claim, held, may_progress=False):
            yield Conflict(claim, against, _why(claim), entry=entry)
            return


def _is_fresh(claim: Claim) -> bool:
    """Told as just come in, without a time that the dossier's could be held against."""
    as_of = claim.as_of if isinstance(claim, Figure) else When()
    return getattr(claim, "revision", Revision.NONE) is Revision.UPDATED and as_of.minutes is None


def _agrees(claim: Claim, others: Iterable[Claim]) -> bool:
    return any(claim == other or compare(claim, other) is Verdict.AGREE for other in others)


def _clashing(claim: Claim, others: Iterable[Claim], *, may_progress: bool = True) -> Claim | None:
    clashes = (other for other in others if compare(claim, other, may_progress=may_progress) is Verdict.CLASH)
    return next(clashes, None)


def _why(claim: Claim) -> Why:
    if isinstance(claim, Figure):
        return Why.ANOTHER_NUMBER
    if isinstance(claim, Promise):
        return Why.ANOTHER_DEADLINE
    if isinstance(claim, Stance):
        return Why.DENIED_BEFORE if claim.holds else Why.DENIED_NOW
    return Why.ANOTHER_TIME


def _renewed(dossier: Dossier | None) -> frozenset[str]:
    """The entries that stand in place of an older one."""
    return frozenset(fact.id for fact in dossier.facts if fact.replaces) if dossier else frozenset()


@lru_cache(maxsize=64)
def dossier_claims(dossier: Dossier) -> tuple[tuple[str, tuple[Claim, ...]], ...]:
    """The claims of each entry of a dossier: of facts that no other replaces, of truths, and of what is due."""
    outdated = {fact.replaces for fact in dossier.facts}
    facts = [(fact.id, _of_fact(fact)) for fact in dossier.facts if fact.id not in outdated]
    truths = [(rumour.id, claims_of(rumour.truth)) for rumour in dossier.rumours]
    return (*facts, *truths, *((unknown.id, _of_unknown(unknown)) for unknown in dossier.unknowns))


def _of_fact(fact: Fact) -> tuple[Claim, ...]:
    held = _time_of(fact.as_of)
    return tuple(replace(claim, as_of=held) if isinstance(claim, Figure) else claim for claim in claims_of(fact.text))


def _of_unknown(unknown: Unknown) -> tuple[Claim, ...]:
    return tuple(claim for claim in claims_of(unknown.when_known) if isinstance(claim, Promise))


def _time_of(as_of: str) -> When:
    heard = Heard(read_answer(as_of))
    return next((time.when for time in times(heard, 0, len(heard.text))), When())
