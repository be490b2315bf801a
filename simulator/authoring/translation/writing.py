"""Entries -> the text of a PO file, the same for the same entries, in lines that make for small differences."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from simulator.loading.translation.po import Entry
from simulator.scenario.model import Language, Scenario

WIDTH = 100
"""Characters of a quoted line, about; words are never broken."""

_PIECES = re.compile(r"\S*\s+|\S+")


def po_text(entries: Sequence[Entry], header: Entry) -> str:
    """The text of a PO file, with an empty line between entries."""
    written = ["\n".join(_lines(entry)) for entry in (header, *entries)]
    return "\n\n".join(written) + "\n"


def header_of(scenario: Scenario, language: Language, old: Entry) -> Entry:
    """The header of a translation; what somebody wrote into the old one stays."""
    if old.text:
        return old
    fields = (
        f"Project-Id-Version: {scenario.id}",
        f"Language: {language}",
        f"X-Source-Language: {scenario.language}",
        "MIME-Version: 1.0",
        "Content-Type: text/plain; charset=UTF-8",
        "Content-Transfer-Encoding: 8bit",
    )
    return Entry(text="".join(f"{field}\n" for field in fields))


def _lines(entry: Entry) -> Iterator[str]:
    sign = "#~ " if entry.is_obsolete else ""
    yield from (f"# {note}".rstrip() for note in entry.notes)
    if not entry.is_obsolete:
        yield from (f"#. {line}" for line in entry.told)
    if entry.is_fuzzy:
        yield "#, fuzzy"
    if entry.former:
        yield from (f"{'#~| ' if entry.is_obsolete else '#| '}{line}" for line in _quoted("msgid", entry.former))
    if entry.key:
        yield from (sign + line for line in _quoted("msgctxt", entry.key))
    yield from (sign + line for line in _quoted("msgid", entry.source))
    yield from (sign + line for line in _quoted("msgstr", entry.text))


def _quoted(keyword: str, text: str) -> Iterator[str]:
    if len(text) <= WIDTH - len(keyword) and "\n" not in text[:-1]:
        yield f'{keyword} "{_escaped(text)}"'
        return
    yield f'{keyword} ""'
    yield from (f'"{_escaped(line)}"' for paragraph in text.splitlines(keepends=True) for line in _wrapped(paragraph))


def _wrapped(text: str) -> Iterator[str]:
    line = ""
    for piece in _PIECES.findall(text):
        if line and len(line) + len(piece.rstrip()) > WIDTH:
            yield line
            line = ""
        line += piece
    if line:
        yield line


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
