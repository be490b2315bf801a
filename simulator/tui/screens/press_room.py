"""The press room: the question, the lines, the clock, trust and heat, and what each answer did."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import ListView, Static

from simulator.errors import PodiumError
from simulator.language.catalogue import template
from simulator.scenario.scenes import Decision, Inject, Question
from simulator.session.events import IllegalEvent
from simulator.session.view import View, desk, view
from simulator.tui.screens.base import PodiumScreen
from simulator.tui.widgets.aftermath import aftermath
from simulator.tui.widgets.choices import ChoiceItem, Choices
from simulator.tui.widgets.countdown import Countdown
from simulator.tui.widgets.key_footer import KeyFooter
from simulator.tui.widgets.masthead import Masthead
from simulator.tui.widgets.meter import Meter
from simulator.tui.widgets.speaker import Speaker
from simulator.tui.widgets.ticker import Ticker

if TYPE_CHECKING:
    from collections.abc import Callable

    from simulator.exercise.exercise import Exercise

TICK = 0.25
"""Seconds between two looks at the clock of a timed question."""


class PressRoomScreen(PodiumScreen[None]):
    """One session, scene by scene. After an answer its aftermath is on show until the player goes on."""

    CSS_PATH = "../styles/press_room.tcss"
    HELP_TEXT = template(
        "Mark a line with the arrow keys or its number and say it with Enter; with the mouse, a first click marks and a second "
        "says it. Lines marked ✕ are closed and say why. F2 opens the dossier. After each answer you see its levels, the "
        "words they rest on (a, b, …) and what changed; U takes the answer back, for another try. Every answer is kept at once: "
        "leave when you like and resume later."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "go_on", template("Continue"), key_display="Enter", priority=True),
        Binding("f2,d", "open_dossier", template("Dossier"), key_display="F2"),
        Binding("u", "take_back", template("Take back"), key_display="U"),
        Binding("escape", "leave", template("Leave"), key_display="Esc"),
        Binding("pagedown,space", "scroll(8)", "", show=False),
        Binding("pageup", "scroll(-8)", "", show=False),
        *(Binding(str(number), f"mark({number})", "", show=False) for number in range(1, 10)),
    ]

    def __init__(self, exercise: Exercise) -> None:
        super().__init__()
        self.exercise = exercise
        self.looking_back = False
        """Whether the aftermath of the last answer is on show."""

    @property
    def table(self) -> View:
        """What is on the table now."""
        return view(self.exercise.scenario, self.exercise.state)

    def compose(self) -> ComposeResult:
        yield Masthead(self.exercise.scenario.title)
        with Horizontal(id="meters"):
            yield Meter(self.say(template("Trust")), "$trust", "trust")
            yield Meter(self.say(template("Heat")), "$heat", "heat")
            yield Static(id="gap")
            yield Countdown()
        with Horizontal(id="room"):
            with Vertical(id="stage"):
                yield Speaker(id="speaker")
                yield Choices(id="choices")
                yield VerticalScroll(id="aftermath")
            yield VerticalScroll(Static(id="side-text"), id="side", can_focus=False)
        yield Ticker(id="ticker")
        yield KeyFooter()

    def on_mount(self) -> None:
        super().on_mount()
        self.set_interval(TICK, self._tick)
        self._tell_drift()

    def _tell_drift(self) -> None:
        drift = self.exercise.drift
        if drift is None:
            return
        if drift.unfit:
            text = template(
                "The scenario has changed since: {unfit} of your last steps no longer fit. You go on from the last one that "
                "does; the earlier record is kept as it was."
            )
        else:
            text = template("The scenario has changed since you left; all your steps still fit.")
        self.notify(self.say(text, unfit=drift.unfit), severity="warning", timeout=15, markup=False)

    def fill(self) -> None:
        self._show()

    @work(exclusive=True, group="show")
    async def _show(self) -> None:
        table = self.table
        if table.ended and not self.looking_back:
            self._to_ending()
            return
        self._show_surroundings(table)
        self.query_one("#aftermath").display = self.looking_back
        self.query_one("#speaker").display = not self.looking_back
        self.query_one("#choices").display = not self.looking_back and bool(table.offers)
        if self.looking_back:
            await self._show_aftermath()
        else:
            self.query_one(Speaker).show(table)
            await self.query_one(Choices).show(table.offers)
            self.query_one("#choices" if table.offers else "#speaker").focus()
            self.refresh_bindings()

    def _show_surroundings(self, table: View) -> None:
        answers = self.exercise.state.answers
        last = answers[-1] if answers and self.looking_back else None
        self.query_one("#trust", Meter).show(table.trust, last.before.trust if last else None)
        self.query_one("#heat", Meter).show(table.heat, last.before.heat if last else None)
        self.query_one(Masthead).show_clock(table.time)
        self.query_one(Ticker).show(table.headlines)
        self.query_one("#side-text", Static).update(self._side(table))
        self._tick()

    async def _show_aftermath(self) -> None:
        panel = self.query_one("#aftermath", VerticalScroll)
        with self.app.batch_update():
            await panel.remove_children()
            await panel.mount_all(block.drawn() for block in aftermath(self.exercise, self.podium.catalogue))
            panel.scroll_home(animate=False)
        panel.focus()
        self.refresh_bindings()

    def _side(self, table: View) -> Content:
        parts: list[Content | str | tuple[str, str]] = [(self.say(template("Key messages")) + "\n", "bold $primary")]
        parts += [f"▪ {message}\n" for message in self.exercise.scenario.dossier.key_messages]
        parts.append(("\n" + self.say(template("Headlines")) + "\n", "bold $primary"))
        for headline in reversed(table.headlines):
            parts += [(f"{headline.time} ", "$quiet"), f"{headline.text}\n"]
        return Content.assemble(*parts)

    def offers(self, action: str) -> bool:
        if action == "take_back":
            return self.looking_back and self.exercise.can_take_back
        if action == "mark":
            return not self.looking_back
        return True

    def _tick(self) -> None:
        timed = not self.looking_back and not self.table.ended
        left = self.exercise.time_left_ms if timed else None
        self.query_one(Countdown).show(left)
        if left is not None and left <= 0:
            self._submit(self.exercise.let_time_pass)

    def action_go_on(self) -> None:
        """Enter: past the aftermath, past an inject, or say the marked line."""
        if self.looking_back:
            self.looking_back = False
            self.exercise.clock.go_on()
            self.fill()
        elif isinstance(self.table.scene, Inject):
            self._submit(self.exercise.go_on)
        else:
            self.query_one(Choices).action_select_cursor()

    @on(ListView.Selected, "#choices")
    def _chosen(self, event: ListView.Selected) -> None:
        if not isinstance(event.item, ChoiceItem) or self.looking_back:
            return
        choice = event.item.offer.id
        if isinstance(self.table.scene, Question):
            self._submit(lambda: self.exercise.choose_line(choice))
        elif isinstance(self.table.scene, Decision):
            self._submit(lambda: self.exercise.take_option(choice))

    def _submit(self, step: Callable[[], object]) -> None:
        """Make one step. It is recorded before the screen moves on; if it is refused, nothing has changed."""
        answered = len(self.exercise.state.answers)
        try:
            step()
        except IllegalEvent as refusal:
            self.notify(self.say(refusal.message, **refusal.params), severity="warning", markup=False)
        except PodiumError as error:
            self.podium.say_error(error)
        else:
            self.looking_back = len(self.exercise.state.answers) > answered
            if self.looking_back:
                self.exercise.clock.pause()
            self.fill()

    def action_mark(self, number: int) -> None:
        if not self.query_one(Choices).mark(number):
            self.app.bell()

    def action_take_back(self) -> None:
        self.looking_back = False
        self.exercise.clock.go_on()
        self._submit(self.exercise.take_back)

    def action_scroll(self, lines: int) -> None:
        target = "#aftermath" if self.looking_back else "#choices"
        self.query_one(target).scroll_relative(y=lines, animate=False)

    def action_open_dossier(self) -> None:
        from simulator.tui.screens.dossier import DossierScreen

        self.app.push_screen(DossierScreen(desk(self.exercise.scenario, self.exercise.state), self.table.time))

    def action_leave(self) -> None:
        from simulator.tui.screens.confirm import ConfirmScreen

        question = self.say(template("Leave the press room?"))
        detail = self.say(template("Every answer so far is kept. You can resume at this very place from the library."))
        self.app.push_screen(ConfirmScreen(question, detail), self._left)

    def _left(self, leave: bool | None) -> None:
        if leave:
            self.exercise.clock.pause()
            self.podium.to_library()

    def _to_ending(self) -> None:
        from simulator.tui.screens.ending import EndingScreen

        self.app.switch_screen(EndingScreen(self.exercise))


