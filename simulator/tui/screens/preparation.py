"""Before the conference: the dossier, key messages of one's own, what must not be said, and an opening statement."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widgets import Input, Static, TextArea

from simulator.errors import PodiumError
from simulator.exercise.clock import Clock, RunningClock
from simulator.language.catalogue import template
from simulator.session.advance import before_start
from simulator.session.preparation import OPENING_MAX
from simulator.session.view import desk
from simulator.tui.preparing import Preparing, keep, opened
from simulator.tui.screens.base import PodiumScreen
from simulator.tui.widgets.countdown import Countdown
from simulator.tui.widgets.dossier import dossier_page
from simulator.tui.widgets.key_footer import KeyFooter
from simulator.tui.widgets.masthead import Masthead
from simulator.tui.widgets.modes import mode_tag
from simulator.tui.widgets.ordered_area import OrderedArea
from simulator.tui.widgets.page import Sheet
from simulator.tui.widgets.preparation_form import PreparationForm
from simulator.tui.widgets.speech import length_told

if TYPE_CHECKING:
    from simulator.scenario.model import Scenario
    from simulator.session.modes import Mode
    from simulator.session.view import Desk
    from simulator.tui.rounds import StepToPlay

TICK = 0.25
KEPT_TICKS = 8
"""Looks at the clock between two times that the draft is kept."""

TIME_MS = 10 * 60_000
"""How long the journalists wait in patience. Nobody is called in: whoever writes slowly may go on."""


class PreparationScreen(PodiumScreen[None]):
    """Nothing of the session has begun yet: it begins, prepared, as one goes in. Until then all of it is a draft."""

    CSS_PATH = "../styles/preparation.tcss"
    AUTO_FOCUS = "Input"
    TYPING = True
    HELP_TEXT = template(
        "Read the dossier, then write up to three messages that every answer should come back to, mark what must not "
        "be said, and write what you open the conference with: it is graded like an answer. Tab and Enter lead from "
        "field to field, space marks. Nothing has to be filled in. {go_in} goes in to the journalists, {go_back} goes "
        "back and keeps what you have written. The clock only tells how long they have been waiting."
    )
    # No key has priority, or it would overtake letters that were typed before it.
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f9,ctrl+s", "go_in", template("To the journalists"), key_display="F9"),
        Binding("f2", "open_dossier", template("Dossier"), key_display="F2"),
        Binding("tab", "app.focus_next", template("Next field"), key_display="Tab"),
        Binding("escape", "go_back", template("Back"), key_display="Esc"),
        Binding("ctrl+down", "scroll(3)", template("Scroll the dossier"), key_display="Ctrl+↑↓", show=False),
        Binding("ctrl+up", "scroll(-3)", "", show=False),
    ]

    def __init__(
        self, scenario: Scenario, fields: Preparing, clock: Clock | None = None, step: StepToPlay | None = None
    ) -> None:
        super().__init__()
        self._step = step
        self._scenario = scenario
        self._fields = self._kept = fields
        self._clock = clock or RunningClock()
        self._ticks = 0
        self._keeping = asyncio.Lock()
        self.reading = False
        """Whether the opening statement is being graded."""

    @property
    def story(self) -> Scenario:
        return self._scenario

    def retell(self, story: Scenario) -> None:
        self._scenario = story

    def compose(self) -> ComposeResult:
        yield Masthead()
        with Horizontal(id="bar"):
            yield Static(id="heading")
            yield Countdown()
        with Horizontal(id="preparing"):
            yield VerticalScroll(Sheet(), id="papers", can_focus=False)
            yield PreparationForm(self._scenario.dossier.restricted_at_first, self._fields)
        yield Static(id="length")
        yield KeyFooter()

    def on_mount(self) -> None:
        super().on_mount()
        self.set_interval(TICK, self._tick)
        # Should it fail, the opening statement will tell.
        warming = asyncio.to_thread(self.podium.house.warm_up)
        self.run_worker(warming, group="warm-up", exit_on_error=False)

    def fill(self) -> None:
        catalogue = self.podium.catalogue
        tag = mode_tag(self._mode, catalogue)
        self.query_one(Masthead).show(self._scenario.title, self._scenario.clock.start, tag)
        papers = dossier_page(desk(self._scenario, before_start(self._scenario)), catalogue)
        self.query_one(Sheet).show(papers)
        self.query_one(PreparationForm).fill(catalogue)
        self._show_state()
        self._show_clock()
        super().fill()

    @property
    def _mode(self) -> Mode:
        return self._step.mode if self._step else self.podium.mode

    @property
    def _form(self) -> PreparationForm:
        return self.query_one(PreparationForm)

    def _show_state(self) -> None:
        self._form.set_locked(self.reading)
        self._show_length()
        self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """While the opening statement is graded there is nothing to do but to wait."""
        return action not in ("go_in", "go_back", "open_dossier") or not self.reading

    @on(TextArea.Changed)
    def _show_length(self) -> None:
        if self.reading:
            shown = Content.styled(self.say(template("Your opening statement is being read…")), "bold $primary")
        else:
            shown = Content.styled(length_told(self._form.opening, self.podium.catalogue), "$quiet")
        self.query_one("#length", Static).update(shown, layout=False)

    @on(OrderedArea.Full)
    def _tell_full(self) -> None:
        most = f"{OPENING_MAX:,}".replace(",", "." if self.podium.catalogue.tongue == "vi" else ",")
        text = template("An opening statement has at most {most} characters; what is beyond was left out.")
        self.podium.tell(self.say(text, most=most))

    @on(Input.Submitted)
    def _next_field(self) -> None:
        self.focus_next()

    def _tick(self) -> None:
        self._show_clock()
        self._ticks += 1
        if self._ticks % KEPT_TICKS == 0:
            self._keep_soon()

    def _show_clock(self) -> None:
        left = TIME_MS - self._clock.now_ms()
        waiting = template("The journalists are waiting; go in when you are ready")
        name = self.say(template("Before the conference") if left > 0 else waiting)
        self.query_one("#heading", Static).update(Content.styled(name, "bold $secondary"), layout=False)
        self.query_one(Countdown).show(left if left > 0 else None)

    def on_screen_suspend(self) -> None:
        """Something lies over it, or it goes away."""
        if not self.reading:
            self._keep_soon()

    def _keep_soon(self) -> None:
        fields = self._form.fields
        if fields != self._kept and not self.reading:
            self._kept = fields
            self.app.run_worker(self._keep(fields), group="draft")

    async def _keep(self, fields: Preparing) -> None:
        house = self.podium.house
        async with self._keeping:  # One after the other, so that the last is what stays.
            await asyncio.to_thread(keep, house, self._scenario, fields)

    async def action_go_in(self) -> None:
        """Begin the conference. If it cannot be begun, that is told, and everything stands as it was written."""
        if self.podium.busy:
            self.podium.tell_busy()
            return
        house, scenario, mode, fields = self.podium.house, self._scenario, self._mode, self._form.fields
        begin = self._step.begin if self._step else None
        self.reading = True
        self._show_state()
        await self.podium.enter_press_room(lambda: opened(house, scenario, mode, fields, begin), self._failed)

    async def _failed(self, error: PodiumError) -> None:
        self.podium.say_error(error)
        self.reading = False
        self._show_state()

    def action_open_dossier(self) -> None:
        from simulator.tui.screens.dossier import DossierScreen

        def read() -> Desk:
            return desk(self._scenario, before_start(self._scenario))

        self.app.push_screen(DossierScreen(read(), self._scenario.clock.start, lambda: None, reread=read))

    def action_scroll(self, lines: int) -> None:
        self.query_one("#papers").scroll_relative(y=lines, animate=False)

    def action_go_back(self) -> None:
        self.dismiss()
