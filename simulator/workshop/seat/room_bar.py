"""The room's line: one row that is always there, so that nothing moves when the facilitator does something."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.content import Content
from textual.dom import DOMNode
from textual.widgets import Static

from simulator.language.catalogue import Catalogue, template
from simulator.tui.key_map import shown_keys
from simulator.tui.widgets.plain import plain

if TYPE_CHECKING:
    from simulator.workshop.room.state import RoomState
    from simulator.workshop.seat.app import SeatApp
    from simulator.workshop.seat.inbox import Told

GAP = "  "

NARROW = 60
"""In fewer columns the line says only what it must."""


@dataclass(frozen=True, slots=True)
class Now:
    """What the line tells of: the room, what is wrong with its record, and where this seat stands in it.

    `waits`: at an aftermath until the facilitator goes on. `question`: the facilitator's comes after this answer.
    """

    room: RoomState
    trouble: str = ""
    waits: bool = False
    question: bool = False
    unread: Sequence[Told] = ()
    washed: bool = False
    """Whether the closing questions have been answered."""


def room_line(
    now: Now, catalogue: Catalogue, opens: str = "F8", writes: str = "F7", *, narrow: bool = False
) -> Content:
    """The line: first what holds one up, then how many messages are unread and how the newest of them begins.

    `opens` and `writes` are the keys of the messages and of a private note. A `narrow` line leaves out what can be
    done without.
    """
    state = _state(now, catalogue, opens)
    if now.unread:
        parts = [*([state] if state else []), _messages(now, catalogue, opens, short=narrow and bool(state))]
    elif narrow:
        parts = [state or _open(catalogue)]
    else:
        parts = [state or _open(catalogue), _keys(catalogue, opens, writes)]
    return Content(GAP).join(parts)


def _state(now: Now, catalogue: Catalogue, opens: str) -> Content | None:
    """The weightiest thing that there is to say of the room; None where there is nothing."""
    for holds, sign, tone, text in (
        (now.trouble, "!", "$error", template("The record is out of reach: what you type is kept")),
        (now.room.closed, "■", "$warning", template("The room is closed")),
        (now.room.paused, "⏸", "$warning", template("Paused by the facilitator")),
        (now.question, "↩", "$secondary", template("A question waits for the end of this answer")),
        (now.room.hot_wash and not now.washed, "✎", "$secondary", template("Closing questions: {opens}, then Enter")),
        (now.waits, "◔", "$secondary", template("The facilitator moves the room on")),
    ):
        if holds:
            return Content.styled(f"{sign} {catalogue.say(text, opens=opens)}", f"bold {tone}")
    return None


def _open(catalogue: Catalogue) -> Content:
    name = catalogue.say(template("The room is open"))
    return Content.styled(f"● {name}", "$quiet")


def _keys(catalogue: Catalogue, opens: str, writes: str) -> Content:
    text = template("{opens} messages · {writes} note to the facilitator")
    return Content.styled(catalogue.say(text, opens=opens, writes=writes), "$quiet")


def _messages(now: Now, catalogue: Catalogue, opens: str, *, short: bool) -> Content:
    number = len(now.unread)
    unread = str(number) if short else catalogue.say(template("{number} new"), number=number)
    newest = plain(now.unread[-1].line(catalogue))
    return Content.assemble((f"✉ {unread} [{opens}] ", "bold $primary"), newest)


def seat_app(node: DOMNode) -> SeatApp:
    """The App that the node belongs to, as that of a seat."""
    from simulator.workshop.seat.app import SeatApp

    app = node.app
    assert isinstance(app, SeatApp)
    return app


class RoomBar(Static):
    """Shows the line; nothing is painted if it is the same."""

    def __init__(self) -> None:
        super().__init__()
        self._shown = Content("")

    def on_mount(self) -> None:
        seat_app(self).bars.add(self)
        self.show_room()

    def on_unmount(self) -> None:
        seat_app(self).bars.discard(self)

    def show_room(self) -> None:
        """Bring the line up to date."""
        app = seat_app(self)
        keys = shown_keys(self.screen)
        narrow = app.size.width < NARROW
        line = room_line(app.now, app.catalogue, keys["open_messages"], keys["write_note"], narrow=narrow)
        if line != self._shown:
            self._shown = line
            self.update(line, layout=False)

    def on_resize(self) -> None:
        self.show_room()

    def on_click(self) -> None:
        """A click opens the messages."""
        self.app.call_later(self.app.run_action, "open_messages")
