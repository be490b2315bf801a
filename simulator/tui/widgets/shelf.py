"""The shelf in the library: every scenario as an entry of a list that can be narrowed down."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.visual import Visual
from textual.widgets import ListItem

from simulator.language.catalogue import Catalogue, template
from simulator.language.folding import folded
from simulator.language.words import DIFFICULTY_NAMES, MODULE_NAMES, OUTCOME_NAMES, PROGRESS_NAMES
from simulator.reports.editions import languages_told
from simulator.tui.speaking import catalogue
from simulator.tui.widgets.blocks import Paragraph
from simulator.tui.widgets.marked_list import MarkedList
from simulator.tui.widgets.page import Page

if TYPE_CHECKING:
    from simulator.reports.library import LibraryEntry

_SIGNS = {"new": "○", "open": "◐", "done": "●"}


class EntryItem(ListItem):
    """One scenario: its title, and in a quieter line what it is."""

    def __init__(self, entry: LibraryEntry) -> None:
        super().__init__(classes="entry")
        self.entry = entry
        self._haystack = folded(" ".join((entry.title, entry.role, entry.id, *entry.objectives)))

    def render(self) -> Visual:
        sign = Content.styled(f"{_SIGNS[self.entry.progress]} ", "$primary")
        title = Paragraph(Content.styled(self.entry.title, "bold"), sign, indent=0, most=1)
        what = Content.styled(about(self.entry, catalogue(self)), "$quiet")
        return Page([title, Paragraph(what, indent=2, most=1)])

    def matches(self, wanted: dict[str, str], searched: str) -> bool:
        """Whether it has the wanted properties and holds every word of the search, with or without diacritics."""
        if any(value not in self._values(key) for key, value in wanted.items() if value):
            return False
        return all(word in self._haystack for word in folded(searched).split())

    def _values(self, key: str) -> tuple[str, ...]:
        """What it is by a filter: of languages, all that it can be played in."""
        return self.entry.edition.languages if key == "language" else (str(getattr(self.entry, key)),)


class Shelf(MarkedList):
    """The list. An entry that does not match is out of sight, not gone, so that a search is quick."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("pagedown", "page_down", "", show=False),
        Binding("pageup", "page_up", "", show=False),
    ]

    @property
    def marked(self) -> LibraryEntry | None:
        """The entry under the cursor."""
        item = self.highlighted_child
        return item.entry if isinstance(item, EntryItem) and not item.disabled else None

    async def put(self, entries: Sequence[LibraryEntry], wanted: Callable[[EntryItem], bool]) -> None:
        """Put other entries on the shelf; the mark stays on the same scenario."""
        marked = self.marked
        with self.app.batch_update():
            await self.clear()
            await self.mount_all(EntryItem(entry) for entry in entries)
        self.index = next((place for place, entry in enumerate(entries) if marked and entry.id == marked.id), None)
        self.keep(wanted)

    def keep(self, wanted: Callable[[EntryItem], bool]) -> None:
        """Show the entries that are wanted; the mark goes to the first of them if its own is not."""
        for item in self.query(EntryItem):
            item.display = wanted(item)
            item.disabled = not item.display
        if self.marked is None:
            self.index = next((place for place, item in enumerate(self.query(EntryItem)) if item.display), None)


def about(entry: LibraryEntry, catalogue: Catalogue) -> str:
    """What a scenario is, in one line."""
    if entry.faults:
        return catalogue.say(template("has errors: see podium check"))
    parts = (
        _progress(entry, catalogue),
        catalogue.say(MODULE_NAMES[entry.module]),
        catalogue.say(DIFFICULTY_NAMES[entry.level]),
        catalogue.say(template("{minutes} min"), minutes=entry.minutes),
        languages_told(entry.edition),
    )
    return " · ".join(parts)


def _progress(entry: LibraryEntry, catalogue: Catalogue) -> str:
    """What has been played of it, and how the last session that ended did."""
    progress = catalogue.say(PROGRESS_NAMES[entry.progress])
    if entry.last_outcome is None:
        return progress
    outcome = catalogue.say(OUTCOME_NAMES[entry.last_outcome])
    return catalogue.say(template("{progress}, last: {outcome}"), progress=progress, outcome=outcome.lower())
