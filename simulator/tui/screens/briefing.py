"""The briefing: role, situation and dossier before the doors open."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content

from simulator.language.catalogue import template
from simulator.language.days import written_day
from simulator.language.words import MANNER_NAMES, SKILL_NAMES
from simulator.reports.editions import edition_notes
from simulator.reports.legal import UNCONFIRMED, is_told_unconfirmed
from simulator.session.advance import before_start
from simulator.session.modes import MODES
from simulator.session.view import desk
from simulator.tui.key_map import shown_keys
from simulator.tui.screens.base import PodiumScreen
from simulator.tui.widgets.blocks import Block, heading, item, prose
from simulator.tui.widgets.dossier import dossier_tabs
from simulator.tui.widgets.key_footer import KeyFooter
from simulator.tui.widgets.masthead import Masthead
from simulator.tui.widgets.modes import ModeBar, mode_tag
from simulator.tui.widgets.reading import SCROLLING, TURNING, Reading

if TYPE_CHECKING:
    from simulator.scenario.model import Scenario
    from simulator.session.modes import Mode
    from simulator.tui.preparing import Preparing
    from simulator.tui.rounds import StepToPlay


class BriefingScreen(PodiumScreen[None]):
    """What the spokesperson reads first. Enter opens the press room: with the session left open, if there is one."""

    AUTO_FOCUS = ""
    CSS_PATH = "../styles/reading.tcss"
    HELP_TEXT = template(
        "Read your role and the dossier: the arrow keys left and right turn the tabs, up and down scroll. The dossier "
        "stays one key away in the press room. {enter_room} goes in. {next_mode} changes the mode: guided, practice or "
        "exam. {prepare} lets you prepare first: key messages of your own, what must not be said, an opening "
        "statement. Once you have played, {open_debrief} opens the debrief."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "enter_room", template("Into the press room"), key_display="Enter"),
        Binding("n,N", "begin_anew", template("Begin anew"), key_display="N"),
        Binding("p,P", "prepare", template("Prepare"), key_display="P"),
        Binding("d,D", "open_debrief", template("Debrief"), key_display="D"),
        Binding("m,M", "next_mode", template("Mode"), key_display="M"),
        *TURNING,
        *SCROLLING,
        Binding("escape", "go_back", template("Back"), key_display="Esc"),
    ]

    def __init__(self, scenario: Scenario, open_session: str = "", step: StepToPlay | None = None) -> None:
        """A course's `step` decides the mode, and how a session is begun."""
        super().__init__()
        self._step = step
        self._scenario = scenario
        self._open_session = open_session
        self._debriefed = ""

    def compose(self) -> ComposeResult:
        yield Masthead()
        yield ModeBar()
        yield Reading()
        yield KeyFooter()

    def on_mount(self) -> None:
        super().on_mount()
        self._find_debrief()

    @work(exit_on_error=False)
    async def _find_debrief(self) -> None:
        """Whether there is a session to look back on; the record is read off the loop."""
        house, scenario_id = self.podium.house, self._scenario.id
        self._debriefed = await asyncio.to_thread(house.session_to_debrief, scenario_id)
        if self._debriefed:
            self.fill()
            self.refresh_bindings()

    def fill(self) -> None:
        self._show_mode()
        mission = (self.say(template("Mission")), list(self._mission()))
        dossier = dossier_tabs(desk(self._scenario, before_start(self._scenario)), self.podium.catalogue)
        self.query_one(Reading).show([mission, *dossier])
        super().fill()

    @property
    def _mode(self) -> Mode:
        return self._step.mode if self._step else self.podium.mode

    def _show_mode(self) -> None:
        mode = self._mode
        tag = mode_tag(mode, self.podium.catalogue)
        self.query_one(Masthead).show(self._scenario.title, self._scenario.clock.start, tag)
        self.query_one(ModeBar).show(mode)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """`Begin anew` stands only beside a session that could be resumed, `Debrief` where one has been played."""
        if action == "open_debrief":
            return bool(self._debriefed)
        if action == "next_mode":
            return self._step is None
        return action != "begin_anew" or bool(self._open_session)

    @property
    def story(self) -> Scenario:
        return self._scenario

    def retell(self, story: Scenario) -> None:
        self._scenario = story

    def _mission(self) -> Iterator[Block]:
        scenario = self._scenario
        notes = [*edition_notes(self.podium.house.edition(scenario), self.podium.catalogue)]
        yield from (item("≠", "$warning", Content.styled(note, "$warning")) for note in notes)
        if self._open_session:
            open_ = template(
                "A session of this scenario is open: {enter_room} goes on with it as it was begun, {begin_anew} begins "
                "anew, in the mode above."
            )
            text = self.say(open_, **shown_keys(self))
            yield item("◐", "bold $warning", Content.styled(text, "bold $warning"))
        if self._debriefed:
            played = self.say(template("You have played this: {open_debrief} opens the debrief."), **shown_keys(self))
            yield item("●", "$secondary", Content.styled(played, "$secondary"))
        yield heading(self.say(template("Your role")), above=1 if notes or self._open_session or self._debriefed else 0)
        yield prose(scenario.role)
        yield heading(self.say(template("What you practise")))
        for objective in scenario.objectives:
            yield item("▪", "$primary", objective)
        skills = ", ".join(self.say(SKILL_NAMES[skill]) for skill in scenario.skills)
        yield prose(Content.styled(skills, "$quiet"))
        yield from self._people()
        yield from self._law()

    def _people(self) -> Iterator[Block]:
        yield heading(self.say(template("Who asks")))
        for number, journalist in enumerate(self._scenario.cast.journalists):
            manner = self.say(MANNER_NAMES[journalist.manner])
            about = (f"\n{journalist.about}", "$quiet") if journalist.about else ""
            who = Content.assemble((journalist.name, "bold"), f"  {journalist.outlet} · {manner}", about)
            yield prose(who, above=1 if number else 0)

    def _law(self) -> Iterator[Block]:
        if self._scenario.legal_basis:
            yield heading(self.say(template("Legal basis")))
        for number, law in enumerate(self._scenario.legal_basis):
            standing = " · " + self.say(UNCONFIRMED) if is_told_unconfirmed(law) else ""
            day = written_day(law.in_force, self.podium.catalogue.tongue)
            since = self.say(template("in force since {date}"), date=day)
            text = Content.assemble((law.title, "bold"), f"  {since}{standing}", (f"\n{law.about}", "$quiet"))
            yield prose(text, above=1 if number else 0)

    def action_turn(self, step: int) -> None:
        self.query_one(Reading).turn(step)

    def action_scroll(self, lines: int) -> None:
        self.query_one(Reading).scroll_page(lines)

    async def action_enter_room(self) -> None:
        house, session = self.podium.house, self._open_session
        if session:
            await self.podium.enter_press_room(lambda: house.resume(session))
        else:
            await self.action_begin_anew()

    async def action_open_debrief(self) -> None:
        """What the last session of this scenario came to."""
        from simulator.tui.screens.debrief import open_debrief

        house, session = self.podium.house, self._debriefed
        await open_debrief(self.podium, lambda: house.look_back(session))

    async def action_begin_anew(self) -> None:
        house, scenario_id, mode, step = self.podium.house, self._scenario.id, self._mode, self._step
        await self.podium.enter_press_room(step.begin if step else lambda: house.begin(scenario_id, mode))

    async def action_prepare(self) -> None:
        """Prepare a new session first; what was written before is read in."""
        from simulator.tui.preparing import read_in
        from simulator.tui.screens.preparation import PreparationScreen

        house, scenario, step = self.podium.house, self._scenario, self._step

        async def show(found: Preparing) -> None:
            await self.app.push_screen(PreparationScreen(scenario, found, step=step))

        await self.podium.off_the_loop(lambda: read_in(house, scenario), show)

    def action_next_mode(self) -> None:
        """Choose the next of the modes; it stays chosen until Podium is left."""
        self.podium.mode = MODES[(MODES.index(self.podium.mode) + 1) % len(MODES)]
        self._show_mode()

    @on(ModeBar.Chosen)
    def _mode_chosen(self, event: ModeBar.Chosen) -> None:
        if self._step is None:
            self.podium.mode = event.mode
            self._show_mode()

    def action_go_back(self) -> None:
        self.dismiss()
