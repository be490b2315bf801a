"""Answering in one's own words: the question in sight, a field to write in, and how long it takes to say."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Protocol

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.timer import Timer
from textual.widgets import Static, TextArea

from simulator.language.catalogue import template
from simulator.session.advance import ANSWER_MAX
from simulator.session.modes import Mode
from simulator.session.press import Press
from simulator.session.view import View
from simulator.tui.key_map import shown_keys
from simulator.tui.screens.base import PodiumScreen
from simulator.tui.widgets.blocks import Block
from simulator.tui.widgets.countdown import Countdown
from simulator.tui.widgets.hint import hint_blocks
from simulator.tui.widgets.key_footer import KeyFooter
from simulator.tui.widgets.masthead import Masthead
from simulator.tui.widgets.modes import mode_tag
from simulator.tui.widgets.ordered_area import OrderedArea
from simulator.tui.widgets.own_messages import OwnMessages
from simulator.tui.widgets.page import Sheet
from simulator.tui.widgets.page_view import PageView
from simulator.tui.widgets.side import Notes, side_blocks
from simulator.tui.widgets.speaker import speaker_blocks
from simulator.tui.widgets.spoken_length import SpokenLength, full_told

if TYPE_CHECKING:
    from simulator.session.hints import Hint

TICK = 0.25
"""Seconds between two looks at the clock, where the question has one."""

KEPT_EVERY = 2.0
"""Seconds between two times that the draft is kept."""

TOLD_AFTER = 0.8
"""Seconds after which the length of what is written is told: at every letter it would cost a paint of its own."""


class Answering(Protocol):
    """What the screen needs of the press room."""

    @property
    def title(self) -> str: ...
    @property
    def notes(self) -> Notes: ...
    @property
    def mode(self) -> Mode: ...
    @property
    def press(self) -> Press | None: ...
    @property
    def hint(self) -> Hint | None: ...
    @property
    def table(self) -> View: ...
    @property
    def draft(self) -> str: ...
    @property
    def reading(self) -> bool: ...
    def write(self, text: str) -> None: ...
    def keep(self) -> None: ...
    def left_ms(self) -> int | None: ...
    def open_dossier(self) -> None: ...
    async def say(self, text: str) -> None: ...


class OwnWordsScreen(PodiumScreen[None]):
    """Writes a draft. Once it is said, the screen waits for the press room to take it away."""

    CSS_PATH = "../styles/own_words.tcss"
    AUTO_FOCUS = "#words"
    TYPING = True
    HELP_TEXT = template(
        "Write your answer as you would say it. Enter begins a new line; {say_it} says the answer. {go_back} goes "
        "back to the prepared lines and keeps what you have written. The line below tells how long it takes to say."
    )
    # No key has priority, or it would overtake letters that were typed before it.
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f9,ctrl+s", "say_it", template("Say it"), key_display="F9"),
        Binding("escape", "go_back", template("Prepared lines"), key_display="Esc"),
        Binding("f2", "open_dossier", template("Dossier"), key_display="F2"),
        Binding("ctrl+down", "scroll(1)", template("Scroll the question"), key_display="Ctrl+↑↓", show=False),
        Binding("ctrl+up", "scroll(-1)", "", show=False),
    ]

    def __init__(self, answering: Answering) -> None:
        super().__init__()
        self._answering = answering
        self._nothing_yet = False
        self._length_told: Timer | None = None
        self._laid_out = False

    def compose(self) -> ComposeResult:
        self._css_update_count = self.app._css_update_count
        yield Masthead()
        with Horizontal(id="bar"):
            yield Static(id="heading")
            yield Countdown()
        yield VerticalScroll(Sheet(id="question"), id="asked-of", can_focus=False)
        with Horizontal(id="desk"):
            yield OrderedArea(self._answering.draft, most=ANSWER_MAX, id="words")
            yield PageView("side", "│ ", airy=True)
        yield OwnMessages(self._answering.notes.own)
        yield SpokenLength(id="length")
        yield KeyFooter()

    def on_mount(self) -> None:
        super().on_mount()
        self._laid_out = True
        if self._area.text != self._answering.draft:  # It was read in after the field had been made.
            self._area.load_text(self._answering.draft)
        self._area.move_cursor(self._area.document.end)
        # Held here, for Textual itself does not hold a timer that stands.
        self._ticking = self.set_interval(TICK, self._show_countdown, pause=self._answering.left_ms() is None)
        self._keeping = self.set_interval(KEPT_EVERY, self._answering.keep)

    def begin_anew(self) -> None:
        """For another question, or the same one once more: with its draft, and from the top.

        One that is being laid out begins anew of itself.
        """
        if not self._laid_out:
            return
        self._nothing_yet = False
        self._area.load_text(self._answering.draft)
        self._area.move_cursor(self._area.document.end)
        self.query_one("#asked-of").scroll_home(animate=False)
        self.set_focus(self._area)
        self.fill()

    def on_screen_resume(self, event: events.ScreenResume) -> None:
        """Its clocks run while it is seen."""
        # It comes up for every answer, and Textual would look up the styles of all its widgets each time.
        event.refresh_styles = self._css_update_count != self.app._css_update_count
        self._css_update_count = self.app._css_update_count
        self._keeping.resume()
        if self._answering.left_ms() is not None:
            self._ticking.resume()

    @property
    def _area(self) -> OrderedArea:
        return self.query_one(OrderedArea)

    def fill(self) -> None:
        table = self._answering.table
        tag = mode_tag(self._answering.mode, self.podium.catalogue)
        self.query_one(Masthead).show(self._answering.title, table.time, tag)
        name = Content.styled(self.say(template("In your own words")), "bold $secondary")
        self.query_one("#heading", Static).update(name, layout=False)
        self.query_one("#question", Sheet).show(self._asked(table))
        side = side_blocks(self._answering.notes, table.headlines, self.podium.catalogue)
        self.query_one(PageView).show(side)
        self._area.placeholder = self.say(template("Your answer, as you would say it…"))
        self._area.border_subtitle = Content(
            self.say(template("Enter: new line · {key}: say it"), key=shown_keys(self)["say_it"])
        )
        self.show_state()
        self._show_countdown()
        super().fill()

    def _asked(self, table: View) -> list[Block]:
        catalogue, hint = self.podium.catalogue, self._answering.hint
        asked = speaker_blocks(table, catalogue, self._answering.press)
        return [*asked, *hint_blocks(hint, catalogue)] if hint else asked

    def show_state(self) -> None:
        """Whether it is being written or graded."""
        self._area.read_only = self._answering.reading
        self._show_length()
        self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """While the answer is graded there is nothing to do but to wait."""
        return action not in ("say_it", "go_back", "open_dossier") or not self._answering.reading

    @on(TextArea.Changed)
    def _written(self, event: TextArea.Changed) -> None:
        event.stop()  # The App has no use for it, and it comes at every letter.
        self._nothing_yet = False
        self._answering.write(self._area.text)
        if self._length_told is None:
            self._length_told = self.set_timer(TOLD_AFTER, self._tell_length)

    @on(OrderedArea.Full)
    def _tell_full(self) -> None:
        self.podium.tell(full_told(self.podium.catalogue))

    def _tell_length(self) -> None:
        self._length_told = None
        # A screen that is being taken down loses its widgets before its timers.
        if all(self.query(widget.__name__) for widget in (OrderedArea, OwnMessages, SpokenLength)):
            self._show_length()

    def _show_length(self) -> None:
        self.query_one(OwnMessages).show(self._area.text)
        length = self.query_one(SpokenLength)
        length.show(
            self._area.text, self.podium.catalogue, reading=self._answering.reading, nothing_yet=self._nothing_yet
        )

    def _show_countdown(self) -> None:
        self.query_one(Countdown).show(self._answering.left_ms())

    def on_screen_suspend(self) -> None:
        """Something lies over it, or it goes away."""
        self._answering.keep()
        self._keeping.pause()
        self._ticking.pause()

    async def action_say_it(self) -> None:
        """Say it, unless there is nothing to say."""
        text = self._area.text
        self._nothing_yet = not text.strip()
        if self._nothing_yet:
            self._show_length()
        else:
            await self._answering.say(text)

    def action_go_back(self) -> None:
        self.dismiss()

    def action_open_dossier(self) -> None:
        self._answering.open_dossier()

    def action_scroll(self, lines: int) -> None:
        self.query_one("#asked-of").scroll_relative(y=lines, animate=False)
