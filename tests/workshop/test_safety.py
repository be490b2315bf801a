"""A clever trainee in the hall: whatever they try, they are refused with a word, and the others play on."""

from __future__ import annotations

import asyncio
import json
import logging
import random
import re
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from simulator.cli import main
from simulator.errors import UsageError
from simulator.workshop.room import events as e
from simulator.workshop.serving import handlers, server
from tests.workshop.real_room import Guest, RealRoom, real_room

F3, F4, F5, F7, F8, F9 = "\x1bOR", "\x1bOS", "\x1b[15~", "\x1b[18~", "\x1b[19~", "\x1b[20~"
READY = "F2 Dossier"
"""Stands in the footer of a press room."""


@pytest.fixture
def quiet(caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]) -> Iterator[None]:
    """Nothing is logged and nothing printed by what is done in a test."""
    caplog.set_level(logging.DEBUG, "aiohttp")
    caplog.set_level(logging.DEBUG, "podium")
    caplog.set_level(logging.WARNING)
    yield
    assert [record.getMessage() for record in caplog.records if record.name != "asyncio"] == []
    assert "".join(capfd.readouterr()) == ""


# Codes, PINs and crowds.


async def test_who_guesses_codes_waits_and_who_knows_it_comes_in(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, quiet: None
) -> None:
    async with real_room(tmp_path, monkeypatch) as room:
        wrong = [(await room.ask("Kẻ dò", "ZZZZ22", address="127.0.0.9"))[0] for _ in range(12)]
        assert wrong == [403] * 10 + [429] * 2
        assert (await room.ask("Kẻ dò", address="127.0.0.9"))[0] == 429
        assert (await room.ask("Hoa"))[0] == 200


async def test_a_pin_cannot_be_guessed_however_the_name_is_spelt_and_from_however_many_places(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, quiet: None
) -> None:
    async with real_room(tmp_path, monkeypatch) as room:
        pin = (await room.ask("Lò Thị Hoa"))[1]["pin"]
        guesses = [f"{number:04}" for number in range(40) if f"{number:04}" != pin]
        spelt = [
            "Lò Thị Hoa",
            "LÒ THỊ HOA",
            "Lò  Thị   Hoa",
            "Lò Thị Hoa\u200b",
            "Lo\u0300 Thi\u0323 Hoa",
            "Lò Thị Hoa\ufe0f",
        ]
        told = [
            (await room.ask(spelt[number % 6], pin=guess, address=f"127.0.0.{2 + number}"))[0]
            for number, guess in enumerate(guesses[:20])
        ]
        assert told == [409] * 10 + [429] * 10
        assert (await room.ask("Lò Thị Hoa", pin=pin, address="127.0.0.99"))[0] == 429
        other = (await room.ask("Minh"))[1]["pin"]
        assert (await room.ask("Minh", pin=other, address="127.0.0.99"))[0] == 200


async def test_one_client_cannot_try_the_pins_of_all_seats(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, quiet: None
) -> None:
    monkeypatch.setattr(handlers, "PINS_OF_ONE", 6)
    async with real_room(tmp_path, monkeypatch) as room:
        for number in range(8):
            await room.ask(f"Người {number}")
        told = [(await room.ask(f"Người {number}", pin="no", address="127.0.0.9"))[0] for number in range(8)]
        assert told == [409] * 6 + [429] * 2


async def test_nobody_is_kept_from_a_seat_by_who_does_not_know_the_code(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with real_room(tmp_path, monkeypatch) as room:
        pin = (await room.ask("Hoa"))[1]["pin"]
        for number in range(20):
            await room.ask("Hoa", "ZZZZ22", pin="0000", address=f"127.0.0.{10 + number}")
        assert (await room.ask("Hoa", pin=pin))[0] == 200


async def test_names_made_up_by_the_dozen_are_held_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(handlers, "ARRIVALS", 5)
    monkeypatch.setattr(handlers, "_is_this_machine", lambda client: False)
    async with real_room(tmp_path, monkeypatch) as room:
        told = [(await room.ask(f"Giả {number}", address="127.0.0.9"))[0] for number in range(7)]
        assert told == [200] * 5 + [429] * 2
        assert (await room.ask("Hoa", address="127.0.0.10"))[0] == 200


# Tokens.


def _forged(token: str) -> Iterator[str]:
    body, _, mac = token.partition(".")
    flipped = "A" if mac[0] != "A" else "B"
    yield from (f"{body}.{flipped}{mac[1:]}", f"{body}.", body, f"{token}A", f"{body[:-1]}.{mac}", f".{mac}")


async def test_a_token_opens_its_own_place_only(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, quiet: None) -> None:
    (tmp_path / "other").mkdir()
    async with real_room(tmp_path, monkeypatch) as room, real_room(tmp_path / "other", monkeypatch) as other:
        token = (await room.ask("Hoa"))[1]["path"].rpartition("/")[2]
        foreign = [other.place("console"), (await other.ask("Hoa"))[1]["path"].rpartition("/")[2]]
        for kind in ("console", "wall", "observer"):
            async with room.session.get(f"{room.url}/{kind}/{token}") as page:
                assert page.status == 403
        for bad in (*_forged(token), *foreign):
            async with room.session.get(f"{room.url}/seat/{bad}") as page:
                assert page.status in (403, 404)
                assert token not in await page.text()
            async with room.at(bad) as guest:
                await guest.is_told("end")
        assert room.apps == other.apps == {}
        async with room.at(token) as guest:  # By the socket of any kind one comes to one's own seat.
            await guest.sees(READY)
        assert type(room.apps["s1"]).__name__ == "SeatApp"


@pytest.mark.parametrize("observing", [False, True])
async def test_who_is_removed_is_out_at_once_and_their_token_is_void_for_ever(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, observing: bool
) -> None:
    async with real_room(tmp_path, monkeypatch) as room:
        code = room.node.door.observers_code if observing else ""
        async with room.seat("Hoa", code) as guest:
            await guest.sees("Hoa")
            await asyncio.to_thread(room.node.live.say, e.SeatRemoved(seat="s1"))
            await guest.is_told("end")
            assert "removed" in json.dumps(guest.told)
            for restored in (False, True):
                if restored:
                    await asyncio.to_thread(room.node.live.say, e.SeatRestored(seat="s1"))
                async with room.session.get(f"{room.url}{guest.path}") as page:
                    assert page.status == 403
                async with room.at(guest.token) as again:
                    await again.is_told("end")
        assert room.node.faults == []


async def test_many_sockets_of_one_place_and_slow_requests_are_turned_away(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, quiet: None
) -> None:
    monkeypatch.setattr(handlers, "BODY_WITHIN", 0.1)
    monkeypatch.setattr(server, "IDLE_CONNECTION", 0.3)
    async with real_room(tmp_path, monkeypatch) as room:
        token = (await room.ask("Hoa"))[1]["path"].rpartition("/")[2]
        silent = [await room.session.ws_connect(f"{room.url}/ws/{token}") for _ in range(handlers.SOCKETS_AT_MOST)]
        async with room.session.get(f"{room.url}/ws/{token}", headers=_HANDSHAKE) as refused:
            assert refused.status == 429
        for socket in silent:
            await socket.close()
        for sent in (
            b"POST /join HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 900\r\n\r\n{",
            b"GET / HTTP/1.1\r\nHost: x\r\nX-Slow: ",
            b"",
        ):
            reader, writer = await asyncio.open_connection("127.0.0.1", room.node.server.port)
            writer.write(sent)
            await asyncio.wait_for(reader.read(), 20)  # It is they who close.
            writer.close()
        async with room.seat("Minh") as guest:
            await guest.sees(READY)


_HANDSHAKE = {
    "Connection": "Upgrade",
    "Upgrade": "websocket",
    "Sec-WebSocket-Version": "13",
    "Sec-WebSocket-Key": "dGhlIHNhbXBsZSBub25jZQ==",
}


# Floods.


async def test_help_is_there_wherever_a_seat_asks_for_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, quiet: None
) -> None:
    async with real_room(tmp_path, monkeypatch, waits=True) as room, room.seat("Hoa") as hoa:
        await hoa.sees("Waiting for the facilitator")
        await hoa.type("\x1bOP")
        await hoa.comes(lambda: type(room.apps["s1"].screen).__name__ == "HelpScreen")
        await hoa.sees("D opens its debrief")
    assert room.node.faults == []


@pytest.mark.parametrize("keys", [F4, F3, "?\x1b[27u", "\x10", F5 + "\x1b[27u"])
async def test_a_key_that_is_held_down_leaves_the_others_their_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, quiet: None, keys: str
) -> None:
    async with real_room(tmp_path, monkeypatch) as room, room.seat("Hoa") as hoa, room.seat("Minh") as minh:
        await hoa.sees(READY)
        await minh.sees(READY)
        for _ in range(8):
            await hoa.type(keys * (9_000 // len(keys)))
        await asyncio.sleep(0.3)
        await _opens_note(room, minh, "s2")
        assert not hoa.socket.closed, (hoa.told, hoa.socket.close_code)
    assert room.node.faults == []


async def test_a_storm_of_sizes_is_laid_out_now_and_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, quiet: None
) -> None:
    async with real_room(tmp_path, monkeypatch) as room, room.seat("Hoa") as hoa, room.seat("Minh") as minh:
        await hoa.sees(READY)
        await minh.sees(READY)
        app = room.apps["s1"]
        for number in range(300):
            await hoa.say("size", {"cols": 20 + number, "rows": 10 + number % 100})
            await hoa.say("focus" if number % 2 else "blur")
            await asyncio.sleep(0.005)
        await _opens_note(room, minh, "s2")
        while app.size.width != 319:
            await asyncio.sleep(0.02)
        assert not hoa.socket.closed
    assert room.node.faults == []


SEAT_SCREENS = {
    *("LobbyScreen", "SeatPressRoomScreen", "SeatOwnWordsScreen", "SeatEndingScreen", "MessagesScreen", "NoteScreen"),
    *("HelpScreen", "JumpScreen", "CommandsScreen", "ConfirmScreen", "DossierScreen", "PublicScreen", "Screen"),
    *("DebriefScreen", "OtherLineScreen", "OtherWordsScreen", "WhatIfScreen", "FrontPageScreen", "HotWashScreen"),
}
"""What a seat may come to: its own session, and what the facilitator puts to it. Nothing of the house behind it."""


async def test_ten_thousand_messages_at_real_seats_while_another_plays_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, quiet: None
) -> None:
    chance, met = random.Random(8), set[str]()
    async with real_room(tmp_path, monkeypatch, seats=5) as room, room.seat("Minh") as minh:
        await minh.sees(READY)
        tokens = [(await room.ask(f"Phá {n}"))[1]["path"].rpartition("/")[2] for n in range(4)]
        fuzzing = asyncio.gather(*(_fuzz(room, token, chance, 2500, met) for token in tokens))
        for number in range(3):
            await _notes(room, minh, "s1", f"vẫn đây {number}")
        assert sum(await fuzzing) == 10_000
        assert met <= SEAT_SCREENS
        noted = [event for event in room.events if isinstance(event, e.Noted)]
        assert [event.text for event in noted if event.seat == "s1"] == [f"vẫn đây {n}" for n in range(3)]
        others = [event for event in room.events if not isinstance(event, e.SeatTaken | e.Opened | e.Begun | e.Noted)]
        assert others == []
    assert room.node.faults == []


async def test_fuzzed_messages_at_the_console_the_wall_and_an_observer(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, quiet: None
) -> None:
    chance, met = random.Random(9), set[str]()
    async with real_room(tmp_path, monkeypatch) as room, room.seat("Minh") as minh:
        await minh.sees(READY)
        watching = (await room.ask("Quan sát", room.node.door.observers_code))[1]["path"].rpartition("/")[2]
        before = len(room.events)
        await asyncio.gather(*(_fuzz(room, token, chance, 400, met) for token in (watching, room.place("wall"))))
        assert len(room.events) in (before, before + 1)  # The seat's session has begun, at most.
        await _fuzz(room, room.place("console"), chance, 800, met)
        minh.painted = b""
        assert "LibraryScreen" not in met
        assert "HistoryScreen" not in met
    assert room.node.faults == []


async def _fuzz(room: RealRoom, token: str, chance: random.Random, most: int, met: set[str]) -> int:
    """Send so many messages, over as many sockets as it takes; the screens that are met are gathered."""
    sent = 0
    while sent < most:
        async with room.at(token, f"device-{chance.randrange(2)}") as guest:
            await guest.say("take")
            for _ in range(chance.randrange(50, 300)):
                data = _fuzzed(chance)
                try:
                    await (guest.socket.send_bytes(data) if isinstance(data, bytes) else guest.socket.send_str(data))
                except ConnectionError:
                    break
                sent += 1
                if sent % 10 == 0:
                    await asyncio.sleep(0.005)
                    met |= {type(screen).__name__ for app in room.apps.values() for screen in app._screen_stack}
                if guest.socket.closed or sent >= most:
                    break
    return sent


KEYS = (
    *"\r\t\x1b\x7f \x10\x11\x07?123456789wWdDuUmMhHlLgGpPqQxXkKcC[]/.,",
    *("\x1b[A", "\x1b[B", "\x1b[C", "\x1b[D", "\x1b[5~", "\x1b[6~", "\x1bOP", "\x1bOQ", F3, F5, "\x1b[17~", F7, F8, F9),
    *("\x1b[200~[red]x[/]\x1b[201~", "\x1b[200~", "\x1b[201~", "\x1b[<0;40;12M", "\x1b[<65;10;10M", "\x1b[?1;2c"),
    *("\x1b]0;x\x07", "\x1b[8;50;50t", "\x1b[I", "\x1b[O", "\x1b[1;1R", "ữ", "e\u0302\u0301", "\u202e", "\x00"),
)


def _fuzzed(chance: random.Random) -> str | bytes:
    roll = chance.random()
    if roll < 0.16:
        return json.dumps(["keys", chance.choice(KEYS)])
    if roll < 0.17:
        return json.dumps(["keys", "\x1b[200~" + "ữ\ud800 [b]" * chance.randrange(900) + "\x1b[201~"])
    if roll < 0.18:
        return json.dumps(["keys", "".join(chr(chance.randrange(0x300)) for _ in range(20))])
    if roll < 0.185:
        broken: list[str | bytes] = ["[", "[]", '["exec"]', b"\xff", '["size",{"cols":1e9,"rows":2}]', "[" * 900]
        return chance.choice(broken)
    sound: list[Any] = [
        *([["ping", 1]] * 6),
        ["size", {"cols": chance.randrange(20, 160), "rows": chance.randrange(8, 50)}],
        *(["focus"], ["blur"], ["take"], ["ping", chance.randrange(99)]),
    ]
    return json.dumps(chance.choice(sound))


# What a seat must not read.


async def test_no_seat_is_sent_anything_of_another_s(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async with (
        real_room(tmp_path, monkeypatch) as room,
        room.seat("Hoa") as hoa,
        room.seat("Minh", reader=True) as minh,
    ):
        await hoa.sees(READY)
        await minh.sees(READY)
        await _answers(room, hoa, "s1", "BIMATCUAHOA không ai khác được đọc.")
        await _notes(room, hoa, "s1", "GHICHUCUAHOA")
        await asyncio.to_thread(room.node.live.say, e.Hinted(text="LOINHANCHOHOA", to=("s1",)))
        await asyncio.to_thread(room.node.live.say, e.HotWashAsked(questions=("Ổn chứ?",)))
        await hoa.type(F8)
        await hoa.sees("LOINHANCHOHOA")
        for keys in (F8, "\x1b", "\x1bOQ", "\x1b", "\x11", "\x11", "\x10", "\x1b", "h", "\x1b", "\r"):
            await minh.type(keys)
            await asyncio.sleep(0.25)
        await asyncio.to_thread(room.node.live.say, e.Closed())
        await minh.type("\x11")
        await asyncio.sleep(0.3)
        await minh.type("d")
        await asyncio.sleep(0.7)
        sent = minh.seen + json.dumps(minh.told, ensure_ascii=False)
        for secret in ("BIMATCUAHOA", "GHICHUCUAHOA", "LOINHANCHOHOA", "Hoa", hoa.token, hoa.pin):
            assert secret not in sent.replace(minh.pin, ""), secret


async def _answers(room: RealRoom, guest: Guest, seat: str, text: str) -> None:
    """Go on to the first question and answer it in own words."""
    app = room.apps[seat]
    for _ in range(12):
        if app.exercise is not None and getattr(app.screen, "may_write", False) and app.screen.answering:
            break
        await guest.type("\r")
        await asyncio.sleep(0.3)
    await guest.type(F5)
    await guest.sees("F9")
    await guest.type(f"\x1b[200~{text}\x1b[201~")
    await asyncio.sleep(0.2)
    await guest.type(F9)
    for _ in range(200):
        if app.exercise.state.answers:
            return
        if type(app.screen).__name__ == "SeatPressRoomScreen":
            await guest.type("3")
        await asyncio.sleep(0.1)
    raise AssertionError(guest.seen[-1500:])


async def _opens_note(room: RealRoom, guest: Guest, seat: str) -> None:
    """Open the field for a note."""
    await guest.type(F7)
    await guest.comes(lambda: type(room.apps[seat].screen).__name__ == "NoteScreen" and room.apps[seat].focused)


async def _notes(room: RealRoom, guest: Guest, seat: str, text: str) -> None:
    """Write a note to the facilitator and send it."""
    before = len(room.node.live.state.notes)
    await _opens_note(room, guest, seat)
    await guest.type(f"\x1b[200~{text}\x1b[201~")
    await guest.comes(lambda: getattr(room.apps[seat].focused, "text", ""), what=str(room.apps[seat].screen_stack))
    await guest.type(F9)
    await guest.comes(lambda: len(room.node.live.state.notes) > before)
    # It is in the log a moment before its field closes, and a key of the next note would go to the field of this one.
    await guest.comes(lambda: type(room.apps[seat].screen).__name__ != "NoteScreen")


async def test_a_name_gives_nobody_the_record_of_the_host_s_learner(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from simulator.commands.house import LocalHouse

    async with real_room(tmp_path, monkeypatch) as room:
        owner = LocalHouse(learner="Chủ Máy")
        owner._journal = room.node.opened.journal
        owner.begin(room.node.live.state.scenario)
        async with room.seat("Chủ Máy") as guest:
            await guest.sees(READY)
            house = room.apps["s1"].house
            assert owner.own_sessions()
            assert (house.own_sessions(), house.session_to_debrief(room.node.live.state.scenario)) == ((), "")
            assert house.library() == ((), ())
            with pytest.raises(UsageError):
                assert house.learning


@pytest.mark.parametrize("pace", ["own_pace", "hot_seat"])
async def test_an_exam_tells_no_grade_before_its_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, pace: str
) -> None:
    levels = re.compile("partial|■■··|Accountability +2|Overall")
    async with (
        real_room(tmp_path, monkeypatch, modes=("exam",), pace=pace) as room,
        room.seat("Hoa", reader=True) as hoa,
        room.seat("Minh", reader=True) as minh,
        room.at(room.place("wall"), cols=120, rows=40) as wall,
    ):
        if pace == "hot_seat":
            await asyncio.to_thread(room.node.live.say, e.SpeakerChosen(seat="s1"))
        await hoa.sees(READY)
        await _answers(room, hoa, "s1", "Chúng tôi đang cứu hộ, 16 giờ có tin mới.")
        await minh.comes(lambda: room.apps["s2"].exercise is not None)
        await asyncio.sleep(0.5)
        if pace == "hot_seat":
            skills = room.apps["s1"].exercise.state.answers[0].assessment.levels
            session = room.node.live.state.session("s1")
            rated = e.HallRated(seat="s2", session=session, answer=1, levels=dict.fromkeys(skills, 4))
            await asyncio.to_thread(room.node.live.say, rated)
        await asyncio.to_thread(room.node.live.say, e.Closed())
        for guest in (hoa, minh):
            await guest.type("\x11")
            await asyncio.sleep(0.3)
            await guest.type("d")
            await asyncio.sleep(0.5)
            await guest.type("\x1b[C")
            await asyncio.sleep(0.3)
        assert [type(room.apps[seat].screen).__name__ for seat in ("s1",)] == ["DebriefScreen"]
        for guest in (hoa, minh, wall):
            found = levels.search(guest.seen + json.dumps(guest.told, ensure_ascii=False))
            assert found is None, found
    assert room.node.faults == []


# Names and answers are data.

HOSTILE = (
    "[red]đỏ[/red]",
    "[@click=app.quit]x[/]",
    "<script>alert(1)</script>",
    "=cmd|' /C calc'!A0",
    "\x1b]0;pwned\x07\x1b[31mE",
    "a\x9b31mC1\x9d0;x\x9c",
    "\u202egnp.exe\u2066x",
    "e" + "\u0301" * 39,
    "😀" * 40,
    "{name} %s {{words}}",
    "w" * 40,
    "../../etc/passwd",
    "\ud800 nửa",
    "NUL\x00NUL",
)

PAINT = re.compile(
    r"\x1b\[[0-9;:]*[mHJKABCDr]|\x1b\[\?[0-9;]+[hl]|\x1b\[[<>=?][0-9;]*u|\x1b\[[0-9]* q|\x1b\]22;[a-z-]*\x07"
)
OBEYED = re.compile("[\x00-\x09\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


async def test_hostile_names_and_answers_are_drawn_and_never_obeyed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    async with real_room(tmp_path, monkeypatch) as room:
        for name in HOSTILE:
            status, said = await room.ask(name)
            assert status == 200, said
            async with room.session.get(f"{room.url}{said['path']}") as page:
                html = await page.text()
                assert "<script>alert" not in html
                assert OBEYED.search(html) is None
        hostile = " ".join(HOSTILE).replace("\x1b[201~", "")
        watching = (await room.ask("<b>[bold]Quan sát", room.node.door.observers_code))[1]["path"].rpartition("/")[2]
        async with room.seat("[b]Hoa\x1b[2J", reader=True) as hoa:
            await hoa.sees(READY)
            await _answers(room, hoa, f"s{len(HOSTILE) + 2}", hostile)
            await _notes(room, hoa, f"s{len(HOSTILE) + 2}", hostile.replace("\x07", ""))  # Which opens jump mode.
            written = hostile.replace("\ud800", "")  # The console's own form gives none: what is typed is made whole.
            news = e.Injected(text=written, headline="[red]" + HOSTILE[4], source=HOSTILE[6])
            await asyncio.to_thread(room.node.live.say, news)
            await asyncio.to_thread(room.node.live.say, e.Hinted(text=written))
            await asyncio.sleep(0.3)
            for key in (F8, "\x1b", "\x11", "\x1b[A"):
                await hoa.type(key)
                await asyncio.sleep(0.2)
            async with (
                room.at(room.place("console"), cols=140, rows=40) as console,
                room.at(room.place("wall"), cols=120, rows=40) as wall,
                room.at(watching, reader=True) as observer,
            ):
                for guest in (console, wall, observer):
                    await guest.is_told("welcome")
                await asyncio.sleep(1.0)
                for key in "123456789":
                    for guest in (console, observer):
                        await guest.type(key)
                        await asyncio.sleep(0.1)
                        await guest.type("w\x1b[B\x1b[B\x1b[B")
                    await asyncio.sleep(0.1)
                await asyncio.sleep(0.5)
                for guest in (hoa, console, wall, observer):
                    assert not guest.socket.closed
                    left = PAINT.sub("", guest.painted.decode())
                    obeyed = OBEYED.search(left)
                    assert obeyed is None, repr(left[max(0, obeyed.start() - 60) :][:120])
                    for frame in guest.told:
                        assert OBEYED.search("".join(str(part) for part in frame).replace("\t", "")) is None, frame
                assert "[red]đỏ[/red]" in console.seen
        database = f"sqlite:///{tmp_path}/room.sqlite3"
        for arguments in (["list"], ["show", room.code], ["show", room.code, "--format", "json"]):
            assert main(["room", *arguments, "--database", database]) == 0
            assert OBEYED.search(capsys.readouterr().out.replace("\n", "")) is None
    assert room.node.faults == []


# Observers, and secrets.


async def test_an_observer_does_nothing_to_the_room(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async with (
        real_room(tmp_path, monkeypatch) as room,
        room.seat("Hoa") as hoa,
        room.seat("Quan sát", room.node.door.observers_code) as observer,
    ):
        await hoa.sees(READY)
        await observer.sees("Hoa")
        before = room.events
        for tab in "1234":
            await observer.type(tab)
            for key in ("\r", *"npPhiaeovksrlrtxc ", "\x1b"):
                await observer.type(key)
                await asyncio.sleep(0.03)
        await asyncio.sleep(0.5)
        assert room.events == before
        assert "Ending" not in observer.seen
        assert hoa.pin not in observer.seen.replace(observer.pin, "")
        assert hoa.token not in observer.seen
    assert room.node.faults == []


async def test_secrets_are_told_to_nobody_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    async with real_room(tmp_path, monkeypatch) as room, room.seat("Hoa") as hoa:
        await hoa.sees(READY)
        said = []
        for path in ("/", f"/r/{room.code}", "/health", "/nothing", f"/seat/{hoa.token}x", "/join", "/static/page.css"):
            async with room.session.get(room.url + path, headers={"Referer": f"{room.url}{hoa.path}"}) as answer:
                said.append(await answer.text())
                assert answer.headers["Referrer-Policy"] == "no-referrer"
        said += [json.dumps(await room.ask(name, code, "1")) for name, code in (("Hoa", ""), ("X", "ZZZZ22"))]
        header = room.node.live.header
        logged = [record.getMessage() for record in caplog.records]
        for secret in (header.secret, hoa.token, f'"{hoa.pin}"', room.place("console"), room.node.door.observers_code):
            assert not [text for text in (*said, *logged) if secret in text]


def test_the_record_is_its_owner_s_alone_and_a_deleted_room_is_nowhere(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    database = f"sqlite:///{tmp_path}/room.sqlite3"

    async def play() -> str:
        async with real_room(tmp_path, monkeypatch) as room, room.seat("TENCUAHOA") as hoa:
            await hoa.sees(READY)
            await _answers(room, hoa, "s1", "CAUTRALOI của tôi.")
            await _notes(room, hoa, "s1", "GHICHU")
            for file in tmp_path.iterdir():
                assert stat.S_IMODE(file.stat().st_mode) == 0o600, file
            return room.code

    code = asyncio.run(play())
    said = ("TENCUAHOA", "CAUTRALOI", "GHICHU", code)
    assert [one for one in said if not _somewhere(tmp_path, one)] == []
    assert main(["room", "delete", code, "--yes", "--database", database]) == 0
    assert [one for one in said if _somewhere(tmp_path, one)] == []


def _somewhere(folder: Path, text: str) -> bool:
    return any(text.encode() in file.read_bytes() for file in folder.iterdir())
