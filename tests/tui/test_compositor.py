"""What is drawn of a screen when a part of it has changed: the same as if all of it were drawn anew."""

from __future__ import annotations

import asyncio
import re
from functools import partial
from random import Random
from typing import Any

import pytest
from textual._compositor import Compositor
from textual.app import App, ScreenStackError
from textual.geometry import Region
from textual.screen import Screen

from simulator.tui.compositor import RowCompositor, together
from simulator.tui.screens.own_words import OwnWordsScreen
from simulator.tui.screens.press_room import PressRoomScreen
from simulator.tui.widgets.ordered_area import OrderedArea
from tests.tui.house import FakeHouse, begun, made
from tests.workshop.painted import Overheard, comes, painting

WORDS = "Chúng tôi xin chia buồn cùng gia đình các nạn nhân và sẽ nói lại lúc mười sáu giờ chiều nay tại Khe Ten. "
MOVES = ("left", "up", "down", "home", "end", "backspace", "delete", "ctrl+w", "enter")


@pytest.mark.parametrize(("size", "seed"), [((80, 24), 1), ((80, 24), 2), ((140, 40), 3)])
async def test_what_edits_paint_is_what_the_whole_screen_would_show(
    size: tuple[int, int], seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("simulator.tui.screens.own_words.TOLD_AFTER", 0.01)  # So that it is told before we look.
    chance, house = Random(seed), FakeHouse()
    app = made(house, exercise=begun(house, "-"))
    async with painting(app, size):
        area = await opened_field(app)
        assert isinstance(app.screen._compositor, RowCompositor)
        area.replace(WORDS * 3, *area.selection)
        for _ in range(12):
            for _ in range(chance.randint(0, 4)):
                app.simulate_key(chance.choice(MOVES))
            await settled()
            # In a row above the last, and long enough that words of it go down into the rows that follow.
            area.move_cursor((0, chance.randint(0, len(area.document[0]))))
            await settled()
            area.replace(chance.choice(("à", "à", " ", "gió ", "Chúng tôi, ", "xin được hỏi lại, ")), *area.selection)
            await settled()
            painted = Overheard.screen.text
            # Whatever stands there, or is kept of the field's rows, is forgotten; a whole repaint brings it back.
            Overheard.screen.feed(b"\x1b[2J")
            area.refresh()
            app.screen.refresh()
            await comes(partial(is_painted, painted))


async def opened_field(app: App[None]) -> OrderedArea:
    """The field for an answer, which is opened as soon as the press room is seen."""
    await comes(lambda: is_at(app, PressRoomScreen) and "F5" in Overheard.screen.text)
    app.simulate_key("f5")
    await comes(lambda: is_at(app, OwnWordsScreen) and bool(app.screen.query(OrderedArea)))
    await settled()
    return app.screen.query_one(OrderedArea)


def is_at(app: App[None], kind: type[Screen[Any]]) -> bool:
    """Whether a screen of this kind is seen; an App that has just begun has none."""
    try:
        return isinstance(app.screen, kind)
    except ScreenStackError:
        return False


def is_painted(text: str) -> bool:
    return Overheard.screen.text == text


async def settled() -> None:
    """Until nothing is painted any more."""
    before = ""
    while before != Overheard.screen.text or not before:
        before = Overheard.screen.text
        await asyncio.sleep(0.06)


@pytest.mark.parametrize("keys", [(), ("f5",), ("f1",)], ids=["press room", "own words", "under an overlay"])
@pytest.mark.parametrize("size", [(80, 24), (140, 40)])
async def test_any_part_is_drawn_as_textual_draws_it(size: tuple[int, int], keys: tuple[str, ...]) -> None:
    chance, house = Random(1), FakeHouse()
    app = made(house, exercise=begun(house, "-"))
    async with painting(app, size):
        await comes(lambda: is_at(app, PressRoomScreen) and "F5" in Overheard.screen.text)
        for key in keys:
            app.simulate_key(key)
        await settled()
        compositor = RowCompositor()
        compositor.reflow(app.screen, app.size)
        for _ in range(60):
            changed = {region_in(chance, *size) for _ in range(chance.randint(1, 4))}
            assert drawn(compositor, changed) == drawn(compositor, changed, Compositor), changed


def region_in(chance: Random, columns: int, rows: int) -> Region:
    x, y = chance.randrange(columns), chance.randrange(rows)
    return Region(x, y, chance.randint(1, columns - x), chance.randint(1, min(4, rows - y)))


@pytest.mark.parametrize(
    ("text", "column", "inserted"),
    [
        ("a" * 60 + " bbbb cccc foo  bar " + "d" * 30, 76, "x"),  # Two blanks part: `foo ` goes up.
        ("漢" * 60, 37, "a"),  # A long word is folded elsewhere.
        ("word " * 40, 83, " "),
        ("a" * 70 + " bb cc", 73, "dd ee ff gg"),
    ],
)
async def test_what_an_edit_moves_into_the_row_before_is_painted(
    text: str, column: int, inserted: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("simulator.tui.screens.own_words.TOLD_AFTER", 0.01)
    house = FakeHouse()
    app = made(house, exercise=begun(house, "-"))
    async with painting(app, (80, 24)):
        area = await opened_field(app)
        for start in range(max(0, column - 6), column + 7):
            area.load_text(text)
            area.move_cursor((0, start))
            await settled()
            area.replace(inserted, *area.selection)
            await settled()
            painted = Overheard.screen.text
            area.refresh()
            app.screen.refresh()
            await settled()
            assert Overheard.screen.text == painted, start


IDLE_MOVE = re.compile(r"\x1b\[\d+;\d+H(?=\x1b\[\d+;\d+H|\n|$)")
"""Textual goes to where a change ends, too, and draws nothing there."""


def drawn(compositor: RowCompositor, changed: set[Region], kind: type[Compositor] = RowCompositor) -> str:
    compositor._dirty_regions = set(changed)
    update = kind.render_partial_update(compositor)
    assert update is not None
    assert compositor.root is not None
    return IDLE_MOVE.sub("", update.render_segments(compositor.root.app.console))


def test_what_shares_rows_or_follows_without_a_gap_is_drawn_together() -> None:
    above, beside, next_, apart = Region(0, 1, 5, 1), Region(9, 1, 5, 1), Region(3, 2, 4, 2), Region(0, 6, 5, 1)
    assert [*together([apart, next_, beside, above])] == [Region(0, 1, 14, 3), apart]
    assert not [*together([])]
