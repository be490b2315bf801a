"""The press room: the question, the lines, the clock, trust and heat, and what each answer did."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal

from simulator.errors import PodiumError
from simulator.language.catalogue import template
from simulator.scenario.scenes import OWN_WORDS, Decision, Ending, Inject, Question
from simulator.session.events import IllegalEvent
from simulator.session.state import SessionState
from simulator.session.view import Offer, View, desk, view
from simulator.tui.screens.base import PodiumScreen
from simulator.tui.screens.free_answer import FreeAnswer
from simulator.tui.widgets.aftermath import Told, in_one_column, in_two_columns, model_of, sample, told_of
from simulator.tui.widgets.countdown import Countdown
from simulator.tui.widgets.gauges import Gauges
from simulator.tui.widgets.key_footer import KeyFooter
from simulator.tui.widgets.masthead import Masthead
from simulator.tui.widgets.offers import own_words_offer
from simulator.tui.widgets.page_view import PageView
from simulator.tui.widgets.side import side_blocks
from simulator.tui.widgets.speaker import speaker_blocks
from simulator.tui.widgets.stage import Stage
from simulator.tui.widgets.ticker import Ticker
from simulator.tui.windows import WIDE

if TYPE_CHECKING:
    from simulator.exercise.exercise import Exercise

TICK = 0.25
"""Seconds between two looks at the clock of a timed question."""

PATIENT_TICKS = 20
"""Looks at the clock between two attempts to record that time has run out, if it could not be recorded."""


class PressRoomScreen(PodiumScreen[None]):
    """One session, scene by scene. After an answer its aftermath is on show until the player goes on."""

    CSS_PATH = "../styles/press_room.tcss"
    ASKS_BEFORE_LEAVING = True
    AUTO_FOCUS = ""
    HELP_TEXT = template(
        "Mark a line with the arrow keys or its number and say it with Enter; with the mouse, a first click marks and "
        "a second says it. Lines marked ✕ are closed and say why. F5 lets you answer in your own words. F2 opens the "
        "dossier. After each answer you see its levels, the words they rest on (a, b, …) and what changed; M shows a "
        "model answer, U takes yours back, for another try. Every answer is kept at once: leave when you like and "
        "resume later."
    )
    # No key has priority, so that all are obeyed in the order of typing: `2` and Enter in one burst, as over a slow
    # line, must not say line 1.
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "say_line", template("Say it"), key_display="Enter"),
        Binding("enter", "take_option", template("Decide"), key_display="Enter"),
        Binding("enter", "go_on", template("Continue"), key_display="Enter"),
        Binding("down", "choose(1)", template("Choose"), key_display="↑↓", show=False),
        Binding("up", "choose(-1)", "", show=False),
        Binding("down", "scroll(1)", template("Scroll"), key_display="↑↓"),
        Binding("up", "scroll(-1)", "", show=False),
        Binding("f5,w,W", "own_words", template("Own words"), key_display="F5"),
        Binding("f2,d,D", "open_dossier", template("Dossier"), key_display="F2"),
        Binding("m,M", "model_answer", template("Model answer"), key_display="M"),
        Binding("u,U", "take_back", template("Take back"), key_display="U"),
        Binding("escape", "leave", template("Leave"), key_display="Esc"),
        Binding("pagedown,space", "page(1)", "", show=False),
        Binding("pageup", "page(-1)", "", show=False),
        *(Binding(str(number), f"mark({number})", "", show=False) for number in range(1, 10)),
    ]

    def __init__(self, exercise: Exercise) -> None:
        super().__init__()
        self.exercise = exercise
        self.looking_back = False
        """Whether the aftermath of the last step is on show."""
        self.free = FreeAnswer(self)
        self._shows_model = False
        self._before: SessionState | None = None
        self._viewed: tuple[SessionState, View] | None = None
        self._patience = 0

    @property
    def table(self) -> View:
        """What is on the table now."""
        state = self.exercise.state
        if self._viewed is None or self._viewed[0] is not state:
            self._viewed = (state, view(self.exercise.scenario, state))
        return self._viewed[1]

    def compose(self) -> ComposeResult:
        yield Masthead()
        yield Gauges(id="gauges")
        with Horizontal(id="room"):
            yield Stage("stage")
            yield PageView("side", "│ ", airy=True)
        yield Ticker(id="ticker")
        yield KeyFooter()

    def on_mount(self) -> None:
        self._show_stage(anew=True)
        self._show_surroundings()
        self.set_interval(TICK, self._tick)
        self.call_after_refresh(self._warm_up)
        self._tell_drift()

    def _warm_up(self) -> None:
        """Draw an aftermath that nobody sees, so that the first answer is painted no later than others."""
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
        table = self.table
        self.query_one(Masthead).show(self.exercise.scenario.title, table.time)
        self.query_one(Gauges).show(table, self._before if self.looking_back else None, self.podium.catalogue)
        news_to_come = self.looking_back and isinstance(table.scene, Inject | Ending) and table.scene.headline
        self.query_one(Ticker).show(table.headlines[:-1] if news_to_come else table.headlines)
        self._show_countdown()
        super().fill()

    def _show_stage(self, *, anew: bool) -> None:
        table, catalogue, wide = self.table, self.podium.catalogue, self.app.size.width >= WIDE
        offers: Sequence[Offer] = ()
        told = self._told() if self.looking_back else None
        if told is None:
            messages = self.exercise.scenario.dossier.key_messages
            said, beside = speaker_blocks(table, catalogue), [*side_blocks(messages, table.headlines, catalogue)]
            offers = self._offers()
        elif wide:
            said, beside = in_two_columns(told, catalogue)
        else:
            said, beside = in_one_column(told, catalogue), []
        stage, side = self.query_one(Stage), self.query_one(PageView)
        (stage.begin if anew else stage.show)(said, offers)
        side.show(beside)
        if anew:
            side.begin()

    def _told(self) -> Told | None:
        """What there is to tell of the last step, or the model answer beside it."""
        if self._shows_model and self._before is not None:
            return model_of(self.exercise, self._before)
        return told_of(self.exercise, self.free.draft_for(self.exercise.state.path[-1].scene))

    def _offers(self) -> Sequence[Offer]:
        if not self.table.own_words:
            return self.table.offers
        return (*self.table.offers, own_words_offer(self.free.draft, self.podium.catalogue))

    async def on_resize(self, event: events.Resize) -> None:
        """The aftermath has one column or two, by the width, and the meters more room or less."""
        self.fill()

    async def _enter_scene(self) -> None:
        """Go to what is next: the aftermath, the scene on the table, or the ending."""
        if self.table.ended and not self.looking_back:
            await self._to_ending()
        else:
            self._show_stage(anew=True)
            self._show_surroundings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Asked of each key by the footer, so that it looks at no more than it needs."""
        open_now = _OPEN.get(action)
        return open_now is None or open_now(self)

    @property
    def answering(self) -> bool:
        """Whether a question waits for its answer."""
        return not self.looking_back and isinstance(self.table.scene, Question)

    @property
    def what_is_kept(self) -> str:
        if self.answering and self.free.draft.strip():
            return template(
                "Your draft is kept, though not said yet, and so is every answer. You can resume at this very place."
            )
        return super().what_is_kept

    @property
    def may_write(self) -> bool:
        """Whether a question waits that can be answered in one's own words."""
        return not self.looking_back and self.table.own_words

    @property
    def graded(self) -> bool:
        """Whether the aftermath of an answer is on show."""
        state = self.exercise.state
        return self.looking_back and bool(state.answers) and state.answers[-1].scene == state.path[-1].scene

    @property
    def deciding(self) -> bool:
        """Whether a decision waits to be made."""
        return not self.looking_back and isinstance(self.table.scene, Decision)

    @property
    def reading(self) -> bool:
        """Whether there is nothing to do but to read and to go on."""
        return self.looking_back or isinstance(self.table.scene, Inject)

    @property
    def more_to_see(self) -> bool:
        """Whether something is out of sight."""
        return self.query_one(Stage).more or self.query_one(PageView).more

    async def _tick(self) -> None:
        self._show_countdown()
        self._patience = max(0, self._patience - 1)
        if self.looking_back or self._patience or self.podium.busy or self.exercise.time_left_ms != 0:
            return
        self._patience = PATIENT_TICKS
        await self.make_step(self.exercise.let_time_pass)
        if self.looking_back:
            self.podium.uncover(self)

    def _show_countdown(self) -> None:
        timed = not self.looking_back and not self.table.ended
        self.query_one(Countdown).show(self.exercise.time_left_ms if timed else None)

    async def action_say_line(self) -> None:
        """Say the marked line."""
        offer, scene = self._marked, self.table.scene.id
        if offer == OWN_WORDS:
            await self.free.open()
        elif offer:
            await self.make_step(lambda: self.exercise.choose_line(offer), scene)

    async def action_own_words(self) -> None:
        """Answer in one's own words."""
        await self.free.open()

    def action_model_answer(self) -> None:
        """Show the model answer instead of the aftermath, or the aftermath again."""
        self._shows_model = not self._shows_model
        self._show_stage(anew=True)

    async def action_take_option(self) -> None:
        """Decide for the marked option."""
        offer, scene = self._marked, self.table.scene.id
        if offer:
            await self.make_step(lambda: self.exercise.take_option(offer), scene)

    async def action_go_on(self) -> None:
        """Past the aftermath, or past an inject."""
        if self.looking_back:
            self.looking_back = self._shows_model = False
            self.free.forget()
            self.exercise.clock.go_on()
            await self._enter_scene()
        else:
            await self.make_step(self.exercise.go_on, self.table.scene.id)

    async def action_take_back(self) -> None:
        await self.make_step(self.exercise.take_back)

    @property
    def _marked(self) -> str:
        offer = self.query_one(Stage).marked
        return offer.id if offer else ""

    @on(Stage.Taken)
    def _clicked(self) -> None:
        """The marked offer was clicked again. The App makes the step, in turn with the keys."""
        question = isinstance(self.table.scene, Question)
        self.app.call_later(self.run_action, "say_line" if question else "take_option")

    async def make_step(self, step: Callable[[], object], scene: str = "") -> None:
        """Make one step, if the scene is still the one it was meant for.

        It is recorded before the screen moves on, in a thread, for a disk or a database may take its time.
        If it is refused, nothing has changed, and the same key works again later.
        """
        before = self.exercise.state
        if scene and scene != before.scene:
            return

        async def done(refusal: IllegalEvent | None) -> None:
            if refusal is not None:
                self.podium.tell(self.say(refusal.message, **refusal.params))
            await self._moved(before)

        async def failed(error: PodiumError) -> None:
            self.podium.say_error(error)
            # Another program may have gone on with this session, and its steps been taken over.
            await self._moved(before, look_back=False)

        await self.podium.off_the_loop(lambda: _tried(step), done, failed)

    async def _moved(self, before: SessionState, *, look_back: bool = True) -> None:
        self.free.stepped(before)
        after = self.exercise.state
        if after is before or not self.is_attached:
            return
        self._before = before
        self.looking_back = look_back and len(after.path) > len(before.path) and told_of(self.exercise) is not None
        self._patience = 0
        self._shows_model = False
        if self.looking_back:
            self.exercise.clock.pause()
        else:
            self.exercise.clock.go_on()
        await self._enter_scene()

    def action_mark(self, number: int) -> None:
        if not self.query_one(Stage).mark(number - 1):
            self.app.bell()

    def action_choose(self, step: int) -> None:
        """Mark the next open line, or the one before."""
        self.query_one(Stage).mark_next(step)

    def action_scroll(self, lines: int) -> None:
        """Through the stage first, then through what stands beside it."""
        if not self.query_one(Stage).scroll(lines):
            self.query_one(PageView).scroll(lines)

    def action_page(self, step: int) -> None:
        self.action_scroll(step * self.query_one(Stage).page_lines)

    def action_open_dossier(self) -> None:
        self.open_dossier()

    def open_dossier(self) -> None:
        """The dossier as it stands, over whatever is there."""
        from simulator.tui.screens.dossier import DossierScreen

        self.app.push_screen(
            DossierScreen(desk(self.exercise.scenario, self.exercise.state), self.table.time, self.left_ms)
        )

    def left_ms(self) -> int | None:
        """What is left of the time to answer in; None where there is no limit."""
        return None if self.looking_back else self.exercise.time_left_ms

    async def action_leave(self) -> None:
        from simulator.tui.screens.confirm import ConfirmScreen

        question = template("Leave the press room?")
        await self.app.push_screen(ConfirmScreen(question, self.what_is_kept), self._left)

    def _left(self, leave: bool | None) -> None:
        if leave:
            self.exercise.clock.pause()
            self.podium.to_library()

    async def _to_ending(self) -> None:
        from simulator.tui.screens.ending import EndingScreen

        await self.app.switch_screen(EndingScreen(self.exercise))


_OPEN: Mapping[str, Callable[[PressRoomScreen], bool]] = {
    "say_line": lambda screen: screen.answering,
    "take_option": lambda screen: screen.deciding,
    "go_on": lambda screen: screen.reading,
    "mark": lambda screen: not screen.reading,
    "choose": lambda screen: not screen.reading,
    "scroll": lambda screen: screen.reading and screen.more_to_see,
    "own_words": lambda screen: screen.may_write,
    "model_answer": lambda screen: screen.graded,
    "take_back": lambda screen: screen.looking_back and screen.exercise.can_take_back,
}
"""When each action is open; those not named always are."""


def _tried(step: Callable[[], object]) -> IllegalEvent | None:
    """Make a step; returns the refusal if the session does not accept it."""
    try:
        step()
    except IllegalEvent as refusal:
        return refusal
    return None
