"""The skills of a session as bars: the mean level of each, and the levels of the answers as rings on it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from math import sqrt

from simulator.language.catalogue import Catalogue, template
from simulator.language.words import LEVEL_NAMES, SKILL_NAMES
from simulator.reports.debrief import Debrief, SkillSummary
from simulator.reports.plots.svg import WIDTH, Figure, element, picture, text
from simulator.reports.summary import figure

ROW = 46.0
BAR = 9.0
EDGE = 6.0
"""Units beside the rail, for the rings at its ends."""

TOP = 4

TITLE = template("Skills over the session")
NOTE = template("The bar is the mean level, from 0 to 4; a ring is a level that answers had, the larger the more did.")


def skills_figure(debrief: Debrief, catalogue: Catalogue, name: str = "skills") -> Figure:
    """The bars, in the rubric's order."""
    say = catalogue.say
    rows = [_row(place, skill, name, catalogue) for place, skill in enumerate(debrief.skills)]
    title, note = say(TITLE), say(NOTE)
    return Figure(
        title=title,
        note=note,
        svg=picture(name, ROW * len(rows) + TOP, title, note, *rows),
        columns=tuple(say(column) for column in (template("Skill"), template("Mean"), template("Answer by answer"))),
        rows=tuple(_told(skill, catalogue) for skill in debrief.skills),
    )


def at(level: float) -> float:
    """Where a level stands on the rail."""
    return EDGE + level / TOP * (WIDTH - 2 * EDGE)


def rail(top: float) -> Iterator[str]:
    """The ground of a bar, with a stroke at each level."""
    yield element("rect", x=EDGE, y=top, width=at(TOP) - EDGE, height=BAR, rx=BAR / 2, class_="rail")
    for level in range(1, TOP):
        yield element("line", x1=at(level), x2=at(level), y1=top, y2=top + BAR, class_="stroke")


def row_head(top: float, left: str, right: str) -> Iterator[str]:
    """What stands above a bar: the name at its beginning, the figures at its end."""
    yield text(left, EDGE, top, "name")
    yield text(right, at(TOP), top, "value", text_anchor="end")


def _row(place: int, skill: SkillSummary, name: str, catalogue: Catalogue) -> str:
    top, level = place * ROW, round(skill.mean)
    mean, band = figure(skill.mean, catalogue), catalogue.say(LEVEL_NAMES[level])
    bar_top = top + 24
    width = max(at(skill.mean) - EDGE, BAR)
    bar = [element("rect", x=EDGE, y=bar_top, width=width, height=BAR, rx=BAR / 2, class_=f"level-{level}")]
    if level < TOP // 2:
        hatched = {"fill": f"url(#{name}-hatch)"}
        bar.append(element("rect", x=EDGE, y=bar_top, width=width, height=BAR, rx=BAR / 2, **hatched))
    rings = (
        element("circle", cx=at(one), cy=bar_top + BAR / 2, r=2.5 + 1.5 * sqrt(count - 1), class_="ring")
        for one, count in sorted(Counter(skill.levels).items())
    )
    head = row_head(top + 16, catalogue.say(SKILL_NAMES[skill.skill]), f"{mean} · {band}")
    return element("g", *head, *rail(bar_top), *bar, *rings)


def _told(skill: SkillSummary, catalogue: Catalogue) -> tuple[str, ...]:
    levels = ", ".join(map(str, skill.levels))
    return catalogue.say(SKILL_NAMES[skill.skill]), figure(skill.mean, catalogue), levels
