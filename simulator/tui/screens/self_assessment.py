"""The self-assessment of a course: statement after statement, each from 1 to 5."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Static

from simulator.language.catalogue import template
from simulator.practice.place import Ratings
from simulator.scenario.course import RATING_MAX, Course, CourseStep
from simulator.tui.screens.base import PodiumScreen
from simulator.tui.widgets.key_footer import KeyFooter
from simulator.tui.widgets.marked_list import MarkedList
from simulator.tui.widgets.masthead import Masthead
from simulator.tui.widgets.statement import StatementItem


class SelfAssessmentScreen(PodiumScreen[None]):
    """Nothing is kept until every statement is answered and one finishes. `keep` may block and raise PodiumError."""

    AUTO_FOCUS = "#statements"
    CSS_PATH = "../styles/learning.tcss"
    HELP_TEXT = template(
        "Say of each statement how far it is true of you: 1 not yet, 5 surely, with the number keys or a click. Nobody "
        "grades it. {finish} keeps it once all are answered; at the end of the course both times stand side by side."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f9,enter", "finish", template("Finish"), key_display="Enter"),
        *(Binding(str(number), f"mark_rating({number})", "", show=False) for number in range(1, RATING_MAX + 1)),
        Binding("right", "turn_rating(1)", template("More"), key_display="←→"),
        Binding("left", "turn_rating(-1)", "", show=False),
        Binding("escape", "go_back", template("Back"), key_display="Esc"),
    ]

    def __init__(self, course: Course, step: CourseStep, keep: Callable[[Ratings], None]) -> None:
        super().__init__()
        self._course = course
        self._step = step
        self._keep = keep

    def compose(self) -> ComposeResult:
        yield Masthead()
        yield Static(id="told")
        statements = enumerate(self._course.self_assessment, 1)
        yield MarkedList(*(StatementItem(number, one) for number, one in statements), id="statements")
        yield KeyFooter()

    def fill(self) -> None:
        self.query_one(Masthead).show(self._step.title.in_(self.podium.catalogue.tongue))
        self._show_told()
        for item in self.query(StatementItem):
            item.refresh(layout=True)
        super().fill()

    def _show_told(self) -> None:
        told = self.say(template("How far is this true of you? 1: not yet, 5: surely. Nobody grades it."))
        if not self._left:
            told = self.say(template("All statements are answered. Enter keeps them."))
        elif self._left < len(self._course.self_assessment):
            told += " " + self.podium.catalogue.count("One statement left.", "{n} statements left.", self._left)
        self.query_one("#told", Static).update(Content(told))

    @property
    def _left(self) -> int:
        return sum(not item.rating for item in self.query(StatementItem))

    @property
    def _list(self) -> MarkedList:
        return self.query_one("#statements", MarkedList)

    def action_mark_rating(self, rating: int) -> None:
        """Say how far the marked statement is true, and go on to the next."""
        marked = self._list.highlighted_child
        if isinstance(marked, StatementItem):
            marked.rate(rating)
            self._list.action_cursor_down()
            self._rated()

    def action_turn_rating(self, by: int) -> None:
        """A little more, or less."""
        marked = self._list.highlighted_child
        if isinstance(marked, StatementItem):
            marked.rate(max(1, min(RATING_MAX, marked.rating + by)))
            self._rated()

    @on(StatementItem.Rated)
    def _clicked(self, event: StatementItem.Rated) -> None:
        self._list.index = list(self._list.children).index(event.item)
        event.item.rate(event.rating)
        self._rated()

    def _rated(self) -> None:
        self._show_told()
        self.refresh_bindings()

    async def action_finish(self) -> None:
        """Keep it, if all statements are answered; else mark the first that is not."""
        items = [*self.query(StatementItem)]
        open_ = next((place for place, item in enumerate(items) if not item.rating), None)
        if open_ is not None:
            self._list.index = open_
            self.podium.tell(
                self.say(template("Some statements are not answered yet.")), severity="information", seconds=4
            )
            return
        ratings = {item.statement.skill: item.rating for item in items}

        async def done(_: None) -> None:
            self.dismiss()

        await self.podium.off_the_loop(lambda: self._keep(ratings), done)

    def action_go_back(self) -> None:
        self.dismiss()
