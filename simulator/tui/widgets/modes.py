"""The three modes told apart: by a sign, a word and a colour; and the line where one of them is chosen."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial

from textual import events
from textual.content import Content
from textual.message import Message
from textual.widget import Widget

from simulator.language.catalogue import Catalogue, template
from simulator.language.words import MODE_MEANINGS, MODE_NAMES
from simulator.session.modes import MODES, Mode
from simulator.tui.speaking import catalogue
from simulator.tui.spots import Spot

SIGNS: Mapping[Mode, str] = {"guided": "◔", "practice": "◑", "exam": "●"}
"""The fuller the circle, the more one is on one's own."""

TONES: Mapping[Mode, str] = {"guided": "$success", "practice": "$secondary", "exam": "$warning"}

GAP = 3


def mode_tag(mode: Mode, catalogue: Catalogue) -> Content:
    """The mode's sign and name, for the masthead."""
    return Content.styled(f"{SIGNS[mode]} {catalogue.say(MODE_NAMES[mode])}", f"bold {TONES[mode]}")


class ModeBar(Widget, can_focus=False):
    """Two lines: the modes, the chosen one marked, and what it means. A click chooses."""

    ALLOW_SELECT = False

    class Chosen(Message):
        """A mode was clicked."""

        def __init__(self, mode: Mode) -> None:
            super().__init__()
            self.mode = mode

    def __init__(self) -> None:
        super().__init__(id="modes")
        self._mode: Mode = "practice"

    def show(self, mode: Mode) -> None:
        """Mark the chosen mode; said anew in the present language."""
        self._mode = mode
        self.refresh()

    def render(self) -> Content:
        say, width = catalogue(self).say, self.content_size.width
        names = [Content.styled(self._lead, "$quiet"), *(self._named(mode) for mode in MODES)]
        meaning = Content.styled(say(MODE_MEANINGS[self._mode]), "$quiet")
        line = Content(" " * GAP).join(names).truncate(width)
        return Content("\n").join([line, meaning.truncate(width, ellipsis=True)])

    def on_click(self, event: events.Click) -> None:
        offset = event.get_content_offset(self)
        for mode, start, end in self._placed():
            if offset is not None and offset.y == 0 and start <= offset.x < end:
                self.post_message(self.Chosen(mode))

    def spots(self) -> Iterator[Spot]:
        """Each mode."""
        for mode, start, _ in self._placed():
            yield Spot(start, 0, partial(self.post_message, self.Chosen(mode)))

    def _placed(self) -> Iterator[tuple[Mode, int, int]]:
        """Each mode with the columns at which it begins and ends."""
        start = len(self._lead)
        for mode in MODES:
            start, end = start + GAP, start + GAP + self._named(mode).cell_length
            yield mode, start, end
            start = end

    @property
    def _lead(self) -> str:
        return catalogue(self).say(template("Mode:"))

    def _named(self, mode: Mode) -> Content:
        if mode == self._mode:
            return Content.assemble(("▸ ", "bold $primary"), mode_tag(mode, catalogue(self)).stylize("underline", 2))
        return Content.styled(f"  {SIGNS[mode]} {catalogue(self).say(MODE_NAMES[mode])}", "$quiet")
