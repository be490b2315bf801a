"""The port of the server: what it asks of the room behind it. It knows no scenario and no journal itself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal, Protocol

from textual.app import App

from simulator.errors import PodiumError
from simulator.language.catalogue import Tongue
from simulator.workshop.serving.channel import Channel

Kind = Literal["seat", "console", "wall", "observer"]
KINDS: tuple[Kind, ...] = ("seat", "console", "wall", "observer")

Reason = Literal["code", "pin", "name", "taken", "full", "closed", "busy"]
STATUS_OF: dict[Reason, int] = {
    "code": 403,
    "pin": 409,
    "name": 400,
    "taken": 409,
    "full": 423,
    "closed": 423,
    "busy": 503,
}
"""The HTTP status that each refusal is told with. `pin`: the name is taken and the PIN was wrong, too."""


@dataclass(frozen=True, slots=True)
class Place:
    """A place in the room. Its `generation` grows when it is given away anew: older tokens are then void."""

    kind: Kind
    id: str
    name: str
    generation: int


@dataclass(frozen=True, slots=True)
class Joined:
    """Who was let in: their place, the token that opens it, and the PIN (4 digits) by which its holder comes back."""

    place: Place
    token: str
    pin: str = ""


class JoinRefused(PodiumError):
    """Somebody is not let in. `message` is a template, said in the language of whoever asked."""

    def __init__(self, reason: Reason, message: str, hint: str = "", **params: object) -> None:
        super().__init__(message, hint, **params)
        self.reason: Reason = reason

    @property
    def status(self) -> int:
        """The HTTP status of the answer."""
        return STATUS_OF[self.reason]


class Door(Protocol):
    """What stands behind the server. Everything is called on the event loop and must not hold it up."""

    @property
    def room_title(self) -> str:
        """What is being played, as people read it on the page on which they join."""
        ...

    @property
    def languages(self) -> Sequence[Tongue]:
        """The languages that the pages are offered in, the room's own first; at least one."""
        ...

    async def join(self, code: str, name: str, pin: str, client: str) -> Joined:
        """A seat for somebody; raises JoinRefused. `pin` is empty unless they claim a name that is taken.

        Wrong codes and PINs are counted by the server, which asks no more here once there were too many.
        """
        ...

    async def place_of(self, token: str) -> Place | None:
        """The place that a token opens; None if it is forged, or its place was taken away or given anew.

        Another node may have given it this very moment: who comes from there is not turned away for being quick.
        """
        ...

    def known_place_of(self, token: str) -> Place | None:
        """The same, by what this node knows already; it never waits for the record."""
        ...

    async def open(self, place: Place, channel: Channel) -> App[Any]:
        """The App of a place, a `Served` one on this channel, not yet running; a PodiumError is told to the browser."""
        ...

    def lobby(self, place: Place, waiting: int) -> str:
        """What is read before the App is there, in plain lines; `waiting` places are served before this one."""
        ...

    def nodes(self) -> Sequence[str]:
        """The base URLs of all living nodes, ours first."""
        ...
