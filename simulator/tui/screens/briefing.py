"""The briefing: role, situation and dossier before the doors open."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content

from simulator.language.catalogue import template
from simulator.language.words import MANNER_NAMES, SKILL_NAMES
from simulator.session.advance import before_start
from simulator.session.view import desk
from simulator.tui.screens.base import PodiumScreen
from simulator.tui.widgets.blocks import Block, heading, item, prose
from simulator.tui.widgets.dossier import dossier_tabs
from simulator.tui.widgets.key_footer import KeyFooter
from simulator.tui.widgets.masthead import Masthead
from simulator.tui.widgets.reading import SCROLLING, TURNING, Reading

if TYPE_CHECKING:
    from simulator.scenario.model import Scenario


class BriefingScreen(PodiumScreen[None]):
    """What the spokesperson reads first. Enter opens the press room: with the session left open, if there is one."""

    AUTO_FOCUS = ""
    CSS_PATH = "../styles/reading.tcss"
    HELP_TEXT = template(
        "Read your role and the dossier: the arrow keys left and right turn the tabs, up and down scroll. The dossier "
        "stays one key away in the press room. Enter goes in."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "enter_room", template("Into the press room"), key_display="Enter"),
        Binding("n,N", "begin_anew", template("Begin anew"), key_display="N"),
        *TURNING,
        *SCROLLING,
        Binding("escape", "app.pop_screen", template("Back"), key_display="Esc"),
    ]

    def __init__(self, scenario: Scenario, open_session: str = "") -> None:
        super().__init__()
        self._scenario = scenario
        self._open_session = open_session

    def compose(self) -> ComposeResult:
        yield Masthead()
        yield Reading()
        yield KeyFooter()

    def fill(self) -> None:
        self.query_one(Masthead).show(self._scenario.title, self._scenario.clock.start)
        mission = (self.say(template("Mission")), list(self._mission()))
        dossier = dossier_tabs(desk(self._scenario, before_start(self._scenario)), self.podium.catalogue)
        self.query_one(Reading).show([mission, *dossier])
        super().fill()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """`Begin anew` stands only beside a session that could be resumed."""
        return action != "begin_anew" or bool(self._open_session)

    def _mission(self) -> Iterator[Block]:
        scenario = self._scenario
        if self._open_session:
            text = self.say(template("A session of this scenario is open: Enter goes on with it, N begins anew."))
            yield item("◐", "bold $warning", Content.styled(text, "bold $warning"))
        yield heading(self.say(template("Your role")), above=1 if self._open_session else 0)
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
            standing = "" if law.confirmed else " · " + self.say(template("to be confirmed by a lawyer"))
            since = self.say(template("in force since {date}"), date=law.in_force)
            text = Content.assemble((law.title, "bold"), f"  {since}{standing}", (f"\n{law.about}", "$quiet"))
            yield prose(text, above=1 if number else 0)

    def action_turn(self, step: int) -> None:
        self.query_one(Reading).turn(step)

    def action_scroll(self, lines: int) -> None:
        self.query_one(Reading).scroll_page(lines)

    async def action_enter_room(self) -> None:
        house, session, scenario_id = self.podium.house, self._open_session, self._scenario.id
        await self.podium.enter_press_room(lambda: house.resume(session) if session else house.begin(scenario_id))

    async def action_begin_anew(self) -> None:
        house, scenario_id = self.podium.house, self._scenario.id
        await self.podium.enter_press_room(lambda: house.begin(scenario_id))
