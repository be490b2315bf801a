"""The stage of the press room: what is said, and under it the lines to answer with; or the aftermath of an answer."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import events
from textual.message import Message
from textual.strip import Strip

from simulator.scenario.scenes import OWN_WORDS
from simulator.session.view import Offer
from simulator.tui.key_map import shown_keys
from simulator.tui.speaking import catalogue
from simulator.tui.widgets.blocks import Block
from simulator.tui.widgets.drawn import Drawn, Pane
from simulator.tui.widgets.offers import offer_blocks

WHEEL_LINES = 3


class Stage(Drawn):
    """Two panes, one above the other: what is said, and the offers, one of which is marked.

    A click marks an offer, a second click takes it, so that nothing is said by accident.
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {"stage--marked", "stage--closed"}

    class Taken(Message):
        """The marked offer was clicked again."""

    def __init__(self, id: str) -> None:
        super().__init__(id, " ", airy=True)
        self.offers: Sequence[Offer] = ()
        self.place: int | None = None
        """The place of the marked offer, from 0."""
        self._blocks: Sequence[Block] = ()
        self._said = Pane()
        self._list = Pane()
        self._drawn: dict[tuple[int, bool], list[Strip]] = {}
        self._owners: list[int] = []

    @property
    def marked(self) -> Offer | None:
        """The offer that would be taken now."""
        return None if self.place is None else self.offers[self.place]

    def show(self, said: Sequence[Block], offers: Sequence[Offer]) -> None:
        """Show this; what is marked and in sight stays so."""
        self._blocks, self.offers = said, offers
        if self.place is not None and not (self.place < len(offers) and offers[self.place].open):
            self.place = None
        self.look_changed()
        self.redraw()

    def begin(self, said: Sequence[Block], offers: Sequence[Offer]) -> None:
        """Show this from its top, the first open offer marked."""
        self._said.top = self._list.top = 0
        self.place = next((place for place, offer in enumerate(offers) if offer.open), None)
        self.show(said, offers)

    def mark(self, place: int) -> bool:
        """Mark an offer; False if there is none at that place or it is closed."""
        if not (0 <= place < len(self.offers) and self.offers[place].open):
            return False
        self.place = place
        self._lay_out()
        self._list.reveal(*self._marked_rows())
        self.redraw()
        return True

    def mark_next(self, step: int) -> bool:
        """Mark the next open offer, or the one before."""
        place = -1 if self.place is None else self.place
        beyond = range(place + 1, len(self.offers)) if step > 0 else range(place - 1, -1, -1)
        return any(self.mark(other) for other in beyond)

    def scroll(self, lines: int) -> bool:
        """Move by so many lines through what is said and then through the offers; False if there is no more."""
        panes = (self._said, self._list) if lines > 0 else (self._list, self._said)
        moved = any(pane.scroll(lines) for pane in panes)
        if moved:
            self.redraw()
        return moved

    @property
    def more(self) -> bool:
        return bool(self._said.lowest or self._list.lowest)

    @property
    def page_lines(self) -> int:
        """How many lines a page of that is, which would be scrolled next."""
        return max(1, (self._said if self._said.lowest else self._list).height - 1)

    def look_changed(self) -> None:
        start, end = self._marked_rows()
        in_sight = self._list.top <= start < end <= self._list.top + self._list.height
        self._drawn = {}
        self._lay_out()
        if in_sight:
            self._list.reveal(*self._marked_rows())

    def draw(self) -> Sequence[Strip]:
        bar = self.get_visual_style("drawn--scrollbar")
        offers = self._list.rows(bar)
        return [*self._said.rows(bar), self.blank(), *offers] if offers else self._said.rows(bar)

    def on_click(self, event: events.Click) -> None:
        offset = event.get_content_offset(self)
        place = self._place_at(offset.y - self.top_rows) if offset is not None else None
        if place is None:
            return
        if place == self.place:
            self.post_message(self.Taken())
        elif not self.mark(place):
            self.app.bell()

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        self._wheel(event, WHEEL_LINES)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        self._wheel(event, -WHEEL_LINES)

    def _wheel(self, event: events.MouseEvent, lines: int) -> None:
        offset = event.get_content_offset(self)
        over_said = offset is not None and offset.y - self.top_rows <= self._said.height
        if (self._said if over_said else self._list).scroll(lines):
            self.redraw()

    def _marked_rows(self) -> tuple[int, int]:
        """Where in the list the marked offer begins and ends."""
        if self.place not in self._owners:
            return 0, 0
        start = self._owners.index(self.place)
        return start, start + self._owners.count(self.place)

    def _place_at(self, y: int) -> int | None:
        row = y - self._said.height - 1 + self._list.top
        inside = y > self._said.height and row < len(self._owners)
        return self._owners[row] if inside and self._owners[row] >= 0 else None

    def _lay_out(self) -> None:
        """Divide the height between what is said and the offers, which stand apart if there is room for that."""
        height = self.height_left
        said = self._strips_of_said()
        offers = [self._strips_of(place) for place in range(len(self.offers))]
        rows = sum(map(len, offers))
        gap = 1 if len(said) + 1 + rows + len(offers) - 1 <= height else 0
        self._said.fit(said, _share(len(said), rows, height))
        self._list.fit(self._joined(offers, gap), max(0, height - self._said.height - 1))

    def _joined(self, offers: list[list[Strip]], gap: int) -> list[Strip]:
        strips: list[Strip] = []
        self._owners = []
        for place, offer in enumerate(offers):
            between = gap if place else 0
            strips += [self.blank()] * between + offer
            self._owners += [-1] * between + [place] * len(offer)
        return strips

    def _strips_of_said(self) -> list[Strip]:
        key = (-1, False)
        if key not in self._drawn:
            self._drawn[key] = self.strips(self._blocks, self.visual_style)
        return self._drawn[key]

    def _strips_of(self, place: int) -> list[Strip]:
        offer, marked = self.offers[place], place == self.place
        if (place, marked) not in self._drawn:
            component = "stage--marked" if marked else "" if offer.open else "stage--closed"
            style = self.get_visual_style(component) if component else self.visual_style
            key = shown_keys(self.screen).get("own_words", "") if offer.id == OWN_WORDS else ""
            blocks = offer_blocks(place + 1, offer, marked, catalogue(self), key)
            self._drawn[place, marked] = self.strips(blocks, style)
        return self._drawn[place, marked]


def _share(said: int, rows: int, height: int) -> int:
    """How many rows of the height go to what is said: all that it needs, unless the offers then had too few."""
    if not rows:
        return height
    return min(said, max(height * 45 // 100, height - rows - 1, 1))
