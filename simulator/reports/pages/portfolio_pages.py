"""The pages of a portfolio: its index, and one for each question that was answered more than once."""

from __future__ import annotations

from simulator.language.catalogue import Catalogue, template
from simulator.language.words import FLAG_NAMES, LEVEL_NAMES, SKILL_NAMES
from simulator.reports.pages.rendering import rendered
from simulator.reports.plots.profile import profile_figure
from simulator.reports.portfolio import PastAnswer, Portfolio, QuestionHistory
from simulator.scenario.rubric import SKILLS

INDEX = "index.html"
HOME = f"../{INDEX}"
"""The index, as a page in a folder of the portfolio has it."""


def index_page(portfolio: Portfolio, catalogue: Catalogue) -> str:
    """The first page: the profile, the sessions, the questions answered several times, and what comes next."""
    say = catalogue.say
    answers = catalogue.count("One answer", "{n} answers", portfolio.answers)
    days = catalogue.count("on one day", "on {n} days", portfolio.days)
    return rendered(
        "portfolio",
        catalogue,
        portfolio=portfolio,
        counted=f"{answers}, {days}" if portfolio.answers else say(template("Nothing has been answered yet.")),
        figure=profile_figure(portfolio.skills, catalogue) if portfolio.skills else None,
        flags=[(say(FLAG_NAMES[flag]), count) for flag, count in portfolio.flags],
        times=[catalogue.count("one answer", "{n} answers", len(one.answers)) for one in portfolio.questions],
    )


def question_page(question: QuestionHistory, catalogue: Catalogue) -> str:
    """All answers to one question side by side, the earliest first."""
    skills = [skill for skill in SKILLS if any(skill in one.levels for one in question.answers)]
    rows = [
        (catalogue.say(SKILL_NAMES[skill]), *(str(one.levels.get(skill, "–")) for one in question.answers))
        for skill in skills
    ]
    columns = (catalogue.say(template("Skill")), *(one.when for one in question.answers))
    answers = [(one, _levels(one, catalogue), _flags(one, catalogue)) for one in question.answers]
    return rendered("question", catalogue, question=question, home=HOME, columns=columns, rows=rows, answers=answers)


def _levels(one: PastAnswer, catalogue: Catalogue) -> list[tuple[str, int, str]]:
    say = catalogue.say
    return [(say(SKILL_NAMES[skill]), level, say(LEVEL_NAMES[level])) for skill, level in one.levels.items()]


def _flags(one: PastAnswer, catalogue: Catalogue) -> list[str]:
    return [catalogue.say(FLAG_NAMES[flag]) for flag in one.flags]
