"""Whether two claims speak of the same thing, and if so whether both can be true."""

from __future__ import annotations

from simulator.scenario.claims import Claim, Figure, Moment, Promise, Stance, When
from simulator.scoring.claims.counts import OBJECT_ALIKE, Verdict, compare_counts, is_same_count
from simulator.scoring.claims.days import differ
from simulator.scoring.claims.wording import alike, shared

WORDS_ALIKE = 0.5
BOTH_MORE_ALIKE = 0.67
"""The same, where each has words that the other lacks."""

ABOUT_MINUTES = 30
"""Minutes by which times said as `about` may differ."""

EXACT_MINUTES = 5
HALF_DAY = 12 * 60

PROGRESS = frozenset(
    {
        "arrested",
        "paid",
        "evacuated",
        "inspected",
        "apologised",
        "published",
        "repaired",
        "cause established",
        "reported",
    }
)
"""What may not have been done at one time and have been done at a later one."""


def compare(later: Claim, earlier: Claim, *, may_progress: bool = True) -> Verdict:
    """How a claim stands to an earlier one, or to one of the dossier, in which nothing has come about since."""
    if isinstance(later, Figure) and isinstance(earlier, Figure):
        return compare_counts(later, earlier) if is_same_count(later, earlier) else Verdict.APART
    if isinstance(later, Moment) and isinstance(earlier, Moment):
        return _times(later.when, earlier.when) if _same_event(later, earlier) else Verdict.APART
    if isinstance(later, Promise) and isinstance(earlier, Promise):
        return _times(later.deadline, earlier.deadline) if _same_words(later.what, earlier.what) else Verdict.APART
    if isinstance(later, Stance) and isinstance(earlier, Stance):
        return _stances(later, earlier, may_progress) if _same_deed(later, earlier) else Verdict.APART
    return Verdict.APART


def _same_event(one: Moment, other: Moment) -> bool:
    return one.alone and other.alone and one.future == other.future and _same_words(one.what, other.what)


def _same_words(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    least = BOTH_MORE_ALIKE if set(one) - set(other) and set(other) - set(one) else WORDS_ALIKE
    return alike(one, other) >= least and len(set(one) & set(other)) >= 2


def _times(later: When, earlier: When) -> Verdict:
    if differ(later.day, earlier.day):
        return Verdict.CLASH
    if later.minutes is None or earlier.minutes is None:
        return Verdict.AGREE if later.day == earlier.day and later.within == earlier.within else Verdict.APART
    apart = abs(later.minutes - earlier.minutes)
    if later.loose or earlier.loose:
        apart = min(apart % HALF_DAY, HALF_DAY - apart % HALF_DAY)
    allowed = ABOUT_MINUTES if later.about or earlier.about else EXACT_MINUTES
    return Verdict.AGREE if apart <= allowed else Verdict.CLASH


def _same_deed(one: Stance, other: Stance) -> bool:
    if one.predicate != other.predicate:
        return False
    actors = not (one.actor and other.actor) or shared(one.actor, other.actor) > 0
    return actors and (not (one.about and other.about) or _same_object(one, other))


def _same_object(one: Stance, other: Stance) -> bool:
    """Whether what the deed was done to is the same, or is named elsewhere in the other's clause."""
    return any(
        shared(about, words) > OBJECT_ALIKE
        for about, words in ((one.about, other.about), (one.about, other.beside), (other.about, one.beside))
        if len(words) >= len(about) or words == other.about
    )


def _stances(later: Stance, earlier: Stance, may_progress: bool) -> Verdict:
    if later.holds == earlier.holds:
        return Verdict.AGREE
    done, undone = (later, earlier) if later.holds else (earlier, later)
    if undone.until and not _is_before(done, undone):
        return Verdict.APART
    if may_progress and later.holds and earlier.yet and later.predicate in PROGRESS:
        return Verdict.APART
    return Verdict.CLASH


def _is_before(done: Stance, undone: Stance) -> bool:
    """Whether the deed is told with a time, and not with that until which it was not done."""
    both = done.when.is_known and undone.when.is_known
    return done.timed and not (both and _times(done.when, undone.when) is Verdict.AGREE)
