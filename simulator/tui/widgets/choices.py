"""The prepared lines (or options) on the table, chosen by arrow keys, number or mouse."""

from __future__ import annotations

from collections.abc import Sequence

from textual import events
from textual.app import ComposeResult
from textual.content import Content
from textual.visual import Visual
from textual.widgets import ListItem, ListView

from simulator.language.catalogue import template
from simulator.session.view import Offer
from simulator.tui.speaking import say
from simulator.tui.widgets.blocks import Block, Paragraph
from simulator.tui.widgets.page import Page

MOST_OFFERS = 9
"""The format allows no more, so that each has a number key."""


class ChoiceItem(ListItem):
    """A place for an offer with its number; a closed one is quieter, says why, and cannot be taken."""

    def __init__(self, number: int) -> None:
        super().__init__(disabled=True, classes="choice")
        self.display = False
        self.offer: Offer | None = None
        self._number = number
        self._page = Page()

    def put(self, offer: Offer | None) -> None:
        """Put an offer here, or nothing."""
        self.offer = offer
        self.display = offer is not None
        self.disabled = offer is None or not offer.open
        self.set_class(offer is not None and not offer.open, "-closed")
        self._page = Page(self._blocks(offer) if offer else ())
        self.clear_cached_dimensions()
        self.refresh(layout=True)

    def render(self) -> Visual:
        return self._page

    def _blocks(self, offer: Offer) -> list[Block]:
        number = Content.styled(f"{self._number} ", "bold $primary" if offer.open else "")
        text = Paragraph(Content(offer.text), number)
        if offer.open:
            return [text]
        reason = say(self, template("Said once already.")) if offer.spent else offer.closed
        reason = reason or say(self, template("Not open at this point."))
        return [text, Paragraph(Content.styled(reason, "italic"), Content("✕ "), indent=3)]


class Choices(ListView, can_focus=False):
    """The list. A click marks an offer, a second click takes it, so that nothing is said by accident.

    It takes no focus: the keys are the screen's, and a change of focus would restyle the whole list.
    """

    def compose(self) -> ComposeResult:
        # Made once and filled again for each scene: to mount new ones takes longer than a key may.
        for number in range(1, MOST_OFFERS + 1):
            yield ChoiceItem(number)

    def show(self, offers: Sequence[Offer]) -> None:
        """Put offers on the table; the mark stays where it is."""
        for place, item in enumerate(self.query(ChoiceItem)):
            item.put(offers[place] if place < len(offers) else None)

    def mark_first(self) -> None:
        """Mark the first open offer."""
        items = self.query(ChoiceItem)
        self.index = next((place for place, item in enumerate(items) if not item.disabled), None)
        self.scroll_home(animate=False, immediate=True)

    def mark(self, number: int) -> bool:
        """Mark an offer by its number from 1; False if there is none or it is closed."""
        item = self.query(ChoiceItem)[number - 1] if 1 <= number <= MOST_OFFERS else None
        if item is None or item.disabled:
            return False
        self.index = number - 1
        return True

    def on_resize(self, event: events.Resize) -> None:
        """Keep the marked offer in sight."""
        if self.highlighted_child is not None:
            self.scroll_to_widget(self.highlighted_child, animate=False)

    def _on_list_item__child_clicked(self, event: ListItem._ChildClicked) -> None:
        event.stop()
        event.prevent_default()
        place = list(self.children).index(event.item)
        if self.index == place:
            self.action_select_cursor()
        else:
            self.index = place
