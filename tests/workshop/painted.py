"""An App whose paint is read by a `PaintedScreen`, as a bot reads it."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any

from textual.app import App
from textual.driver import Driver
from textual.events import Resize
from textual.geometry import Size

from simulator.workshop.screen_reading import PaintedScreen


class Overheard(Driver):
    """A driver that paints onto a `PaintedScreen`."""

    screen: PaintedScreen

    def write(self, data: str) -> None:
        self.screen.feed(data.encode())

    def start_application_mode(self) -> None:
        width, height = self._size or (80, 24)
        type(self).screen = PaintedScreen(width, height)
        self._app.post_message(Resize(Size(width, height), Size(width, height)))

    def disable_input(self) -> None: ...

    def stop_application_mode(self) -> None: ...


@asynccontextmanager
async def painting(app: App[Any], size: tuple[int, int]) -> AsyncIterator[None]:
    """Run an App; what it paints stands on `Overheard.screen`."""
    app.driver_class = Overheard
    running = asyncio.create_task(app.run_async(size=size))
    await comes(lambda: hasattr(Overheard, "screen") and bool(Overheard.screen.text.strip()))
    yield
    app.exit()
    await running


async def comes(true: Callable[[], bool], seconds: float = 10) -> None:
    """Wait until something is true; it is an error if it never is."""
    for _ in range(int(seconds / 0.05)):
        if true():
            return
        await asyncio.sleep(0.05)
    assert true(), Overheard.screen.text
