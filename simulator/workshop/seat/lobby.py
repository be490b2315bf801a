"""The lobby: where a seat waits, and where it comes back to. It is light, for everybody sees it first."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content

from simulator.language.catalogue import template
from simulator.tui.screens.base import PodiumScreen
from simulator.tui.widgets.blocks import Block, Paragraph, heading, prose
from simulator.tui.widgets.key_footer import KeyFooter
from simulator.tui.widgets.masthead import Masthead
from simulator.tui.widgets.page import Sheet
from simulator.tui.widgets.plain import plain
from simulator.workshop.seat.press_room import STYLES
from simulator.workshop.seat.room_bar import RoomBar, seat_app
from simulator.workshop.serving import words

if TYPE_CHECKING:
    from simulator.exercise.exercise import Exercise
    from simulator.workshop.seat.app import SeatApp

LOOK = 1.0
"""Seconds between two looks at how many are here."""


class LobbyScreen(PodiumScreen[None]):
    """Who one is, who is here, what comes next, and how one gets back in; the ways from here are keys."""

    IS_HOME = True
    AUTO_FOCUS = ""
    CSS_PATH = [STYLES / "reading.tcss", "styles/seat.tcss"]  # noqa: RUF012  # declared so by Textual
    HELP_TEXT = template(
        "The lobby of the room. {enter_room} takes you into the press room, as soon as it is ready. {open_messages} "
        "shows what the facilitator has sent you, {write_note} writes a note that only the facilitator reads. When a "
        "session has ended, {debrief} opens its debrief."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "enter_room", template("Press room"), key_display="Enter"),
        Binding("h,H", "app.hot_wash", template("Closing questions"), key_display="H"),
        Binding("f8", "app.open_messages", template("Messages to you"), key_display="F8"),
        Binding("f7", "app.write_note", template("Private note"), key_display="F7"),
        Binding("d,D", "debrief(0)", template("Debrief"), key_display="D", id="debrief"),
        *(Binding(str(number), f"debrief({number - 1})", "", show=False) for number in range(2, 10)),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._shown: tuple[object, ...] = ()

    @property
    def seat_app(self) -> SeatApp:
        """The App, as that of a seat."""
        return seat_app(self)

    def compose(self) -> ComposeResult:
        yield Masthead()
        yield RoomBar()
        yield VerticalScroll(Sheet(), id="page", can_focus=False)
        yield KeyFooter()

    def on_mount(self) -> None:
        self._looking = self.set_interval(LOOK, self.show_room)

    def on_screen_suspend(self) -> None:
        """Something lies over it: nobody sees who comes meanwhile."""
        self._looking.pause()

    async def on_screen_resume(self) -> None:
        """One has come here, or back; if the press room is ready and one did not leave it on purpose, in with you."""
        self._looking.resume()
        self.show_room()
        await self.seat_app.enter_if_ready()

    def fill(self) -> None:
        self.query_one(Masthead).show(self.seat_app.desk.room.header.title)
        self.query_one(Sheet).show(self._blocks())
        self.query_one(RoomBar).show_room()
        super().fill()

    def show_room(self) -> None:
        """Bring it up to date, if anything in it has changed."""
        if not self.is_current:
            return
        app = self.seat_app
        now = (self.next, len(app.room.present_seats), len(self.debriefs), app.room.run, bool(app.room.hot_wash))
        if now != self._shown:
            self._shown = now
            self.fill()
            self.refresh_bindings()

    @property
    def next(self) -> str:
        """What comes next, in the player's language."""
        app = self.seat_app
        if app.refused:
            return self.say(template("The press room could not be prepared; it is tried again: {why}"), why=app.refused)
        return self.say(self._next)

    @property
    def _next(self) -> str:
        app = self.seat_app
        for holds, text in (
            (app.room.closed, template("The room is closed. Debriefs can be read as long as it is served.")),
            (not app.room.started, template("Waiting for the facilitator to begin.")),
            (not app.owner, template("Waiting for the facilitator to choose who speaks.")),
            (app.exercise is None, template("The press room is being prepared…")),
            (app.prepared is None, template("You have come to the end. The debrief is ready.")),
            (app.room.paused, template("The room is paused. The press room waits for you.")),
        ):
            if holds:
                return text
        return template("The press room is ready.")

    def _blocks(self) -> Iterator[Block]:
        app, say = self.seat_app, self.say
        room, seat = app.room, app.seat
        code = say(template("Room {code}"), code=app.desk.room.header.code)
        who = Content.assemble((plain(seat.name), "bold"), (f"  {code}", "$quiet"))
        yield Paragraph(who, indent=0, above=1)
        here = [say(template("Here now: {number}"), number=len(room.present_seats))]
        if len(room.programme) > 1:
            here.append(say(template("Scenario {number} of {all}"), number=room.place + 1, all=len(room.programme)))
        yield Paragraph(Content.styled(" · ".join(here), "$quiet"), indent=0)
        yield Paragraph(Content.styled(self.next, "bold $primary"), Content(" "), bar="$primary", indent=0, above=1)
        yield from self._ways()
        yield heading(say(template("To come back")))
        pin = template(
            "Your PIN is {pin}. If this page is closed or reloaded, open it again: you are where you were. On another "
            "device, open the same address and give your name and this PIN."
        )
        yield prose(say(pin, pin=seat.pin))

    def _ways(self) -> Iterator[Block]:
        """What else can be done from here than to wait, with its keys."""
        ways = [("H", self.say(template("Closing questions")))] if self.seat_app.room.hot_wash else []
        only = len(self.debriefs) == 1
        for number, (run, _) in enumerate(self.debriefs, 1):
            text = template("Debrief") if only else template("Debrief of scenario {number}")
            ways.append(("D" if number == 1 else str(number), self.say(text, number=run)))
        for place, (key, name) in enumerate(ways):
            yield Paragraph(Content(name), Content.styled(f"{key}  ", "bold $secondary"), above=0 if place else 1)

    @property
    def debriefs(self) -> Sequence[tuple[int, Callable[[], Exercise]]]:
        """What can be read, the latest first: which run it is, and how its session is opened."""
        app = self.seat_app
        room, owner, present = app.room, app.owner, app.exercise
        runs = [(run, room.session(owner, run)) for run in range(room.run - 1, 0, -1)]
        read = [(run, lambda session=session: app.look_back(session)) for run, session in runs if session]
        if present is not None and (present.ended or room.closed):
            looked = (lambda: present) if app.has_own_session else (lambda: app.look_back(present.session_id))
            return [(room.run, looked), *read]
        left = room.session(owner) if present is None and room.closed else ""
        return [(room.run, lambda: app.look_back(left)), *read] if left else read

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Each way is open when there is something at its end."""
        app = self.seat_app
        if action == "enter_room":
            return app.prepared is not None and not app.room.closed
        if action == "debrief":
            return isinstance(parameters[0], int) and len(self.debriefs) > parameters[0]
        return True

    async def action_enter_room(self) -> None:
        await self.seat_app.enter()

    async def action_debrief(self, number: int) -> None:
        """Open one of the debriefs, 0 being the latest."""
        from simulator.tui.screens.debrief import open_debrief

        await open_debrief(self.podium, self.debriefs[number][1])


class RemovedScreen(PodiumScreen[None]):
    """A curtain over everything: there is no way back from here but the facilitator's."""

    AUTO_FOCUS = ""
    CSS_PATH = STYLES / "reading.tcss"

    def compose(self) -> ComposeResult:
        yield Masthead()
        yield VerticalScroll(Sheet(), id="page", can_focus=False)

    def fill(self) -> None:
        self.query_one(Masthead).show("")
        told = template("All that you did is kept. Should this be a mistake, speak to the facilitator.")
        self.query_one(Sheet).show([heading(self.say(words.REMOVED), above=1), prose(self.say(told), above=1)])
        super().fill()
