"""Answering in one's own words: the question in sight, a field to write in, and how long it takes to say."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Static, TextArea

from simulator.language.catalogue import template
from simulator.session.view import View
from simulator.tui.screens.base import PodiumScreen
from simulator.tui.widgets.countdown import Countdown
from simulator.tui.widgets.key_footer import KeyFooter
from simulator.tui.widgets.masthead import Masthead
from simulator.tui.widgets.ordered_area import OrderedArea
from simulator.tui.widgets.page_view import PageView
from simulator.tui.widgets.speaker import speaker_blocks

SYLLABLES_A_SECOND = 5.25
"""How fast Vietnamese is spoken (Coupé and others, Science Advances 5, 2019, doi 10.1126/sciadv.aaw2594)."""

TICK = 0.25

_WORD = re.compile(r"[^\W_]+")


def seconds_of_speech(text: str) -> int:
    """About how many seconds it takes to say a text."""
    return round(len(_WORD.findall(text)) / SYLLABLES_A_SECOND)


class OwnWordsScreen(PodiumScreen[tuple[str, bool]]):
    """Gives what was written, and whether it is to be said now; what is not said stays as a draft."""

    CSS_PATH = "../styles/own_words.tcss"
    HELP_TEXT = template(
        "Write your answer as you would say it; F9 says it. Esc goes back to the prepared lines and keeps what you "
        "have written. The line below tells how long it takes to say."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f9,ctrl+s", "say_it", template("Say it"), key_display="F9", priority=True),
        Binding("escape", "go_back", template("Prepared lines"), key_display="Esc", priority=True),
    ]

    def __init__(self, table: View, draft: str, left_ms: Callable[[], int | None]) -> None:
        super().__init__()
        self._table = table
        self._draft = draft
        self._left_ms = left_ms

    def compose(self) -> ComposeResult:
        yield Masthead()
        yield PageView(id="question")
        yield OrderedArea(self._draft, placeholder="", id="words")
        yield Static(id="length")
        yield Countdown()
        yield KeyFooter()

    def on_mount(self) -> None:
        super().on_mount()
        self.query_one(OrderedArea).focus()
        self.set_interval(TICK, self._show_countdown)

    def fill(self) -> None:
        self.query_one(Masthead).show(self.say(template("In your own words")), self._table.time)
        self.query_one(PageView).show(speaker_blocks(self._table, self.podium.catalogue))
        self.query_one(OrderedArea).placeholder = self.say(template("Your answer, as you would say it…"))
        self._show_length()
        self._show_countdown()
        super().fill()

    @on(TextArea.Changed)
    def _show_length(self) -> None:
        text = self.query_one(OrderedArea).text
        told = template("about {seconds} seconds to say, {words} syllables")
        words = len(_WORD.findall(text))
        shown = self.say(told, seconds=seconds_of_speech(text), words=words) if words else ""
        self.query_one("#length", Static).update(Content.styled(shown, "$quiet"), layout=False)

    def _show_countdown(self) -> None:
        left = self._left_ms()
        countdown = self.query_one(Countdown)
        countdown.display = left is not None
        countdown.show(left)

    def action_say_it(self) -> None:
        """Say it, unless there is nothing to say."""
        text = self.query_one(OrderedArea).text
        if text.strip():
            self.dismiss((text, True))
        else:
            self.app.bell()

    def action_go_back(self) -> None:
        self.dismiss((self.query_one(OrderedArea).text, False))
