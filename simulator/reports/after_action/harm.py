"""Harmful and unlawful answers, and what they mean for a rating: with one of them an objective is met at a price.

P and S say that nothing else was harmed and that laws and procedures were kept. Where an answer did harm, M is the most
that can be said. The levels are the grader's or a person's verdict; no rating is ever made from them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from simulator.reports.after_action.rating import Mark, Rating
from simulator.reports.after_action.recorded import Recorded
from simulator.reports.after_action.value import Harm, Rated
from simulator.reports.debrief import AnsweredQuestion
from simulator.reports.quotation import beginning, fragment
from simulator.scenario.rubric import RedFlag

GRAVE: tuple[RedFlag, ...] = ("disclosure", "attack", "stigma", "falsehood")
"""Flags of answers that harm people, or break the law or the truth."""

CAP: Mark = "M"


def harms(session: Recorded) -> tuple[Harm, ...]:
    """The harmful answers that stand in a session; none of an exam that goes on, which tells no grades."""
    if session.debrief.withheld:
        return ()
    return tuple(_harms(session.number, session.debrief.questions))


def _harms(session: int, questions: Sequence[AnsweredQuestion]) -> Iterator[Harm]:
    for number, question in enumerate(questions, 1):
        graded = question.counted
        skills = tuple(skill for skill, level in graded.levels.items() if level == 0)
        flags = tuple(flag for flag in GRAVE if flag in graded.flags)
        if skills or flags:
            words = "" if question.silent else _words(question, {*skills, *flags})
            by_verdict = question.verdict is not None
            yield Harm(session, number, question.title, words, skills, flags, question.silent, by_verdict)


def _words(question: AnsweredQuestion, about: set[str]) -> str:
    """The words that did harm; the beginning of the answer where no finding names any."""
    text = question.given.text
    findings = question.given.assessment.findings
    named = [one for one in findings if about & {one.flag, one.skill} and one.start < one.end]
    flagged = [one for one in named if one.flag] or named
    return fragment(text, flagged[0].start, flagged[0].end) if flagged else beginning(text)


def rated(session: Recorded) -> tuple[Rated, ...]:
    """The ratings of a session, each with the mark that counts."""
    found = harms(session)
    named = {number for rating in session.ratings for number in rating.answers}
    return tuple(_rated(session.number, rating, found, named) for rating in session.ratings)


def _rated(session: int, rating: Rating, found: Sequence[Harm], named: set[int]) -> Rated:
    concerned = tuple(one for one in found if _concerns(rating, one, named))
    if rating.mark in ("P", "S") and concerned:
        return Rated(session, rating, CAP, concerned)
    return Rated(session, rating, rating.mark)


def _concerns(rating: Rating, harm: Harm, named: set[int]) -> bool:
    """Whether a harmful answer concerns a rated objective.

    It does where the rating names it, or names no answers at all. An answer that no rating names concerns all of them:
    so nobody rates past it.
    """
    return not rating.answers or harm.answer in rating.answers or harm.answer not in named
