"""The debrief as one HTML page, for the reader's browser or printer: the words and their marks at its centre."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from simulator.language.asked import why_asked
from simulator.language.catalogue import Catalogue, template
from simulator.language.words import (
    CONFIDENCE_NAMES,
    FLAG_MEANINGS,
    FLAG_NAMES,
    MODE_NAMES,
    OUTCOME_NAMES,
    SKILL_AIMS,
    SKILL_NAMES,
)
from simulator.reports.debrief import AnsweredQuestion, Debrief, GradedLine
from simulator.reports.following_text import public_table
from simulator.reports.pages.front_page_page import StoryTold, stories_told
from simulator.reports.pages.rendering import rendered
from simulator.reports.plots.confidence import confidence_figure
from simulator.reports.plots.curves import curves_figure
from simulator.reports.plots.skills import skills_figure
from simulator.reports.plots.svg import Figure
from simulator.reports.practise_next import PractiseNext
from simulator.reports.self_told_text import discipline_lines, opening_lines
from simulator.reports.summary import in_three_sentences, summary
from simulator.reports.told_line import LineTold, told_line
from simulator.reports.verdict_text import verdict_lines
from simulator.scenario.assessment import AUTHOR
from simulator.scenario.scenes import OWN_WORDS


@dataclass(frozen=True, slots=True)
class QuestionTold:
    """One question in words. `how` it was answered, `why` a journalist pressed; `prepared`: by a line of the scenario,
    whose words are in its language. `verdict` are a person's sentences; `others` the lines neither said nor best."""

    number: int
    asked: AnsweredQuestion
    told: LineTold
    best: LineTold
    how: str
    why: str
    prepared: bool
    verdict: tuple[str, ...]
    others: tuple[GradedLine, ...]


def debrief_page(read: Debrief, catalogue: Catalogue, when: str = "", home: str = "") -> str:
    """The page. `when` is the session's day as it is written for people, `home` a link back to a portfolio, if any."""
    graded = not read.withheld
    self_told = [[*tell(read, catalogue)] for tell in (discipline_lines, opening_lines)]
    return rendered(
        "debrief",
        catalogue,
        read=read,
        graded=graded,
        home=home,
        about=tuple(filter(None, (catalogue.say(MODE_NAMES[read.mode]), when, read.learner))),
        outcome=catalogue.say(OUTCOME_NAMES[read.ending.outcome]) if read.ending else "",
        summary=_summary(read, catalogue),
        questions=tuple(_question(number, asked, catalogue) for number, asked in enumerate(read.questions, 1)),
        figures=tuple(figures(read, catalogue)),
        flags=[_flag(flag, count, catalogue) for flag, count in read.flags],
        self_told=[lines for lines in self_told if lines],
        public=public_table(read.public, catalogue) if read.public else None,
        stories=_stories(read, catalogue),
        practise=practise_told(read.practise, catalogue),
        graders=graders(read),
    )


def figures(read: Debrief, catalogue: Catalogue) -> Iterator[Figure]:
    """The plots of a session; none where nothing was answered, or where it is withheld."""
    if read.skills and read.questions:
        yield skills_figure(read, catalogue)
        yield curves_figure(read, catalogue)
        if read.confidence.rated:
            yield confidence_figure(read, catalogue)


def practise_told(practise: PractiseNext | None, catalogue: Catalogue) -> dict[str, str]:
    """What to practise, in words; empty where there is nothing."""
    skill, flag = (practise.skill, practise.flag) if practise else (None, None)
    return {
        "skill": catalogue.say(SKILL_NAMES[skill]) if skill else "",
        "aim": _sentence(catalogue.say(SKILL_AIMS[skill])) if skill else "",
        "flag": catalogue.say(FLAG_NAMES[flag]) if flag else "",
        "meaning": _sentence(catalogue.say(FLAG_MEANINGS[flag])) if flag else "",
    }


def graders(read: Debrief) -> tuple[str, ...]:
    """The machines that graded, by name and version, each once."""
    names = (question.given.assessment.grader for question in read.questions)
    return tuple(dict.fromkeys(name for name in names if name != AUTHOR and not read.withheld))


def how_answered(asked: AnsweredQuestion, catalogue: Catalogue) -> str:
    """In what way and how fast it was answered, and how sure one was."""
    say = catalogue.say
    seconds = say(template("after {seconds} s"), seconds=asked.seconds)
    way = template("in your own words") if asked.given.id == OWN_WORDS else template("by a prepared line")
    sure = say(template("You were: {confidence}"), confidence=say(CONFIDENCE_NAMES.get(asked.confidence, "")))
    return " · ".join(filter(None, ("" if asked.silent else say(way), seconds, sure if asked.confidence else "")))


def _summary(read: Debrief, catalogue: Catalogue) -> tuple[str, ...]:
    if read.withheld:
        return ()
    return tuple((in_three_sentences if read.questions else summary)(read, catalogue))


def _question(number: int, asked: AnsweredQuestion, catalogue: Catalogue) -> QuestionTold:
    return QuestionTold(
        number=number,
        asked=asked,
        told=told_line(asked.given, catalogue, asked.counted),
        best=told_line(asked.best, catalogue),
        how=how_answered(asked, catalogue),
        why=why_asked(asked.why, catalogue) if asked.why else "",
        prepared=asked.given.id != OWN_WORDS,
        verdict=tuple(verdict_lines(asked, catalogue)),
        others=tuple(line for line in asked.lines if not line.given and line.id != asked.best.id),
    )


def _flag(flag: str, count: int, catalogue: Catalogue) -> dict[str, object]:
    say = catalogue.say
    return {"name": say(FLAG_NAMES[flag]), "count": count, "meaning": _sentence(say(FLAG_MEANINGS[flag]))}


def _stories(read: Debrief, catalogue: Catalogue) -> tuple[StoryTold, ...]:
    return stories_told(read.front_page, catalogue) if read.front_page else ()


def _sentence(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}."
