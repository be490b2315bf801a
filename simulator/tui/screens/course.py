"""The course: days and steps with their times, where one stands, and what came of each step."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Iterator
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widgets import ListView

from simulator.errors import PodiumError
from simulator.language.catalogue import template
from simulator.practice.place import Ratings, StepPlace
from simulator.practice.results import CourseDesk
from simulator.scenario.course import ExamStep, QuestionsStep, ScenarioStep, SelfAssessmentStep, TalkStep
from simulator.tui.key_map import shown_keys
from simulator.tui.rounds import StepRound, StepToPlay
from simulator.tui.screens.base import PodiumScreen
from simulator.tui.widgets.agenda import DayItem, StepItem, step_blocks
from simulator.tui.widgets.blocks import Block, prose
from simulator.tui.widgets.key_footer import KeyFooter
from simulator.tui.widgets.marked_list import MarkedList
from simulator.tui.widgets.masthead import Masthead
from simulator.tui.widgets.page import Sheet

if TYPE_CHECKING:
    from textual.widgets import ListItem

    from simulator.scenario.model import Scenario
    from simulator.session.modes import Mode
    from simulator.tui.app import PodiumApp


class CourseScreen(PodiumScreen[None]):
    """Enter begins the marked step or goes on with it; the next one is marked at first."""

    AUTO_FOCUS = "#agenda"
    CSS_PATH = ["../styles/library.tcss", "../styles/learning.tcss"]  # noqa: RUF012  # declared so by Textual
    IS_HOME = True
    HELP_TEXT = template(
        "The agenda of the course. ▸ marks the step that comes next, ✓ what is done, ◐ what was begun. {begin} begins "
        "the marked step or goes on with it: a scenario in its mode, single questions one after another, the exam. "
        "{mark_done} marks a talk or a break as done; any step can be taken in any order. {open_debrief} opens the "
        "debrief of the step's last session."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "begin", template("Begin"), key_display="Enter"),
        Binding("x,X", "mark_done", template("Done"), key_display="X"),
        Binding("d,D", "open_debrief", template("Debrief"), key_display="D"),
        Binding("pagedown,space", "scroll(6)", "", show=False),
        Binding("pageup", "scroll(-6)", "", show=False),
        Binding("escape", "go_back", template("Library"), key_display="Esc"),
    ]

    def __init__(self, course_id: str = "") -> None:
        super().__init__()
        self._course = course_id
        self._desk: CourseDesk | None = None
        self._trouble: PodiumError | None = None

    def compose(self) -> ComposeResult:
        yield Masthead()
        with Horizontal(id="shelf"):
            yield MarkedList(id="agenda", initial_index=None)
            yield VerticalScroll(Sheet(id="step"), id="step-pane", can_focus=False)
        yield Sheet(id="course-state")
        yield KeyFooter()

    def on_mount(self) -> None:
        super().on_mount()
        self.read_course()

    def on_screen_resume(self) -> None:
        """Coming back from a step: it may be done now."""
        if self._desk is not None:
            self.read_course()

    @work(exclusive=True)
    async def read_course(self) -> None:
        """Read the place in the course off the event loop. What is next is marked, if that has changed."""
        house, before = self.podium.house, self._desk
        try:
            self._desk = await asyncio.to_thread(house.learning.course, self._course)
        except PodiumError as error:
            self._trouble = error
            self.podium.say_error(error)
        else:
            self._trouble = None
            self._course = self._desk.place.course.id
            if self._desk != before:  # Else an overlay has gone, and what it was to act upon must stay.
                await self._show_agenda(before)
        self.fill()

    async def _show_agenda(self, before: CourseDesk | None) -> None:
        desk, agenda, marked = self._desk, self.query_one("#agenda", MarkedList), self._marked
        assert desk is not None
        following = desk.place.next
        if before is None or marked is None or following != before.place.next:
            marked = following or marked
        items = [*_items(desk)]
        with self.app.batch_update():
            await agenda.clear()
            await agenda.mount_all(items)
        wanted = marked.step.id if marked else desk.place.steps[0].step.id
        agenda.index = next(
            place for place, one in enumerate(items) if isinstance(one, StepItem) and one.one.step.id == wanted
        )

    def fill(self) -> None:
        desk, tongue = self._desk, self.podium.catalogue.tongue
        title = desk.place.course.title.in_(tongue) if desk else self.say(template("Course"))
        self.query_one(Masthead).show(title)
        for item in (*self.query(DayItem), *self.query(StepItem)):
            item.refresh()
        self._show_marked()
        state = self.query_one("#course-state", Sheet)
        blocks = [*self._state()]
        state.show(blocks)
        state.display = bool(blocks)
        super().fill()

    def _state(self) -> Iterator[Block]:
        if self._trouble is not None:
            message, *hint = self.podium.sentences(self._trouble)
            yield prose(Content.styled(message, "$error"))
            yield from map(prose, hint)
        elif self._desk is not None:
            place, learner = self._desk.place, self.podium.house.learning.learner
            done = self.say(template("{done} of {all} steps done"), done=place.done, all=len(place.steps))
            yield prose(Content.styled(f"{learner}: {done}" if learner else done, "$quiet"))

    @property
    def _marked(self) -> StepPlace | None:
        for agenda in self.query("#agenda").results(MarkedList):
            item = agenda.highlighted_child
            return item.one if isinstance(item, StepItem) else None
        return None

    @on(ListView.Highlighted, "#agenda")
    def _show_marked(self) -> None:
        marked, pane = self._marked, self.query_one("#step-pane")
        pane.display = marked is not None
        pane.scroll_home(animate=False)
        shown = step_blocks(marked, self._desk, self.podium.catalogue) if marked and self._desk else ()
        self.query_one("#step", Sheet).show(shown)
        self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What is done with a step stands only where it can be."""
        marked = self._marked
        if action == "mark_done":
            return marked is not None and marked.standing != "done" and isinstance(marked.step, TalkStep)
        if action == "open_debrief":
            return marked is not None and bool(marked.ended) and marked.alone
        return action != "begin" or marked is not None

    @on(ListView.Selected, "#agenda")
    def _clicked(self) -> None:
        self.app.call_later(self.run_action, "begin")

    async def action_begin(self) -> None:
        """Begin the marked step, or go on with it."""
        if self._marked is not None:
            await self.begin(self._marked)

    async def begin_named(self, step_id: str) -> None:
        """Mark a step by its id, once the course has been read, and begin it, unless it is done by saying so."""
        items = [*self.query_one("#agenda", MarkedList).children]
        for place, item in enumerate(items):
            if isinstance(item, StepItem) and item.one.step.id == step_id:
                self.query_one("#agenda", MarkedList).index = place
                if not isinstance(item.one.step, TalkStep):
                    await self.begin(item.one)

    async def begin(self, one: StepPlace) -> None:
        """Begin a step: its scenario, its questions, its statements. A talk takes place among people."""
        step = one.step
        if isinstance(step, ScenarioStep | ExamStep):
            await self._brief(one, step)
        elif isinstance(step, QuestionsStep):
            await self._put_questions(one)
        elif isinstance(step, SelfAssessmentStep):
            await self._assess(one)
        elif one.standing != "done":
            told = template("This takes place among people: {mark_done} once it is over.")
            self.podium.tell(self.say(told, **shown_keys(self)), severity="information", seconds=4)

    async def _brief(self, one: StepPlace, step: ScenarioStep | ExamStep) -> None:
        """The briefing of a scenario, in the step's mode; with the session that was left open at it."""
        from simulator.tui.screens.briefing import BriefingScreen

        house, course = self.podium.house, self._course
        mode: Mode = "exam" if isinstance(step, ExamStep) else step.mode
        to_play = StepToPlay(mode, lambda: house.learning.begin_step(course, step.id))

        async def show(scenario: Scenario) -> None:
            await self.app.push_screen(BriefingScreen(scenario, one.open_session, to_play))

        await self.podium.off_the_loop(lambda: house.scenario(step.scenario), show)

    async def _put_questions(self, one: StepPlace) -> None:
        from simulator.tui.screens.case import next_of_round

        if one.standing == "done":
            told = template("These questions are answered; daily practice, in the library, puts more.")
            self.podium.tell(self.say(told), severity="information", seconds=4)
            return
        await next_of_round(self.podium, StepRound(self.podium.house, self._course, one.step.id))

    async def _assess(self, one: StepPlace) -> None:
        from simulator.tui.screens.self_assessment import SelfAssessmentScreen

        house, course, desk = self.podium.house, self._course, self._desk
        assert desk is not None

        def keep(ratings: Ratings) -> None:
            house.learning.step_done(course, one.step.id, ratings)

        await self.app.push_screen(SelfAssessmentScreen(desk.place.course, one.step, keep))

    async def action_mark_done(self) -> None:
        """Say that the marked step is done."""
        marked, house, course = self._marked, self.podium.house, self._course
        if marked is None:
            return

        async def done(_: None) -> None:
            self.read_course()

        await self.podium.off_the_loop(lambda: house.learning.step_done(course, marked.step.id), done)

    async def action_open_debrief(self) -> None:
        """What the marked step's last session came to."""
        from simulator.tui.screens.debrief import open_debrief

        marked, house = self._marked, self.podium.house
        if marked is not None and marked.ended:
            session = marked.ended[-1]
            await open_debrief(self.podium, lambda: house.look_back(session))

    def action_scroll(self, lines: int) -> None:
        self.query_one("#step-pane").scroll_relative(y=lines, animate=False)

    def action_go_back(self) -> None:
        self.podium.to_library()


def _items(desk: CourseDesk) -> Iterator[ListItem]:
    for day in desk.place.course.days:
        yield DayItem(day)
        for step in day.steps:
            one = desk.place.at(step.id)
            assert one is not None
            yield StepItem(one, desk.place)


def opening(course_id: str = "", step_id: str = "") -> Callable[[PodiumApp], Awaitable[None]]:
    """What opens a course over the library, and begins a step of it where one is named."""

    async def open_(podium: PodiumApp) -> None:
        screen = CourseScreen(course_id)
        await podium.push_screen(screen)
        if step_id:
            await podium.workers.wait_for_complete([worker for worker in podium.workers if worker.node is screen])
            await screen.begin_named(step_id)

    return open_
