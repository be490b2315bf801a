"""The console: tabs over one list and one page, the room's state above them, and a key for all that is done."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from typing import ClassVar

from textual import events, on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container
from textual.content import Content
from textual.widgets import Static

from simulator.errors import PodiumError
from simulator.language.catalogue import template
from simulator.tui.widgets.key_footer import KeyFooter
from simulator.tui.widgets.masthead import Masthead
from simulator.tui.widgets.page_view import PageView
from simulator.tui.widgets.tab_bar import TabBar
from simulator.workshop.console.drawing import one_line
from simulator.workshop.console.keys import KEYS, READ_ONLY, ROOM_ACTIONS
from simulator.workshop.console.row_list import RowList
from simulator.workshop.console.tab_acts import TabActs
from simulator.workshop.console.tabs.asking import AskingTab
from simulator.workshop.console.tabs.hot_wash import HotWashTab
from simulator.workshop.console.tabs.injects import InjectsTab
from simulator.workshop.console.tabs.invite import InviteTab
from simulator.workshop.console.tabs.notes import NotesTab
from simulator.workshop.console.tabs.seats import SeatsTab
from simulator.workshop.console.tabs.sheet import SheetTab
from simulator.workshop.console.tabs.spread import SpreadTab
from simulator.workshop.console.tabs.tab import Tab
from simulator.workshop.console.tabs.wall import WallTab
from simulator.workshop.console.words import PACE_NAMES
from simulator.workshop.rolled_up import progress
from simulator.workshop.room.state import Seat

TABS: Sequence[type[Tab]] = (
    SeatsTab,
    WallTab,
    SpreadTab,
    InjectsTab,
    AskingTab,
    SheetTab,
    NotesTab,
    HotWashTab,
    InviteTab,
)

LOOKED_AT_EVERY = 2.0
"""Seconds between two looks at the machines, while their tab is open."""


class ConsoleScreen(TabActs):
    """`acts` tells whether anything can be done to the room; who only observes reads and rates."""

    IS_HOME = True
    ASKS_BEFORE_LEAVING = True
    CSS_PATH = "styles/console.tcss"
    AUTO_FOCUS = "#rows"
    HELP_TEXT = template(
        "1 to 9, or left and right, open the tabs; up and down mark a row, Page up and Page down scroll what is told "
        "of it.\n"
        "A row tells how many answers were given, where one is, and of the last answer: the overall grade (with an "
        "asterisk where a person decided), the levels in the rubric's order, red flags, how sure one was, and when.\n"
        "Space ticks seats: hints, news, questions and more time then go to those that are ticked. Without any they go "
        "to everybody, or to the marked seat alone if the form says so.\n"
        "{pause} stops all clocks and {resume} sets them going again; {go_on} moves a room in step to the next "
        "question, and the number at the top right tells how many have answered the present one.\n"
        "Whatever you write is kept until it has been sent, even if you leave the form.\n"
        "On the wall nobody is named until you press {toggle_names}; the projector never names anybody."
    )
    BINDINGS: ClassVar[list[BindingType]] = [*KEYS]

    def __init__(self, tabs: Sequence[type[Tab]] = TABS, *, acts: bool = True, rater: str = "") -> None:
        super().__init__()
        self.tabs = [tab(self) for tab in tabs]
        self.tab = self.tabs[0]
        self.acts = acts
        self.nodes: Sequence[str] = ()
        self._rater = rater
        self._marks: dict[str, str] = {}
        self._told = ""

    @property
    def what_is_kept(self) -> str:
        return self.console.what_leaving_does

    @property
    def rater(self) -> str:
        """In whose name objectives are rated here."""
        return self._rater or self.say(template("Facilitator"))

    def compose(self) -> ComposeResult:
        yield Masthead()
        yield TabBar()
        yield Static(id="trouble")
        yield Static(id="head")
        with Container(id="room"):
            yield RowList("rows")
            yield PageView("page")
        yield KeyFooter()

    def on_mount(self) -> None:
        super().on_mount()
        self.set_interval(LOOKED_AT_EVERY, self._look_again)
        self.call_after_refresh(self.draw)

    async def on_resize(self, event: events.Resize) -> None:
        await super().on_resize(event)
        self.call_after_refresh(self.draw)

    def fill(self) -> None:
        if self.is_mounted:
            super().fill()

    # What is shown

    def draw(self) -> None:
        if not self.is_attached or not self.query("#rows"):
            return
        self.need_scenario()
        self._show_state()
        self.query_one(TabBar).show([self._title(number, tab) for number, tab in enumerate(self.tabs, 1)])
        rows = self.query_one("#rows", RowList)
        rows.display = self.tab.LIST
        self.query_one("#page").set_class(not self.tab.LIST, "-alone")
        self.query_one("#head", Static).display = self.tab.LIST
        shown = self.tab.rows(rows.content_size.width or 78)
        rows.show(shown, self.chosen if self.tab.NAME == "seats" else self._chosen_owners())
        self.query_one("#head", Static).update(self.tab.head(), layout=False)
        self._show_page()

    def _show_page(self) -> None:
        self.query_one("#page", PageView).show(self.tab.page(self.key))
        self.refresh_bindings()

    def _title(self, number: int, tab: Tab) -> str:
        news = tab.news()
        return f"{number} {self.say(tab.TITLE)}{'•' if news else ''}"

    def _show_state(self) -> None:
        scenario = one_line(self.scenario.title) if self.scenario else ""
        title = one_line(self.desk.room.header.title)
        where = " · ".join(dict.fromkeys(part for part in (title, scenario) if part))
        self.query_one(Masthead).show(where, mode=self._state_sign())
        trouble = self.desk.trouble or self.desk.watch.trouble
        line = self.query_one("#trouble", Static)
        line.display = bool(trouble)
        if trouble != self._told:
            self._told = trouble
            line.update(Content(f"! {self.say(trouble)}" if trouble else ""))

    def _state_sign(self) -> Content:
        """Whether the clocks run, how far the room is, and its code."""
        state, done = self.state, progress(self.state, self.sessions)
        if state.closed:
            sign = ("■ " + self.say(template("closed")), "bold $error")
        elif not state.started:
            sign = ("◌ " + self.say(template("not started")), "bold $warning")
        elif state.paused:
            sign = ("‖ " + self.say(template("paused")), "bold $warning")
        else:
            sign = (f"▶ {self.say(PACE_NAMES[state.pace])}", "bold $success")
        counted, all_ = (done.ended, done.owners) if state.pace == "own_pace" else (done.through, done.owners)
        step = "" if state.pace == "own_pace" else f" {state.gate}"
        return Content.assemble(sign, f"{step} · {counted}/{all_}", (f"  {one_line(self.desk.invite.code)}", "$quiet"))

    def seat_name(self, seat: str) -> str:
        """What a seat is called."""
        found = self.state.seats.get(seat)
        return found.name if found else seat

    def owner_name(self, owner: str) -> str:
        """What an owner is called: a seat's name, or a table with those who sit there."""
        if owner in self.state.seats:
            return self.seat_name(owner)
        names = ", ".join(seat.name for seat in self.state.table_of(owner))
        return self.say(template("Table {number}: {names}"), number=owner[1:], names=names)

    # Whom it concerns

    @property
    def marked_seat(self) -> Seat | None:
        if self.tab.NAME == "seats":
            return self.state.seats.get(self.key)
        if self.tab.NAME == "wall" and not self.state.tables:
            return self.state.seats.get(self.key)
        return None

    @property
    def marked_owner(self) -> str:
        """Whose session the marked seat takes part in, on the tab of the seats as it was left."""
        seat = self.state.seats.get(self._marks.get("seats", ""))
        return self.state.owner(seat) if seat is not None and not seat.observer else ""

    def label_of_marked(self) -> str:
        wall, key = self.tab, self.key
        if isinstance(wall, WallTab):
            one = wall.submission(key)
            return wall.name(one) if one else ""
        return super().label_of_marked()

    def _chosen_owners(self) -> frozenset[str]:
        seats = (self.state.seats[one] for one in self.chosen if one in self.state.seats)
        return frozenset(self.state.owner(seat) for seat in seats)

    # Tabs and keys

    @on(TabBar.Turned)
    def _turned(self) -> None:
        rows = self.query_one("#rows", RowList)
        self._marks[self.tab.NAME] = rows.marked
        self.tab = self.tabs[self.query_one(TabBar).active]
        self.tab.opened()
        rows.begin()
        self.draw()
        rows.mark(self._marks.get(self.tab.NAME, ""))
        self.query_one("#page", PageView).begin()
        self.set_focus(rows if self.tab.LIST else None)
        self.call_after_refresh(self.draw)

    @on(RowList.Marked)
    def _row_marked(self) -> None:
        self.query_one("#page", PageView).begin()
        self._show_page()

    @on(RowList.Opened)
    def _row_opened(self) -> None:
        self.app.simulate_key("enter")

    def action_turn(self, step: int) -> None:
        self.query_one(TabBar).turn(step)

    def action_open_tab(self, number: int) -> None:
        if number <= len(self.tabs):
            self.query_one(TabBar).open(number - 1)

    def action_scroll(self, lines: int) -> None:
        self.query_one("#page", PageView).scroll(lines)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What can be done now: here, in this room, by whoever sits at this desk."""
        if action in ROOM_ACTIONS:
            return self.acts and self._room_allows(action)
        owner = next((tab for tab in TABS if action in tab.ACTIONS), None)
        if owner is None:
            return True
        mine = action in self.tab.ACTIONS and (self.acts or action in READ_ONLY)
        return mine and bool(self.query("#rows")) and self.tab.allows(action, self.key)

    def _room_allows(self, action: str) -> bool:
        state = self.state
        if state.closed:
            return action == "hint"
        if action in ("pause", "resume"):
            return state.started and state.paused == (action == "resume")
        if action in ("start", "go_on"):
            return (not state.started) if action == "start" else state.started and state.pace != "own_pace"
        if action == "rotate":
            return state.tables
        return action != "next_run" or len(state.programme) > 1

    # What is read off the loop

    @work(exclusive=True, group="ratings")
    async def read_ratings(self) -> None:
        tab = next((one for one in self.tabs if isinstance(one, SheetTab)), None)
        session = tab.session if tab else ""
        if tab is None or not session:
            return
        try:
            tab.ratings[session] = await asyncio.to_thread(self.desk.ratings, session)
        except PodiumError as error:
            self.podium.say_error(error)
        self.draw()

    @work(exclusive=True, group="nodes")
    async def read_nodes(self) -> None:
        """Look which machines serve the room."""
        try:
            self.nodes = await asyncio.to_thread(self.desk.nodes)
        except PodiumError:
            return  # The line of trouble tells it.
        self.draw()

    def _look_again(self) -> None:
        if isinstance(self.tab, InviteTab):
            self.read_nodes()
        elif (self.desk.trouble or self.desk.watch.trouble) != self._told:
            self.draw()
