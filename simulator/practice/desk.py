"""The practice desk: which questions are most needed now and why, what is due, and how the learner has been doing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from simulator.practice.answered import Answered
from simulator.practice.bank import BankQuestion, Wanted
from simulator.practice.profile import Profile, profile
from simulator.practice.schedule import Schedule, Standing, Topic, most_needed, schedule, topics
from simulator.scenario.single import parted

TODAY = 3
"""Questions of one day's practice: some five minutes."""


WINDOW = 5
"""Among so many times the questions wanted, those for a round are looked for: variety, but not at the cost of need."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A question of the bank and why it is put: topics of it that are due again, the most needed first, and new ones.

    `last` is when it was answered last, None if it never was.
    """

    question: BankQuestion
    due: tuple[Topic, ...] = ()
    new: tuple[Topic, ...] = ()
    last: datetime | None = None

    @property
    def needed(self) -> tuple[Topic, ...]:
        """All topics that it is put for."""
        return (*self.due, *self.new)


@dataclass(frozen=True, slots=True)
class PracticeDesk:
    """Everything about a learner's practice at one moment.

    `suggestions` are all questions of the bank, the most needed first; `due` the topics that have been practised and
    are due again, the most needed first; `later` the others, the next first; `past` the answers, the latest first.
    """

    now: datetime
    suggestions: tuple[Suggestion, ...]
    due: tuple[Standing, ...]
    later: tuple[Standing, ...]
    profile: Profile
    past: tuple[Answered, ...]

    @property
    def today(self) -> date:
        """The local day."""
        return self.now.astimezone().date()

    @property
    def practised_today(self) -> bool:
        """Whether anything has been answered today."""
        return self.today.isoformat() in self.profile.days

    @property
    def streak(self) -> int:
        """On how many days in a row something was answered, up to today, or to yesterday while today is young."""
        day, days = self.today, set(self.profile.days)
        if day.isoformat() not in days:
            day -= timedelta(days=1)
        count = 0
        while day.isoformat() in days:
            count, day = count + 1, day - timedelta(days=1)
        return count

    def put(self, count: int = TODAY, wanted: Wanted | None = None) -> tuple[Suggestion, ...]:
        """The next questions of those that are wanted: the most needed, but of different sets and for different topics.

        They are taken from the WINDOW times as many that are needed most.
        """
        of = [one for one in self.suggestions if wanted is None or wanted.wants(one.question)][: count * WINDOW]
        taken: list[Suggestion] = []
        while of and len(taken) < count:
            taken.append(min(of, key=lambda one: _repeats(one, taken)))  # Of equals the first, the most needed.
            of.remove(taken[-1])
        return tuple(taken)

    def of_set(self, set_id: str) -> PracticeDesk:
        """The same desk with the questions of one set alone."""
        of = tuple(one for one in self.suggestions if parted(one.question.id)[0] == set_id)
        return replace(self, suggestions=of)

    def of_question(self, question_id: str) -> tuple[Answered, ...]:
        """All answers to one question, wherever it was asked, the latest first."""
        return tuple(one for one in self.past if one.question_id == question_id)


def _repeats(one: Suggestion, taken: Sequence[Suggestion]) -> tuple[bool, float]:
    """Whether a question is of a set that is there already, and what share of its due topics is covered."""
    covered = {topic for other in taken for topic in other.needed}
    same_set = any(parted(one.question.id)[0] == parted(other.question.id)[0] for other in taken)
    return same_set, sum(topic in covered for topic in one.needed) / max(len(one.needed), 1)


def practice_desk(questions: Sequence[BankQuestion], answers: Iterable[Answered], now: datetime) -> PracticeDesk:
    """The desk of a learner whose answers these are, the earliest first."""
    known = tuple(answers)
    plan = schedule(known)
    standings = plan.cards.values()
    return PracticeDesk(
        now=now,
        suggestions=suggestions(questions, plan, last_answered(known), now),
        due=tuple(sorted((one for one in standings if one.due <= now), key=lambda one: -plan.need(one.topic, now))),
        later=tuple(sorted((one for one in standings if one.due > now), key=lambda one: (one.due, one.topic))),
        profile=profile(known),
        past=known[::-1],
    )


def last_answered(answers: Iterable[Answered]) -> Mapping[str, datetime]:
    """When each question was answered last, by its id."""
    return {answer.question_id: answer.at for answer in answers}


def suggestions(
    questions: Sequence[BankQuestion], plan: Schedule, last: Mapping[str, datetime], now: datetime
) -> tuple[Suggestion, ...]:
    """The questions with their reasons, the most needed first."""

    def of(question: BankQuestion) -> Suggestion:
        practised = [topic for topic in topics(question) if topic in plan.cards]
        due = sorted((topic for topic in practised if plan.is_due(topic, now)), key=lambda topic: -needs[topic])
        new = (topic for topic in topics(question) if topic not in plan.cards)
        return Suggestion(question, tuple(due), tuple(new), last.get(question.id))

    needs = {topic: plan.need(topic, now) for topic in plan.cards}
    return tuple(of(question) for question in most_needed(questions, plan, last, now))
