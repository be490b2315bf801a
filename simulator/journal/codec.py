"""Events and the JSON text they are kept as.

Each entry carries the format it was written in, since a session begun by one Podium may be continued
by a newer one. An older format is lifted step by step by `UPCASTS`; a newer one is refused.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import asdict, fields, replace
from typing import Any

from simulator.journal import assessment_codec, press_codec
from simulator.journal.errors import EntryDamaged, JournalNewer
from simulator.journal.port import FORMAT, SessionHeader
from simulator.scenario.assessment import Assessment
from simulator.session.events import (
    SEED_MAX,
    AnswerGiven,
    Continued,
    DeadlinePassed,
    Event,
    Extended,
    Injected,
    LineChosen,
    OptionTaken,
    Prepared,
    Pressed,
    Rated,
    Started,
    TakenBack,
)
from simulator.session.modes import MODES, Mode
from simulator.session.press import Press
from simulator.session.room_inject import RoomInject

Written = dict[str, Any]
"""An event as JSON knows it: `v` (its format), `type`, and the event's own fields."""

Upcasts = Mapping[int, Callable[[Written], Written]]
"""From each older format to the next: what turns the fields of the one into those of the other."""

UPCASTS: Upcasts = {}

KINDS: Mapping[str, type[Event]] = {
    "started": Started,
    "line_chosen": LineChosen,
    "answer_given": AnswerGiven,
    "option_taken": OptionTaken,
    "continued": Continued,
    "deadline_passed": DeadlinePassed,
    "taken_back": TakenBack,
    "pressed": Pressed,
    "rated": Rated,
    "prepared": Prepared,
    "extended": Extended,
    "injected": Injected,
}
_NAMES = {kind: name for name, kind in KINDS.items()}
_FIELDS = {kind: {field.name: str(field.type) for field in fields(kind)} for kind in _NAMES}
_LEFT_OUT: Mapping[type[Event], Mapping[str, object]] = {
    Started: {"mode": "practice", "presses": False, "clocked": False},
    Extended: {"lapsed": False},
}
"""Fields that are not written while they hold this: they came later, and entries without them stay what they were."""

_INJECT = {field.name for field in fields(RoomInject)}
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")


class _Unreadable(Exception):
    """Why a text is no event."""


def plain(text: str) -> str:
    """The text in NFC, without what no database keeps: lone surrogates become U+FFFD, NUL is dropped."""
    return unicodedata.normalize("NFC", _LONE_SURROGATE.sub("\ufffd", text).replace("\0", ""))


def plain_header(header: SessionHeader) -> SessionHeader:
    """The header with its texts made plain, as it is kept."""
    return replace(
        header,
        scenario_title=plain(header.scenario_title),
        learner=plain(header.learner),
        source=plain(header.source),
    )


def encode(event: Event) -> str:
    """The event as JSON text in today's format."""
    written: Written = {"v": FORMAT, "type": _NAMES[type(event)]}
    left_out = _LEFT_OUT.get(type(event), {})
    for name in _FIELDS[type(event)]:
        value = getattr(event, name)
        if name not in left_out or left_out[name] != value:
            written[name] = _as_json(value)
    return json.dumps(written, ensure_ascii=False, separators=(",", ":"))


def decode(text: object, session: str, number: int, *, format: int = FORMAT, upcasts: Upcasts = UPCASTS) -> Event:
    """The event that a text holds; `session` and `number` name the entry where it does not.

    Raises EntryDamaged for anything that is not wholly an event, JournalNewer for a newer format.
    """
    try:
        written = _parsed(text)
        version = _whole(written.pop("v", None), "v")
        if version > format:
            raise JournalNewer(f"{session} #{number}", version, format)
        for older in range(version, format):
            if older not in upcasts:
                raise _Unreadable("an unknown format")
            written = upcasts[older](written)
        return _event(written)
    except _Unreadable as unreadable:
        raise EntryDamaged(session, number, str(unreadable)) from None
    except (LookupError, TypeError, ValueError, AttributeError) as error:
        # An upcast met something that its format never had.
        raise EntryDamaged(session, number, type(error).__name__) from error


def _parsed(text: object) -> Written:
    if not isinstance(text, str):
        raise _Unreadable("not text")
    try:
        text.encode()
        written = json.loads(text)
    except UnicodeEncodeError:
        raise _Unreadable("not UTF-8") from None
    except (ValueError, RecursionError):
        raise _Unreadable("not JSON") from None
    if not isinstance(written, dict):
        raise _Unreadable("not an object")
    return written


def _event(written: Written) -> Event:
    name = written.pop("type", None)
    kind = KINDS.get(name) if isinstance(name, str) else None
    if kind is None:
        raise _Unreadable("an unknown type of event")
    known = _FIELDS[kind]
    written = {**_LEFT_OUT.get(kind, {}), **written}
    if set(written) != set(known):
        raise _Unreadable(f"the fields of {name} are {', '.join(known)}")
    values = {field: _VALUES[type_](written[field], field) for field, type_ in known.items()}
    return kind(**values)


def _as_json(value: object) -> object:
    """A field's value as JSON knows it, its texts made plain."""
    if isinstance(value, str):
        return plain(value)
    if isinstance(value, Assessment):
        return assessment_codec.written(value)
    if isinstance(value, Press):
        return _as_json(press_codec.written(value))
    if isinstance(value, RoomInject):
        return _as_json(asdict(value))
    if isinstance(value, dict):
        return {key: _as_json(inner) for key, inner in value.items()}
    return [_as_json(inner) for inner in value] if isinstance(value, tuple | list) else value


def _whole(value: object, field: str) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value <= SEED_MAX:
        raise _Unreadable(f"{field} is not a whole number")
    return value


def _text(value: object, field: str) -> str:
    if not isinstance(value, str):
        raise _Unreadable(f"{field} is not text")
    return plain(value)


def _assessment(value: object, field: str) -> Assessment:
    try:
        return assessment_codec.read(value)
    except (TypeError, ValueError, KeyError) as error:
        raise _Unreadable(f"{field} is no assessment: {error}") from None


def _assessment_or_none(value: object, field: str) -> Assessment | None:
    return None if value is None else _assessment(value, field)


def _press(value: object, field: str) -> Press:
    try:
        return press_codec.read(value)
    except (TypeError, ValueError, KeyError) as error:
        raise _Unreadable(f"{field} is no press: {error}") from None


def _room_inject(value: object, field: str) -> RoomInject:
    if not isinstance(value, dict) or set(value) != _INJECT:
        raise _Unreadable(f"{field} is no inject")
    text, headline, source = (_text(value[name], name) for name in ("text", "headline", "source"))
    return RoomInject(_whole(value["order"], "order"), text, headline, source)


def _texts(value: object, field: str) -> tuple[str, ...]:
    if not isinstance(value, list):
        raise _Unreadable(f"{field} is not a list")
    return tuple(_text(inner, field) for inner in value)


def _mode(value: object, field: str) -> Mode:
    for mode in MODES:
        if mode == value:
            return mode
    raise _Unreadable(f"{field} is no mode")


def _truth(value: object, field: str) -> bool:
    if not isinstance(value, bool):
        raise _Unreadable(f"{field} is neither true nor false")
    return value


_VALUES: Mapping[str, Callable[[object, str], Any]] = {
    "int": _whole,
    "str": _text,
    "bool": _truth,
    "tuple[str, ...]": _texts,
    "Mode": _mode,
    "Assessment": _assessment,
    "Assessment | None": _assessment_or_none,
    "Press": _press,
    "RoomInject": _room_inject,
}
"""Readers for the types that events' fields are annotated with, by the annotation's name."""
