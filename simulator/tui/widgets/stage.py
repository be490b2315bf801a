"""The stage of the press room: what is said, and under it the lines to answer with; or the aftermath of an answer."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from typing import ClassVar

from textual import events
from textual.geometry import Region
from textual.message import Message
from textual.strip import Strip

from simulator.scenario.scenes import OWN_WORDS
from simulator.session.view import Offer
from simulator.tui.key_map import shown_keys
from simulator.tui.speaking import catalogue
from simulator.tui.spots import Spot
from simulator.tui.widgets.blocks import Block
from simulator.tui.widgets.drawn import Drawn, Pane
from simulator.tui.widgets.offers import offer_blocks
from simulator.tui.widgets.page import MEASURE
from simulator.tui.widgets.rating import Rating

WHEEL_LINES = 3

LEAD_CELLS = 1
NUMBER_COLUMN = 3
"""Where the number of an offer stands."""


class Stage(Drawn):
    """Two panes, one above the other: what is said, and the offers, one of which is marked.

    A click marks an offer, a second click takes it, so that nothing is said by accident. How sure one was is said by
    one click, for it can be said anew.
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {"stage--marked", "stage--closed"}

    class Taken(Message):
        """The marked offer was clicked again."""

    class Rated(Message):
        """It was clicked how sure one was of the answer on show, 1 to 3."""

        def __init__(self, confidence: int) -> None:
            super().__init__()
            self.confidence = confidence

    def __init__(self, id: str) -> None:
        super().__init__(id, " " * LEAD_CELLS, airy=True)
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

    def begin(self, said: Sequence[Block], offers: Sequence[Offer], *, mark_first: bool = True) -> None:
        """Show this from its top, the first open offer marked or none."""
        self._said.top = self._list.top = 0
        first = next((place for place, offer in enumerate(offers) if offer.open), None)
        self.place = first if mark_first else None
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
        """Mark the next open offer, or the one before; from none, the first or the last."""
        outside = -1 if step > 0 else len(self.offers)
        place = outside if self.place is None else self.place
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
        if offset is None:
            return
        for confidence, region in self._ratings():
            if region.contains_point(offset):
                self.post_message(self.Rated(confidence))
        place = self._place_at(offset.y - self.top_rows)
        if place is None:
            return
        if place == self.place:
            self.post_message(self.Taken())
        elif not self.mark(place):
            self.app.bell()

    def spots(self) -> Iterator[Spot]:
        """Each open offer in sight. To go there marks it and never takes it: that is worth a key of its own.

        Also how sure one was, if that is asked.
        """
        for confidence, region in self._ratings():
            yield Spot(region.x + 1, region.y, partial(self.post_message, self.Rated(confidence)))
        top = self.top_rows + self._said.height + 1
        in_sight = self._owners[self._list.top : self._list.top + self._list.height]
        for place, offer in enumerate(self.offers):
            if offer.open and place in in_sight:
                yield Spot(NUMBER_COLUMN, top + in_sight.index(place), partial(self.mark, place))

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        self._wheel(event, WHEEL_LINES)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        self._wheel(event, -WHEEL_LINES)

    def _wheel(self, event: events.MouseEvent, lines: int) -> None:
        offset = event.get_content_offset(self)
        over_said = offset is not None and offset.y - self.top_rows <= self._said.height
        if (self._said if over_said else self._list).scroll(lines):
            self.redraw()

    def _ratings(self) -> Iterator[tuple[int, Region]]:
        """Each way to say how sure one was, with its place in the content, if that is in sight."""
        width = min(MEASURE, max(1, self.content_size.width - LEAD_CELLS - 1))
        row = -self._said.top
        for block in self._blocks:
            if isinstance(block, Rating) and 0 <= row < self._said.height:
                for confidence, start, end in block.places(width):
                    yield confidence, Region(LEAD_CELLS + start, self.top_rows + row, end - start, 1)
                return
            row += len(block.lines(width))

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
