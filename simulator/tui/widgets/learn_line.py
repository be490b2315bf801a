"""One quiet line in the library: which step of the course comes next, and how much there is to practise."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import NamedTuple

from textual import events
from textual.content import Content
from textual.message import Message
from textual.widget import Widget

from simulator.language.catalogue import Catalogue, template
from simulator.practice.desk import PracticeDesk
from simulator.practice.results import CourseDesk
from simulator.tui.spots import Spot
from simulator.tui.widgets.plain import plain

GAP = 3


class LearnLine(Widget, can_focus=False):
    """Each of its parts can be clicked. It keeps its room until it is known that there is nothing to tell."""

    ALLOW_SELECT = False

    class Chosen(Message):
        """A part was clicked; `action` is what the library does then."""

        def __init__(self, action: str) -> None:
            super().__init__()
            self.action = action

    class Part(NamedTuple):
        """What is told, and the action that it leads to."""

        told: Content
        action: str

    def __init__(self) -> None:
        super().__init__(id="learn-line")
        self._parts: tuple[LearnLine.Part, ...] = ()

    def show(self, course: CourseDesk | None, desk: PracticeDesk | None, catalogue: Catalogue) -> None:
        """Tell of the course and of practice, as far as they are there."""
        self._parts = tuple(_parts(course, desk, catalogue))
        self.refresh()

    @property
    def tells(self) -> bool:
        """Whether there is anything to tell."""
        return bool(self._parts)

    def render(self) -> Content:
        line = Content(" " * GAP).join([part.told for part in self._parts])
        return line.truncate(self.content_size.width, ellipsis=True)

    def spots(self) -> Iterator[Spot]:
        """Each part in sight."""
        for start, _, part in self._placed():
            if start < self.content_size.width:
                yield Spot(start, 0, partial(self.post_message, self.Chosen(part.action)))

    def on_click(self, event: events.Click) -> None:
        offset = event.get_content_offset(self)
        for start, end, part in self._placed():
            if offset is not None and start <= offset.x < end:
                self.post_message(self.Chosen(part.action))

    def _placed(self) -> Iterator[tuple[int, int, Part]]:
        start = 0
        for part in self._parts:
            end = start + part.told.cell_length
            yield start, end, part
            start = end + GAP


def _parts(course: CourseDesk | None, desk: PracticeDesk | None, catalogue: Catalogue) -> Iterator[LearnLine.Part]:
    if desk is not None and desk.suggestions:
        name = catalogue.say(template("Daily practice"))
        yield LearnLine.Part(_told(name, _of_practice(desk, catalogue)), "open_practice")
    if course is not None:
        yield LearnLine.Part(_told(catalogue.say(template("Course")), _of_course(course, catalogue)), "open_course")


def _told(name: str, what: str) -> Content:
    return Content.assemble((f"{name}: ", "$secondary"), (plain(what), "$quiet"))


def _of_practice(desk: PracticeDesk, catalogue: Catalogue) -> str:
    if desk.practised_today:
        return catalogue.say(template("done for today"))
    if desk.due:
        return catalogue.count("one topic is due", "{n} topics are due", len(desk.due))
    return catalogue.say(template("three questions, five minutes"))


def _of_course(course: CourseDesk, catalogue: Catalogue) -> str:
    following = course.place.next
    if following is None:
        return catalogue.say(template("all steps done"))
    return catalogue.say(template("next, {title}"), title=following.step.title.in_(catalogue.tongue))
