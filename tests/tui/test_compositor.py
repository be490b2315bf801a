"""What is drawn of a screen when a part of it has changed: the same as if all of it were drawn anew."""

from __future__ import annotations

import asyncio
from functools import partial
from random import Random

import pytest

from simulator.tui.compositor import RowCompositor
from simulator.tui.screens.own_words import OwnWordsScreen
from simulator.tui.widgets.ordered_area import OrderedArea
from tests.tui.house import FakeHouse, begun, made
from tests.workshop.painted import Overheard, comes, painting

WORDS = "Chúng tôi xin chia buồn cùng gia đình các nạn nhân và sẽ nói lại lúc mười sáu giờ chiều nay tại Khe Ten. "
MOVES = ("left", "up", "down", "home", "end", "backspace", "delete", "ctrl+w", "enter")


@pytest.mark.parametrize(("size", "seed"), [((80, 24), 1), ((80, 24), 2), ((140, 40), 3)])
async def test_what_edits_paint_is_what_the_whole_screen_would_show(size: tuple[int, int], seed: int) -> None:
    chance, house = Random(seed), FakeHouse()
    app = made(house, exercise=begun(house, "-"))
    async with painting(app, size):
        await comes(lambda: "F5" in Overheard.screen.text)
        app.simulate_key("f5")
        await comes(lambda: isinstance(app.screen, OwnWordsScreen))
        assert isinstance(app.screen._compositor, RowCompositor)
        area = app.screen.query_one(OrderedArea)
        area.replace(WORDS * 3, *area.selection)
        for _ in range(20):
            for _ in range(chance.randint(0, 4)):
                app.simulate_key(chance.choice(MOVES))
            await settled()
            # In a row above the last, and long enough that words of it go down into the rows that follow.
            area.move_cursor((0, chance.randint(0, len(area.document[0]))))
            await settled()
            area.replace(chance.choice(("à", "gió ", "Chúng tôi, ", "xin được hỏi lại, ")), *area.selection)
            await settled()
            painted = Overheard.screen.text
            # Whatever stands there, or is kept of the field's rows, is forgotten; a whole repaint brings it back.
            Overheard.screen.feed(b"\x1b[2J")
            area.refresh()
            app.screen.refresh()
            await comes(partial(is_painted, painted))


def is_painted(text: str) -> bool:
    return Overheard.screen.text == text


async def settled() -> None:
    """Until nothing is painted any more."""
    before = ""
    while before != Overheard.screen.text or not before:
        before = Overheard.screen.text
        await asyncio.sleep(0.06)
