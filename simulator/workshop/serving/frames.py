"""What a browser may send, read from text frames. Total: whatever comes is a frame or is refused with a reason."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import Any, NoReturn

FRAME_AT_MOST = 64 * 1024
"""Bytes."""
KEYS_AT_MOST = 16_384
DEVICE_AT_MOST = 64
COLUMNS = range(20, 401)
ROWS = range(8, 201)
NUMBER_AT_MOST = 2**53

_HALVES = re.compile("[\ud800-\udfff]")


class Refused(Exception):
    """A frame that is none; the text is the reason, for the close frame: English, short, and without anything sent."""


@dataclass(frozen=True, slots=True)
class Hello:
    """The first frame: the size of the terminal, the device's own name for itself, whether it reads aloud."""

    size: tuple[int, int]
    device: str
    reader: bool


@dataclass(frozen=True, slots=True)
class Keys:
    """What was typed, as a terminal sends it."""

    text: str


@dataclass(frozen=True, slots=True)
class Resized:
    """The terminal's new columns and rows."""

    size: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Focus:
    """The terminal has got or lost the focus."""

    focused: bool


@dataclass(frozen=True, slots=True)
class Take:
    """The place is to be taken over by this device."""


@dataclass(frozen=True, slots=True)
class Ping:
    """A sign of life, with a number to be sent back."""

    number: int | float


Frame = Hello | Keys | Resized | Focus | Take | Ping


def frame_of(text: str) -> Frame:
    """The frame that a text frame holds; raises Refused and nothing else."""
    # A character has at least as many bytes: the second look is needed for few.
    if len(text) > FRAME_AT_MOST or len(text.encode("utf-8", "replace")) > FRAME_AT_MOST:
        raise Refused("message too long")
    try:
        read = json.loads(text, parse_constant=_refuse)
    except (ValueError, RecursionError):
        raise Refused("message is not JSON") from None
    match read:
        case ["hello", dict(told)]:
            return Hello(_size(told), _device(told.get("device", "")), _flag(told.get("reader", False)))
        case ["keys", str(keys)] if len(keys) <= KEYS_AT_MOST:
            return Keys(_HALVES.sub("\N{REPLACEMENT CHARACTER}", keys))
        case ["keys", str()]:
            raise Refused("too many keys in one message")
        case ["size", dict(told)]:
            return Resized(_size(told))
        case ["focus"]:
            return Focus(True)
        case ["blur"]:
            return Focus(False)
        case ["take"]:
            return Take()
        case ["ping", int() | float() as number] if not isinstance(number, bool) and abs(number) <= NUMBER_AT_MOST:
            return Ping(number)
    raise Refused("message of no known kind")


def _refuse(constant: str) -> NoReturn:
    raise ValueError(constant)


def _size(told: dict[str, Any]) -> tuple[int, int]:
    columns, rows = told.get("cols"), told.get("rows")
    if type(columns) is not int or type(rows) is not int or columns not in COLUMNS or rows not in ROWS:
        raise Refused("no terminal has this size")
    return columns, rows


def _device(told: object) -> str:
    if not isinstance(told, str) or len(told) > DEVICE_AT_MOST:
        raise Refused("device name too long")
    return told


def _flag(told: object) -> bool:
    if not isinstance(told, bool):
        raise Refused("reader is true or false")
    return told
