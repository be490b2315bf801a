"""Practice: today's questions with why each was chosen, the skill profile, and the days of the last weeks."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Iterator, Sequence
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import ListView, Static

from simulator.errors import PodiumError
from simulator.language.catalogue import template
from simulator.practice.bank import Wanted
from simulator.practice.desk import TODAY, PracticeDesk, Suggestion
from simulator.scenario.single import PART
from simulator.tui.rounds import PracticeRound
from simulator.tui.screens.base import PodiumScreen
from simulator.tui.widgets.blocks import Block, prose
from simulator.tui.widgets.due import due_blocks
from simulator.tui.widgets.key_footer import KeyFooter
from simulator.tui.widgets.marked_list import MarkedList
from simulator.tui.widgets.masthead import Masthead
from simulator.tui.widgets.page import Sheet
from simulator.tui.widgets.skill_bars import days_blocks, profile_blocks
from simulator.tui.widgets.suggestion import SuggestionItem

if TYPE_CHECKING:
    from simulator.tui.app import PodiumApp


class PracticeScreen(PodiumScreen[None]):
    """Some five minutes a day. Enter puts the marked question, and then the others, one after another."""

    AUTO_FOCUS = "#today"
    CSS_PATH = "../styles/learning.tcss"
    IS_HOME = True
    HELP_TEXT = template(
        "Today's questions are those that you need most: what has not been practised yet, and what would be forgotten "
        "by now. {practise} puts the marked one; it is answered in your own words. The bars are your levels of late, "
        "with what is sure and what is not; page up and page down scroll. {open_history} shows all your answers."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "practise", template("Begin"), key_display="Enter"),
        Binding("h,H", "open_history", template("History"), key_display="H"),
        Binding("pagedown,space", "scroll(8)", "", show=False),
        Binding("pageup", "scroll(-8)", "", show=False),
        Binding("escape", "go_back", template("Library"), key_display="Esc"),
    ]

    def __init__(self, wanted: Wanted | None = None, count: int = TODAY, set_id: str = "") -> None:
        super().__init__()
        self._wanted = wanted
        self._count = count
        self._set = set_id
        self._desk: PracticeDesk | None = None
        self._trouble: PodiumError | None = None
        self._told_in = ""
        """The language that the bank was read in."""

    def compose(self) -> ComposeResult:
        yield Masthead()
        with Horizontal(id="learning"):
            with Vertical(id="chosen"):
                yield Static(id="chosen-title")
                yield MarkedList(id="today", initial_index=None)
                yield Sheet(id="desk-state")
            yield VerticalScroll(Sheet(id="profile"), id="profile-pane", can_focus=False)
        yield KeyFooter()

    def on_mount(self) -> None:
        super().on_mount()
        self.read_desk()

    def on_screen_resume(self) -> None:
        """Coming back from a question: others are needed now."""
        if self._desk is not None:
            self.read_desk()

    @work(exclusive=True)
    async def read_desk(self) -> None:
        """Read the record and the bank off the event loop."""
        self._told_in = self.podium.catalogue.tongue
        try:
            desk = await asyncio.to_thread(self.podium.house.learning.practice)
        except PodiumError as error:
            self._trouble = error
            self.podium.say_error(error)
        else:
            before, self._trouble = self.put, None
            self._desk = desk.of_set(self._set) if self._set else desk
            if self.put != before:  # Else an overlay has gone, and what it was to act upon must stay.
                await self._show_today()
        self.fill()

    async def _show_today(self) -> None:
        today, put = self.query_one("#today", MarkedList), self.put
        marked = max(0, today.index or 0)
        with self.app.batch_update():
            await today.clear()
            await today.mount_all(SuggestionItem(number, one) for number, one in enumerate(put, 1))
        today.index = min(marked, len(put) - 1) if put else None

    @property
    def put(self) -> Sequence[Suggestion]:
        """The questions that are put today."""
        return self._desk.put(self._count, self._wanted) if self._desk else ()

    def fill(self) -> None:
        learner = self.podium.house.learning.learner
        title = self.say(template("Daily practice"))
        self.query_one(Masthead).show(f"{title}: {learner}" if learner else title)
        name = Content.styled(self.say(template("Today's questions")), "bold $primary")
        self.query_one("#chosen-title", Static).update(name)
        for item in self.query(SuggestionItem):
            item.refresh()
        state = self.query_one("#desk-state", Sheet)
        state.show(self._state())
        state.display = not self.put
        self.query_one("#profile", Sheet).show(self._profile())
        super().fill()
        self.refresh_bindings()
        if self._desk is not None and self._told_in != self.podium.catalogue.tongue:
            self.read_desk()  # The bank may be told in this language, too.

    def _profile(self) -> Iterator[Block]:
        if self._desk is not None:
            yield from profile_blocks(self._desk, self.podium.catalogue)
            yield from days_blocks(self._desk, self.podium.catalogue)
            yield from due_blocks(self._desk, self.podium.catalogue)

    def _state(self) -> Iterator[Block]:
        if self._trouble is not None:
            message, *hint = self.podium.sentences(self._trouble)
            yield prose(Content.styled(message, "$error"))
            yield from map(prose, hint)
        elif self._desk is None:
            yield prose(Content.styled(self.say(template("Looking up what you need most…")), "$quiet"))
        else:
            yield prose(Content.styled(self.say(template("The bank has no such question.")), "$quiet"))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """`Begin` stands only where there is a question."""
        return action != "practise" or bool(self.put)

    @on(ListView.Selected, "#today")
    def _clicked(self) -> None:
        self.app.call_later(self.run_action, "practise")

    async def action_practise(self) -> None:
        """Put the marked question, then those after it, then those before."""
        from simulator.tui.screens.case import next_of_round

        ids = [one.question.id for one in self.put]
        place = self.query_one("#today", MarkedList).index or 0
        if ids:
            round_ = PracticeRound(self.podium.house, [*ids[place:], *ids[:place]])
            await next_of_round(self.podium, round_)

    async def action_open_history(self) -> None:
        """All that has been answered."""
        from simulator.tui.screens.history import HistoryScreen

        await self.app.push_screen(HistoryScreen())

    def action_scroll(self, lines: int) -> None:
        self.query_one("#profile-pane").scroll_relative(y=lines, animate=False)

    def action_go_back(self) -> None:
        self.podium.to_library()


def opening(
    wanted: Wanted | None = None, count: int = TODAY, question: str = ""
) -> Callable[[PodiumApp], Awaitable[None]]:
    """What opens the practice screen over the library; with a question's id that question, with a set's those of it."""

    async def open_(podium: PodiumApp) -> None:
        from simulator.tui.screens.case import next_of_round

        alone = PART in question
        await podium.push_screen(PracticeScreen(wanted, count, "" if alone else question))
        if alone:
            await next_of_round(podium, PracticeRound(podium.house, [question]))

    return open_
