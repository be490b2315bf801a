"""A seat in one's own terminal, with no browser: asks by lines for what is missing, and stays until one leaves."""

from __future__ import annotations

import asyncio
import sys
import unicodedata
from collections.abc import Callable
from pathlib import Path

from simulator.errors import ExitCode
from simulator.language.catalogue import Catalogue, template
from simulator.workshop.serving.attendance import Attendance
from simulator.workshop.serving.entering import Entered, NameTaken, RoomAddress, enter, room_address, trust
from simulator.workshop.serving.raw_tty import RawTerminal
from simulator.workshop.serving.words import LINE_QUESTIONS

Ask = Callable[[str], str]


def join(
    catalogue: Catalogue,
    url: str,
    *,
    name: str = "",
    code: str = "",
    certificate: Path | None = None,
    ask: Ask = input,
) -> int:
    """Sit in a room's seat until one leaves or the room ends; the exit code. Raises PodiumError.

    `url` may hold the room's code or be that of a seat. What is missing is asked for by `ask`, which takes a question
    and returns a line (EOFError: nobody answers). `certificate`: a file by which the room is trusted.
    """
    address = room_address(url)
    path = address.path
    if not path:
        try:
            entered = _entered(address, catalogue, name, code or address.code, certificate, ask)
        except EOFError:
            return ExitCode.INTERRUPTED
        path = entered.path
        if entered.pin:
            _tell(catalogue.say(template("Your PIN is {pin}. With it you come back from anywhere."), pin=entered.pin))
    reason = attend(address.base, path, catalogue, certificate=certificate)
    if reason:
        _tell(reason)
    return ExitCode.OK


def attend(
    base: str,
    path: str,
    catalogue: Catalogue,
    *,
    certificate: Path | None = None,
    terminal: RawTerminal | None = None,
) -> str:
    """Sit in the place at `path` until it ends or is left; why it ended, to be printed (empty if it was left)."""
    trusted = trust(certificate)
    with terminal or RawTerminal() as raw:
        return asyncio.run(Attendance(base, path, catalogue, raw, trusted).attend())


def _entered(
    address: RoomAddress, catalogue: Catalogue, name: str, code: str, certificate: Path | None, ask: Ask
) -> Entered:
    """A seat, asked for until the name is free or the PIN is right; an empty PIN means another name."""
    code = code or _answer(ask, catalogue, "join_code")
    name = name or _answer(ask, catalogue, "join_name")
    pin = ""
    while True:
        try:
            return enter(address.base, code, name, pin, catalogue, certificate=certificate)
        except NameTaken as taken:
            _tell(str(taken))
            pin = _line(ask, catalogue, "join_pin")
            if not pin:
                name = _answer(ask, catalogue, "join_name")


def _answer(ask: Ask, catalogue: Catalogue, question: str) -> str:
    """A line that says something."""
    while not (line := _line(ask, catalogue, question)):
        pass
    return line


def _line(ask: Ask, catalogue: Catalogue, question: str) -> str:
    return unicodedata.normalize("NFC", ask(f"{catalogue.say(LINE_QUESTIONS[question])}: ")).strip()


def _tell(text: str) -> None:
    sys.stdout.write(f"{text}\n")
