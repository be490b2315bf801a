"""What a bot sees: which place of Podium a screen shows, what stands in the field, and which line is marked.

Places are known by the keys that the footer offers, in the language of the seat, as people know them.
"""

from __future__ import annotations

import re
from typing import Literal

from simulator.language.catalogue import Catalogue
from simulator.workshop.bots.answers import squeezed
from simulator.workshop.screen_reading import PaintedScreen

PlaceSeen = Literal["nothing", "briefing", "question", "writing", "decision", "reading", "aftermath", "ending", "other"]
"""nothing: no screen of an App yet. reading: something that is only read. other: an App's screen, none of these."""

PRESS_ROOM: tuple[PlaceSeen, ...] = ("question", "writing", "decision", "reading", "aftermath", "ending")

FOOTER_ROWS = 4
"""The footer stands in one of so many last rows."""

_MARKED = re.compile(r"^ *▌ ?(?:([1-9]) |F5)")


class Sight:
    """Reads screens of one language."""

    def __init__(self, catalogue: Catalogue) -> None:
        say = catalogue.say
        self._help = f"F1 {say('Help')}"
        self._places: tuple[tuple[str, PlaceSeen], ...] = (
            (f"Enter {say('Say it')} ", "question"),
            (f"Enter {say('Decide')} ", "decision"),
            (f"F9 {say('Say it')} ", "writing"),
            (f"Enter {say('Into the press room')} ", "briefing"),
            (f"Enter {say('Debrief')} ", "ending"),
        )
        self._placeholder = squeezed(say("Your answer, as you would say it…"))
        self._goes_on = f"Enter {say('Continue')} "
        self._answered = tuple(say(text) for text in ("Your answer", "Your answer is recorded", "You kept silent"))

    def footer(self, screen: PaintedScreen) -> str:
        """The row that offers the keys; empty if there is none."""
        lowest = range(screen.rows - 1, max(-1, screen.rows - 1 - FOOTER_ROWS), -1)
        return next((row for row in map(screen.row, lowest) if self._help in row), "")

    def place(self, screen: PaintedScreen) -> PlaceSeen:
        """Which place a screen shows."""
        footer = self.footer(screen)
        if not footer:
            return "nothing"
        for keys, place in self._places:
            if keys in footer:
                return place
        if self._goes_on in footer:
            return "aftermath" if self._tells_answer(screen) else "reading"
        return "other"

    def _tells_answer(self, screen: PaintedScreen) -> bool:
        rows = (screen.row(y).lstrip() for y in range(screen.rows))
        return any(row.startswith(self._answered) for row in rows)

    def field(self, screen: PaintedScreen) -> str:
        """What stands in the field for an answer, without blanks; of a long one the part in sight."""
        bottom = next((y for y in range(screen.rows - 1, -1, -1) if "╰" in screen.row(y)), -1)
        if bottom < 0:
            return ""
        left, right = screen.row(bottom).index("╰"), screen.row(bottom).rindex("╯")
        inside: list[str] = []
        for y in range(bottom - 1, -1, -1):
            if screen.cells(y, left, left + 1) == "╭":
                break
            inside.append(screen.cells(y, left + 1, right))
        written = squeezed("".join(reversed(inside)))
        return "" if written == self._placeholder else written

    def marked(self, screen: PaintedScreen) -> str:
        """The number of the marked line, `0` for one's own words; empty if none is marked or in sight."""
        for y in range(screen.rows):
            if found := _MARKED.match(screen.row(y)):
                return found[1] or "0"
        return ""
