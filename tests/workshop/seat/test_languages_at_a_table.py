"""At a table one session is told to each seat in a language of its own, whoever speaks, and until after its end."""

from __future__ import annotations

from simulator.language.catalogue import Tongue
from simulator.workshop.room import events as e
from simulator.workshop.seat.app import SeatApp
from simulator.workshop.seat.ending import SeatEndingScreen
from simulator.workshop.seat.table import TableScreen
from simulator.workshop.seat.table_speaker import TableSpeakerScreen
from tests.tui.house import FakeHouse, press, seen, until
from tests.tui.test_retelling import ID, in_english
from tests.workshop.seat.table_room import NAMES, TableRoom, acts, carded, seats

TO_THE_END = ("2", "enter", "enter", "2", "enter", "enter", "1", "enter")

VIETNAMESE = "Còi báo sạt lở sao không kêu"
ENGLISH = "TEXT opening"


def bilingual() -> TableRoom:
    """A table at which every seat has a house of its own, over one record and one clock."""
    room = TableRoom(*NAMES[:2], tables=True)
    told = {(ID, "vi"): carded(), (ID, "en"): in_english().model_copy(update={"role_cards": carded().role_cards})}
    for desk in room.desks.values():
        desk.house = FakeHouse(carded(), journal=room.house.journal)
        desk.house.clock = room.house.clock
        desk.house.translated = dict(told)  # type: ignore[arg-type]
    return room


def both(room: TableRoom, first: Tongue, second: Tongue) -> tuple[SeatApp, SeatApp]:
    return room.app("s1", first), room.app("s2", second)


async def test_each_seat_is_told_in_its_own_language_whatever_the_speaker_reads() -> None:
    room = bilingual()
    an, binh = both(room, "vi", "en")
    async with seats(room, an, binh) as (first, second):
        await press(first, "enter")
        await until(second, lambda: ENGLISH in seen(binh))
        assert VIETNAMESE in seen(an)
        await press(first, "f3")
        await until(first, lambda: ENGLISH in seen(an))
        await press(second, "f3")
        await until(second, lambda: VIETNAMESE in seen(binh))
        assert ENGLISH in seen(an)


async def test_whoever_speaks_next_goes_on_in_their_own_language_and_so_does_who_spoke() -> None:
    room = bilingual()
    an, binh = both(room, "vi", "en")
    async with seats(room, an, binh) as pilots:
        await press(pilots[0], "enter")
        await until(pilots[1], lambda: ENGLISH in seen(binh))
        await acts(room, pilots, e.Rotated())
        await until(pilots[1], lambda: isinstance(binh.screen, TableSpeakerScreen) and ENGLISH in seen(binh))
        await until(pilots[0], lambda: isinstance(an.screen, TableScreen) and VIETNAMESE in seen(an))


async def test_after_the_end_nobody_is_told_in_another_s_language() -> None:
    room = bilingual()
    an, binh = both(room, "vi", "vi")
    async with seats(room, an, binh) as (first, second):
        await press(first, "enter", *TO_THE_END)
        await until(second, lambda: isinstance(binh.screen, TableScreen) and binh.screen.table.ended)
        await press(first, "enter")
        await press(second, "f9")
        await until(second, lambda: isinstance(binh.screen, SeatEndingScreen))
        assert isinstance(an.screen, SeatEndingScreen)
        await press(first, "f3")
        await until(first, lambda: "LESSON" in seen(an))
        assert "LESSON" not in seen(binh)
        assert room.session.scenario.language == "vi"
        await press(second, "f3")
        await until(second, lambda: "LESSON" in seen(binh))
