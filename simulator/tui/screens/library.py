"""The library: find a scenario, see what has been played of it, open it or resume it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widgets import Input, ListItem, ListView, Static

from simulator.errors import PodiumError
from simulator.language.catalogue import template
from simulator.language.folding import folded
from simulator.language.words import DIFFICULTY_NAMES, LANGUAGE_NAMES, MODULE_NAMES, PROGRESS_NAMES
from simulator.tui.screens.base import PodiumScreen
from simulator.tui.widgets.filter_chip import FilterChip
from simulator.tui.widgets.key_footer import KeyFooter
from simulator.tui.widgets.masthead import Masthead
from simulator.tui.widgets.ordered_input import OrderedInput

if TYPE_CHECKING:
    from simulator.reports.library import LibraryEntry
    from simulator.tui.house import Notice

FILTERS = (
    ("module", template("Module"), MODULE_NAMES),
    ("level", template("Difficulty"), DIFFICULTY_NAMES),
    ("language", template("Language"), LANGUAGE_NAMES),
    ("progress", template("Progress"), PROGRESS_NAMES),
)
_SIGNS = {"new": "○", "open": "◐", "done": "●"}


class EntryItem(ListItem):
    """One scenario: its title, and in a quieter line what it is."""

    def __init__(self, entry: LibraryEntry, about: str) -> None:
        super().__init__(classes="entry")
        self.entry = entry
        self._about = about

    def compose(self) -> ComposeResult:
        yield Static(Content.assemble((f"{_SIGNS[self.entry.progress]} ", "$primary"), (self.entry.title, "bold")))
        yield Static(Content.styled(self._about, "$quiet"), classes="about")


class LibraryScreen(PodiumScreen[None]):
    """All scenarios, searched and filtered. Paints at once and reads the shelf afterwards."""

    CSS_PATH = "../styles/library.tcss"
    HELP_TEXT = template(
        "Choose a scenario with the arrow keys and open it with Enter. “/” searches titles, roles and objectives, with or "
        "without diacritics. The filters turn with Enter or a click. ◐ marks a session that waits to be resumed: R goes on with it."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "open", template("Open"), key_display="Enter", priority=True),
        Binding("r", "resume", template("Resume"), key_display="R"),
        Binding("slash", "search", template("Search"), key_display="/"),
        Binding("escape", "leave", template("Back"), show=False),
        Binding("f3", "app.switch_language", template("English"), key_display="F3"),
        Binding("f4", "app.switch_theme", template("Light/dark"), key_display="F4"),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._entries: Sequence[LibraryEntry] | None = None
        self._wanted: dict[str, str] = {}
        self._searched = ""

    def compose(self) -> ComposeResult:
        yield Masthead(self.say(template("Scenario library")))
        yield OrderedInput(
            self._searched, placeholder=self.say(template("Search titles, roles, objectives…")), id="search", compact=True
        )
        with Horizontal(id="filters"):
            for key, label, names in FILTERS:
                shown = {value: self.say(name) for value, name in names.items()}
                yield FilterChip(key, self.say(label), self.say(template("all")), shown, self._wanted.get(key, ""))
        with Horizontal(id="shelf"):
            yield ListView(id="entries")
            yield VerticalScroll(Static(id="detail"), id="detail-pane", can_focus=False)
        yield Static(self.say(template("Opening the library…")), id="state")
        yield KeyFooter()

    def fill(self) -> None:
        self.query_one("#entries").focus()
        if self._entries is None:
            self.call_after_refresh(self.read_shelf)
        else:
            self._relist()

    def on_screen_resume(self) -> None:
        """Coming back from a session: the progress may have changed."""
        if self._entries is not None:
            self.read_shelf()

    @work(thread=True, exclusive=True)
    def read_shelf(self) -> None:
        """Read the shelf off the event loop."""
        app = self.podium
        try:
            entries, notices = app.house.library()
        except PodiumError as error:
            app.call_from_thread(self._cannot_read, error)
            return
        app.call_from_thread(self._show_shelf, entries, notices)

    def _cannot_read(self, error: PodiumError) -> None:
        self.podium.say_error(error)
        hint = self.say(error.hint, **error.params)
        self.query_one("#state", Static).update(Content(f"{self.say(error.message, **error.params)}\n{hint}".strip()))

    def _show_shelf(self, entries: Sequence[LibraryEntry], notices: Sequence[Notice]) -> None:
        self._entries = entries
        for notice in notices:
            self.notify(self.say(notice.message, **notice.params), severity="warning", timeout=20, markup=False)
        self._relist()

    @work(exclusive=True, group="list")
    async def _relist(self) -> None:
        shown = [entry for entry in self._entries or () if self._matches(entry)]
        # Those in the player's language first; within them the shelf's order stands.
        shown.sort(key=lambda entry: entry.language != self.podium.catalogue.tongue)
        entries = self.query_one("#entries", ListView)
        with self.app.batch_update():
            await entries.clear()
            await entries.extend(EntryItem(entry, self._about(entry)) for entry in shown)
        entries.index = 0 if shown else None
        state = "" if shown else self.say(template("No scenario matches. Clear the search with Esc, or turn the filters back."))
        self.query_one("#state", Static).update(Content(state))
        self.query_one("#state").display = bool(state)

    def _matches(self, entry: LibraryEntry) -> bool:
        if any(getattr(entry, key) != value for key, value in self._wanted.items() if value):
            return False
        text = folded(" ".join((entry.title, entry.role, entry.id, *entry.objectives)))
        return all(word in text for word in folded(self._searched).split())

    def _about(self, entry: LibraryEntry) -> str:
        parts = [
            self.say(MODULE_NAMES[entry.module]),
            self.say(DIFFICULTY_NAMES[entry.level]),
            LANGUAGE_NAMES[entry.language],
            self.say(template("{minutes} min"), minutes=entry.minutes),
            self.say(PROGRESS_NAMES[entry.progress]),
        ]
        if entry.faults:
            parts.append(self.say(template("has errors: see podium check")))
        return " · ".join(parts)

    @on(ListView.Highlighted, "#entries")
    def _show_detail(self, event: ListView.Highlighted) -> None:
        item = event.item
        if isinstance(item, EntryItem):
            self.query_one("#detail", Static).update(self._detail(item.entry))
        self.refresh_bindings()

    def _detail(self, entry: LibraryEntry) -> Content:
        lines: list[Content | str | tuple[str, str]] = [(entry.title, "bold $primary"), "\n\n"]
        lines += [(self.say(template("Your role")), "bold"), f"\n{entry.role}\n\n"]
        lines += [(self.say(template("What you practise")), "bold"), "\n"]
        lines += [f"▪ {objective}\n" for objective in entry.objectives]
        lines += [(f"\n{entry.author} · {entry.licence}", "$quiet")]
        return Content.assemble(*lines)

    @on(FilterChip.Turned)
    def _turn_filter(self, event: FilterChip.Turned) -> None:
        self._wanted[event.key] = event.value
        self._relist()

    @on(Input.Changed, "#search")
    def _search_changed(self, event: Input.Changed) -> None:
        self._searched = event.value
        if self._entries is not None:
            self._relist()

    @on(ListView.Selected, "#entries")
    def _selected(self, event: ListView.Selected) -> None:
        if isinstance(event.item, EntryItem):
            self._open(event.item.entry)

    def offers(self, action: str) -> bool:
        """`Resume` stands only where there is something to resume."""
        if action != "resume":
            return True
        entry = self._marked
        return entry is not None and bool(entry.open_session)

    @property
    def _marked(self) -> LibraryEntry | None:
        """The entry under the cursor."""
        item = self.query_one("#entries", ListView).highlighted_child
        return item.entry if isinstance(item, EntryItem) else None

    def action_open(self) -> None:
        """Enter: turns a filter, leaves the search, or opens the marked scenario."""
        if isinstance(self.focused, FilterChip):
            self.focused.action_turn(1)
        elif isinstance(self.focused, Input):
            self.query_one("#entries").focus()
        else:
            self._open(self._marked)

    def action_search(self) -> None:
        self.query_one("#search").focus()

    def action_leave(self) -> None:
        """Esc clears the search first; then it offers to quit."""
        search = self.query_one("#search", Input)
        if search.value:
            search.value = ""
        elif self.query_one("#entries").has_focus:
            self.podium.run_worker(self.podium.action_quit())
        self.query_one("#entries").focus()

    def action_resume(self) -> None:
        entry = self._marked
        if entry is not None:
            self.podium.enter_press_room(lambda: self.podium.house.resume(entry.open_session))

    def _open(self, entry: LibraryEntry | None) -> None:
        from simulator.tui.screens.briefing import BriefingScreen

        if entry is None:
            return
        try:
            scenario = self.podium.house.scenario(entry.id)
        except PodiumError as error:
            self.podium.say_error(error)
            return
        self.app.push_screen(BriefingScreen(scenario, entry.open_session))
