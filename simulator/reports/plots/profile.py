"""A learner's skills over many sessions: how well each is done lately and how sure that is, and how it came there."""

from __future__ import annotations

from simulator.language.catalogue import Catalogue, template
from simulator.language.words import SKILL_NAMES
from simulator.reports.plots.skills import BAR, EDGE, ROW, TOP
from simulator.reports.plots.svg import WIDTH, Figure, element, path, picture, text
from simulator.reports.portfolio import SkillCourse
from simulator.reports.summary import figure

RAIL_ENDS = 300.0
"""Where the rail ends; right of it stands the course."""

COURSE_FROM, COURSE_HEIGHT = 322.0, 26.0

TITLE = template("Skill profile")
NOTE = template(
    "The spot is the mean level lately, from 0 to 4; the band is where it surely lies (90 percent). The line at the"
    " right is the mean, answer by answer."
)


def profile_figure(skills: tuple[SkillCourse, ...], catalogue: Catalogue, name: str = "profile") -> Figure:
    """The profile, in the rubric's order."""
    say = catalogue.say
    title, note = say(TITLE), say(NOTE)
    columns = (
        template("Skill"),
        template("Mean"),
        template("Surely between"),
        template("Answers"),
        template("30 days"),
    )
    return Figure(
        title=title,
        note=note,
        svg=picture(
            name, ROW * len(skills) + 4, title, note, *(_row(n, one, catalogue) for n, one in enumerate(skills))
        ),
        columns=tuple(map(say, columns)),
        rows=tuple(_told(one, catalogue) for one in skills),
    )


def change_told(change: float | None, catalogue: Catalogue) -> str:
    """A change of a mean with its sign; empty where there is nothing to hold it against."""
    if change is None:
        return ""
    return f"{'+' if change >= 0 else '−'}{figure(abs(change), catalogue)}"


def _at(level: float) -> float:
    return EDGE + level / TOP * (RAIL_ENDS - EDGE)


def _row(place: int, one: SkillCourse, catalogue: Catalogue) -> str:
    top = place * ROW
    bar = top + 24
    rail = element("rect", x=EDGE, y=bar, width=RAIL_ENDS - EDGE, height=BAR, rx=BAR / 2, class_="rail")
    strokes = (element("line", x1=_at(n), x2=_at(n), y1=bar, y2=bar + BAR, class_="stroke") for n in range(1, TOP))
    span = element("rect", x=_at(one.low), y=bar, width=max(_at(one.high) - _at(one.low), 2), height=BAR, class_="span")
    spot = element("circle", cx=_at(one.mean), cy=bar + BAR / 2, r=5.5, class_="spot")
    mean = " ".join(filter(None, (figure(one.mean, catalogue), change_told(one.change, catalogue))))
    head = (
        text(catalogue.say(SKILL_NAMES[one.skill]), EDGE, top + 16, "name"),
        text(mean, RAIL_ENDS, top + 16, "value", text_anchor="end"),
    )
    return element("g", *head, rail, *strokes, span, spot, *_course(one, bar + BAR))


def _course(one: SkillCourse, bottom: float) -> list[str]:
    steps = max(len(one.course) - 1, 1)
    points = [
        (COURSE_FROM + place / steps * (WIDTH - EDGE - COURSE_FROM), bottom - mean / TOP * COURSE_HEIGHT)
        for place, mean in enumerate(one.course)
    ]
    last = element("circle", cx=points[-1][0], cy=points[-1][1], r=2.4, class_="spot")
    return [path(points, "course"), last]


def _told(one: SkillCourse, catalogue: Catalogue) -> tuple[str, ...]:
    between = f"{figure(one.low, catalogue)}–{figure(one.high, catalogue)}"
    name, mean = catalogue.say(SKILL_NAMES[one.skill]), figure(one.mean, catalogue)
    return name, mean, between, str(len(one.course)), change_told(one.change, catalogue)
