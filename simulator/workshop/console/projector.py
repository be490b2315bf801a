"""The projector's screen: one picture after the other, read from the back row, by itself and without a key."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content

from simulator.language.catalogue import template
from simulator.tui.widgets.blocks import Block, Columns, Paragraph, prose
from simulator.tui.widgets.masthead import Masthead
from simulator.tui.widgets.page_view import PageView
from simulator.workshop.console.base import RoomScreen
from simulator.workshop.console.cards import Cards
from simulator.workshop.console.drawing import one_line
from simulator.workshop.console.hall import hall_blocks
from simulator.workshop.console.invitation import QrCode
from simulator.workshop.console.projected import Frame, frames, grades_shown
from simulator.workshop.console.spread_drawn import spread_blocks
from simulator.workshop.rolled_up import of_run, progress
from simulator.workshop.spread import spread
from simulator.workshop.wall import WallQuestion, labels_in, wall

SHOWN_FOR = 12.0
"""Seconds that one picture stands. A wall that is higher than the screen is turned a page each time."""


class ProjectorScreen(RoomScreen):
    """Follows the room: how to join, then questions, answers and their spread, ratings, closing questions."""

    CSS_PATH = "styles/console.tcss"
    AUTO_FOCUS = ""
    BINDINGS: ClassVar[list[BindingType]] = []
    HELP_TEXT = template("This is for the wall of the hall: it follows the room by itself, and names nobody.")

    def __init__(self) -> None:
        super().__init__()
        self._turn = 0

    def compose(self) -> ComposeResult:
        yield Masthead()
        yield PageView("wall", airy=True)

    def on_mount(self) -> None:
        super().on_mount()
        self.set_interval(SHOWN_FOR, self.turn)
        self.call_after_refresh(self.draw)

    async def on_resize(self, event: events.Resize) -> None:
        await super().on_resize(event)
        self.call_after_refresh(self.draw)

    def turn(self) -> None:
        """Show what comes next: the rest of what does not fit, then the next picture."""
        page = self.query_one(PageView)
        if not page.scroll(max(1, page.size.height - 2)):
            self._turn += 1
            page.begin()
        self.draw()

    @property
    def frame(self) -> Frame:
        """What is shown now."""
        found = frames(self.state, self.sessions)
        return found[self._turn % len(found)]

    def draw(self) -> None:
        if not self.query("#wall"):
            return
        self.need_scenario()
        title = self.scenario.title if self.scenario and self.state.started else ""
        header = self.desk.room.header.title
        where = " · ".join(dict.fromkeys(one_line(part) for part in (header, title) if part))
        self.query_one(Masthead).show(where, mode=self._sign())
        self.query_one(PageView).show(self._blocks(self.frame))

    def _sign(self) -> Content:
        done = progress(self.state, self.sessions)
        if self.state.paused:
            return Content.styled("‖ " + self.say(template("paused")), "bold $warning")
        counted = done.ended if self.state.pace == "own_pace" else done.through
        return Content.styled(f"{self.desk.invite.code}  {counted}/{done.owners}", "bold")

    def _blocks(self, frame: Frame) -> Iterator[Block]:
        if frame.kind == "join":
            yield from self._join()
        elif frame.kind == "closed":
            yield self._big(self.say(template("Thank you. The room is closed.")))
        elif frame.kind == "hot_wash":
            yield from self._hot_wash()
        elif frame.rated is not None:
            yield from self._ratings(*frame.rated)
        elif frame.question is not None:
            yield from self._question(frame, frame.question)

    def _join(self) -> Iterator[Block]:
        invite = self.desk.invite
        code, count = QrCode(invite.url), len(self.state.present_seats)
        told = (
            self._big(self.say(template("Come in"))),
            Paragraph(Content.styled(one_line(invite.url), "bold"), above=1),
            Paragraph(Content.styled(self.say(template("Code")), "$quiet"), above=1),
            Paragraph(Content.styled("  ".join(one_line(invite.code)), "bold $primary")),
            prose(self.podium.catalogue.count("one is here", "{n} are here", count), above=1),
        )
        yield (
            Columns((code,), told, least=2 * code.width + 4, above=0) if code.width else Columns((), told, least=9_999)
        )

    def _hot_wash(self) -> Iterator[Block]:
        yield self._big(self.say(template("Looking back")))
        for number, question in enumerate(self.state.hot_wash, 1):
            yield Paragraph(Content(one_line(question)), Content.styled(f"{number}. ", "bold $primary"), above=1)
        done, all_ = len(self.state.hot_washed), len(self.state.present_seats)
        told = self.say(template("answered by {count} of {all}"), count=done, all=all_)
        yield prose(Content.styled(told, "$quiet"), above=1)

    def _ratings(self, session: str, number: int) -> Iterator[Block]:
        followed = self.sessions[session]
        given = followed.given(number)
        yield self._big(followed.title(given.answer.scene))
        yield prose(Content(one_line(given.words)), above=1)
        yield from hall_blocks(
            self.state.ratings.get((session, number), {}), given.counts.levels, self.podium.catalogue
        )

    def _question(self, frame: Frame, question: WallQuestion) -> Iterator[Block]:
        sessions = of_run(self.state, self.sessions)
        labels = labels_in(self.state, question.key, self.desk.room.header.secret)
        found = wall(question.key, sessions.values(), labels)
        yield self._big(question.title)
        yield prose(Content.styled(one_line(question.text), "$quiet"))
        if frame.kind == "spread":
            yield from spread_blocks(spread(found), self.podium.catalogue)
            return
        graded = grades_shown(self.state, self.sessions)
        shown = found if graded else sorted(found, key=lambda one: one.label)
        cards = []
        for one in shown:
            grade = f"  {one.given.counts.overall}" if graded else ""
            name = Content.assemble(
                (self.say(template("Answer {number}"), number=one.label), "bold $secondary"), (grade, "bold $primary")
            )
            cards.append((name, Content(one_line(one.given.words) or "—")))
        yield Cards(tuple(cards), above=1)

    def _big(self, text: str) -> Block:
        return Paragraph(Content.styled(one_line(text), "bold $primary"), indent=0)
