"""All that has been answered: found by skill, red flag or words, looked at again, tried again."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator, Sequence
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widgets import Input, ListView

from simulator.errors import PodiumError
from simulator.language.catalogue import template
from simulator.language.words import FLAG_NAMES, SKILL_NAMES
from simulator.practice.answered import Answered
from simulator.practice.desk import PracticeDesk
from simulator.tui.screens.searched import SearchedScreen
from simulator.tui.widgets.blocks import Block, prose
from simulator.tui.widgets.filter_chip import FilterChip
from simulator.tui.widgets.key_footer import KeyFooter
from simulator.tui.widgets.marked_list import MarkedList
from simulator.tui.widgets.masthead import Masthead
from simulator.tui.widgets.page import Sheet
from simulator.tui.widgets.past import PastItem, matches, past_blocks

FILTERS = (("skill", template("Skill"), SKILL_NAMES), ("flag", template("Red flag"), FLAG_NAMES))

SHOWN_MAX = 60
"""Answers that stand in the list at once; whoever looks for older ones narrows it down."""


class HistoryScreen(SearchedScreen):
    """The latest answers first. Enter opens one with its marks, R puts its question again."""

    AUTO_FOCUS = "#answers"
    LIST = "#answers"
    FILTERS = FILTERS
    CSS_PATH = ["../styles/library.tcss", "../styles/learning.tcss"]  # noqa: RUF012  # declared so by Textual
    IS_HOME = True
    HELP_TEXT = template(
        "Everything that you have answered, the latest first. “{search}” searches questions and answers, with or "
        "without diacritics; the filters turn with Enter or a click. {open_answer} shows an answer with the words that "
        "its grade rests on, {try_again} puts the question again: both answers stand side by side then."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "open_answer", template("Open"), key_display="Enter"),
        Binding("r,R", "try_again", template("Try again"), key_display="R"),
        Binding("slash", "search", template("Search"), key_display="/"),
        Binding("escape", "to_all", template("Back to the list"), key_display="Esc", id="go_back"),
        Binding("escape", "go_back", template("Back"), key_display="Esc"),
        Binding("down", "to_list", "", show=False),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._desk: PracticeDesk | None = None
        self._trouble: PodiumError | None = None
        self._wanted = {"skill": "", "flag": ""}
        self._found: Sequence[Answered] = ()
        self._told_in = ""

    def compose(self) -> ComposeResult:
        yield Masthead()
        yield from self.compose_search()
        with Horizontal(id="shelf"):
            yield MarkedList(id="answers", initial_index=None)
            yield VerticalScroll(Sheet(id="answer-short"), id="answer-pane", can_focus=False)
        yield Sheet(id="history-state")
        yield KeyFooter()

    def on_mount(self) -> None:
        super().on_mount()
        self.read_desk()

    def on_screen_resume(self) -> None:
        """Coming back from a question that was tried again."""
        if self._desk is not None:
            self.read_desk()

    @work(exclusive=True, group="desk")
    async def read_desk(self) -> None:
        """Read the record off the event loop."""
        self._told_in = self.podium.catalogue.tongue
        before = self._desk
        try:
            self._desk = await asyncio.to_thread(self.podium.house.learning.practice)
        except PodiumError as error:
            self._trouble = error
            self.podium.say_error(error)
        if before is None or self._desk is None or self._desk.past != before.past:
            await self._list()  # Else an overlay has gone, and what it was to act upon must stay.
        self.fill()

    async def _list(self) -> None:
        """Put the answers that are wanted into the list, the mark on the same as before."""
        answers, marked = self.query_one("#answers", MarkedList), self._marked
        past = self._desk.past if self._desk else ()
        self._found = [one for one in past if matches(one, self._wanted["skill"], self._wanted["flag"], self.searched)]
        shown = self._found[:SHOWN_MAX]
        with self.app.batch_update():
            await answers.clear()
            await answers.mount_all(PastItem(one) for one in shown)
        places = [place for place, one in enumerate(shown) if marked and _same(one, marked)]
        answers.index = places[0] if places else (0 if shown else None)

    def fill(self) -> None:
        self.query_one(Masthead).show(self.say(template("Answers so far")))
        self.name_search(template("Search questions and answers…"))
        for item in self.query(PastItem):
            item.refresh()
        self._show_marked()
        self._show_state()
        super().fill()
        if self._desk is not None and self._told_in != self.podium.catalogue.tongue:
            self.read_desk()

    def _show_state(self) -> None:
        state = self.query_one("#history-state", Sheet)
        blocks = [*self._state()]
        state.show(blocks)
        state.display = bool(blocks)

    def _state(self) -> Iterator[Block]:
        if self._trouble is not None:
            message, *hint = self.podium.sentences(self._trouble)
            yield prose(Content.styled(message, "$error"))
            yield from map(prose, hint)
        elif self._desk is None:
            yield prose(self.say(template("Looking your answers up…")))
        elif not self._desk.past:
            yield prose(self.say(template("Nothing has been answered yet.")))
        elif not self._found:
            yield prose(self.say(template("No answer matches. Clear the search with Esc, or turn the filters back.")))
        elif len(self._found) > SHOWN_MAX:
            rest = len(self._found) - SHOWN_MAX
            yield prose(
                self.podium.catalogue.count(
                    "One older answer; narrow the search to see it.",
                    "{n} older answers; narrow the search to see them.",
                    rest,
                )
            )

    @on(ListView.Highlighted, "#answers")
    def _show_marked(self) -> None:
        marked, pane = self._marked, self.query_one("#answer-pane")
        pane.display = marked is not None
        pane.scroll_home(animate=False)
        self.query_one("#answer-short", Sheet).show(self._short(marked) if marked else ())
        self.refresh_bindings()

    def _short(self, answer: Answered) -> Iterator[Block]:
        others = len(self._desk.of_question(answer.question_id)) - 1 if self._desk else 0
        return past_blocks(answer, others, self.podium.catalogue)

    @property
    def _marked(self) -> Answered | None:
        for answers in self.query("#answers").results(MarkedList):
            item = answers.highlighted_child
            return item.answer if isinstance(item, PastItem) else None
        return None

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What is done with an answer stands only where one is marked."""
        marked = self._marked
        if action in ("to_all", "go_back"):
            return self.searching == (action == "to_all")
        if action == "try_again":
            return marked is not None and marked.can_be_asked_again
        return action != "open_answer" or marked is not None

    @on(ListView.Selected, "#answers")
    def _clicked(self) -> None:
        self.app.call_later(self.run_action, "open_answer")

    @on(FilterChip.Turned)
    def _turned(self, event: FilterChip.Turned) -> None:
        self._wanted[event.key] = event.value
        self._narrow()

    @on(Input.Changed, "#search")
    def _searched(self) -> None:
        if self._desk is not None:
            self._narrow()

    @work(exclusive=True, group="narrow")
    async def _narrow(self) -> None:
        await self._list()
        self._show_marked()
        self._show_state()

    async def action_open_answer(self) -> None:
        """The marked answer with its marks."""
        from simulator.tui.screens.past_answer import open_past

        marked = self._marked
        if marked is not None and self._desk is not None:
            await open_past(self.podium, self._desk.of_question(marked.question_id), marked)

    async def action_try_again(self) -> None:
        """Put the marked answer's question again, alone."""
        from simulator.tui.screens.past_answer import put_again

        if self._marked is not None:
            await put_again(self.podium, self._marked)

    def action_go_back(self) -> None:
        self.dismiss()


def _same(one: Answered, other: Answered) -> bool:
    return (one.session, one.number) == (other.session, other.number)
