"""The press room: the question, the lines, the clock, trust and heat, and what each answer did."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from importlib import import_module

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical

from simulator.language.catalogue import template
from simulator.scenario.scenes import Ending, Inject
from simulator.scenario.single import parted
from simulator.session.view import Headline, Offer
from simulator.tui.screens.press_room_steps import SteppingRoom
from simulator.tui.widgets.aftermath import in_one_column, in_two_columns
from simulator.tui.widgets.blocks import Block
from simulator.tui.widgets.gauges import Gauges
from simulator.tui.widgets.hint import hint_blocks
from simulator.tui.widgets.key_footer import KeyFooter
from simulator.tui.widgets.masthead import Masthead
from simulator.tui.widgets.modes import mode_tag
from simulator.tui.widgets.offers import own_words_offer
from simulator.tui.widgets.page_view import PageView
from simulator.tui.widgets.public_panel import PublicPanel
from simulator.tui.widgets.side import side_blocks
from simulator.tui.widgets.speaker import speaker_blocks
from simulator.tui.widgets.stage import Stage
from simulator.tui.widgets.ticker import Ticker
from simulator.tui.widgets.told import Told, model_of, sample, told_of
from simulator.tui.windows import WIDE

TICK = 0.25
"""Seconds between two looks at the clock of a timed question."""


PRESSING = ("simulator.exercise.pressing", "simulator.scoring.claims")
"""What presses rest on; it takes a quarter of a second to read in."""


class PressRoomScreen(SteppingRoom):
    """One session, scene by scene. After an answer its aftermath is on show until the player goes on."""

    CSS_PATH = "../styles/press_room.tcss"
    ASKS_BEFORE_LEAVING = True
    AUTO_FOCUS = ""

    def compose(self) -> ComposeResult:
        yield Masthead()
        yield Gauges(id="gauges")
        with Horizontal(id="room"):
            yield Stage("stage")
            with Vertical(id="beside"):
                yield PageView("side", "│ ", airy=True)
                yield PublicPanel()
        yield Ticker(id="ticker")
        yield KeyFooter()

    def on_mount(self) -> None:
        self._ticking = self.set_interval(TICK, self.tick, pause=True)
        self._begin_with_opening()
        self._fit_panel()
        self._show_stage(anew=True)
        self._show_surroundings()
        self.call_after_refresh(self._warm_up)
        self._tell_drift()
        if parted(self.exercise.scenario.id)[1] and self.may_write and not self.exercise.state.path:
            self.call_after_refresh(
                self.free.open
            )  # A question that is practised alone is answered in own words first.

    def on_unmount(self) -> None:
        """The field for answers goes with its press room."""
        self.app.call_later(self.free.put_away)

    def _begin_with_opening(self) -> None:
        """An opening statement is the first thing that is looked back on."""
        state = self.exercise.state
        if not state.path and state.preparation and told_of(self.exercise) is not None:
            (trust, _), (heat, _) = state.preparation.trust, state.preparation.heat
            self.before = state._replace(trust=trust, heat=heat)
            self.looking_back = True
            self.exercise.clock.pause()

    def _warm_up(self) -> None:
        """Draw an aftermath unseen, and read in what presses rest on, so that the first answer is no slower."""
        loading = asyncio.to_thread(lambda: [import_module(name) for name in PRESSING])
        self.run_worker(loading, group="warm-up", exit_on_error=False)
        stage = self.query_one(Stage)
        stage.strips(in_one_column(sample(), self.podium.catalogue), stage.visual_style)

    def _tell_drift(self) -> None:
        drift = self.exercise.drift
        if drift is None:
            return
        if drift.unfit:
            text = template(
                "The scenario has changed since: {unfit} of your last steps no longer fit. You go on from the last one "
                "that does; the earlier record is kept as it was."
            )
        else:
            text = template("The scenario has changed since you left; all your steps still fit.")
        self.podium.tell(self.say(text, unfit=drift.unfit), seconds=15)

    def fill(self) -> None:
        self._show_stage(anew=False)
        self._show_surroundings()

    def _show_surroundings(self) -> None:
        table, state = self.table, self.exercise.state
        tag = mode_tag(state.mode, self.podium.catalogue)
        self.query_one(Masthead).show(self.exercise.scenario.title, table.time, tag)
        rules, before = self.exercise.rules, self.before if self.looking_back else None
        self.query_one(Gauges).show(table, before, self.podium.catalogue, figures=rules.figures)
        self.query_one(Ticker).show(self.headlines_told)
        self._show_panel()
        self.show_countdown()
        self._tick_if_timed()
        super().fill()

    def _tick_if_timed(self) -> None:
        """Look at the clock only where there is one: many rooms are served by one process."""
        if self.exercise.time_left_ms is None:
            self._ticking.pause()
        else:
            self._ticking.resume()

    @property
    def headlines_told(self) -> Sequence[Headline]:
        """The headlines so far; that of a scene which has not been shown yet is still to come."""
        table = self.table
        if not (self.looking_back and isinstance(table.scene, Inject | Ending) and table.scene.headline):
            return table.headlines
        place = len(table.headlines) - 1 - len(table.brought)  # What the facilitator brought in comes behind it.
        return (*table.headlines[:place], *table.headlines[place + 1 :])

    def _fit_panel(self) -> None:
        if not self.exercise.rules.figures:
            self.query_one(PublicPanel).display = False
        elif self.app.size.width >= WIDE:
            self.query_one(PublicPanel).fit(self.read_public())

    def _show_panel(self) -> None:
        if self.app.size.width >= WIDE and self.exercise.rules.figures:
            self.query_one(PublicPanel).show_public(self.read_public(), self.podium.catalogue)

    def _show_stage(self, *, anew: bool) -> None:
        table, catalogue, wide = self.table, self.podium.catalogue, self.app.size.width >= WIDE
        offers: Sequence[Offer] = ()
        told = self._told() if self.looking_back else None
        if told is None:
            said = speaker_blocks(table, catalogue, self.exercise.state.press)
            said += hint_blocks(self.hint, catalogue) if self.hint else ()
            said += self.asides()
            beside = [*side_blocks(self.notes, table.headlines, catalogue)]
            offers = self._offers()
        elif wide:
            said, beside = in_two_columns(told, catalogue)
            beside = beside or [*side_blocks(self.notes, self.headlines_told, catalogue)]
        else:
            said, beside = in_one_column(told, catalogue), []
        stage, side = self.query_one(Stage), self.query_one("#side", PageView)
        if anew:
            # No line is marked before the player has marked one: an Enter in haste must not say it.
            stage.begin(said, offers, mark_first=False)
        else:
            stage.show(said, offers)
        side.show(beside)
        if anew:
            side.begin()

    def asides(self) -> Sequence[Block]:
        """What else stands under the question; nothing, unless others have a say in the answer."""
        return ()

    def _told(self) -> Told | None:
        """What there is to tell of the last step, or the model answer beside it."""
        if self.shows_model and self.before is not None:
            return model_of(self.exercise, self.before)
        path = self.exercise.state.path
        return told_of(self.exercise, self.free.draft_for(path[-1].scene) if path else "")

    def _offers(self) -> Sequence[Offer]:
        if not self.table.own_words:
            return self.table.offers
        return (*self.table.offers, own_words_offer(self.free.draft, self.podium.catalogue))

    async def on_resize(self, event: events.Resize) -> None:
        """The aftermath has one column or two, by the width, and the meters more room or less."""
        self._fit_panel()
        self.fill()

    async def enter_scene(self) -> None:
        """Go to what is next: the aftermath, the scene on the table, or the ending."""
        if self.table.ended and not self.looking_back:
            await self._to_ending()
        else:
            self._show_stage(anew=True)
            self._show_surroundings()

    @property
    def what_is_kept(self) -> str:
        if parted(self.exercise.scenario.id)[1]:
            return template("Every answer so far is kept. A question that is still open comes up again in practice.")
        if self.answering and self.free.draft.strip():
            return template(
                "Your draft is kept, though not said yet, and so is every answer. You can resume at this very place."
            )
        return super().what_is_kept

    def action_model_answer(self) -> None:
        """Show the model answer instead of the aftermath, or the aftermath again."""
        self.shows_model = not self.shows_model
        self._show_stage(anew=True)

    async def action_leave(self) -> None:
        from simulator.tui.screens.confirm import ConfirmScreen

        question = template("Leave the press room?")
        await self.app.push_screen(ConfirmScreen(question, self.what_is_kept), self._left)

    def _left(self, leave: bool | None) -> None:
        if leave:
            self.exercise.clock.pause()
            self.podium.to_home()

    async def _to_ending(self) -> None:
        from simulator.tui.screens.answered import after_the_end

        await self.app.switch_screen(after_the_end(self.exercise))
