"""Tomorrow's front page: a session as two outlets would print it, the one fairly, the other out of context.

Data only: the text is in the scenario's language, quotations are the trainee's own words, letter for letter. The
session's seed chooses among the headlines, so the same session always makes the same page.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from simulator.language.signs import plain
from simulator.reports.debrief import AnsweredQuestion, Debrief
from simulator.reports.newspaper import PaperManner, headlines, ourselves, outlets, standfirst
from simulator.reports.next_day import next_day
from simulator.reports.quotable import GOOD, Kind, Quotable, most_harmful, most_quotable
from simulator.reports.quotation import in_marks, sentence
from simulator.reports.reasons import MACHINE
from simulator.scenario.assessment import Assessment, Finding
from simulator.scenario.model import Scenario
from simulator.session.chance import draw

PRINTED_MAX = 280
"""Characters of a sentence that a newspaper prints whole."""

_DRAWS_FROM = 1 << 20
"""Draws of the session itself come before these."""


@dataclass(frozen=True, slots=True)
class Prevention:
    """What would have prevented a story: advice on the answer, or the words of the best line; or nothing could have.

    `by_machine`: the advice is a template of the interface catalogues.
    """

    by: Literal["advice", "line", "nothing"]
    words: str = ""
    by_machine: bool = False


@dataclass(frozen=True, slots=True)
class Story:
    """What one outlet prints. `about` is a flag's or a skill's key, `number` that of the answer from 1 (0: none).

    `quote` are the words the story rests on, without marks; `sentence` is where they stand.
    """

    outlet: str
    manner: PaperManner
    kind: Kind
    about: str
    headline: str
    standfirst: str
    quote: str
    sentence: str
    number: int
    scene: str
    prevention: Prevention


@dataclass(frozen=True, slots=True)
class FrontPage:
    """Tomorrow's front page: the scenario's title, a fair story and one out of context.

    `day` is the day after the scenario's, empty where that is not known.
    """

    scenario: str
    language: str
    title: str
    day: str
    fair: Story
    harsh: Story


def front_page(scenario: Scenario, read: Debrief) -> FrontPage:
    """The front page after a session, of its debrief; the scenario gives the cast and the language."""
    best, worst = most_quotable(read.questions), most_harmful(read.questions)
    if best is None or (best.level < GOOD and worst and worst.kind == "flag"):
        best = worst
    fair, harsh = outlets(scenario)
    return FrontPage(
        scenario=scenario.id,
        language=scenario.language,
        title=plain(scenario.title),
        day=next_day(plain(scenario.clock.day or "")),
        fair=_story(scenario, fair, "fair", best, read.seed),
        harsh=_story(scenario, harsh, "harsh", worst, read.seed),
    )


def _story(scenario: Scenario, outlet: str, manner: PaperManner, found: Quotable | None, seed: int) -> Story:
    kind: Kind = found.kind if found else "nothing"
    about, quote = (found.about, found.quote) if found else ("", "")
    choice = headlines(scenario.language, manner, kind, about, quoting=bool(quote))
    asker = plain(found.question.outlet) if found else ""
    whole = found.sentence if found else ""
    told = {
        "quote": in_marks(quote),
        "whole": in_marks(whole),
        "time": found.question.time if found else "",
        "asker": asker,
    }
    below = standfirst(scenario.language, manner, kind, cut=len(whole) > PRINTED_MAX)
    own = {"asker": ourselves(scenario.language)} if asker == plain(outlet) else {}
    return Story(
        outlet=plain(outlet),
        manner=manner,
        kind=kind,
        about=about,
        headline=choice[draw(seed, _DRAWS_FROM + (manner == "harsh"), len(choice))].format(**told),
        standfirst=_capital(below.format(**{**told, **own})),
        quote=quote,
        sentence=found.sentence if found else "",
        number=found.number if found else 0,
        scene=found.question.scene if found else "",
        prevention=_prevention(found) if found else Prevention("nothing"),
    )


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _prevention(found: Quotable) -> Prevention:
    """The finding's own advice, else another's on the same point, else the best line's words."""
    if found.kind == "strong":
        return Prevention("nothing")
    given, best = found.question.counted, found.question.best
    advice = found.finding.better or _advice(given, found)
    if advice:
        return Prevention("advice", advice, given.grader.startswith(MACHINE))
    if best.given or best.assessment.overall <= given.overall:
        return Prevention("nothing")
    return Prevention("line", _best_words(found.question, found.about))


def _advice(given: Assessment, found: Quotable) -> str:
    if not found.about:
        return ""
    same = (one.better for one in given.findings if found.about in (one.flag, one.skill))
    return next(filter(None, same), "")


def _best_words(question: AnsweredQuestion, about: str) -> str:
    """The sentence with which the best line does what was missing; its first sentence where no finding says."""
    best = question.best
    named = [one for one in best.assessment.findings if one.start < one.end]
    finding = next((one for one in named if one.skill == about), named[0] if named else Finding(""))
    return sentence(best.text, finding.start, max(finding.end, 1))
