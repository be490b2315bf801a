"""A course's agenda: days and steps in a list, and one step beside it with what came of it."""

from __future__ import annotations

from collections.abc import Iterator

from textual.content import Content
from textual.visual import Visual
from textual.widgets import ListItem

from simulator.language.catalogue import Catalogue, template
from simulator.language.words import MODULE_NAMES, OUTCOME_NAMES, SKILL_NAMES
from simulator.practice.course_words import KIND_NAMES, NEXT, STANDING_NAMES, STANDING_SIGNS, came_of, standing_at
from simulator.practice.place import CoursePlace, Ratings, StepPlace
from simulator.practice.results import CourseDesk, StepResult
from simulator.scenario.course import RATING_MAX, CourseDay, ExamStep, ScenarioStep, SelfAssessmentStep
from simulator.scenario.rubric import SKILLS, Skill
from simulator.tui.speaking import catalogue
from simulator.tui.widgets.blocks import Block, Paragraph, heading, item, prose
from simulator.tui.widgets.modes import mode_tag
from simulator.tui.widgets.page import Page

TONES = {"done": "$success", "begun": "$warning", "ahead": "$quiet", NEXT: "bold $primary"}
"""The colour of where one stands; its sign and its word say the same."""


class DayItem(ListItem):
    """A day, which the mark passes over."""

    def __init__(self, day: CourseDay) -> None:
        super().__init__(classes="day", disabled=True)
        self._day = day

    def render(self) -> Visual:
        title = self._day.title.in_(catalogue(self).tongue)
        return Page([Paragraph(Content.styled(title, "bold $secondary"), indent=0, most=1)])


class StepItem(ListItem):
    """A step: where one stands, when it begins, what it is called."""

    def __init__(self, one: StepPlace, place: CoursePlace) -> None:
        super().__init__(classes="step")
        self.one = one
        self._standing = standing_at(one, place)

    def render(self) -> Visual:
        step = self.one.step
        sign = Content.assemble(
            (f"{STANDING_SIGNS[self._standing]} ", TONES[self._standing]), (f"{step.at}  ", "$quiet")
        )
        title = Content.styled(step.title.in_(catalogue(self).tongue), "bold" if self._standing == NEXT else "")
        return Page([Paragraph(title, sign, indent=0, most=1)])


def step_blocks(one: StepPlace, desk: CourseDesk, catalogue: Catalogue) -> Iterator[Block]:
    """Everything about a step: what it is, what it leads to, and what came of it."""
    step, say, tongue = one.step, catalogue.say, catalogue.tongue
    standing = standing_at(one, desk.place)
    yield heading(step.title.in_(tongue), above=0)
    about = [say(KIND_NAMES[step.kind]), step.at, say(template("{minutes} min"), minutes=step.minutes)]
    if step.module:
        about.append(say(MODULE_NAMES[step.module]))
    yield prose(Content.styled(" · ".join(about), "$quiet"))
    yield item(STANDING_SIGNS[standing], TONES[standing], say(STANDING_NAMES[standing]))
    if step.about:
        yield prose(step.about.in_(tongue), above=1)
    if isinstance(step, ScenarioStep | ExamStep):
        mode = "exam" if isinstance(step, ExamStep) else step.mode
        yield prose(Content.assemble((say(template("Mode:")), "$quiet"), " ", mode_tag(mode, catalogue)), above=1)
    if isinstance(step, ExamStep):
        yield prose(say(template("Passed from {mark} of 100 on."), mark=step.pass_mark))
    yield from _result(one, desk.results.get(step.id), catalogue)
    if isinstance(step, SelfAssessmentStep):
        yield from assessments_blocks(desk.place, catalogue)


def _result(one: StepPlace, result: StepResult | None, catalogue: Catalogue) -> Iterator[Block]:
    came = came_of(one, result, catalogue)
    if came:
        yield heading(catalogue.say(template("What came of it")))
        yield prose(came)
    if result is not None and result.ending is not None:
        yield prose(Content.styled(catalogue.say(OUTCOME_NAMES[result.ending.outcome]), "$quiet"))
    if one.open_session:
        yield item("◐", "bold $warning", catalogue.say(template("A session of it waits to be resumed.")), above=1)


def assessments_blocks(place: CoursePlace, catalogue: Catalogue) -> Iterator[Block]:
    """Every self-assessment so far, side by side as bars, skill by skill."""
    given = [one for one in place.steps if one.ratings]
    if not given:
        return
    yield heading(catalogue.say(template("What you said of yourself")))
    width = max(len(catalogue.say(SKILL_NAMES[skill])) for skill in SKILLS)
    for number, one in enumerate(given, 1):
        yield Paragraph(Content.styled(one.step.title.in_(catalogue.tongue), "$quiet"), Content(f"{number} "))
    numbers = "".join(f"{number:<{RATING_MAX + 5}}" for number in range(1, len(given) + 1))
    yield Paragraph(Content(f"{'':<{width}}  {numbers}".rstrip()), above=1)
    for skill in SKILLS:
        bars = [_bar(one.ratings or {}, skill) for one in given]
        yield Paragraph(Content.assemble(f"{catalogue.say(SKILL_NAMES[skill]):<{width}}  ", Content("   ").join(bars)))


def _bar(ratings: Ratings, skill: Skill) -> Content:
    rating = ratings.get(skill, 0)
    return Content.assemble(
        ("■" * rating, "$primary"), ("·" * (RATING_MAX - rating), "$quiet"), (f" {rating or '–'}", "bold")
    )
