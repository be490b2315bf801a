"""Tables of four: the listeners' seats, what is suggested to whoever speaks, and roles that move on."""

from __future__ import annotations

from simulator.errors import MachineError
from simulator.session.advance import ANSWER_MAX
from simulator.session.events import AnswerGiven
from simulator.tui.screens.dossier import DossierScreen
from simulator.tui.widgets.ordered_area import OrderedArea
from simulator.workshop.room import events as e
from simulator.workshop.seat.app import SeatApp
from simulator.workshop.seat.table import TableScreen
from simulator.workshop.seat.table_own_words import TableOwnWordsScreen
from simulator.workshop.seat.table_speaker import TableSpeakerScreen
from tests.tui.house import press, seen, settled, told, until
from tests.tui.test_hostile_text import H
from tests.workshop.seat.desk import channel
from tests.workshop.seat.table_room import NAMES, TableRoom, acts, seats


def table_of(count: int = 4) -> TableRoom:
    return TableRoom(*NAMES[:count], tables=True)


def listening(app: SeatApp) -> TableScreen:
    assert isinstance(app.screen, TableScreen)
    return app.screen


def speaking(app: SeatApp) -> TableSpeakerScreen:
    assert isinstance(app.screen, TableSpeakerScreen)
    return app.screen


def field(app: SeatApp) -> OrderedArea:
    return app.screen.query_one(OrderedArea)


async def test_one_speaks_and_the_others_listen_to_the_same_session() -> None:
    room = table_of()
    an, binh = room.app("s1"), room.app("s2")
    async with seats(room, an, binh) as (first, second):
        speaking(an)
        assert "You are the fact checker  An speaks" in seen(binh)
        assert not field(binh).display, "an inject asks nothing"
        await press(first, "enter")
        await until(second, lambda: "Còi báo sạt lở sao không kêu" in seen(binh))
        assert field(binh).has_focus
        await press(first, "2", "enter")
        await until(second, lambda: listening(binh).looking_back)
        assert "Bác Ún gật đầu." in seen(binh)
        assert "How sure" not in seen(binh), "that is the speaker's to say"
        await press(second, "f9")
        assert "Sổ trực đêm qua làm gì với nó?" in seen(binh)
        assert not isinstance(room.session.events[-1], AnswerGiven)


async def test_a_card_is_read_by_its_role_alone() -> None:
    room = table_of()
    an, binh = room.app("s1"), room.app("s2")
    async with seats(room, an, binh, size=(140, 40)) as (first, second):
        assert "Anh chị giữ sổ trực." in seen(binh)
        assert "2 người bị thương, không ai chết." in seen(binh)
        assert "Xã giấu người chết." not in seen(binh)
        for pilot, app, mine, theirs in (
            (first, an, "Vì sao còi báo không kêu.", "2 người bị thương"),
            (second, binh, "2 người bị thương", "Vì sao còi báo không kêu."),
        ):
            await press(pilot, "f2")
            assert isinstance(app.screen, DossierScreen)
            pages = ""
            for _ in range(6):
                pages += seen(app)
                await press(pilot, "right")
            assert mine in pages
            assert theirs not in pages


async def test_in_a_narrow_window_a_key_turns_to_the_card() -> None:
    room = table_of()
    binh = room.app("s2")
    async with seats(room, binh) as (pilot,):
        assert "Anh chị giữ sổ trực." not in seen(binh)
        await press(pilot, "f5")
        assert "Anh chị giữ sổ trực." in seen(binh)
        assert "Sân xã, trời còn mưa" not in seen(binh)
        await press(pilot, "f5")
        assert "Sân xã, trời còn mưa" in seen(binh)


async def test_a_suggestion_reaches_the_speaker_who_takes_it_over_and_alone_sends() -> None:
    room = table_of()
    an, binh = room.app("s1"), room.app("s2")
    async with seats(room, an, binh) as (first, second):
        await press(first, "enter")
        await until(second, lambda: field(binh).has_focus)
        await press(second, *"noi gio")
        await until(first, lambda: bool(speaking(an).suggestions))
        assert room.drafts["opening", "s2"] == "noi gio"
        assert "Bình  fact checker" in seen(an)
        await press(first, "f5", *"Xin", "f6")
        assert field(an).text == "Xin noi gio"
        await press(first, "f6")
        assert "There is nothing more to take over." in told(an)
        await press(first, "ctrl+z")
        assert field(an).text == "Xin"
        await until(second, lambda: "An is writing" in seen(binh) and "▌ Xin" in seen(binh))
        await press(first, "f6", "f9")
        given = room.session.events[-1]
        assert isinstance(given, AnswerGiven)
        assert given.text == "Xin noi gio"
        await until(second, lambda: listening(binh).looking_back)
        assert seen(binh).count("noi gio") >= 1, "what one had suggested is not lost"


async def test_what_is_taken_over_keeps_the_length_of_an_answer() -> None:
    room = table_of(2)
    an = room.app("s1")
    async with seats(room, an) as (pilot,):
        await press(pilot, "enter")
        room.desk("s2").suggest("opening", "x" * ANSWER_MAX)
        await until(pilot, lambda: bool(speaking(an).suggestions))
        await press(pilot, "f5", *"Xin", "f6")
        assert len(field(an).text) == ANSWER_MAX
        assert field(an).text.startswith("Xin xxx")


async def test_suggestions_are_read_at_most_once_a_second() -> None:
    room = table_of(2)
    an = room.app("s1")
    async with seats(room, an) as (pilot,):
        await press(pilot, "enter")
        before = room.read
        for number in range(40):
            room.desk("s2").suggest("opening", f"chữ {number}")
            await settled(pilot)
        await until(pilot, lambda: "chữ 39" in seen(an))
        assert room.read - before <= 4


async def test_a_suggestion_that_could_not_be_kept_is_kept_later() -> None:
    room = table_of(2)
    binh = room.app("s2")
    async with seats(room, binh) as (pilot,):
        room.desk("s2").exercise().go_on()
        await until(pilot, lambda: field(binh).has_focus)
        room.trouble = MachineError("the disk is full")
        await press(pilot, *"gio")
        await until(pilot, lambda: listening(binh)._kept == "\0")
        room.trouble = None
        await until(pilot, lambda: room.drafts.get(("opening", "s2")) == "gio")


async def test_roles_move_on_between_questions_at_once() -> None:
    room = table_of(2)
    an, binh = room.app("s1"), room.app("s2")
    async with seats(room, an, binh) as pilots:
        await press(pilots[0], "enter")
        await until(pilots[1], lambda: field(binh).has_focus)
        await acts(room, pilots, e.Rotated())
        assert "You are the fact checker  Bình speaks" in seen(an)
        await press(pilots[1], "2", "enter")
        assert speaking(binh).looking_back
        await until(pilots[0], lambda: listening(an).looking_back)


async def test_nobody_is_taken_from_what_they_are_writing() -> None:
    room = table_of(2)
    an, binh = room.app("s1"), room.app("s2")
    async with seats(room, an, binh) as pilots:
        first, second = pilots
        await press(first, "enter")
        await until(second, lambda: field(binh).has_focus)
        await press(first, "f5", *"Toi noi")
        await press(second, *"Em nghi")
        await acts(room, pilots, e.Rotated(table="t1"))
        assert isinstance(an.screen, TableOwnWordsScreen)
        assert any("you are now the fact checker" in message for message in told(an))
        assert "You speak for the table now." in seen(binh)
        await press(first, "f9")
        assert not any(isinstance(event, AnswerGiven) for event in room.session.events), "only the speaker sends"
        await until(first, lambda: isinstance(an.screen, TableScreen))
        assert field(an).text == "Toi noi"
        await press(second, "f9")
        await until(second, lambda: isinstance(binh.screen, TableOwnWordsScreen))
        assert field(binh).text == "Em nghi"
        await until(second, lambda: speaking_suggestions(binh) == ["Toi noi"])
        await press(second, "f6", "f9")
        await until(second, lambda: isinstance(room.session.events[-1], AnswerGiven))
        given = room.session.events[-1]
        assert isinstance(given, AnswerGiven)
        assert given.text == "Em nghi Toi noi"


def speaking_suggestions(app: SeatApp) -> list[str]:
    screen = app.prepared
    assert isinstance(screen, TableSpeakerScreen)
    return [one.text for one in screen.suggestions]


async def test_who_reads_an_aftermath_gives_way_when_going_on() -> None:
    room = table_of(2)
    an, binh = room.app("s1"), room.app("s2")
    async with seats(room, an, binh) as pilots:
        await press(pilots[0], "enter", "2", "enter")
        await until(pilots[1], lambda: listening(binh).looking_back)
        await acts(room, pilots, e.Rotated())
        assert speaking(an).looking_back
        assert listening(binh).looking_back
        await press(pilots[0], "enter")
        await until(pilots[0], lambda: isinstance(an.screen, TableScreen))
        await press(pilots[1], "f9")
        await until(pilots[1], lambda: isinstance(binh.screen, TableSpeakerScreen))
        await press(pilots[1], "1", "enter")
        assert room.session.state.path[-1].scene == "log"


async def test_a_small_table_reads_the_cards_of_those_who_come_later_until_they_come() -> None:
    room = table_of(2)
    an, binh = room.app("s1"), room.app("s2")
    async with seats(room, an, binh, size=(140, 40)) as pilots:
        assert "At your table" in seen(binh)
        assert "Chi" not in seen(binh)
        assert "m1" not in {*an.desk.holds()}  # type: ignore[misc]
        await acts(room, pilots, e.SeatTaken(seat="s3", name="Chi", pin="1234"))
        assert "Chi  social listener" in seen(binh)
        assert "m1" in {*an.desk.holds()}  # type: ignore[misc]


async def test_hostile_text_at_a_table_is_data() -> None:
    room = TableRoom("An [bold]x[/]", "[@click=app.quit]B[/]", tables=True)
    an, binh = room.app("s1"), room.app("s2")
    async with seats(room, an, binh, size=(140, 40)) as (first, second):
        await press(first, "enter")
        room.desk("s2").suggest("opening", H)
        room.desk("s1").suggest("opening", H)
        await until(first, lambda: "[bold red]x[/] {name}" in seen(an))
        await until(second, lambda: "[bold red]x[/] {name}" in seen(binh))
        assert "An [bold]x[/]" in seen(binh)
        assert "[@click=app.quit]B[/]" in seen(an)
        for app in (an, binh):
            assert not {"\x1b", "\x07", "\x9b", "‮"} & set(seen(app))
        await press(first, "f5", "f6")
        assert "\x1b" not in seen(an)


async def test_an_answer_that_ends_it_all_leads_everybody_to_the_ending() -> None:
    room = table_of(2)
    an, binh = room.app("s1"), room.app("s2")
    async with seats(room, an, binh) as (first, second):
        await press(first, "enter", "2", "enter", "enter", "2", "enter", "enter", "1", "enter")
        await until(second, lambda: room.session.ended and listening(binh).table.ended)
        await press(second, "f9")
        assert "lời xin lỗi có giờ có chỗ" in seen(binh)


async def test_those_who_listen_are_read_the_question_and_the_aftermath() -> None:
    room = table_of(2)
    an, binh = room.app("s1"), room.app("s2")
    async with seats(room, an, binh) as (first, second):
        assert channel(binh).spoken[0].startswith("Sân xã, trời còn mưa")
        await press(first, "enter")
        await until(second, lambda: "Còi báo sạt lở sao không kêu" in channel(binh).spoken[-1])
        await press(first, "2", "enter")
        await until(second, lambda: "of 100" in channel(binh).spoken[-1])
        await press(second, "f9")
        assert "Sổ trực đêm qua làm gì với nó?" in channel(binh).spoken[-1]
