"""What a seat has been told by the facilitator, read off the room's state: pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from simulator.language.catalogue import Catalogue, template
from simulator.language.signs import plain
from simulator.workshop.room import events as e
from simulator.workshop.room.state import Given, RoomState, Seat

if TYPE_CHECKING:
    from simulator.session.state import SessionState

Kind = Literal["news", "word", "time", "question", "pin"]

NAMES: dict[Kind, str] = {
    "news": template("News"),
    "word": template("From the facilitator"),
    "time": template("More time"),
    "question": template("A question of the facilitator's"),
    "pin": template("Your seat"),
}
"""What each kind of message is called."""


@dataclass(frozen=True, slots=True)
class Told:
    """A message to a seat; `number` is that of the room's entry, and grows. Texts of people, not templates."""

    number: int
    kind: Kind
    text: str
    headline: str = ""
    source: str = ""
    seconds: int = 0

    def line(self, catalogue: Catalogue) -> str:
        """It in one line, to be cut where there is no more room."""
        if self.kind == "pin":
            return catalogue.say(template("Your PIN is {pin}"), pin=self.text)
        if self.kind == "time":
            return catalogue.say(template("{time} more for this question"), time=minutes(self.seconds))
        begins = " ".join((self.headline or self.text).split())
        return f"{catalogue.say(NAMES[self.kind])}: {begins}"

    def spoken(self, catalogue: Catalogue) -> str:
        """The whole of it, to be read aloud."""
        if self.kind in ("pin", "time"):
            return self.line(catalogue)
        parts = (catalogue.say(NAMES[self.kind]), self.source, self.headline, self.text)
        return plain(". ".join(" ".join(part.split()) for part in parts if part.strip()))


def minutes(seconds: int) -> str:
    """A length of time as `1:30`."""
    return f"{seconds // 60}:{seconds % 60:02}"


def inbox(state: RoomState, seat: Seat) -> tuple[Told, ...]:
    """All that the seat has been told, the earliest first: its PIN, the present run's orders, and all words to it."""
    given = {one.number: one for one in (*state.orders_for(state.owner(seat)), *state.hints_for(seat))}
    return (Told(-1, "pin", seat.pin), *_told(iter(sorted(given.values(), key=lambda one: one.number))))


def _told(given: Iterator[Given]) -> Iterator[Told]:
    for one in given:
        event = one.event
        if isinstance(event, e.Injected):
            yield Told(one.number, "news", event.text, event.headline, event.source)
        elif isinstance(event, e.Hinted):
            yield Told(one.number, "word", event.text)
        elif isinstance(event, e.Extended):
            yield Told(one.number, "time", "", seconds=event.seconds)
        elif isinstance(event, e.Asked):
            yield Told(one.number, "question", event.text)


def read_before(session: SessionState) -> int:
    """The number of a message that whoever plays a session must have seen, for they have made a step since; -2: none.

    It is what a seat begins with whose App is begun anew, on another node perhaps.
    """
    if not session.path:
        return -2
    return max((-1, *(told.order for told in session.injected if told.after < len(session.path))))


def unread(told: Sequence[Told], read: int) -> tuple[Told, ...]:
    """Those after the number that was read last."""
    return tuple(one for one in told if one.number > read)
