"""The library: find a scenario, see what has been played of it, open it or resume it."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, ClassVar

from textual import events, on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widgets import Input, ListView

from simulator.errors import PodiumError
from simulator.language.catalogue import template
from simulator.language.words import DIFFICULTY_NAMES, LANGUAGE_NAMES, MODULE_NAMES, PROGRESS_NAMES
from simulator.reports.editions import edition_notes
from simulator.tui.screens.searched import SearchedScreen
from simulator.tui.widgets.blocks import Block, heading, item, prose
from simulator.tui.widgets.filter_chip import FilterChip
from simulator.tui.widgets.key_footer import KeyFooter
from simulator.tui.widgets.learn_line import LearnLine
from simulator.tui.widgets.masthead import Masthead
from simulator.tui.widgets.page import Sheet
from simulator.tui.widgets.shelf import EntryItem, Shelf
from simulator.tui.windows import WIDE

if TYPE_CHECKING:
    from simulator.practice.desk import PracticeDesk
    from simulator.practice.results import CourseDesk
    from simulator.reports.library import LibraryEntry
    from simulator.tui.house import Notice

FILTERS = (
    ("module", template("Module"), MODULE_NAMES),
    ("level", template("Difficulty"), DIFFICULTY_NAMES),
    ("language", template("Language"), LANGUAGE_NAMES),
    ("progress", template("Progress"), PROGRESS_NAMES),
)


class LibraryScreen(SearchedScreen):
    """All scenarios, searched and filtered. Paints at once and reads the shelf afterwards."""

    CSS_PATH = "../styles/library.tcss"
    AUTO_FOCUS = "#entries"
    LIST = "#entries"
    FILTERS = FILTERS
    IS_HOME = True
    HELP_TEXT = template(
        "Choose a scenario with the arrow keys and open it with {open}. “{search}” searches titles, roles and "
        "objectives, with or without diacritics. The filters turn with Enter or a click. ◐ marks a session that waits "
        "to be resumed: {resume} goes on with it. {open_debrief} opens the debrief of the last session that has "
        "ended, or else of the one that is open. {open_practice} practises single questions, {open_course} opens the "
        "course."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "open", template("Open"), key_display="Enter"),
        Binding("r,R", "resume", template("Resume"), key_display="R"),
        Binding("d,D", "open_debrief", template("Debrief"), key_display="D"),
        Binding("slash", "search", template("Search"), key_display="/"),
        Binding("p,P", "open_practice", template("Practise"), key_display="P"),
        Binding("c,C", "open_course", template("Course"), key_display="C"),
        Binding("escape", "to_all", template("Back to the list"), key_display="Esc", id="leave"),
        Binding("escape", "leave", template("Quit"), key_display="Esc"),
        Binding("down", "to_list", "", show=False),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._entries: Sequence[LibraryEntry] | None = None
        self._trouble: PodiumError | None = None
        self._wanted: dict[str, str] = {}
        self._course: CourseDesk | None = None
        self._practice: PracticeDesk | None = None
        self._tongue = ""
        """The language that the shelf was read in."""

    def compose(self) -> ComposeResult:
        yield Masthead()
        yield from self.compose_search()
        yield LearnLine()
        with Horizontal(id="shelf"):
            yield Shelf(id="entries", initial_index=None)
            yield VerticalScroll(Sheet(id="detail"), id="detail-pane", can_focus=False)
        yield Sheet(id="state")
        yield KeyFooter()

    def on_mount(self) -> None:
        super().on_mount()
        self.call_after_refresh(self.read_shelf)

    def fill(self) -> None:
        self.query_one(Masthead).show(self.say(template("Scenario library")))
        self.name_search(template("Search titles, roles, objectives…"))
        for entry in self.query(EntryItem):
            entry.refresh()
        self.query_one(LearnLine).show(self._course, self._practice, self.podium.catalogue)
        self._show_detail()
        self._show_state()
        super().fill()
        if self._entries is not None and self._tongue != self.podium.catalogue.tongue:
            self.read_shelf()  # Its scenarios may be told in this language, too.
        self._tongue = self.podium.catalogue.tongue

    async def on_resize(self, event: events.Resize) -> None:
        self._show_detail()

    def on_screen_resume(self) -> None:
        """Coming back from a session: the progress may have changed."""
        if self._entries is not None:
            self.read_shelf()

    @work(exclusive=True)
    async def read_shelf(self) -> None:
        """Read the shelf off the event loop."""
        try:
            entries, notices = await asyncio.to_thread(self.podium.house.library)
        except PodiumError as error:
            self._cannot_read(error)
        else:
            await self._show_shelf(entries, notices)
            self._read_learning()

    @work(exclusive=True, group="learning")
    async def _read_learning(self) -> None:
        """What there is to learn by, once the shelf stands; where it cannot be read, the line is not there."""
        learning = self.podium.house.learning
        with suppress(PodiumError):
            self._practice = await asyncio.to_thread(learning.practice)
        try:
            self._course = await asyncio.to_thread(learning.course)
        except PodiumError:
            self._course = None
        line = self.query_one(LearnLine)
        line.show(self._course, self._practice, self.podium.catalogue)
        line.display = line.tells

    def _cannot_read(self, error: PodiumError) -> None:
        self._trouble = error
        self.podium.say_error(error)
        self._show_state()

    async def _show_shelf(self, entries: Sequence[LibraryEntry], notices: Sequence[Notice]) -> None:
        for notice in notices:
            self.podium.tell(self.say(notice.message, **notice.params), seconds=20)
        if self._entries == entries:
            return
        # Those in the player's language first; within them the shelf's order stands.
        tongue = self.podium.catalogue.tongue
        self._entries, self._trouble = entries, None
        await self.query_one(Shelf).put(sorted(entries, key=lambda entry: entry.language != tongue), self._matches)
        self._show_detail()
        self._show_state()

    def _matches(self, entry: EntryItem) -> bool:
        return entry.matches(self._wanted, self.searched)

    def _filter(self) -> None:
        self.query_one(Shelf).keep(self._matches)
        self._show_detail()
        self._show_state()

    def _show_state(self) -> None:
        state = self.query_one("#state", Sheet)
        state.show(self._state())
        state.display = self._marked is None

    def _state(self) -> Iterator[Block]:
        if self._trouble is not None:
            message, *hint = self.podium.sentences(self._trouble)
            yield prose(Content.styled(message, "$error"))
            yield from map(prose, hint)
        elif self._entries is None:
            yield prose(self.say(template("Opening the library…")))
        else:
            yield prose(self.say(template("No scenario matches. Clear the search with Esc, or turn the filters back.")))

    @on(ListView.Highlighted, "#entries")
    def _show_detail(self) -> None:
        entry = self._marked
        pane = self.query_one("#detail-pane")
        pane.display = entry is not None
        pane.scroll_home(animate=False)
        self.query_one("#detail", Sheet).show(self._detail(entry) if entry else ())
        self.refresh_bindings()

    def _detail(self, entry: LibraryEntry) -> Iterator[Block]:
        if self.app.size.width >= WIDE:
            yield heading(entry.title, above=0)
            yield prose("")
        for note in edition_notes(entry.edition, self.podium.catalogue):
            yield item("≠", "$warning", Content.styled(note, "$warning"))
            yield prose("")
        yield prose(Content.styled(self.say(template("Your role")), "bold"))
        yield prose(entry.role)
        yield prose(Content.styled(self.say(template("What you practise")), "bold"), above=1)
        for objective in entry.objectives:
            yield item("▪", "$primary", objective)
        if entry.author:
            yield prose(Content.styled(f"{entry.author} · {entry.licence}", "$quiet"), above=1)

    @on(ListView.Selected, "#entries")
    def _clicked(self) -> None:
        self.app.call_later(self.run_action, "open")

    @on(FilterChip.Turned)
    def _turn_filter(self, event: FilterChip.Turned) -> None:
        self._wanted[event.key] = event.value
        self._filter()

    @on(Input.Changed, "#search")
    def _search_changed(self) -> None:
        if self._entries is not None:
            self._filter()
        self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """`Open` and `Resume` stand only where there is something to open or to resume."""
        entry = self._marked
        if action == "open":
            return entry is not None
        if action == "open_debrief":
            return entry is not None and bool(entry.debriefed)
        if action in ("to_all", "leave"):
            return self.searching == (action == "to_all")
        return action != "resume" or (entry is not None and bool(entry.open_session))

    @property
    def _marked(self) -> LibraryEntry | None:
        for shelf in self.query(Shelf):
            return shelf.marked
        return None

    async def action_leave(self) -> None:
        """Quit, for every answer is kept."""
        await self.podium.action_quit()

    async def action_open(self) -> None:
        """The briefing of the marked scenario."""
        entry, app = self._marked, self.podium
        if entry is not None:
            scenario_id, session = entry.id, entry.open_session
            await app.off_the_loop(lambda: app.house.scenario(scenario_id), lambda it: app.show_briefing(it, session))

    async def action_resume(self) -> None:
        """Straight into the press room of the marked scenario's open session."""
        entry, house = self._marked, self.podium.house
        if entry is not None:
            session = entry.open_session
            await self.podium.enter_press_room(lambda: house.resume(session))

    @on(LearnLine.Chosen)
    def _learn(self, event: LearnLine.Chosen) -> None:
        self.app.call_later(self.run_action, event.action)

    async def action_open_practice(self) -> None:
        """Single questions, five minutes a day."""
        from simulator.tui.screens.practice import PracticeScreen

        await self.app.push_screen(PracticeScreen())

    async def action_open_course(self) -> None:
        """The course and one's place in it."""
        from simulator.tui.screens.course import CourseScreen

        await self.app.push_screen(CourseScreen())

    async def action_open_debrief(self) -> None:
        """What the last session of the marked scenario came to."""
        from simulator.tui.screens.debrief import open_debrief

        entry, house = self._marked, self.podium.house
        if entry is not None:
            session = entry.debriefed
            await open_debrief(self.podium, lambda: house.look_back(session))
