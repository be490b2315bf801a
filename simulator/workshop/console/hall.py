"""The hall's ratings of an answer beside the grader's levels, as blocks; for the console and the projector."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from textual.content import Content

from simulator.language.catalogue import Catalogue, template
from simulator.language.words import SKILL_NAMES
from simulator.reports.summary import figure
from simulator.scenario.rubric import Level, Skill
from simulator.tui.widgets.blocks import Block, Paragraph, heading, prose
from simulator.workshop.agreement import Closeness, hall_agreement
from simulator.workshop.console.drawing import share


def hall_blocks(
    ratings: Mapping[str, Mapping[Skill, Level]], grader: Mapping[Skill, Level], catalogue: Catalogue
) -> Iterator[Block]:
    """How the hall rated, skill by skill, and how close it is to the grader and to itself. Names nobody."""
    told = hall_agreement(ratings, grader)
    say = catalogue.say
    yield heading(catalogue.count("One rating of the hall", "{n} ratings of the hall", told.raters))
    width = max((len(say(SKILL_NAMES[one.skill])) for one in told.skills), default=0)
    for one in told.skills:
        mean = "–" if one.mean is None else figure(one.mean, catalogue)
        counts = " ".join(f"{count:>3}" if count else "  ·" for count in one.counts)
        grade = "" if one.grader is None else say(template("grader {level}"), level=one.grader)
        name = f"{say(SKILL_NAMES[one.skill]):<{width}}  "
        yield Paragraph(
            Content.assemble(name, (counts, "$secondary"), (f"  ⌀ {mean}", "bold"), (f"  {grade}", "$quiet"))
        )
    if told.hall is not None:
        yield prose(_close(told.hall, catalogue), above=1)
    if told.apart is not None:
        apart = template("Two raters of the hall are {apart} levels apart on average.")
        yield prose(say(apart, apart=figure(told.apart, catalogue)))


def _close(hall: Closeness, catalogue: Catalogue) -> str:
    near = template("{share} of the hall's levels are within one of the grader's, {distance} apart on average.")
    return catalogue.say(near, share=share(hall.share), distance=figure(hall.distance, catalogue))
