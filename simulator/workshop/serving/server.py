"""The server of one node: a port, the Apps behind it, and the watch over the loop that they share."""

from __future__ import annotations

import asyncio
import logging
import ssl
from collections.abc import Awaitable, Callable, Sequence
from typing import Any

from aiohttp import web
from textual.app import App

from simulator.errors import MachineError
from simulator.language.catalogue import template
from simulator.language.machine import reason_of
from simulator.workshop.serving import collector
from simulator.workshop.serving.channel import Channel
from simulator.workshop.serving.door import Door, Kind, Place
from simulator.workshop.serving.handlers import BODY_AT_MOST, Handlers
from simulator.workshop.serving.lag import Lag, LagWatch
from simulator.workshop.serving.middleware import LOG, adding_headers, answering
from simulator.workshop.serving.neighbours import Neighbours
from simulator.workshop.serving.occupancy import BOOT_PATIENCE, IDLE, Occupancies, Troubled, first_of
from simulator.workshop.serving.outlet import Outlet
from simulator.workshop.serving.pages import Pages

PORT = 8770
LOCAL = "127.0.0.1"
IDLE_CONNECTION = 30.0
"""Seconds for which a connection may say nothing, or not enough to be a request."""

BACKLOG = 512
"""Connections that may come in one instant."""

Warm = Callable[[Channel], Awaitable[App[Any]]]
"""Makes an App, like those that will be served, to be run once unseen before anybody comes."""


def _log_trouble(place: Place, error: BaseException) -> None:
    LOG.error("the App of a %s crashed", place.kind, exc_info=error)


class Server:
    """Serves one room. `start` and `stop` once each, on the loop on which everything then runs."""

    def __init__(
        self,
        door: Door,
        *,
        pages: Pages | None = None,
        warm: Warm | None = None,
        troubled: Troubled = _log_trouble,
        idle: float = IDLE,
        others: Callable[[], Sequence[str]] = tuple,
    ) -> None:
        """`others` tells the base URLs of the room's other nodes, which are asked whether a seat is open there."""
        self.port = 0
        """The port that is listened on, once started."""
        self._door = door
        self._pages = pages or Pages()
        self._warm = warm
        self._others = others
        self._occupancies = Occupancies(door, troubled=troubled, idle=idle)
        self._lag = LagWatch()
        self._runner: web.AppRunner | None = None
        self._before: collector.Before | None = None

    @property
    def lag(self) -> Lag:
        """How late the loop was in the last minute."""
        return self._lag.lag

    @property
    def apps(self) -> int:
        """Places that have an App here, or wait for one."""
        return len(self._occupancies)

    @property
    def held(self) -> int:
        """Places that have a browser here now."""
        return self._occupancies.held

    @property
    def waiting(self) -> int:
        """Places that wait for their App."""
        return self._occupancies.waiting

    def channel(self, kind: Kind, id: str) -> Channel | None:
        """The channel of a place served here, as to end it: `channel.end(reason)`; None if it is not served here."""
        return self._occupancies.channel(kind, id)

    async def start(self, address: str = LOCAL, port: int = PORT, *, ssl_context: ssl.SSLContext | None = None) -> int:
        """Listen; the port (asked for as 0, a free one). Raises MachineError if the machine does not let us."""
        await asyncio.to_thread(self._pages.load)
        self._runner = web.AppRunner(
            self._application(),
            access_log=None,
            logger=_quiet(),
            handle_signals=False,
            shutdown_timeout=5.0,
            keepalive_timeout=IDLE_CONNECTION,
        )
        await self._runner.setup()
        site = web.TCPSite(self._runner, address, port, ssl_context=ssl_context, backlog=BACKLOG)
        try:
            await site.start()
        except OSError as error:
            await self._runner.cleanup()
            raise MachineError(
                template("cannot listen on {address}, port {port}: {reason}"),
                template("choose another port with --port, or another address with --address"),
                address=address,
                port=port,
                reason=reason_of(error),
            ) from error
        self.port = int(self._runner.addresses[0][1])
        if self._warm is not None:
            await run_unseen(self._warm)
        self._before = collector.calm()
        self._lag.start()
        return self.port

    async def stop(self) -> None:
        """Listen no more, and end all Apps and sockets."""
        await self._lag.stop()
        if self._runner is not None:
            # First of all: whom we send away may be back at once, and would be given an App that nobody ends.
            for site in tuple(self._runner.sites):
                await site.stop()
        await self._occupancies.close()
        if self._runner is not None:
            await self._runner.cleanup()
        if self._before is not None:
            collector.restore(self._before)
            self._before = None

    def _application(self) -> web.Application:
        handlers = Handlers(self._door, self._occupancies, self._pages, Neighbours(self._others))
        application = web.Application(middlewares=[answering(handlers.catalogue)], client_max_size=BODY_AT_MOST)
        application.on_response_prepare.append(adding_headers(self._door))
        application.add_routes(handlers.routes())
        application.on_shutdown.append(lambda _: handlers.go_away())
        return application


class _Nowhere:
    """A browser that swallows everything."""

    async def send_bytes(self, data: bytes) -> None: ...

    async def send_str(self, data: str) -> None: ...

    async def close(self, *, code: int = 1000, message: bytes = b"") -> None: ...


async def run_unseen(warm: Warm) -> None:
    """Run an App until it is on a screen that nobody sees: whoever comes first finds imports and styles ready."""
    channel = Channel((120, 40))
    outlet = Outlet(_Nowhere())
    channel.attach(outlet, (120, 40), False)
    app = await warm(channel)
    writing = asyncio.create_task(outlet.write_all())
    running: asyncio.Task[None] = asyncio.create_task(app.run_async())
    await first_of(running, channel.arrived, BOOT_PATIENCE)
    channel.end("")
    await asyncio.wait([running, writing], timeout=BOOT_PATIENCE)


def _quiet() -> logging.Logger:
    """For aiohttp, which would log what strangers send; what goes wrong in our own handlers is logged by ourselves."""
    logger = logging.Logger("podium.http")
    logger.addHandler(logging.NullHandler())
    return logger
