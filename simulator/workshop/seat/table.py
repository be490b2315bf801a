"""The seat of those at a table who do not speak now: the question, one's card, a field for what one suggests."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Static

from simulator.language.catalogue import template
from simulator.language.words import ROLE_NAMES
from simulator.scenario.role_cards import Role
from simulator.scenario.scenes import Decision, Question
from simulator.session.advance import ANSWER_MAX
from simulator.session.asked import present_id
from simulator.session.view import desk
from simulator.tui.widgets.aftermath import in_one_column
from simulator.tui.widgets.blocks import Block, Paragraph, heading
from simulator.tui.widgets.countdown import Countdown
from simulator.tui.widgets.key_footer import KeyFooter
from simulator.tui.widgets.masthead import Masthead
from simulator.tui.widgets.modes import mode_tag
from simulator.tui.widgets.ordered_area import OrderedArea
from simulator.tui.widgets.page_view import PageView
from simulator.tui.widgets.plain import plain
from simulator.tui.windows import WIDE
from simulator.workshop.room import events as e
from simulator.workshop.seat.listening_screen import SEATING
from simulator.workshop.seat.role_card import card_of, only, roles_at
from simulator.workshop.seat.room_bar import RoomBar
from simulator.workshop.seat.spoken import aftermath_spoken
from simulator.workshop.seat.suggesting import SuggestingScreen
from simulator.workshop.seat.table_blocks import card_blocks, draft_blocks, speaker_of, who_blocks
from simulator.workshop.seat.table_roles import take_role

if TYPE_CHECKING:
    from simulator.exercise.exercise import Exercise
    from simulator.session.state import SessionState
    from simulator.workshop.room.events import RoomEvent
    from simulator.workshop.room.state import RoomState
    from simulator.workshop.seat.desk import SeatDesk

TICK = 1.0
"""Seconds between two looks at the clock."""

KEPT_TICKS = 2
"""Looks at the clock between two times that one's suggestion is kept."""


class TableScreen(SuggestingScreen):
    """What is written here is on the table for the others; only whoever speaks sends.

    After an answer its aftermath is on show until one goes on. When one is to speak oneself, that comes at once where
    nothing is being written, else with the next step or the key; what is written goes along as one's draft.
    """

    CSS_PATH = ["styles/seat.tcss", "styles/table.tcss"]  # noqa: RUF012  # declared so by Textual
    AUTO_FOCUS = ""
    TYPING = True
    HEARS = (*SEATING, e.NextRun)
    HELP_TEXT = template(
        "Another at your table speaks. You have a card of your own: what it tells, the others cannot read, so write it "
        "down for them. What you write is on the table at once, and whoever speaks can take it over. {open_dossier} "
        "opens the dossier as you read it, {turn_page} turns to your card and back, {leave} goes to the lobby."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f9", "take_floor", template("Speak now"), key_display="F9"),
        Binding("f9", "go_on", template("Continue"), key_display="F9"),
        Binding("f5", "turn_page", template("Card"), key_display="F5"),
        Binding("ctrl+down", "scroll(3)", template("Scroll"), key_display="Ctrl+↑↓"),
        Binding("ctrl+up", "scroll(-3)", "", show=False),
        Binding("escape", "leave", template("Lobby"), key_display="Esc"),
    ]

    def __init__(self, exercise: Exercise, desk: SeatDesk, carried: str = "") -> None:
        super().__init__(exercise, desk, carried)
        self.role: Role = desk.room.state.role(self.seat)
        self.looking_back = False
        self._own_before = ""
        """What one had suggested for the question that has been answered."""
        self._shows_card = False
        self._ticks = 0

    def compose(self) -> ComposeResult:
        yield Masthead()
        yield RoomBar()
        with Horizontal(id="bar"):
            yield Static(id="heading")
            yield Countdown()
        with Horizontal(id="table"):
            with Vertical(id="answering"):
                yield PageView("said", " ", airy=True)
                yield OrderedArea(self._carried, most=ANSWER_MAX, id="words")
            yield PageView("card", "│ ", airy=True)
        yield KeyFooter()

    def on_mount(self) -> None:
        self._open_field()
        self.set_interval(TICK, self._tick)

    @property
    def is_asked(self) -> bool:
        """Whether something waits for an answer or a decision, so that one can suggest something."""
        return not self.looking_back and isinstance(self.table.scene, Question | Decision)

    @property
    def is_to_speak(self) -> bool:
        """Whether the roles have moved on to this seat, and it has not taken the floor yet."""
        return self.room.speaks(self.seat)

    # What is on the table.

    def fill(self) -> None:
        table, catalogue = self.table, self.podium.catalogue
        self.query_one(Masthead).show(self.scenario.title, table.time, mode_tag(self.state.mode, catalogue))
        self.query_one("#heading", Static).update(self._heading(), layout=False)
        self._show_pages()
        self._area.placeholder = self.say(template("What should be said? Your table reads along…"))
        self._area.border_title = Content(self.say(template("Your suggestion")))
        self._tick_clock()
        super().fill()
        self.refresh_bindings()

    def _heading(self) -> Content:
        if self.is_to_speak:
            told = self.say(template("You speak for the table now. F9 takes the floor; your text goes with you."))
            return Content.styled(told, "bold $warning")
        role = self.say(template("You are the {role}"), role=self.say(ROLE_NAMES[self.role]))
        speaker = speaker_of(self.room, self.seat.table)
        speaks = self.say(template("{name} speaks"), name=plain(speaker.name)) if speaker else ""
        return Content.assemble((role, "bold $secondary"), (f"  {speaks}", "$quiet"))

    def show_suggestions(self) -> None:
        self._show_pages()

    def _show_pages(self) -> None:
        wide = self.app.size.width >= WIDE
        card = [*self._card()] if wide or self._shows_card else []
        self.query_one("#card", PageView).show(card if wide else ())
        self.query_one("#said", PageView).show(card if self._shows_card and not wide else self._said())

    def _said(self) -> Iterator[Block]:
        from simulator.tui.widgets.speaker import speaker_blocks

        catalogue, told = self.podium.catalogue, self.told() if self.looking_back else None
        if told is not None:
            yield from in_one_column(told, catalogue)
            if self._own_before.strip():
                yield heading(self.say(template("Your suggestion")))
                yield Paragraph(Content.styled(self._own_before, "$quiet"), Content(" "), bar="$rule", indent=0)
            return
        if self.table.ended:
            yield Paragraph(Content.styled(self.say(template("The press conference is over.")), "bold"))
            return
        yield from speaker_blocks(self.table, catalogue, self.state.press)
        if isinstance(self.table.scene, Decision):
            for offer in self.table.offers:
                yield Paragraph(Content(offer.text), Content.styled("· ", "$primary"))
        if self.is_asked:
            yield from draft_blocks(self._suggestions, speaker_of(self.room, self.seat.table), catalogue)

    def _card(self) -> Iterator[Block]:
        catalogue, present = self.podium.catalogue, roles_at(self.room, self.seat.table)
        card = card_of(self.scenario, self.role, present)
        own = only(desk(self.scenario, self.state), card.holds if card else ())
        yield from card_blocks(card, self.role, own, catalogue)
        yield from who_blocks(self.room, self.seat, catalogue)

    def _tick(self) -> None:
        self._tick_clock()
        self._ticks += 1
        if self._ticks % KEPT_TICKS == 0:
            self.keep()

    def _tick_clock(self) -> None:
        stands = self.room.paused or self.room.closed
        self.query_one(Countdown).show(self.left_ms() if self.is_asked else None, stands=stands)

    async def on_resize(self, event: events.Resize) -> None:
        self.fill()

    # What comes in.

    async def session_moved(self, before: SessionState) -> None:
        """An answer was given, or the story has gone on: to its aftermath, with one's suggestion kept where it was."""
        scene = present_id(self.state)
        if scene != self._scene:
            self.keep()
            self._own_before = self._area.text
            self.looking_back = len(self.state.path) > len(before.path) and self.told() is not None
            self._begin_scene(scene)
        if self.is_to_speak and not self.looking_back and not self.table.ended and not self._area.text.strip():
            self._take_role("")
            return
        self._begin_page()
        if self.table.ended and not self.looking_back:
            await self.seat_app.ended(self.exercise)

    def _begin_page(self) -> None:
        self._shows_card = False
        self._open_field()
        self.fill()
        self.query_one("#said", PageView).begin()
        self.speak()

    def spoken(self) -> str:
        told = self.told() if self.looking_back else None
        return aftermath_spoken(told, self.podium.catalogue) if told else super().spoken()

    def concerns(self, state: RoomState, event: RoomEvent) -> bool:
        table = state.seats[self.desk.seat_id].table
        if isinstance(event, e.Rotated):
            return event.table in ("", table)
        seat = state.seats.get(getattr(event, "seat", ""))
        return seat is not None and seat.table == table

    async def room_changed(self) -> None:
        """Another role's card at once; the floor at once where nothing is being written or read."""
        self.role = self.room.role(self.seat)
        if self.is_to_speak and not self._area.text.strip() and not self.looking_back:
            self._take_role("")
        else:
            self.fill()

    # Keys.

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action == "take_floor":
            return self.is_to_speak
        if action == "go_on":
            return self.looking_back and not self.is_to_speak
        if action == "turn_page":
            return self.app.size.width < WIDE
        return True

    async def action_go_on(self) -> None:
        """Past the aftermath, to what is on the table."""
        self.looking_back = False
        self._own_before = ""
        if self.table.ended:
            await self.seat_app.ended(self.exercise)
        else:
            self._begin_page()

    def action_take_floor(self) -> None:
        """Speak for the table from now on, with one's own text as the draft."""
        self._take_role(self._area.text)

    def _open_field(self) -> None:
        """The field is there, and typed into, only while something is asked."""
        self._area.display = self.is_asked
        self.set_focus(self._area if self.is_asked else None)

    def on_screen_resume(self) -> None:
        """One has come back from what lay over it, while the roles may have moved on."""
        if self.is_to_speak and not self.looking_back and not self._area.text.strip():
            self._take_role("")

    def _take_role(self, carried: str) -> None:
        """If something lies over it, that comes first; see `on_screen_resume`."""
        self.keep()
        self.app.call_later(take_role, self.seat_app, self, carried)

    def action_turn_page(self) -> None:
        """To one's card, or back to the question; a wide window has both."""
        self._shows_card = not self._shows_card
        self._show_pages()
        self.query_one("#said", PageView).begin()

    def action_scroll(self, lines: int) -> None:
        if not self.query_one("#said", PageView).scroll(lines):
            self.query_one("#card", PageView).scroll(lines)
