"""An App that does slow jobs off the event loop, one at a time, so that the screen is never held up."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress
from typing import TypeVar

from simulator.errors import PodiumError
from simulator.language.catalogue import Catalogue, template
from simulator.tui.telling import TellingApp

T = TypeVar("T")

PATIENCE = 1.0
"""Seconds for which keys typed ahead wait for a slow job; after that they work again, so that one can always leave."""


class WorkingApp(TellingApp):
    """`busy` tells whether a job is being done."""

    def __init__(self, catalogue: Catalogue) -> None:
        super().__init__(catalogue)
        self.busy = False

    async def off_the_loop(
        self,
        job: Callable[[], T],
        then: Callable[[T], Awaitable[None]],
        otherwise: Callable[[PodiumError], Awaitable[None]] | None = None,
    ) -> None:
        """Do a job that may block in a thread, then `then` with its result, or `otherwise` with its PodiumError.

        Keys typed meanwhile are obeyed after all that, in their order, so that `then` should await whatever screen it
        shows. One job at a time: another is refused and told of.
        """
        if self.busy:
            self.tell_busy()
            return
        self.busy = True
        done = asyncio.Event()
        self.run_worker(self._work(job, then, otherwise or self._told, done), group="off-the-loop")
        with suppress(TimeoutError):
            await asyncio.wait_for(done.wait(), PATIENCE)

    def tell_busy(self) -> None:
        """Tell that the last job is still being done."""
        self.tell(self.say(template("Podium is still busy with the last step; nothing is lost.")))

    async def _work(
        self,
        job: Callable[[], T],
        then: Callable[[T], Awaitable[None]],
        otherwise: Callable[[PodiumError], Awaitable[None]],
        done: asyncio.Event,
    ) -> None:
        try:
            result = await asyncio.to_thread(job)
        except PodiumError as error:
            self.busy = False
            await otherwise(error)
        else:
            self.busy = False
            await then(result)
        finally:
            done.set()

    async def _told(self, error: PodiumError) -> None:
        self.say_error(error)
