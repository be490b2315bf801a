"""Bytes of a file -> plain values, each with its place; nothing is silently another value.

Mappings become dicts, sequences tuples, scalars what the strict profile says (`scalars`), text is NFC.
The file is untrusted: its size, depth and number of values are bounded, and no alias is ever followed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import partial
from itertools import islice

from simulator.language.catalogue import template
from simulator.loading.events import Reading, trail_of
from simulator.loading.limits import SIZE_MAX
from simulator.loading.lines import Lines
from simulator.loading.places import Places
from simulator.loading.report import TOLD_MAX, Report
from simulator.loading.unseen import REPLACEMENT, UNSEEN, named

_TAB = re.compile("\t+")
_INDENTING_TAB = re.compile(r"^ *\t[ \t]*[^\s#]", re.MULTILINE)
_BYTE_ORDER_MARK = "\ufeff"


@dataclass(frozen=True, slots=True)
class Source:
    """What a file holds: plain values, and where each stands."""

    value: object
    places: Places


def read_source(data: bytes, file: str) -> tuple[Source | None, Report]:
    """The plain values of a file and the problems found on the way; None if the file could not be read to its end."""
    if len(data) > SIZE_MAX:
        return None, _refused(file, "P020", template("this file is larger than {most} MiB"), SIZE_MAX // 2**20)
    try:
        text = data.decode("utf-8").removeprefix(_BYTE_ORDER_MARK)
    except UnicodeDecodeError as error:
        return None, _not_utf8(file, data, error.start)
    report = Report(file, text)
    return _read_text(text, report), report


def read_again(data: bytes) -> tuple[str, Places]:
    """The text of a file that was read without errors before, and the places in it; the values are not made anew."""
    text = data.decode("utf-8").removeprefix(_BYTE_ORDER_MARK)
    return text, Places(partial(trail_of, text), Lines(text))


def _read_text(text: str, report: Report) -> Source | None:
    readable = _without_tabs(_without_unseen(text, report), report)
    if readable is None:
        return None
    reading = Reading(readable, report)
    reading.run()
    return Source(reading.value, Places(partial(trail_of, readable), Lines(readable))) if reading.is_whole else None


def _refused(file: str, code: str, message: str, most: int) -> Report:
    report = Report(file)
    report.add(code, 1, 1, message, template("split it into several scenarios"), params={"most": most})
    return report


def _not_utf8(file: str, data: bytes, start: int) -> Report:
    report = Report(file, data.decode("utf-8", errors="replace").removeprefix(_BYTE_ORDER_MARK))
    line, column = report.lines.position(len(data[:start].decode("utf-8").removeprefix(_BYTE_ORDER_MARK)))
    message = template("this file is not UTF-8 text")
    report.add("P001", line, column, message, template("save it in your editor with the encoding UTF-8"))
    return report


def _without_unseen(text: str, report: Report) -> str:
    """The text with a visible sign in place of each character that cannot be seen, so that reading can go on."""
    for match in islice(UNSEEN.finditer(text), TOLD_MAX + 1):
        line, column = report.lines.position(match.start())
        message = template("the character {character} cannot be seen and may not stand here")
        report.add("P003", line, column, message, template("delete it"), params={"character": named(match[0])})
    return UNSEEN.sub(REPLACEMENT, text) if len(report) else text


def _without_tabs(text: str, report: Report) -> str | None:
    """The text with spaces for tabs, or None where a tab indents: what belongs to what is then anybody's guess."""
    for match in islice(_TAB.finditer(text), TOLD_MAX + 1):
        line, column = report.lines.position(match.start())
        report.add(
            "P004",
            line,
            column,
            template("a tab"),
            template("use spaces; an editor can be set to write them for the tab key"),
        )
    return None if _INDENTING_TAB.search(text) else text.replace("\t", " ")
