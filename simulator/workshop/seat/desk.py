"""What a seat's App needs of the room that it is a place in, as a port; the host builds the real one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import AbstractAsyncContextManager
from typing import TYPE_CHECKING, Literal, NamedTuple, Protocol

if TYPE_CHECKING:
    from simulator.exercise.exercise import Exercise
    from simulator.scenario.role_cards import Role
    from simulator.tui.house import House
    from simulator.workshop.live_room import LiveRoom

Topic = Literal["entries", "drafts", "trouble"]
"""What a seat is told of besides the room's log: its session grows, its table writes, the record is out of reach."""


class Suggestion(NamedTuple):
    """What one at the table wrote for the answer: which seat, its name and its role."""

    seat: str
    name: str
    role: Role
    text: str


class SeatDesk(Protocol):
    """One seat of one room. Methods that block say so: they are called off the event loop and may raise PodiumError."""

    @property
    def room(self) -> LiveRoom:
        """The room; tells its events on the event loop."""
        ...

    @property
    def seat_id(self) -> str:
        """Which seat of the room it is."""
        ...

    @property
    def house(self) -> House:
        """What the screens of the press room need; never its library."""
        ...

    @property
    def trouble(self) -> str:
        """What is wrong with the record, as a template; empty while it is in reach. Never blocks."""
        ...

    def turn(self) -> AbstractAsyncContextManager[object]:
        """While held, this seat may lay out its press room: a few seats of a node do so at a time."""
        ...

    def exercise(self) -> Exercise:
        """The session of the present run in which this seat takes part, begun if need be. Blocks.

        The seats of a table share one Exercise on a node. A session of one's own is handed over with its clock running.
        """
        ...

    def apply_orders(self, exercise: Exercise, *, questions: bool = True) -> None:
        """Put into the session what the facilitator has ordered and it does not hold yet. Blocks.

        Without `questions` those that the facilitator asks are left for later: whoever writes an answer finishes first.
        """
        ...

    def holds(self) -> frozenset[str] | None:
        """Ids of the dossier's items hidden from this seat, for cards of other roles hold them; None: nothing."""
        ...

    def suggestions(self, scene: str) -> Sequence[Suggestion]:
        """What the others at the table wrote for a scene's answer. Blocks."""
        ...

    def suggest(self, scene: str, text: str) -> None:
        """Lay one's own text for a scene's answer on the table, in place of what one laid there before. Blocks."""
        ...

    def watch(self, told: Callable[[Topic], None]) -> Callable[[], None]:
        """Be told on the event loop of what concerns this seat's session; returns what ends that."""
        ...
