"""A Textual driver on a channel instead of a terminal, wholly on the event loop: no thread, no signal, no process."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO, Literal, TextIO

from textual import constants, events, messages
from textual._xterm_parser import XTermParser
from textual.app import App, ScreenStackError
from textual.driver import Driver
from textual.geometry import Size
from textual.message import Message

from simulator.workshop.serving.lobby import ENTER, LEAVE
from simulator.workshop.serving.output import let_go_of_dead
from simulator.workshop.serving.pace import Pace

if TYPE_CHECKING:
    from simulator.workshop.serving.channel import Channel

SLICE = 256
"""Characters parsed at one go; between slices others have their turn."""

CROWDED = 256
"""Messages waiting for the App from which on the browser's next keys are left in its socket."""

PATIENCE = 10.0
"""Seconds for which keys wait for an App that does not get on; what is typed after that is lost."""

SETTLED = 0.1
"""Seconds between two times that the App is told of its size and focus: each time it lays everything out anew."""

UNFINISHED = 256 * 1024
"""Characters of a paste that has begun and does not end: more are not waited for."""

_TYPED = (events.Key, events.Paste, events.MouseEvent)
"""What may come out of typed characters. A terminal's reports of its size or modes would be a browser's lies."""


class ChannelDriver(Driver):
    """Drives one App over its channel. Paints for nobody, or for who is behind, are dropped and made up for."""

    def __init__(
        self, app: App[Any], *, debug: bool = False, mouse: bool = True, size: tuple[int, int] | None = None
    ) -> None:
        self._channel: Channel = app.channel  # type: ignore[attr-defined]  # a Served one
        super().__init__(app, debug=debug, mouse=mouse, size=self._channel.size)
        self._parser = XTermParser()
        self._pace = Pace(app)
        self._unsettled: dict[str, Callable[[], object]] = {}
        """What the App is still to be told of its size and focus."""
        self._settling: asyncio.Task[None] | None = None
        self._settled_at = 0.0
        self._since_event = 0
        self._tick: asyncio.TimerHandle | None = None
        self._pending: list[str] = []
        self._flush: asyncio.Handle | None = None
        self._is_stale = False
        self._is_on = False
        self.dropped = 0
        """Paints that were left out so far."""

    @property
    def is_web(self) -> bool:
        return True

    # Output.

    def write(self, data: str) -> None:
        """Gather what is written in one turn of the loop into one frame."""
        if self._is_stale or self._channel.behind:
            self._drop()
            return
        self._pending.append(data)
        if self._flush is None:
            self._flush = self._loop.call_soon(self._send)

    def _drop(self) -> None:
        # All that follows is dropped too, until a whole repaint: parts painted onto old parts would be a wrong screen.
        self.dropped += 1
        if not self._is_stale:
            self._is_stale = True
            self._channel.tell_slow()

    def _send(self) -> None:
        self._flush = None
        data = "".join(self._pending)
        self._pending.clear()
        if data:
            self._channel.paint(data.encode("utf-8", "replace"))

    def caught_up(self) -> None:
        """The reader has got everything: if paints were dropped, paint the whole screen."""
        if self._is_stale and not self._channel.behind:
            self._is_stale = False
            self._repaint()

    def _repaint(self) -> None:
        self._app.call_later(self._app.refresh)

    # The App's life.

    def start_application_mode(self) -> None:
        self._is_on = True
        self._channel.driver = self
        self._channel.paint(ENTER.encode())
        self._post_size()
        if self._channel.ended is not None:
            self.quit()

    def disable_input(self) -> None:
        for later in (self._tick, self._settling):
            if later is not None:
                later.cancel()

    def stop_application_mode(self) -> None:
        self._end_parser()
        self._is_on = False
        self._channel.driver = None
        self.write(LEAVE)
        if self._flush is not None:
            self._flush.cancel()
        self._send()
        let_go_of_dead()

    def resume(self, size: tuple[int, int]) -> None:
        """Another socket has taken the place of the last one: paint everything there."""
        self._pending.clear()
        self._is_stale = False
        self._channel.paint(f"{ENTER}\x1b[0m\x1b[2J".encode())
        if size != self._size:
            self.resize(size)
        self._repaint()

    def quit(self) -> None:
        """Have the App end."""
        self._app.post_message(messages.ExitApp())

    # Input.

    def send_message(self, message: Message) -> None:
        self._app.post_message(message)

    async def typed(self, text: str) -> None:
        """Take what was typed, in order; slow while the App has much to do."""
        for start in range(0, len(text), SLICE):
            if start:
                await asyncio.sleep(0)
            await self._wait_for_app()
            await self._feed(text[start : start + SLICE])

    async def _wait_for_app(self) -> None:
        until = self._loop.time() + PATIENCE
        while self._is_crowded and self._is_on and self._loop.time() < until:
            await asyncio.sleep(0.02)

    @property
    def _is_crowded(self) -> bool:
        return any(pump.message_queue_size > CROWDED for pump in self._pumps())

    def _pumps(self) -> Iterator[Any]:
        yield self._app
        try:
            screen = self._app.screen
        except ScreenStackError:
            return
        yield screen
        if screen.focused is not None:
            yield screen.focused

    async def _feed(self, text: str) -> None:
        """Parse some characters and post what they mean, one after the other."""
        if self._tick is not None:
            self._tick.cancel()
        for event in [*self._parsed(text)]:
            if self._is_meant(event):
                await self._pace.turn()
                if not self._is_on:
                    return
                self._post(event)
        self._since_event += len(text)
        if self._since_event > UNFINISHED:
            self._begin_anew()
        self._tick = self._loop.call_later(constants.ESCAPE_DELAY + 0.005, self._end_of_escape)

    def _parsed(self, text: str) -> Iterator[Message]:
        try:
            yield from self._parser.feed(text)
        except Exception:
            # Not every sequence of a hostile sender is foreseen by Textual's parser, and one that raised is done for.
            self._begin_anew()

    def _end_parser(self) -> None:
        # A cache of Textual's keeps parsers alive; one that has not ended keeps its last event, and by that the App.
        with suppress(Exception):
            for _ in self._parser.feed(""):
                pass

    def _begin_anew(self) -> None:
        self._end_parser()
        self._parser = XTermParser()
        self._since_event = 0

    def _end_of_escape(self) -> None:
        """After a while, an ESC that nothing followed was the key."""
        self._tick = None
        for event in [*self._parser.tick()]:
            if self._is_meant(event):
                self._post(event)

    def _post(self, event: Message) -> None:
        self._since_event = 0
        self.process_message(event)
        self._pace.given(event)

    def _is_meant(self, event: Message) -> bool:
        return isinstance(event, _TYPED) and (not isinstance(event, events.MouseEvent) or self._is_inside(event))

    def _is_inside(self, event: events.MouseEvent) -> bool:
        columns, rows = self._size or (0, 0)
        return 0 <= event.x < columns and 0 <= event.y < rows

    def resize(self, size: tuple[int, int]) -> None:
        """The browser's terminal has another size."""
        self._unsettled["size"] = self._post_size
        self._settle_soon()

    def _post_size(self) -> None:
        self._size = self._channel.size
        size = Size(*self._size)
        self._app.post_message(events.Resize(size, size))

    def focus(self, focused: bool) -> None:
        """The browser's terminal has got or lost the focus."""
        event = events.AppFocus if focused else events.AppBlur
        self._unsettled["focus"] = lambda: self._app.post_message(event())
        self._settle_soon()

    def _settle_soon(self) -> None:
        if self._settling is None:
            self._settling = self._loop.create_task(self._settle())

    async def _settle(self) -> None:
        """Tell the App, at once if it was not told for a while, else later, and then only the latest."""
        await asyncio.sleep(max(0.0, self._settled_at + SETTLED - self._loop.time()))
        await self._pace.turn()
        self._settling, self._settled_at = None, self._loop.time()
        unsettled, self._unsettled = self._unsettled, {}
        if self._is_on:
            for post in unsettled.values():
                post()
            self._pace.given()

    # What a browser's App cannot do to the host's machine.

    def open_url(self, url: str, new_tab: bool = True) -> None:
        """Nothing: a browser would be opened on the host."""

    def deliver_binary(
        self,
        binary: BinaryIO | TextIO,
        *,
        delivery_key: str,
        save_path: Path,
        open_method: Literal["browser", "download"] = "download",
        encoding: str | None = None,
        mime_type: str | None = None,
        name: str | None = None,
    ) -> None:
        """Refuse: a file would be written on the host."""
        binary.close()
        refused = PermissionError("a browser's App writes no files on the host")
        self._app.post_message(events.DeliveryFailed(key=delivery_key, exception=refused, name=name))
