"""One place's channel: between the App that plays it and whichever socket its browser has at the moment, or none."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import TYPE_CHECKING

from simulator.workshop.serving.lobby import lobby_screen
from simulator.workshop.serving.outlet import FINISHED, Outlet

if TYPE_CHECKING:
    from simulator.workshop.serving.driver import ChannelDriver

TAKEN_OVER = 4001
"""The code that the socket of a device is closed with when another device took its place over."""


class Channel:
    """Survives sockets: what is told while there is none is forgotten, but for the draft and the title."""

    def __init__(self, size: tuple[int, int] = (80, 24)) -> None:
        self.size = size
        """Columns and rows of the browser's terminal."""
        self.reader = False
        """Whether the browser wants the live region."""
        self.slow_text = ""
        """What is told to a browser that cannot follow, in its language."""
        self.ended: str | None = None
        """Why the place was closed for good; None while it is not."""
        self.driver: ChannelDriver | None = None
        """The running App's driver, from when it paints until it ends."""
        self.arrived = asyncio.Event()
        """Set when what people wait for is on the screen: the next place's App may boot."""
        self.returned: Callable[[], None] = lambda: None
        """Called when a browser has come to a place whose App runs already."""
        self._outlet: Outlet | None = None
        self._lobby = ""
        self._has_draft = False
        self._title = ""

    # What an App tells.

    def say(self, text: str) -> None:
        """Have a text read aloud: it goes into the live region, for who asked for one."""
        if self.reader:
            self._tell("say", text)

    def draft(self, unsent: bool) -> None:
        """Tell whether something unsent is being written, so that the page guards against leaving."""
        if unsent is not self._has_draft:
            self._has_draft = unsent
            self._tell("draft", unsent)

    def title(self, text: str) -> None:
        """Set the title of the page."""
        if text != self._title:
            self._title = text
            self._tell("title", text)

    def end(self, reason: str) -> None:
        """Close the place for good: the browser is told why, and the App ends."""
        if self.ended is not None:
            return
        self.ended = reason
        self._tell("end", reason)
        if self._outlet is not None:
            self._outlet.close(FINISHED)
        if self.driver is not None:
            self.driver.quit()

    def leave(self, code: int) -> None:
        """Close without a word, as when this node goes away: the browser looks for another one. The App ends."""
        if self.ended is None:
            self.ended = ""
        if self._outlet is not None:
            self._outlet.close(code)
        if self.driver is not None:
            self.driver.quit()

    # What the driver sends.

    @property
    def away(self) -> bool:
        """Whether there is no browser now: the line is broken or a lid closed, and one may come back."""
        return self._outlet is None

    @property
    def behind(self) -> bool:
        """Whether a paint would not arrive, or only too late."""
        return self._outlet is None or self._outlet.behind

    def paint(self, data: bytes) -> None:
        """Send output of the terminal."""
        if self._outlet is not None:
            self._outlet.paint(data)

    def tell_slow(self) -> None:
        """Tell the browser that it does not follow, and that it will see everything again once it does."""
        if self.slow_text:
            self._tell("slow", self.slow_text)

    # What the server does.

    @property
    def outlet(self) -> Outlet | None:
        """The way to the browser that holds the place now."""
        return self._outlet

    def attach(self, outlet: Outlet, size: tuple[int, int], reader: bool) -> None:
        """Send to this socket from now on; a running App paints its whole screen there."""
        self._outlet, self.size, self.reader = outlet, size, reader
        outlet.drained = self._drained
        if self._title:
            outlet.tell("title", self._title)
        if self._has_draft:
            outlet.tell("draft", True)
        if self.driver is not None:
            self.driver.resume(size)
            self.returned()

    def detach(self, outlet: Outlet) -> bool:
        """Forget a socket that is gone; whether it was the present one."""
        if self._outlet is not outlet:
            return False
        self._outlet = None
        return True

    def supersede(self) -> None:
        """Tell the present browser that the place was taken over elsewhere, and close its socket."""
        if self._outlet is not None:
            self._outlet.tell("superseded")
            self._outlet.close(TAKEN_OVER)
            self._outlet = None

    def show_lobby(self, text: str) -> None:
        """Paint the lobby, unless the App is there already."""
        self._lobby = text
        if self.driver is None:
            self.paint(lobby_screen(text, self.size).encode())

    def resize(self, size: tuple[int, int]) -> None:
        """The browser's terminal has another size."""
        self.size = size
        if self.driver is not None:
            self.driver.resize(size)
        elif self._lobby:
            self.show_lobby(self._lobby)

    def focus(self, focused: bool) -> None:
        """The browser's terminal has got or lost the focus."""
        if self.driver is not None:
            self.driver.focus(focused)

    async def typed(self, text: str) -> None:
        """Hand over what was typed, in order; returns when the App has got through most of it."""
        if self.driver is not None:
            await self.driver.typed(text)

    def _drained(self) -> None:
        if self.driver is not None:
            self.driver.caught_up()

    def _tell(self, kind: str, *rest: object) -> None:
        if self._outlet is not None:
            self._outlet.tell(kind, *rest)
