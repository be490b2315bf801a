"""The event log of a session as lines of JSON, for other programs: what was recorded, and the chain of it.

Anybody can check the chain from these lines alone; README ("The event log") says how.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from typing import Any

from simulator.journal import chain
from simulator.journal.answers import RecordedText
from simulator.journal.port import LogEntry, Remark, SessionHeader

LOG_FORMAT = 1
"""The format of the lines; the events in them carry their own."""


def log_lines(header: SessionHeader, entries: Iterable[LogEntry], remarks: Iterable[Remark] = ()) -> Iterator[str]:
    """The lines: the session, its entries in order, and what was remarked about it."""
    yield _line({"line": "session", "log": LOG_FORMAT, **asdict(header), "root": chain.root(header)})
    for entry in entries:
        yield _line({"line": "entry", **asdict(entry), "event": _event(entry.event, exact=True)})
    for remark in remarks:
        yield _line({"line": "remark", **asdict(remark), "value": _event(remark.value, exact=False)})


def recorded_texts(header: SessionHeader, entries: Iterable[LogEntry]) -> Iterator[RecordedText]:
    """The entries of a session as `answers` reads them."""
    for entry in entries:
        yield RecordedText(header.id, header.scenario_id, entry.number, entry.event, entry.recorded_at)


def _event(text: object, *, exact: bool) -> Any:  # noqa: ANN401  # what JSON knows
    """What a kept text says; the text itself where it says no object, or cannot be had back exactly from it."""
    try:
        said = json.loads(text) if isinstance(text, str) else None
    except (ValueError, RecursionError):
        return text
    as_kept = not exact or text == json.dumps(said, ensure_ascii=False, separators=(",", ":"))
    return said if isinstance(said, dict) and as_kept else text


def _line(value: dict[str, object]) -> str:
    written = json.dumps(value, ensure_ascii=False, default=repr)
    # A kept text may hold what is no letter; then the line says so in escapes.
    return written if _can_be_written(written) else json.dumps(value, ensure_ascii=True, default=repr)


def _can_be_written(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True
