"""The questions that a learner answered more than once, each with all answers to it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from simulator.commands.moments import local_moment
from simulator.language.catalogue import Catalogue
from simulator.practice.answered import Answered
from simulator.practice.telling import how_said, title_of
from simulator.reports.portfolio import PastAnswer, QuestionHistory

QUESTIONS = "questions"
"""The folder of the questions in a portfolio."""


def histories(answers: Sequence[Answered], pages: Mapping[str, str], catalogue: Catalogue) -> Iterator[QuestionHistory]:
    """The questions with two answers or more, in the order of their first; `pages` are those of the sessions.

    What a journalist pressed with is asked once, and is left out.
    """
    by_question: dict[str, list[Answered]] = {}
    for one in answers:
        if one.can_be_asked_again:
            by_question.setdefault(one.question_id, []).append(one)
    several = [(id_, given) for id_, given in by_question.items() if len(given) > 1]
    for number, (id_, given) in enumerate(several, 1):
        first = given[0]
        page = f"{QUESTIONS}/{number:03}.html"
        told = tuple(_past(one, pages, catalogue) for one in given)
        yield QuestionHistory(id_, title_of(first, catalogue), first.told_in, page, told)


def _past(one: Answered, pages: Mapping[str, str], catalogue: Catalogue) -> PastAnswer:
    page = pages.get(one.session, "")
    return PastAnswer(
        when=local_moment(one.at.isoformat(), catalogue.tongue),
        how=catalogue.say(how_said(one)),
        text=one.text,
        levels=one.levels,
        flags=one.flags,
        overall=one.overall,
        page=f"{page}#answer-{one.number}" if page else "",
    )
