"""The console's screens: what they show as it comes, in both languages, at all sizes, whatever names there are."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.strip import Strip

from simulator.workshop.console.app import ConsoleApp, ObserverApp
from simulator.workshop.console.qr import qr_lines
from simulator.workshop.console.row_list import RowList
from simulator.workshop.console.screen import ConsoleScreen
from simulator.workshop.console.served import ServedConsoleApp, ServedObserverApp, ServedProjectorApp
from simulator.workshop.room import events as e
from tests.tui.house import press, running, seen, settled, until
from tests.workshop.console.desk import URL, FakeDesk, console, full_room, note

HOSTILE = "[red]x[/]\x1b[2J\u202e\n$(rm)"


async def test_the_table_of_seats_tells_where_everybody_is() -> None:
    app = console(full_room())
    async with running(app) as pilot:
        text = seen(app)
        for words in ("Lan Anh", "finished", "Minh", "42", "⚑1", "not begun", "observing", "KHETEN", "1/5"):
            assert words in text, words
        await press(pilot, "down")
        assert "Việc này" in seen(app)
        assert "lỗi tại dân[" in seen(app), "the words that it was graded by bear a letter"


async def test_answers_are_seen_as_they_come() -> None:
    desk = full_room()
    app = console(desk)
    async with running(app) as pilot:
        desk.watch.start()
        desk.play("s4", "owns")
        await until(pilot, lambda: "100" in next(line for line in seen(app).splitlines() if "Quốc Bảo" in line))
        desk.watch.close()


async def test_who_joins_is_seen() -> None:
    desk = FakeDesk()
    app = console(desk)
    async with running(app) as pilot:
        assert "Nobody has come in yet. 9 shows how to join." in seen(app)
        desk.sit("Người mới")
        await until(pilot, lambda: "Người mới" in seen(app))


async def test_filters_sorting_and_searching() -> None:
    app = console(full_room())
    async with running(app) as pilot:
        await press(pilot, "f")
        assert "2 of 6 · as they joined · answering" in seen(app)
        await press(pilot, *"fffffff", "s", "s")
        assert "furthest behind first" in seen(app)
        await press(pilot, "slash", *"minh", "f9")
        assert "1 of 6" in seen(app)


async def test_the_wall_names_nobody_until_it_is_told_to() -> None:
    app = console(full_room())
    async with running(app) as pilot:
        await press(pilot, "2")
        text = seen(app)
        assert "Answer " in text
        assert not any(name in text for name in ("Lan Anh", "Minh", "Thảo", "Quốc Bảo"))
        await press(pilot, "w")
        assert "Thảo" in seen(app)
        await press(pilot, "s")
        assert "↓ Accuracy" in seen(app)


async def test_another_question_is_put_on_the_wall() -> None:
    app = console(full_room())
    async with running(app) as pilot:
        await press(pilot, "2", "q", "end", "enter")
        assert "Nguyên nhân · one answer" in seen(app)


async def test_the_spread_of_a_question() -> None:
    app = console(full_room())
    async with running(app, size=(140, 40)) as pilot:
        await press(pilot, "3")
        text = seen(app)
        assert "within 1" in text
        assert "⚑ Shifting blame  33%" in text
        assert "Furthest from the room's means" in text


async def test_the_invitation_fits_the_smallest_usual_window() -> None:
    desk = full_room()
    app = console(desk)
    async with running(app) as pilot:
        await press(pilot, "9")
        text = seen(app)
        assert all(line.strip("\n") in text for line in qr_lines(URL))
        assert URL in text
        assert "K H E T E N" in text
        await until(pilot, lambda: "One machine serves the room" in seen(app))


async def test_links_are_shown_whole_on_demand_and_can_be_copied(monkeypatch: pytest.MonkeyPatch) -> None:
    desk = full_room()
    app = console(desk)
    copied: list[str] = []
    monkeypatch.setattr(app, "copy_to_clipboard", copied.append)
    async with running(app) as pilot:
        await press(pilot, "9")
        assert desk.invite.console[:30] not in seen(app)  # This page is projected.
        await press(pilot, "l")
        shown = "".join(line.strip(" │▌") for line in seen(app).splitlines())
        for link in (desk.invite.observers, desk.invite.wall, desk.invite.console):
            assert link in shown
        await press(pilot, "down", "down", "enter")
        assert copied == [desk.invite.console]


async def test_a_seat_s_link_is_shown_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    desk = full_room()
    link = "http://192.168.1.10:8770/seat/" + "s" * 90
    monkeypatch.setattr(desk, "link", lambda seat: link)
    app = console(desk)
    async with running(app) as pilot:
        await press(pilot, "l")
        assert link in "".join(line.strip(" │▌") for line in seen(app).splitlines())


async def test_a_form_tells_its_own_keys() -> None:
    app = console(full_room())
    async with running(app) as pilot:
        await press(pilot, "e")
        assert "Tab next · Enter changes · Esc back" in seen(app)


async def test_a_hot_seat_without_a_speaker_says_how_to_choose_one() -> None:
    desk = FakeDesk("A", "B", pace="hot_seat", waits=True)
    app = console(desk)
    async with running(app) as pilot:
        assert "nobody speaks yet: K" in seen(app)
        await press(pilot, "k")
        await until(pilot, lambda: "nobody speaks yet" not in seen(app))


async def test_trouble_of_the_database_is_told_on_every_tab() -> None:
    desk = full_room()
    app = console(desk)
    async with running(app) as pilot:
        desk.trouble = "The record is out of reach."
        await press(pilot, "3")
        assert "! The record is out of reach." in seen(app)
        desk.trouble = ""
        await press(pilot, "4")
        assert "out of reach" not in seen(app)


@pytest.mark.parametrize("size", [(80, 24), (140, 40), (44, 14)])
@pytest.mark.parametrize("tongue", ["vi", "en"])
async def test_every_tab_at_every_size(size: tuple[int, int], tongue: str) -> None:
    app = console(full_room(), tongue)  # type: ignore[arg-type]
    async with running(app, size=size) as pilot:
        for number in range(1, 10):
            await press(pilot, str(number))
            lines = seen(app).splitlines()
            assert str(number) in lines[1]
            assert max(map(len, lines)) <= size[0]


async def test_the_language_is_switched_on_the_spot() -> None:
    app = console(full_room())
    async with running(app) as pilot:
        await press(pilot, "f3")
        assert "1 Chỗ" in seen(app)


async def test_help_tells_the_keys() -> None:
    app = console(full_room())
    async with running(app, size=(100, 60)) as pilot:
        await press(pilot, "f1")
        assert "Space ticks seats" in seen(app)


async def test_hostile_names_and_answers_are_text_and_nothing_else() -> None:
    desk = FakeDesk(HOSTILE[:40], "B")
    desk.play("s1", "-", f"Trả lời. {HOSTILE}")
    note(desk, "s1", HOSTILE)
    desk.catch_up()
    app = console(desk)
    async with running(app, size=(140, 40)) as pilot:
        for number in "12367":
            await press(pilot, number)
            assert not any(sign in seen(app) for sign in ("\x1b", "\u202e"))
        await press(pilot, "1", "h", "escape", "o", "escape", "r", "escape", "l", "escape", "2", "w")
        assert not any(sign in seen(app) for sign in ("\x1b", "\u202e"))
        assert "[red]x[/]" in seen(app)


async def test_an_observer_reads_and_rates_and_does_nothing_else() -> None:
    desk = full_room()
    app = console(desk, kind=ObserverApp, name="Bà Hoa")
    async with running(app) as pilot:
        before = len(desk.said)
        await press(pilot, *"pniaehrokxctl", "enter")
        assert isinstance(app.screen, ConsoleScreen)
        assert len(desk.said) == before
        await press(pilot, "2")
        assert "rated by Bà Hoa" in seen(app)
        await press(pilot, "full_stop")
        assert "Minh  2/4" in seen(app)


async def test_two_hundred_seats_are_drawn_by_what_is_in_sight(monkeypatch: pytest.MonkeyPatch) -> None:
    desk = FakeDesk(*(f"Người {n}" for n in range(200)))
    app: ConsoleApp = console(desk)
    async with running(app, size=(140, 40)) as pilot:
        rows = app.screen.query_one("#rows", RowList)
        drawn: list[int] = []
        strips_of = rows._strips_of

        def strips(place: int) -> list[Strip]:
            drawn.append(place)
            return strips_of(place)

        monkeypatch.setattr(rows, "_strips_of", strips)
        rows.redraw()
        assert len(drawn) <= 40
        await press(pilot, "end")
        assert "Người 199" in seen(app)


async def test_a_burst_of_news_is_drawn_few_times(monkeypatch: pytest.MonkeyPatch) -> None:
    desk = FakeDesk("A")
    app = console(desk)
    async with running(app) as pilot:
        screen = app.screen
        assert isinstance(screen, ConsoleScreen)
        drawn: list[None] = []
        draw = screen.draw

        def counted() -> None:
            drawn.append(None)
            draw()

        monkeypatch.setattr(screen, "draw", counted)
        for number in range(100):
            desk.sit(f"Người {number}")
        await settled(pilot)
        await until(pilot, lambda: "101 of 101" in seen(app))
        assert len(drawn) <= 10


async def test_leaving_asks_first() -> None:
    desk = full_room()
    desk.room.say(e.Paused())
    app = console(desk)
    async with running(app) as pilot:
        await press(pilot, "ctrl+q")
        assert "The room goes on without this console" in seen(app)
        await press(pilot, "escape")
        assert isinstance(app.screen, ConsoleScreen)


async def test_what_another_app_says_is_drawn_here_in_our_own_context() -> None:
    desk = full_room()
    first, second = console(desk), console(desk, "vi")
    async with running(first) as pilot, running(second) as other:
        await press(pilot, "p")
        await until(other, lambda: "tạm dừng" in seen(second))


def test_served_apps_find_their_styles_wherever_they_are_declared() -> None:
    for kind in (ServedConsoleApp, ServedObserverApp, ServedProjectorApp):
        paths = kind.CSS_PATH
        assert isinstance(paths, list)
        assert all(Path(path).is_file() for path in paths)
