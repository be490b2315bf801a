"""A bot that plays: looks where it is, does what a trainee does there, and goes on until the ending."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable, Mapping, Sequence
from contextlib import suppress
from random import Random

import aiohttp

from simulator.workshop.bots.answers import Answers, squeezed
from simulator.workshop.bots.figures import Accepted, Figures
from simulator.workshop.bots.hand import ENTER, OWN_WORDS, SAY_IT, Hand
from simulator.workshop.bots.manner import Manner, Span, drawn
from simulator.workshop.bots.sight import PRESS_ROOM, PlaceSeen, Sight
from simulator.workshop.bots.wire import LineLost, Wire

GRADED_SECONDS = 90.0
"""An answer whose aftermath is not seen after so long is an error."""

STILL_SECONDS = 5.0
"""How long a bot waits before a page that it does not know, before it looks again."""

BEYOND: tuple[PlaceSeen, ...] = tuple(place for place in PRESS_ROOM if place != "writing")
"""Where one may be once an answer has been graded; while it is read, the screen offers nothing to do."""


class Bot:
    """One seat's player. `figures` grow while it plays; `may_act` is cleared to have it sit still.

    Each of its answers begins with its name and a number, so that it can be found in a journal.
    """

    def __init__(
        self,
        http: aiohttp.ClientSession,
        nodes: Sequence[str],
        token: str,
        name: str,
        sight: Sight,
        answers: Answers,
        manner: Manner,
        seed: int = 0,
        wired: type[Wire] = Wire,
    ) -> None:
        self.name = name
        self.figures = Figures()
        self.may_act = asyncio.Event()
        self.may_act.set()
        self._chance = Random(f"{name} {seed}")
        self.wire = wired(http, nodes, token, manner, self.figures, self._chance, f"bot-{name}")
        self.wire.painted = self._painted
        self._sight, self._answers, self._manner = sight, answers, manner
        self._hand = Hand(self.wire, sight, manner, self.figures, self._chance)
        self._draft = ""
        self._written = 0
        self._sent: tuple[str, float] | None = None
        self._awaited: dict[str, asyncio.Future[float]] = {}
        self._holding: asyncio.Task[None] | None = None

    @property
    def place(self) -> PlaceSeen:
        """Where it is now."""
        return self._sight.place(self.wire.screen)

    def sit_down(self) -> None:
        """Take the line; it is held until `leave`."""
        self._holding = asyncio.create_task(self.wire.run())

    async def leave(self) -> None:
        """Hang up."""
        await self.wire.close()
        if self._holding is not None:
            self._holding.cancel()
            with suppress(asyncio.CancelledError):
                await self._holding

    async def in_press_room(self, seconds: float) -> bool:
        """Wait for the first sight of the press room; False if it does not come in time."""
        end = time.perf_counter() + seconds
        while self.figures.room is None and not self.wire.ended and time.perf_counter() < end:
            self.wire.changed.clear()
            if self.place == "briefing":
                with suppress(LineLost):
                    await self.wire.press(ENTER)
            with suppress(TimeoutError):
                await asyncio.wait_for(self.wire.changed.wait(), 1)
        return self.figures.room is not None

    def sees(self, text: str) -> asyncio.Future[float]:
        """The moment at which a text is on the screen."""
        return self._awaited.setdefault(squeezed(text), asyncio.get_running_loop().create_future())

    async def play(self) -> Figures:
        """Play until the ending, or until the room ends the line. Losses of the line are survived."""
        while not (self.figures.ended or self.wire.ended):
            await self.may_act.wait()
            try:
                await self._step()
            except LineLost:
                self._hand.forget()
                await self._until_back()
        return self.figures

    def _painted(self, now: float) -> None:
        if self.figures.lobby is None and self.wire.screen.text.strip():
            self.figures.lobby = now - self.wire.began
        if self.figures.room is None and self.place in PRESS_ROOM:
            self.figures.room = now - self.wire.began
        self._hand.watch(now)
        if self._awaited:
            shown = squeezed(self.wire.screen.text.replace("▌", " "))
            for text in [text for text in self._awaited if text in shown]:
                self._awaited.pop(text).set_result(now)

    async def _until_back(self) -> None:
        while not (self.wire.up or self.wire.ended):
            self.wire.changed.clear()
            await self.wire.changed.wait()

    async def _step(self) -> None:
        place = self.place
        if self._sent is not None and place in BEYOND:
            self._settle(place)
        acts: Mapping[PlaceSeen, Callable[[], Awaitable[object]]] = {
            "briefing": self._go_on,
            "question": self._take_up,
            "writing": self._await_grade if self._sent else self._answer,
            "decision": self._choose,
            "reading": self._go_on,
            "aftermath": self._go_on,
            "ending": self._end,
        }
        if place in acts:
            await acts[place]()
        else:
            await self._hand.until(lambda: self.place != place, STILL_SECONDS)

    async def _end(self) -> None:
        self.figures.ended = True

    async def _pause(self, span: Span) -> bool:
        """Let some time pass; whether we are still where we were and may still act."""
        place = self.place
        await asyncio.sleep(drawn(span, self._chance))
        return self.place == place and self.may_act.is_set()

    async def _go_on(self) -> None:
        if await self._pause(self._manner.glances):
            await self._press_on(ENTER)

    async def _press_on(self, keys: str) -> None:
        """Press keys that lead elsewhere, and wait until we are there."""
        before = self._body()
        await self.wire.press(keys)
        self.figures.steps += await self._hand.until(lambda: self._body() != before, 20)

    def _body(self) -> tuple[PlaceSeen, str]:
        return self.place, "".join(self.wire.screen.row(y) for y in range(2, self.wire.screen.rows - 3))

    async def _take_up(self) -> None:
        if not await self._pause(self._manner.reads):
            return
        if self._chance.random() < self._manner.own_words:
            await self.wire.press(OWN_WORDS)
            if await self._hand.until(lambda: self.place == "writing", 20):
                return
        await self._choose()

    async def _choose(self) -> None:
        """Mark one of the lines or options and take it."""
        if await self._pause(self._manner.glances):
            for _ in range(self._chance.randint(1, 2)):
                await self._hand.mark_next()
            await self._press_on(ENTER)

    async def _answer(self) -> None:
        """Write in the field, unless all of it stands there by now, and say it."""
        text, field = self._draft, self._sight.field(self.wire.screen)
        if not text or field != squeezed(text):
            # What stands there came before the line was lost, and more of it may be on its way to the screen.
            if field or text:
                await self._hand.clear()
            text = self._draft = self._new_answer()
            await self._hand.write(text)
        if not await self._pause(self._manner.checks):
            return
        self._sent = (text, time.perf_counter())
        await self.wire.press(SAY_IT)
        await self._await_grade()

    async def _await_grade(self) -> None:
        assert self._sent is not None
        text, sent_at = self._sent
        if not await self._hand.until(lambda: self.place in BEYOND, GRADED_SECONDS):
            self.figures.errors.append(f"not graded within {time.perf_counter() - sent_at:.0f} s: {text[:40]}")
            self._sent = None
            return
        # The footer may be painted a moment before what stands above it.
        await self._hand.until(lambda: self.place == "aftermath", 1)
        self._settle(self.place)

    def _settle(self, place: PlaceSeen) -> None:
        """Take note of what became of the answer that was sent."""
        assert self._sent is not None
        (text, sent_at), self._sent = self._sent, None
        tag = squeezed(text.partition(": ")[0] + ":")
        if place == "aftermath" and tag in squeezed(self.wire.screen.text):
            self.figures.accepted.append(Accepted(text, sent_at, time.perf_counter() - sent_at))
            self._draft = ""
        else:
            self.figures.unsure.append(text)

    def _new_answer(self) -> str:
        self._written += 1
        return f"{self.name}.{self._written}: {self._answers.to(self.wire.screen.text, self._chance)}"
