"""A file that is there whole or not at all: written beside its place, then moved there."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from io import BytesIO
from pathlib import Path
from secrets import token_hex
from typing import BinaryIO

from simulator.errors import MachineError, UsageError
from simulator.language.catalogue import template
from simulator.language.machine import reason_of

STANDARD = "-"
"""Stands for standard output, or input, where a file's path is asked for."""


def standard_input() -> BinaryIO:
    """Standard input as bytes. Raises UsageError where it was closed."""
    if sys.stdin is None:
        raise UsageError(template("standard input is closed"))
    return sys.stdin.buffer


@contextmanager
def whole_file(path: str) -> Iterator[BinaryIO]:
    """What to write to; it is in the file once the block ends. Raises MachineError.

    A wrong place is told at once, before the work. What leaves the block by an exception leaves nothing behind, and
    what was there before stays. Standard output, and what is no regular file (a pipe, a device), is written directly.
    """
    content = BytesIO()
    place = Path(path)
    if path == STANDARD:
        yield content
        sys.stdout.buffer.write(content.getvalue())
    elif _is_special(place):
        yield content
        with _told(path):
            place.write_bytes(content.getvalue())
    else:
        with _moved_when_whole(path, content):
            yield content


@contextmanager
def _moved_when_whole(path: str, content: BytesIO) -> Iterator[None]:
    with _told(path):
        # Through a link, what it points to is renewed, and the link stays.
        place = Path(path).resolve()
        beside = place.with_name(f".podium-{token_hex(6)}.part")
        if place.is_dir():
            place.open("wb")  # in the system's own words
        file = beside.open("xb")
    try:
        with file:
            yield
            with _told(path):
                file.write(content.getvalue())
                file.flush()
                os.fsync(file.fileno())
        with _told(path):
            beside.replace(place)
    except BaseException:
        with suppress(OSError):
            beside.unlink()
        raise


def _is_special(place: Path) -> bool:
    try:
        return place.exists() and not place.is_file() and not place.is_dir()
    except (OSError, ValueError):
        return False


@contextmanager
def _told(path: str) -> Iterator[None]:
    try:
        yield
    except (OSError, ValueError, RuntimeError) as error:  # the last for links that lead in a circle
        reason = reason_of(error) if isinstance(error, OSError) else error
        raise MachineError(template("{path} cannot be written: {reason}"), path=path[:200], reason=reason) from None
