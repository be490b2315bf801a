"""The prepared lines (or options) on the table, chosen by arrow keys, number or mouse."""

from __future__ import annotations

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import ListItem, ListView, Static

from simulator.language.catalogue import template
from simulator.session.view import Offer
from simulator.tui.speaking import say


class ChoiceItem(ListItem):
    """One offer with its number; a closed one is dimmed, says why, and cannot be taken."""

    def __init__(self, number: int, offer: Offer) -> None:
        super().__init__(disabled=not offer.open, classes="choice" if offer.open else "choice -closed")
        self.offer = offer
        self._number = number

    def compose(self) -> ComposeResult:
        yield Static(Content(f"{self._number}"), classes="number")
        yield Static(self._text(), classes="text")

    def _text(self) -> Content:
        if self.offer.open:
            return Content(self.offer.text)
        reason = say(self, template("Said once already.")) if self.offer.spent else self.offer.closed
        reason = reason or say(self, template("Not open at this point."))
        return Content.assemble((self.offer.text, ""), ("\n✕ " + reason, "italic"))


class Choices(ListView):
    """The list. A click marks an offer, a second click (or Enter) takes it, so that nothing is said by accident."""

    async def show(self, offers: Sequence[Offer]) -> None:
        """Put the offers on the table and mark the first open one."""
        with self.app.batch_update():
            await self.clear()
            await self.extend(ChoiceItem(number, offer) for number, offer in enumerate(offers, 1))
            self.scroll_home(animate=False)
        self.index = next((place for place, offer in enumerate(offers) if offer.open), None)

    def mark(self, number: int) -> bool:
        """Mark an offer by its number from 1; False if there is none or it is closed."""
        if not 1 <= number <= len(self) or self.query(ChoiceItem)[number - 1].disabled:
            return False
        self.index = number - 1
        return True

    def _on_list_item__child_clicked(self, event: ListItem._ChildClicked) -> None:
        event.stop()
        event.prevent_default()
        self.focus()
        place = list(self.children).index(event.item)
        if self.index == place:
            self.action_select_cursor()
        else:
            self.index = place
