"""When to practise what again: a memory card for each skill, red flag and module, kept by the FSRS scheduler.

An answer reviews the cards of all that its question exercises. A skill is rated by its level (0 and 1 again, 2 hard,
3 good, 4 easy), a red flag by whether the answer fell for it (again) or not (good), a module by the overall grade.
FSRS (Ye 2022, the open spaced repetition scheduler) then says when the card is due. The cards are a fold over the
answers on record: nothing is stored, and with no chance drawn in intervals the same record makes the same schedule.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

from fsrs import Card, Rating, Scheduler

from simulator.practice.answered import Answered
from simulator.practice.bank import BankQuestion

Kind = Literal["skill", "flag", "module"]

Topic = tuple[Kind, str]
"""What a card is of: a skill, a red flag or a module, by its name."""

RETENTION = 0.9
"""How surely one should still be able to do it when it comes up again."""

OVERALL = ((40, Rating.Again), (60, Rating.Hard), (85, Rating.Good))
"""How the overall grade rates a module: below 40 again, below 60 hard, below 85 good, else easy."""

LEVELS = (Rating.Again, Rating.Again, Rating.Hard, Rating.Good, Rating.Easy)
"""How a level, 0 to 4, rates a skill."""

MEMORY = 200
"""So many reviews of a card are folded, the latest: those before move no due date of a card that ever failed among
these, and put off by years only those that would not come up for years anyway (measured over 600 reviews)."""

FRESH = timedelta(hours=12)
"""For so long after it was answered, a question is not put again if there is another."""

BEGINNING = 6
"""For so many answers a learner counts as a beginner, to whom the basic questions are put first."""


def scheduler() -> Scheduler:
    """FSRS with its own parameters; without steps of minutes, for a day has one session, and without chance."""
    return Scheduler(desired_retention=RETENTION, learning_steps=(), relearning_steps=(), enable_fuzzing=False)


@dataclass(frozen=True, slots=True)
class Standing:
    """How a card stands: when it was last reviewed and is due, how often it was reviewed, how often it failed."""

    topic: Topic
    card: Card
    reviews: int
    failures: int

    @property
    def due(self) -> datetime:
        return self.card.due

    def retrievability(self, now: datetime) -> float:
        """How surely it can still be done, 0 to 1."""
        return scheduler().get_card_retrievability(self.card, now)


@dataclass(frozen=True, slots=True)
class Schedule:
    """The cards of a learner by their topics; of what was never practised there is none."""

    cards: Mapping[Topic, Standing]

    def is_due(self, topic: Topic, now: datetime) -> bool:
        """Whether it is due; what was never practised is."""
        standing = self.cards.get(topic)
        return standing is None or standing.due <= now

    def need(self, topic: Topic, now: datetime) -> float:
        """How much a topic needs practice, from 0 (not due) to 1 (never practised, or forgotten)."""
        standing = self.cards.get(topic)
        if standing is None:
            return 1.0
        return 1.0 - standing.retrievability(now) if standing.due <= now else 0.0


def schedule(answers: Iterable[Answered]) -> Schedule:
    """The schedule that a learner's answers make, the earliest first.

    Prepared lines of whole scenarios are left out: to recognise a good answer is not to give one.
    """
    reviews: dict[Topic, list[tuple[datetime, Rating]]] = {}
    for answer in answers:
        if answer.spoken or answer.single:
            for topic, rating in ratings(answer):
                reviews.setdefault(topic, []).append((answer.at, rating))
    keeper = scheduler()
    return Schedule({topic: _standing(topic, its, keeper) for topic, its in reviews.items()})


def _standing(topic: Topic, reviews: Sequence[tuple[datetime, Rating]], keeper: Scheduler) -> Standing:
    recent = reviews[-MEMORY:]
    card = Card(card_id=1, due=recent[0][0])
    for at, rating in recent:
        card, _ = keeper.review_card(card, rating, at)
    return Standing(topic, card, len(reviews), sum(rating is Rating.Again for _, rating in reviews))


def ratings(answer: Answered) -> Iterator[tuple[Topic, Rating]]:
    """The cards that an answer reviews, and how it rates each."""
    for skill, level in answer.levels.items():
        yield ("skill", skill), LEVELS[level]
    for flag in dict.fromkeys((*answer.flags, *answer.tempted)):
        yield ("flag", flag), Rating.Again if flag in answer.flags else Rating.Good
    if answer.module is not None:
        above = (rating for bound, rating in OVERALL if answer.overall < bound)
        yield ("module", answer.module), next(above, Rating.Easy)


def topics(question: BankQuestion) -> tuple[Topic, ...]:
    """The cards that a question of the bank would review."""
    skills: list[Topic] = [("skill", skill) for skill in question.skills]
    flags: list[Topic] = [("flag", flag) for flag in question.flags]
    return (*skills, *flags, ("module", question.module))


def most_needed(
    questions: Iterable[BankQuestion], plan: Schedule, last_answered: Mapping[str, datetime], now: datetime
) -> tuple[BankQuestion, ...]:
    """All questions, the most needed first: by what its topics need in the mean, then the one not seen for longest.

    A question answered within the last FRESH hours comes after all others, and a learner's first questions are the
    easier ones.
    """
    levels = {"basic": 0, "intermediate": 1, "advanced": 2}
    beginner = sum(standing.reviews for topic, standing in plan.cards.items() if topic[0] == "module") < BEGINNING

    def order(question: BankQuestion) -> tuple[object, ...]:
        wanted = [plan.need(topic, now) for topic in topics(question)]
        last = last_answered.get(question.id)
        fresh = last is not None and now - last < FRESH
        hard = levels[question.level] if beginner else 0
        return fresh, hard, -round(sum(wanted) / len(wanted), 6), last.timestamp() if last else 0.0, question.id

    return tuple(sorted(questions, key=order))
