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
from simulator.tui.widgets.assessment import Block, heading
from simulator.tui.widgets.dossier import DossierTabs
from simulator.tui.widgets.key_footer import KeyFooter
from simulator.tui.widgets.masthead import Masthead

if TYPE_CHECKING:
    from simulator.scenario.model import Scenario


class BriefingScreen(PodiumScreen[None]):
    """What the spokesperson reads first. Enter opens the press room: the session left open, if there is one, else a new one."""

    CSS_PATH = "../styles/reading.tcss"
    HELP_TEXT = template(
        "Read your role and the dossier: the arrow keys left and right turn the tabs, up and down scroll. The dossier "
        "stays one key away in the press room. Enter goes in."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "enter_room", template("Into the press room"), key_display="Enter", priority=True),
        Binding("n", "begin_anew", template("Begin anew"), key_display="N"),
        Binding("left", "turn(-1)", "", show=False, priority=True),
        Binding("right", "turn(1)", template("Tabs"), key_display="←→", priority=True),
        Binding("down", "scroll(1)", template("Scroll"), key_display="↑↓", priority=True),
        Binding("up", "scroll(-1)", "", show=False, priority=True),
        Binding("pagedown,space", "scroll(10)", "", show=False, priority=True),
        Binding("pageup", "scroll(-10)", "", show=False, priority=True),
        Binding("escape", "app.pop_screen", template("Back"), key_display="Esc"),
    ]

    def __init__(self, scenario: Scenario, open_session: str = "") -> None:
        super().__init__()
        self._scenario = scenario
        self._open_session = open_session

    def compose(self) -> ComposeResult:
        yield Masthead(self._scenario.title, self._scenario.clock.start)
        first = tuple(self._mission())
        yield DossierTabs(desk(self._scenario, before_start(self._scenario)), self.podium.catalogue, self.say(template("Mission")), first)
        yield KeyFooter()

    def offers(self, action: str) -> bool:
        """`Begin anew` stands only beside a session that could be resumed."""
        return action != "begin_anew" or bool(self._open_session)

    def _mission(self) -> Iterator[Block]:
        scenario = self._scenario
        if self._open_session:
            text = self.say(template("A session of this scenario is open: Enter goes on with it, N begins anew."))
            yield Block(Content.styled(f"◐ {text}", "bold $warning"), "block-item")
        yield heading(self.say(template("Your role")))
        yield Block(Content(scenario.role), "block-prose")
        yield heading(self.say(template("What you practise")))
        for objective in scenario.objectives:
            yield Block(Content.assemble(("▪ ", "$primary"), objective), "block-reason")
        skills = ", ".join(self.say(SKILL_NAMES[skill]) for skill in scenario.skills)
        yield Block(Content.styled(skills, "$quiet"), "block-reason")
        yield heading(self.say(template("Who asks")))
        for journalist in scenario.cast.journalists:
            manner = self.say(MANNER_NAMES[journalist.manner])
            about = f"\n{journalist.about}" if journalist.about else ""
            yield Block(
                Content.assemble((journalist.name, "bold"), f" · {journalist.outlet} · {manner}", (about, "$quiet")), "block-item"
            )
        if scenario.legal_basis:
            yield heading(self.say(template("Legal basis")))
        for law in scenario.legal_basis:
            standing = "" if law.confirmed else " · " + self.say(template("to be confirmed by a lawyer"))
            since = self.say(template("in force since {date}"), date=law.in_force)
            yield Block(Content.assemble((law.title, "bold"), f" · {since}{standing}", (f"\n{law.about}", "$quiet")), "block-item")

    def action_turn(self, step: int) -> None:
        self.query_one(DossierTabs).turn(step)

    def action_scroll(self, lines: int) -> None:
        self.query_one(DossierTabs).scroll_pane(lines)

    def action_enter_room(self) -> None:
        house, session, scenario_id = self.podium.house, self._open_session, self._scenario.id
        self.podium.enter_press_room(lambda: house.resume(session) if session else house.begin(scenario_id))

    def action_begin_anew(self) -> None:
        house, scenario_id = self.podium.house, self._scenario.id
        self.podium.enter_press_room(lambda: house.begin(scenario_id))
