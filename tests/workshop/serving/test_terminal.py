"""A seat in one's own terminal: a pseudo-terminal, a real server, and the terminal as it was afterwards."""

from __future__ import annotations

import asyncio
import os
import sys
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from simulator.errors import MachineError, UsageError
from simulator.language.catalogue import Catalogue
from simulator.workshop.serving import attendance, terminal, words
from simulator.workshop.serving.attendance import Attendance
from simulator.workshop.serving.entering import NameTaken, RoomAddress, enter, room_address
from simulator.workshop.serving.lobby import LEAVE
from simulator.workshop.serving.raw_tty import RawTerminal
from tests.workshop.serving.house import CODE, SECONDS, Hall, hall

EN = Catalogue("en")

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there are no pseudo-terminals")


class Screen:
    """The other side of a pseudo-terminal: what a person sees and types."""

    def __init__(self, fd: int, staying: asyncio.Task[str]) -> None:
        self.fd = fd
        self.seen = b""
        self.staying = staying
        asyncio.get_running_loop().add_reader(fd, self._read)

    def _read(self) -> None:
        self.seen += os.read(self.fd, 65536)

    def type(self, text: str) -> None:
        os.write(self.fd, text.encode())

    async def until_seen(self, text: str) -> None:
        await until(lambda: text.encode() in self.seen)


async def until(holds: Callable[[], object]) -> None:
    """Wait until something holds."""
    async with asyncio.timeout(SECONDS):
        while not holds():
            await asyncio.sleep(0.01)


@asynccontextmanager
async def seated(here: Hall, name: str = "Lan") -> AsyncIterator[Screen]:
    """Somebody who sits in a seat by a terminal of 80x24; at the end it must be as it was."""
    import fcntl
    import struct
    import termios

    outer, inner = os.openpty()
    fcntl.ioctl(inner, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
    before = termios.tcgetattr(inner)
    with RawTerminal(inner, inner) as raw:
        assert termios.tcgetattr(inner) != before
        path = f"/seat/{here.door.seat(name)}"
        staying = asyncio.create_task(Attendance(here.url, path, EN, raw).attend())
        screen = Screen(outer, staying)
        yield screen
        screen.type("\x1c")
        await asyncio.wait_for(staying, SECONDS)
        # What is still on its way is read, or putting the terminal back would wait for it.
        await asyncio.sleep(0.05)
        closing = asyncio.get_running_loop().run_in_executor(None, raw.__exit__, None, None, None)
        await asyncio.wait_for(closing, SECONDS)
    await screen.until_seen(LEAVE)
    assert termios.tcgetattr(inner) == before
    asyncio.get_running_loop().remove_reader(outer)
    os.close(inner)
    os.close(outer)


async def test_a_seat_is_played_in_a_terminal(tmp_path: Path) -> None:
    async with hall(tmp_path) as here, seated(here) as screen:
        await screen.until_seen("LOBBY OF Lan")
        await screen.until_seen("PRESS ROOM OF Lan")
        screen.type("xin chào \x03")
        await screen.until_seen("chào")
        await until(lambda: here.door.apps[0].area.text == "xin chào ")
        assert not screen.staying.done()


async def test_a_new_size_of_the_terminal_is_told(tmp_path: Path) -> None:
    import fcntl
    import signal
    import struct
    import termios

    async with hall(tmp_path) as here, seated(here) as screen:
        await screen.until_seen("PRESS ROOM OF Lan")
        fcntl.ioctl(screen.fd, termios.TIOCSWINSZ, struct.pack("HHHH", 30, 3, 0, 0))
        os.kill(os.getpid(), signal.SIGWINCH)
        await until(lambda: here.door.apps[0].size == (20, 30))


async def test_a_broken_line_is_put_up_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(attendance, "FIRST_WAIT", 0.2)
    async with hall(tmp_path) as here, seated(here) as screen:
        await screen.until_seen("PRESS ROOM OF Lan")
        screen.type("half")
        await screen.until_seen("half")
        screen.seen = b""
        channel = here.server.channel("seat", "Lan")
        assert channel is not None
        assert channel.outlet is not None
        channel.outlet.close(1001)
        await screen.until_seen("The connection is lost")
        await screen.until_seen("PRESS ROOM OF Lan")
        screen.type("way")
        await until(lambda: here.door.apps[0].area.text == "halfway")


async def test_a_room_that_is_gone_can_be_left(tmp_path: Path) -> None:
    async with hall(tmp_path) as here, seated(here) as screen:
        await screen.until_seen("PRESS ROOM OF Lan")
        await here.server.stop()
        await screen.until_seen("The connection is lost")
        screen.type("\x03")
        assert await asyncio.wait_for(screen.staying, SECONDS) == ""


async def test_the_end_of_the_room_is_told(tmp_path: Path) -> None:
    async with hall(tmp_path) as here, seated(here) as screen:
        await screen.until_seen("PRESS ROOM OF Lan")
        channel = here.server.channel("seat", "Lan")
        assert channel is not None
        channel.end("The room\x1b[31m is closed.")
        assert await asyncio.wait_for(screen.staying, SECONDS) == "The room␛[31m is closed."


async def test_a_place_held_elsewhere_is_taken_over_on_purpose(tmp_path: Path) -> None:
    async with hall(tmp_path) as here, here.browser("Lan", "phone") as phone:
        await phone.until_painted("PRESS ROOM OF Lan")
        async with seated(here) as screen:
            await screen.until_seen("open on another device")
            screen.type("x")
            screen.type("t")
            await screen.until_seen("PRESS ROOM OF Lan")
            assert await phone.until_told("superseded") == []
            assert here.door.apps[0].area.text == ""
            async with here.browser("Lan", "phone") as again:
                await again.until_told("occupied")
                await again.say("take")
                assert await asyncio.wait_for(screen.staying, SECONDS) == EN.say(words.SUPERSEDED)


async def test_people_join_by_code_and_name(tmp_path: Path) -> None:
    async with hall(tmp_path) as here:
        join = asyncio.to_thread(enter, here.url, CODE, "Lan", "", EN)
        entered = await join
        assert entered.path.startswith("/seat/")
        assert entered.pin == "1234"
        with pytest.raises(NameTaken):
            await asyncio.to_thread(enter, here.url, CODE, "Lan", "", EN)
        with pytest.raises(UsageError, match=r"There is no such page\."):
            await asyncio.to_thread(enter, here.url, "AAAAAA", "Lan", "", EN)


async def test_what_is_missing_is_asked_for_by_lines(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    asked: list[str] = []
    sat: list[str] = []

    def ask(question: str) -> str:
        asked.append(question)
        return answers.pop(0)

    def attend(base: str, path: str, *_: object, **__: object) -> str:
        sat.append(base + path)
        return "The room is closed."

    monkeypatch.setattr(terminal, "attend", attend)
    async with hall(tmp_path) as here:
        here.door.seat("Lan")
        answers = ["", " K7M-2QX", "Lan", "9999", "1234"]
        assert await asyncio.to_thread(terminal.join, EN, here.url, ask=ask) == 0
        assert [question.partition(" ")[0] for question in asked] == ["Room", "Room", "Name", "PIN", "PIN"]
        answers = ["", "Minh"]
        assert await asyncio.to_thread(terminal.join, EN, f"{here.url}/r/{CODE}", name="Lan", ask=ask) == 0
        assert sat[0] == f"{here.url}/seat/{here.door.seat('Lan')}"
        assert sat[1] == f"{here.url}/seat/{here.door.seat('Minh')}"
        assert await asyncio.to_thread(terminal.join, EN, sat[0], ask=ask) == 0
        assert sat[2] == sat[0]
    said = capsys.readouterr().out
    assert "1234" in said
    assert said.endswith("The room is closed.\n")


def test_nobody_who_answers_is_no_error(monkeypatch: pytest.MonkeyPatch) -> None:
    def ask(question: str) -> str:
        raise EOFError

    assert terminal.join(EN, "http://127.0.0.1:9", ask=ask) == 130


def test_a_room_that_is_not_there_is_said_plainly() -> None:
    with pytest.raises(MachineError, match="does not answer"):
        enter("http://127.0.0.1:9", CODE, "Lan", "", EN)


def test_what_is_no_terminal_is_said_plainly(tmp_path: Path) -> None:
    with (tmp_path / "file").open("w") as file, pytest.raises(MachineError, match="cannot be shown"):
        RawTerminal(file.fileno(), file.fileno()).__enter__()


@pytest.mark.parametrize(
    ("url", "parts"),
    [
        ("192.168.1.20:8770", RoomAddress("http://192.168.1.20:8770", "", "")),
        ("http://room:8770/", RoomAddress("http://room:8770", "", "")),
        ("https://room/r/K7M2QX", RoomAddress("https://room", "K7M2QX", "")),
        ("http://room/seat/abc.def?lang=en", RoomAddress("http://room", "", "/seat/abc.def")),
        ("http://room/other/abc", RoomAddress("http://room", "", "")),
    ],
)
def test_addresses_are_read(url: str, parts: RoomAddress) -> None:
    assert room_address(url) == parts


@pytest.mark.parametrize("url", ["", "ftp://room", "http://", "http://room:99999", "http://[", "http://room:0"])
def test_what_is_no_address_is_refused(url: str) -> None:
    with pytest.raises(UsageError):
        room_address(url)
